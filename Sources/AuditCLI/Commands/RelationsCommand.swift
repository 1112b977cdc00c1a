import ArgumentParser
import AuditReports
import ImportCore

struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: String(said: "Lists every relation that a policy can read."),
    discussion: String(
      parts: .said(
        """
        Sources come from exports, derived relations from rules in the policy files. Each with its columns, what it means, \
        and how to get the export.
        """),
      .examples(
        "tilsyn relations",
        HelpExample("tilsyn relations kitos.listed_user", does: "one"),
        HelpExample("tilsyn relations altinn 'mailbox.*'", does: "all of a system, and those that a pattern names"),
        HelpExample("tilsyn relations --config exports/tilsyn.yaml", does: "with the relations of its mappings"),
        "tilsyn relations --format json")))

  @Argument(
    help: ArgumentHelp(said: "Relations by name, systems, or patterns with *. Default: all.", valueName: "relation"),
    completion: .custom { _, _, _ in KnownNames.relations() })
  var names: [String] = []
  @OptionGroup var configuration: ConfigurationOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    let run = try AuditRun(
      paths: [], context: try configuration.context(), policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    for name in names where !checked.relations.values.contains(where: { NamePattern(name).fits($0.schema.name) }) {
      let meant = Suggestion.nearest(to: name, in: checked.relations.values.map(\.schema.name))
      throw CommandFailure.usage(
        "there is no relation `\(name)`",
        help: meant.map { "did you mean `\($0)`?" } ?? "`tilsyn relations` lists them")
    }
    let report = RelationsReport(checked) { relation in
      names.isEmpty || names.contains { NamePattern($0).fits(relation) }
    }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }
}
