import ArgumentParser
import Audit
import AuditReports

struct WhyNotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: String(
      said: "Prints what a policy says of a subject, and how far each of its rules comes."),
    discussion: String(
      parts: .examples(
        "tilsyn why-not kitos.api-user-is-not-a-person 6d1e2f… exports/",
        "tilsyn why-not kitos.local-admin-count ORGANISATION exports/ --format json")))

  @Argument(help: ArgumentHelp(said: "A policy."), completion: .custom { _, _, _ in KnownNames.policies() })
  var policy: String
  @Argument(
    help: ArgumentHelp(
      said: "The subject: its value; several values joined by `,` in the order of the policy's `for`."))
  var subject: String
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var key: KeyOption
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let environment = Environment()
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    guard checked.policies.contains(where: { $0.id.text == policy }) else {
      throw CommandFailure.usage("there is no policy `\(policy)`", help: "`tilsyn policy list` lists them")
    }
    let loaded = try run.load()
    try earlier?.check(loaded, run, checked)
    let judged = try run.judge(checked, loaded, key: try key.read(environment))
    run.warnIfIncomplete(judged.result)
    guard let explanation = try explain(judged.auditor) else {
      throw CommandFailure.notJudged(
        "`\(policy)` was not judged: no export of its system was read",
        help: "`tilsyn policy show \(policy)` names them")
    }
    let report = SubjectReport(explanation)
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), usesASCII: environment.usesASCII, say: run.say, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }

  private func explain(_ auditor: Auditor) throws -> Auditor.SubjectExplanation? {
    do {
      return try auditor.explain(policy: policy, subject: RowsReport.values(ofKey: subject))
    } catch {
      throw CommandFailure.usage("\(error.message)", help: "\(error.help)")
    }
  }
}
