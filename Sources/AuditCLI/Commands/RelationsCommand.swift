import ArgumentParser
import AuditReports

struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: "Lists every relation that a policy can read.",
    discussion: """
      Sources come from exports, derived relations from rules in the policy files. Each with its columns, what it means,
      and how to get the export.

        tilsyn relations
        tilsyn relations --config exports/tilsyn.yaml      with the relations of its mappings
        tilsyn relations --format json
      """)

  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let report = RelationsReport(try run.check())
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }
}
