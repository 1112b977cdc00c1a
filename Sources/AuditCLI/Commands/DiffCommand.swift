import ArgumentParser
import Audit
import AuditReports
import FactStore
import Formats
import ImportCore
import Importers
import PolicyEngine

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: String(
      said: "Says which rights and findings differ between two folders or results, and which change caused it."),
    discussion: String(
      parts: .said(
        """
        Two folders are judged by the same policies as of the same day, and what differs is shown below the fact that changed: rights \
        gained, lost, and gained or lost without any grant to their holder, since a role, a group, a delegation or an organisation is \
        another; findings that are new or fixed. Then what changed in catalogues, in documents and policies, and in the exports \
        without any of this.
        """),
      .examples(
        "tilsyn diff exports-october/ exports-november/",
        "tilsyn diff last.json exports/ --format json",
        "tilsyn diff main/exports/ branch/exports/ --exit-code"),
      .said(
        """
        Of two results, or a folder and a result, what results hold is compared: privileged rights, findings, documents and policies. \
        Exit codes: 0 compared; 1 with --exit-code, something differs; 2 one of them is not complete, or cannot be judged; 64 usage.
        """)))

  @Argument(
    help: ArgumentHelp(said: "The earlier folder, or a result of tilsyn.", valueName: "old"), completion: .file())
  var old: String
  @Argument(help: ArgumentHelp(said: "The later folder, or a result of tilsyn.", valueName: "new"), completion: .file())
  var new: String
  @Flag(name: .customLong("exit-code"), help: ArgumentHelp(said: "End in 1 where something differs."))
  var exitCode = false
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  /// Columns of a line that nothing cuts.
  private static let widest = 100_000

  func run() throws {
    let environment = Environment()
    let differences = try ComparedPlaces(
      old: old, new: new, context: context, policies: policies, talk: talk, environment: environment
    ).differences()
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      var style = talk.style(environment)
      // Lines that go to a file or a program are not cut.
      if !StandardOutput.isTerminal { style.width = Self.widest }
      DifferenceReport(differences, style: style).text(into: &sink)
      try sink.finish()
    case .json: try DifferenceJSON(differences).write(into: sink)
    }
    if !differences.isComplete { throw ExitCode(2) }
    if exitCode, !differences.isEmpty { throw ExitCode(1) }
  }
}
