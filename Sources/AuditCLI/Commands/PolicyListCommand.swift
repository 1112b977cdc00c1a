import ArgumentParser
import AuditReports
import ImportCore
import PolicyEngine

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: String(said: "Lists the policies that an audit would judge."),
    discussion: String(
      parts: .examples(
        "tilsyn policy list",
        HelpExample("tilsyn policy list kitos '*mailbox*'", does: "all of a pack, and those that a pattern names"),
        "tilsyn policy list --severity high --control A.5.16",
        "tilsyn policy list -p my-policies --lang da --format json",
        HelpExample(
          "tilsyn policy list --config exports/tilsyn.yaml", does: "those that it names, and with its parameters"))))

  @Argument(
    help: ArgumentHelp(said: "Policies by id, packs, or patterns with *. Default: all.", valueName: "policy"),
    completion: .custom { _, _, _ in KnownNames.policies() })
  var names: [String] = []
  @Option(
    help: ArgumentHelp(
      said: "Only those of this severity or above.", valueName: "level"), completion: .list(Levels.names))
  var severity: String?
  @Option(
    help: ArgumentHelp(
      said: "Only those that rest on a control with this in its name, in either case: iso27001:2022 or A.5.16.",
      valueName: "control"))
  var control: String?
  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func validate() throws { _ = try leastSeverity }

  private var leastSeverity: Severity {
    get throws { try severity.map { try Levels.severity($0, of: "--severity") } ?? .info }
  }

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    for name in names where !checked.policies.contains(where: { NamePattern(name).fits($0.id.text) }) {
      let meant = Suggestion.nearest(to: name, in: checked.policies.map(\.id.text))
      throw CommandFailure.usage(
        "there is no policy `\(name)`",
        help: meant.map { "did you mean `\($0)`?" } ?? "`tilsyn policy list` lists them")
    }
    let least = try leastSeverity
    let cards = checked.policies.map { PolicyCard($0, in: checked, language: run.language) }.filter { card in
      (names.isEmpty || names.contains { NamePattern($0).fits(card.id) }) && card.severity >= least && rests(card)
    }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      PolicyReport.listText(cards, run.say, style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try PolicyReport.json(cards, into: sink)
    }
  }

  /// Whether a policy rests on the control that is asked for.
  private func rests(_ card: PolicyCard) -> Bool {
    guard let control = control?.lowercased() else { return true }
    return card.controls.contains { $0.lowercased().contains(control) }
  }
}
