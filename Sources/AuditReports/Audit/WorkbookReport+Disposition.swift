import Audit
import Localization

/// The sheets of what was accepted, and of what an earlier result had.
extension WorkbookReport {
  /// A row for each waiver, in the order of their file.
  func writeWaivers(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.waivers)
    for outcome in result.waivers?.outcomes ?? [] {
      let waiver = outcome.waiver
      sheet.row([
        .text(waiver.id), .text(say(outcome.state.word)), .text(waiver.policy), .number(outcome.findings),
        .text(waiver.owner), .text(waiver.approver), .day(waiver.approvedOn), .day(waiver.expires),
        .text(waiver.reason, .wrapped), .text("\(waiver.path):\(waiver.line)"),
      ])
    }
    sheet.filter(columns: WorkbookWords.waivers.count)
  }

  /// A row for each finding of the baseline that is gone, and for each policy that is not judged any longer.
  func writeChanges(to sheet: WorkbookSheet) {
    guard let comparison = result.comparison else { return }
    begin(sheet, WorkbookWords.changes)
    for policy in comparison.lost {
      sheet.row([
        .text(say(policy.reason.word)), .text(policy.severity), .none, .text(policy.policy), .none, .none,
        .text(
          say("not judged any longer: \(policy.policy), which had \(policy.members, "member", "members")"), .wrapped),
      ])
    }
    let shown = comparison.gone.prefix(rowLimit - sheet.next - 1)
    for gone in shown {
      let finding = gone.finding
      sheet.row([
        .text(say(gone.reason.word)), .text(say(finding.severity.word), WorkbookLook(finding.severity)),
        .text(say(finding.verdict.word)), .text(finding.policy),
        .text(finding.subject.map(\.value).joined(separator: ", ")),
        .text(finding.violating.map(\.value).joined(separator: ", ")), .text(finding.message, .wrapped),
        .day(gone.firstSeen), .text(finding.fingerprint),
      ])
    }
    sheet.filter(columns: WorkbookWords.changes.count)
    let more = comparison.gone.count - shown.count
    if more > 0 { sheet.row([.text(say(WorkbookWords.more(more)))]) }
  }
}
