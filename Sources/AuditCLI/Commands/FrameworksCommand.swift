import ArgumentParser
import Audit
import AuditReports

struct FrameworksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frameworks",
    abstract: String(
      said: "Lists standards and laws, and which policies bear on their controls."),
    discussion: String(
      parts: .said("Nothing is judged: `tilsyn audit PATH --framework ID` says what came out."),
      .examples(
        HelpExample("tilsyn frameworks", does: "all that came with tilsyn"),
        HelpExample("tilsyn frameworks nis2", does: "its controls, their policies, and those on which none bears"),
        "tilsyn frameworks own.yaml -p my-policies",
        "tilsyn frameworks --lang da --format json")))

  @Argument(help: ArgumentHelp(said: "Frameworks by id, or files of one's own. Default: all.", valueName: "framework"))
  var names: [String] = []
  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let chosen =
      names.isEmpty ? try ChosenFrameworks.all(environment) : try ChosenFrameworks(names, environment)
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let catalogue = PolicyCatalogue(try run.check().policies)
    try chosen.check(catalogue)
    let report = FrameworksReport(
      chosen.files.map { ($0.framework, $0.file) }, catalogue: catalogue, language: run.language)
    let style = talk.style(environment)
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text where names.isEmpty:
      report.listText(style: style, into: &sink)
      try sink.finish()
    case .text:
      report.showText(style: style, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }
}
