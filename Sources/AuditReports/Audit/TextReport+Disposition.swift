import Audit
import Localization

extension TextReport {
  /// What changed since the baseline: the counts, what is not judged any longer, and what makes the two not quite comparable.
  func changeSection(limit: Int) -> [String] {
    let words = DispositionWords(result)
    guard let comparison = result.comparison, let changes = words.changes else { return [] }
    let title = say("since the baseline of \(comparison.asOf.description): \(changes)")
    var lines = words.lost + comparison.remarks
    for gone in style.isVerbose ? comparison.gone : [] where !gone.reason.isUnjudged {
      lines.append(
        "\(say(gone.reason.word)): \(ShortFingerprint.of(gone.finding.fingerprint)) \(gone.finding.message)")
    }
    return section(title, lines, limit: limit)
  }

  /// What became of the waivers; those that do not count by name.
  func waiverSection(limit: Int) -> [String] {
    let words = DispositionWords(result)
    guard let report = result.waivers, let text = words.waivers else { return [] }
    let lines = report.outcomes.filter { !$0.isSound }.map { outcome in
      "\(outcome.waiver.id): \(say(outcome.state.word)) (\(outcome.waiver.path):\(outcome.waiver.line))"
    }
    return section("\(text) (\(report.file.path))", lines, limit: limit)
  }
}
