import ArgumentParser
import Audit
import AuditReports

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Shows what was recognised in each file; judges nothing.",
    discussion: """
      For each file: its kind, records read = used + rejected + out of scope, how complete it is, each record that could
      not be used with its line, and what the export cannot show.

        tilsyn sources exports/
        tilsyn sources exports/ --as u.json=kitos.api-v2.users,organisation=UUID
        tilsyn sources exports/ --format json

      Ends in 2 when a file could not be read whole or an expected one is missing.
      """)

  @Argument(help: ArgumentHelp("Files and folders with exports.", valueName: "path"))
  var paths: [String]
  @OptionGroup var context: ContextOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(paths: paths, context: context, policies: nil, talk: talk, environment: environment)
    let loaded = try run.load()
    let sources = loaded.files.map { SourceSummary($0) }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      SourcesReport.text(sources, style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try SourcesReport.json(sources, into: sink)
    }
    if !talk.quiet {
      for warning in loaded.warnings { StandardError.write("warning: \(InertText.line(warning))\n") }
      for reason in loaded.incompleteReasons { StandardError.write("incomplete: \(InertText.line(reason))\n") }
    }
    if !loaded.isComplete { throw ExitCode(2) }
  }
}
