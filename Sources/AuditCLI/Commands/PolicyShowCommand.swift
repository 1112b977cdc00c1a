import ArgumentParser
import AuditReports
import ImportCore

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: String(
      said: "Shows policies in full: what they demand, on what basis, which exports they need."),
    discussion: String(
      parts: .examples(
        "tilsyn policy show kitos.api-user-is-not-a-person",
        HelpExample("tilsyn policy show kitos", does: "all of a pack"),
        HelpExample(
          "tilsyn policy show ours.no-guests --config exports/tilsyn.yaml",
          does: "a policy that a configuration names"))))

  @Argument(
    help: ArgumentHelp(said: "Policies by id, or packs by name.", valueName: "policy"),
    completion: .custom { _, _, _ in KnownNames.policies() })
  var names: [String]
  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    let found = try names.flatMap { name in
      let found = checked.policies.filter { $0.id.text == name || $0.id.text.hasPrefix(name + ".") }
      if found.isEmpty {
        let meant = Suggestion.nearest(to: name, in: checked.policies.map(\.id.text))
        throw CommandFailure.usage(
          "there is no policy `\(name)`",
          help: meant.map { "did you mean `\($0)`?" } ?? "`tilsyn policy list` lists them")
      }
      return found
    }
    let cards = found.map { PolicyCard($0, in: checked, language: run.language) }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      for (at, card) in cards.enumerated() {
        if at > 0 { sink.write("\n") }
        PolicyReport.showText(card, run.say, style: talk.style(environment), into: &sink)
      }
      try sink.finish()
    case .json: try PolicyReport.json(cards, into: sink)
    }
  }
}
