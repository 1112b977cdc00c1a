import ArgumentParser

struct CanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "can", abstract: "Says what a role, package, party or user may do, and by which path.",
    discussion: """
      A subject is a value that policies of Altinn name, with its attribute where that must be told apart, or a user of
      Kitos by uuid or address.

        tilsyn can dagl policies-of-altinn/
        tilsyn can urn:altinn:accesspackage=skatt-naering policies-of-altinn/
        tilsyn can mette@kommune.example exports/
      """)

  @Argument(help: "The subject: `VALUE`, `ATTRIBUTE=VALUE`, a uuid, an address.")
  var subject: String
  @OptionGroup var access: AccessOptions

  func run() throws {
    try access.answer(
      AccessQuestions.can(subject), nothing: "`\(subject)` may do nothing, as far as is known")
  }
}
