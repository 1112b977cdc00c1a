import Audit
import Localization

/// The sheet of controls, where a framework was asked for.
extension WorkbookReport {
  /// A row for each control of each framework, the worst first, those without a policy last.
  func writeControls(to sheet: WorkbookSheet) {
    begin(sheet, WorkbookWords.controls)
    for framework in result.frameworks {
      for control in framework.covered + framework.uncovered {
        let policies = control.policies.map { "\($0.policy) (\(say($0.verdict.word)))" }
        sheet.row([
          .text(framework.title), .text(control.id), .text(control.title, .wrapped), .text(say(control.verdict.word)),
          .number(control.failed), .number(control.unverified), .number(control.passed),
          .text(policies.joined(separator: ", "), .wrapped),
        ])
      }
    }
    sheet.filter(columns: WorkbookWords.controls.count)
  }
}
