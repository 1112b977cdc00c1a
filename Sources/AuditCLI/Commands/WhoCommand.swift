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
  @Argument(help: ArgumentHelp("Files and folders with exports.", valueName: "path"))
  var paths: [String]
  @Option(help: ArgumentHelp("How many answers of each system are shown.", valueName: "count"))
  var limit = 100
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is at least 1") }
  }

  func run() throws {
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: Environment())
    try run.answer(
      AccessQuestions.who(action: action, resource: resource), limit: limit, format: listing.format, earlier: earlier,
      nothing: "nobody may `\(action)` on `\(resource)`, as far as is known")
  }
}
