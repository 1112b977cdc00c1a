import ArgumentParser
import Audit
import AuditReports
import PolicyEngine

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: String(
      said: "Prints the proof behind a finding or an answer, down to file and line."),
    discussion: String(
      parts: .said(
        """
        A finding is named by the first digits of its fingerprint, or by its policy and --subject. The exports are judged \
        again. A statement that cannot be ruled out, but is not certain, is marked `possibly`.
        """),
      .said(
        "A question in the policy language is answered as `tilsyn query` answers it, each row with its proof."),
      .examples(
        "tilsyn why 3f2a9c81 exports/",
        "tilsyn why kitos.api-user-is-not-a-person --subject 6d1e… exports/",
        "tilsyn why 3f2a9c81 exports/ --format json",
        "tilsyn why 'kitos.may_with_object(user, object: \"5b0c…\", via: path)' exports/")))

  @Argument(help: ArgumentHelp(said: "A fingerprint, its first digits, a policy, or a question."))
  var finding: String
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @Option(
    help: ArgumentHelp(
      said: "The subject, where a policy is given; several values joined by `,`.", valueName: "value"))
  var subject: String?
  @Option(help: ArgumentHelp(said: "How many rows of a question's answer are proved.", valueName: "count"))
  var limit = 20
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var earlier: ResultOption
  @OptionGroup var listing: ListingFormat
  @OptionGroup var key: KeyOption
  @OptionGroup var talk: TalkOptions

  /// No fingerprint and no policy's name has a parenthesis or a comparison; every question has.
  private var isQuestion: Bool { finding.contains { "(=<>".contains($0) } }

  func validate() throws {
    guard limit >= 1 else {
      throw ValidationError("--limit \(limit) is below 1", help: "give the number of rows that are proved")
    }
    if isQuestion {
      guard subject == nil else {
        throw ValidationError(
          "--subject stands beside a question", help: "leave it out: a question names its own values")
      }
      return
    }
    if !FindingChoice.isFingerprint(finding), !finding.contains(".") {
      throw ValidationError(
        "`\(finding)` is neither a fingerprint (hexadecimal digits), nor a policy, nor a question",
        help: "paths come after it: `tilsyn why FINDING PATH`")
    }
  }

  func run() throws {
    let environment = Environment()
    var context = context
    let earlier = try earlier.read(&context)
    let run = try AuditRun(
      paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    if isQuestion { return try answer(run, earlier, environment) }
    let checked = try run.check()
    let loaded = try run.load()
    try earlier?.check(loaded, run, checked)
    let judged = try run.judge(checked, loaded, key: try key.read(environment))
    run.warnIfIncomplete(judged.result)
    let index = try FindingChoice(finding, subject: subject).find(in: judged.result)
    let found = judged.result.findings[index]
    let report = ExplanationReport(
      found, policy: judged.result.policies.first { $0.id == found.policy }, proofs: judged.proofs(ofFinding: index))
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), usesASCII: environment.usesASCII, say: run.say, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
  }

  private func answer(_ run: AuditRun, _ earlier: EarlierResult?, _ environment: Environment) throws {
    let (checked, asked) = try run.check(question: finding)
    let loaded = try run.load()
    try earlier?.check(loaded, run, checked)
    let engine = run.engine(checked, loaded)
    let report = try ProvedAnswerReport(
      asked, by: engine, limit: limit, explainer: Explainer(engine), notes: run.notes(loaded))
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      report.text(style: talk.style(environment), usesASCII: environment.usesASCII, say: run.say, into: &sink)
      try sink.finish()
    case .json: try report.json(into: sink)
    }
    if !loaded.isComplete { throw ExitCode(2) }
  }
}
