import ArgumentParser

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Says who may do something, and by which path.",
    discussion: """
      Asks every system whose exports were loaded: of Altinn which roles, packages and parties the policies let do it, of
      Kitos which users may change an object. What cannot be ruled out, but is not certain, says `possible`.

        tilsyn who sign brg/aarsregnskap policies-of-altinn/
        tilsyn who modify 5b0c… exports/ --format json
      """)

  @Argument(help: "The action: `read`, `sign`, `modify`.")
  var action: String
  @Argument(help: "The resource: `ORG/APP`, the id in a registry, the uuid of an object.")
  var resource: String
  @OptionGroup var access: AccessOptions

  func run() throws {
    try access.answer(
      AccessQuestions.who(action: action, resource: resource),
      nothing: "nobody may `\(action)` on `\(resource)`, as far as is known")
  }
}
