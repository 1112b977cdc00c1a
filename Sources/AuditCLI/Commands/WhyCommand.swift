import ArgumentParser
import Audit
import AuditReports

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Prints the proof behind a finding, down to file and line.",
    discussion: """
      A finding is named by the first digits of its fingerprint, or by its policy and --subject. The exports are judged
      again. A statement that cannot be ruled out, but is not certain, is marked `possibly`.

        tilsyn why 3f2a9c81 exports/
        tilsyn why kitos.api-user-is-not-a-person --subject 6d1e… exports/
        tilsyn why 3f2a9c81 exports/ --format json
      """)

  @Argument(help: "A fingerprint, its first digits, or a policy.")
  var finding: String
  @Argument(help: ArgumentHelp("Files and folders with exports.", valueName: "path"))
  var paths: [String]
  @Option(help: ArgumentHelp("The subject, where a policy is given; several values joined by `,`.", valueName: "value"))
  var subject: String?
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if !FindingChoice.isFingerprint(finding), !finding.contains(".") {
      throw ValidationError(
        "`\(finding)` is neither a fingerprint (hexadecimal digits) nor a policy; paths come after it")
    }
  }

  func run() throws {
    let environment = Environment()
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    let checked = try run.check()
    let loaded = try run.load()
    try earlier?.check(loaded)
    let judged = run.judge(checked, loaded)
    run.warnIfIncomplete(judged.result)
    let index = try FindingChoice(finding, subject: subject).find(in: judged.result)
    let found = judged.result.findings[index]
    let report = ExplanationReport(
      found, policy: judged.result.policies.first { $0.id == found.policy }, proofs: judged.proofs(ofFinding: index))
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), usesASCII: environment.usesASCII, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }
}
