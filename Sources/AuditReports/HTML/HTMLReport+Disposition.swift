import Audit
import Localization

/// What an earlier result had, and what was accepted.
extension HTMLReport {
  /// Rows of each table; the workbook and json have all.
  private static let rows = 200

  func dispositions(_ labels: [String: String]) -> [String: Any] {
    var values: [String: Any] = ["t": labels]
    let words = DispositionWords(result)
    if let comparison = result.comparison, let counts = words.changes {
      values["changes"] = [changes(comparison, counts, labels)]
    }
    if let report = result.waivers, let counts = words.waivers { values["waivers"] = [waivers(report, counts, labels)] }
    return values
  }

  private func changes(
    _ comparison: BaselineReport, _ counts: String, _ labels: [String: String]
  ) -> [String: Any] {
    var values: [String: Any] = [
      "t": labels, "title": say("Since the baseline"),
      "counts": say("since the baseline of \(comparison.asOf.description): \(counts)"),
      "remarks": comparison.remarks,
    ]
    let lost = comparison.lost.map { policy in
      [
        "reason": say(policy.reason.word), "policy": title(policy.policy),
        "text": say("not judged any longer: \(policy.policy), which had \(policy.members, "member", "members")"),
        "day": "",
      ]
    }
    let gone = comparison.gone.prefix(Self.rows).map { gone in
      [
        "reason": say(gone.reason.word), "policy": title(gone.finding.policy), "text": gone.finding.message,
        "day": gone.firstSeen?.description ?? "",
      ]
    }
    if !(lost + gone).isEmpty {
      let caption = say("What the baseline has and this audit does not")
      values["table"] = [["t": labels, "title": say("Since the baseline"), "caption": caption, "rows": lost + gone]]
    }
    let more = comparison.gone.count - gone.count
    if more > 0 { values["more"] = say(WorkbookWords.more(more)) }
    return values
  }

  private func waivers(_ report: WaiverReport, _ counts: String, _ labels: [String: String]) -> [String: Any] {
    var values: [String: Any] = ["t": labels, "title": say(WorkbookWords.Sheet.waivers), "counts": counts]
    let rows = report.outcomes.prefix(Self.rows).map { outcome in
      [
        "id": outcome.waiver.id, "state": say(outcome.state.word), "policy": title(outcome.waiver.policy),
        "owner": outcome.waiver.owner, "approver": outcome.waiver.approver,
        "expires": outcome.waiver.expires.description, "reason": outcome.waiver.reason,
      ]
    }
    if !rows.isEmpty { values["table"] = [["t": labels, "title": say(WorkbookWords.Sheet.waivers), "rows": rows]] }
    let more = report.outcomes.count - rows.count
    if more > 0 { values["more"] = say(WorkbookWords.more(more)) }
    return values
  }
}
