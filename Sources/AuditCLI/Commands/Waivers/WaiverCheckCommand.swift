import ArgumentParser
import Audit
import AuditReports
import Localization
import Waivers

struct WaiverCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: String(said: "Says which waivers do not count, or should not be there."),
    discussion: String(
      parts: .said(
        """
        The exports are judged: what is waived must have been found. Told are waivers that are expired, for nothing that was \
        found, for more than one violation, approved by their owner, of a later day, or valid for too long.
        """),
      .examples("tilsyn waiver check exports/ -w waivers.yaml"),
      .said("Exit codes: 0 all of them count; 1 one does not; 2 file or exports could not be judged; 64 usage.")))

  @OptionGroup var judging: WaiverJudging
  @OptionGroup var listing: ListingFormat

  func run() throws {
    let environment = Environment()
    let (report, result, _) = try judging.judge(environment)
    var sink = StandardOutput.sink()
    switch listing.format {
    case .text:
      WaiverCheckReport.text(
        report.outcomes, result.wording, style: judging.talk.style(environment), cure: WaiverPlace.cure, into: &sink)
      try sink.finish()
    case .json: try WaiverCheckReport.json(report, into: sink)
    }
    if !result.isComplete { throw ExitCode(2) }
    if !report.outcomes.allSatisfy(\.isSound) { throw ExitCode(1) }
  }
}

/// Exports and the waivers that are held against what is found in them.
struct WaiverJudging: ParsableArguments {
  @Argument(help: ArgumentHelp(said: "Files and folders with exports.", valueName: "path"), completion: .file())
  var paths: [String]
  @OptionGroup var waivers: WaiverOption
  @OptionGroup var policies: PolicyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var key: KeyOption
  @OptionGroup var talk: TalkOptions

  /// What became of each waiver.
  func judge(_ environment: Environment) throws -> (WaiverReport, AuditResult, WaiverPlace) {
    let place = try WaiverPlace(waivers, environment)
    var run = try AuditRun(paths: paths, context: context, policies: policies, talk: talk, environment: environment)
    run.disposition.waivers = try ChosenWaivers(place.path, judging: paths)
    let checked = try run.check()
    let result = try run.judge(checked, try run.load(), key: try key.read(environment)).result
    run.warnIfIncomplete(result)
    guard let report = result.waivers else { preconditionFailure("waivers were read and are not told") }
    return (report, result, place)
  }
}
