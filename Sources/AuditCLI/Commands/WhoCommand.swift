import ArgumentParser

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: String(said: "Says who may do something, and by which path."),
    discussion: String(
      parts: .said(
        """
        Asks every system whose exports were loaded: of Altinn which roles, packages and parties the policies let do it, \
        who has these roles and packages, and to whom it was delegated; of Kitos which users may change an object. What \
        cannot be ruled out, but is not certain, says `possible`. An id is followed by the name that some export gives it.
        """),
      .examples(
        "tilsyn who sign brg/aarsregnskap policies-of-altinn/",
        "tilsyn who modify 5b0c… exports/ --format json"),
      .said(
        """
        Exit codes: 0 answered, also where nobody may; 2 answered from exports that could not all be read, or not \
        answered; 3 not the same exports as --result; 64 usage.
        """)))

  @Argument(help: ArgumentHelp(said: "The action: `read`, `sign`, `modify`."))
  var action: String
  @Argument(help: ArgumentHelp(said: "The resource: `ORG/APP`, the id in a registry, the uuid of an object."))
  var resource: String
  @OptionGroup var access: AccessOptions

  func run() throws {
    try access.answer(
      .who(action: action, resource: resource),
      nothing: "nobody may `\(action)` on `\(resource)`, as far as is known")
  }
}
