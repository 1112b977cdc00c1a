import ArgumentParser

struct CanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "can", abstract: String(said: "Says what a role, package, party or user may do, and by which path."),
    discussion: String(
      parts: .said(
        """
        A subject is a value that policies of Altinn name, with its attribute where that must be told apart; a party of \
        Altinn or Enhetsregisteret (an organisation by its number, anybody else by the id that answers show); a user of \
        Kitos by uuid; or an address, of a user of Kitos or of somebody whom personnel data know as a party. The answer has \
        its roles, packages and delegations, and what policies let it do by them.
        """),
      .examples(
        "tilsyn can dagl policies-of-altinn/",
        "tilsyn can urn:altinn:accesspackage=skatt-naering policies-of-altinn/",
        "tilsyn can 310000086 exports/",
        "tilsyn can mette@kommune.example exports/"),
      .said(
        """
        Exit codes: 0 answered, also where nobody may; 2 answered from exports that could not all be read, or not \
        answered; 3 not the same exports as --result; 64 usage.
        """)))

  @Argument(help: ArgumentHelp(said: "The subject: `VALUE`, `ATTRIBUTE=VALUE`, a uuid, an address."))
  var subject: String
  @OptionGroup var access: AccessOptions

  func run() throws {
    try access.answer(
      .can(subject: subject), nothing: "`\(subject)` may do nothing, as far as is known")
  }
}
