import ArgumentParser
import Audit
import AuditReports
import Localization

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: String(
      said: "Shows what was recognised in each file, and what would decide more."),
    discussion: String(
      parts: .said(
        """
        For each file: its kind, records read = used + rejected + out of scope, how complete it is, each record that \
        could not be used with its line, and what the export cannot show. Then the policies are evaluated, and the exports \
        are named that most members without a verdict wait for: "up to", since an export may not say what is asked of it.
        """),
      .examples(
        "tilsyn sources exports/",
        "tilsyn sources exports/ --as u.json=kitos.api-v2.users,organisation=UUID",
        "tilsyn sources exports/ --format json",
        HelpExample("tilsyn sources exports/ --no-diagnosis", does: "reads, and evaluates nothing")),
      .said("Exit codes: 0 shown; 2 a file could not be read whole, or an expected one is missing; 64 usage.")))

  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @Flag(help: ArgumentHelp(said: "Say only what was recognised; evaluate no policy."))
  var noDiagnosis = false
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    // Files are shown also where no policies are at hand, or those that are have errors.
    let judging =
      noDiagnosis
      ? nil : try? AuditRun(paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let run =
      try judging ?? AuditRun(paths: paths, context: context, policies: nil, talk: talk, environment: environment)
    let loaded = try run.load()
    let judged = judging.flatMap { run in (try? run.check()).flatMap { try? run.judge($0, loaded) } }
    let shortfalls = judged?.auditor.shortfalls()
    let say = Wording(try policies.language(environment, run.configuration.language))
    let sources = loaded.files.map { SourceSummary($0, say) }
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      SourcesReport.text(sources, say, style: talk.style(environment), into: &sink)
      ShortfallReport.text(
        shortfalls ?? [], findings: judged?.result.findings.count ?? 0, say, style: talk.style(environment), into: &sink
      )
      try sink.finish()
    case .json: try SourcesReport.json(sources, shortfalls: shortfalls, into: sink)
    }
    if !talk.quiet {
      for warning in loaded.warnings { StandardError.say(say("warning: \(warning)")) }
      if let line = run.settings(loaded).flatMap(SettingsText(say).line) { StandardError.say(say("note: \(line)")) }
      for reason in loaded.incompleteReasons { StandardError.say(say("incomplete: \(reason)")) }
    }
    if !loaded.isComplete { throw ExitCode(2) }
  }
}
