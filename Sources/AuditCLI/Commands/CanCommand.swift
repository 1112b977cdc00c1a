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
      AccessQuestions.can(subject), limit: limit, format: listing.format, earlier: earlier,
      nothing: "`\(subject)` may do nothing, as far as is known")
  }
}
