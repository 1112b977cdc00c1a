import ArgumentParser
import Audit
import AuditReports
import Localization
import Waivers

struct WaiverPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: String(said: "Removes waivers that are expired, or for nothing that was found."),
    discussion: String(
      parts: .said(
        """
        The exports are judged, and must be complete: what could not be found in half of them is not mended. Other lines of the \
        file stay as they are.
        """),
      .examples(
        HelpExample("tilsyn waiver prune exports/ -w waivers.yaml --dry-run", does: "says what would go"),
        HelpExample("tilsyn waiver prune exports/ -w waivers.yaml", does: "removes it")),
      .said("Exit codes: 0 done; 2 file or exports could not be judged, nothing is removed; 64 usage.")))

  @OptionGroup var judging: WaiverJudging
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(said: "Say what would be removed, and remove nothing."))
  var dryRun = false

  func run() throws {
    let environment = Environment()
    let (report, result, place) = try judging.judge(environment)
    guard result.isComplete else {
      throw CommandFailure.notJudged(
        "the exports are not complete, so nothing is removed", help: "`tilsyn sources PATH` says what is missing")
    }
    let outcomes = report.outcomes.filter { $0.state == .stale || $0.state == .expired }
    if !dryRun, !outcomes.isEmpty {
      var document = try place.document()
      do throws(WaiverDocument.Unwieldy) {
        try document.remove(Set(outcomes.map(\.waiver.id)))
      } catch {
        throw place.unwieldy(error)
      }
      try place.write(document)
    }
    let say = result.wording
    for outcome in outcomes {
      let waiver = outcome.waiver
      try StandardOutput.say(
        "\(place.path.shown):\(waiver.line): \(waiver.id): \(say(outcome.state.word)), "
          + say("accepted by \(waiver.approver) for \(waiver.owner): \(waiver.reason)"))
    }
    if !judging.talk.quiet {
      try StandardOutput.say(
        dryRun
          ? say("\(outcomes.count, "waiver", "waivers") would be removed")
          : say("\(outcomes.count, "waiver", "waivers") removed"))
    }
  }
}
