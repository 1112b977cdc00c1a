import ArgumentParser
import AuditReports

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the policies that an audit would judge.",
    discussion: """
        tilsyn policy list
        tilsyn policy list -p my-policies --lang da --format json
        tilsyn policy list --config exports/tilsyn.yaml    those that it names, and with its parameters
      """)

  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    let cards = checked.policies.map { PolicyCard($0, in: checked, language: run.language) }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      PolicyReport.listText(cards, style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try PolicyReport.json(cards, into: sink)
    }
  }
}
