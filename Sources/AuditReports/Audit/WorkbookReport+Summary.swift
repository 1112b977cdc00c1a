import Audit
import Localization
import PolicyEngine

/// The first sheet: what a reader must know before the rest means anything.
extension WorkbookReport {
  private typealias Label = WorkbookWords.Label

  /// Lines of a kind that are shown; the json has all.
  private static let listed = 200

  func writeSummary(_ tally: FindingTally, to sheet: WorkbookSheet) {
    for (column, width) in [30.0, 90, 24, 18].enumerated() { sheet.column(column, width: width) }
    sheet.fitToPage()
    sheet.row([
      .text(say(Label.verdict), .strong), .text(TextReport.verdict(result, gate: gate), .strong),
    ])
    line(Label.gate, say(WorkbookWords.gate(gate.outcome, failOn: gate.options.failOn)), to: sheet)
    sheet.row([.text(say(Label.exit), .strong), .number(Int(gate.exitCode), .count)])
    sheet.row([.text(say(Label.asOf), .strong), .day(result.asOf)])
    line(Label.complete, say(result.isComplete ? WorkbookWords.yes : WorkbookWords.no), to: sheet)
    lines(Label.reason, gate.reasons, to: sheet)
    lines(Label.incomplete, result.incompleteReasons, to: sheet)
    lines(Label.without, result.declarations.map(Self.text), to: sheet)
    lines(Label.settings, result.settings.flatMap(SettingsText(say).line).map { [$0] } ?? [], to: sheet)
    lines(Label.people, result.peopleLine.map { [say($0)] } ?? [], to: sheet)
    lines(Label.warning, result.warnings, to: sheet)
    writeCounts(to: sheet)
    writeBasis(to: sheet)
    sheet.row([])
    writeSeverities(tally, to: sheet)
    if !result.parameters.isEmpty { writeParameters(to: sheet) }
  }

  private static func text(_ declaration: AuditResult.Declaration) -> String {
    "\(declaration.name): \(declaration.reason) (\(declaration.owner), \(declaration.day); "
      + "\(declaration.path):\(declaration.line))"
  }

  private func line(_ label: Phrase, _ text: String, to sheet: WorkbookSheet) {
    sheet.row([.text(say(label), .strong), .text(text, .wrapped)])
  }

  private func lines(_ label: Phrase, _ texts: [String], to sheet: WorkbookSheet) {
    for text in texts.prefix(Self.listed) { line(label, text, to: sheet) }
    if texts.count > Self.listed { line(label, say(WorkbookWords.more(texts.count - Self.listed)), to: sheet) }
  }

  private func writeCounts(to sheet: WorkbookSheet) {
    let totals = Totals(result.policies)
    let exports = result.sources.filter(SourceSum.isExport)
    for (label, count) in [
      (Label.members, totals.members), (Label.passed, totals.passed), (Label.failed, totals.failed),
      (Label.unverified, totals.unverified), (Label.exempt, totals.exempt), (Label.possible, totals.populationHoles),
      (Label.policies, result.policies.count), (Label.sources, exports.count),
      (Label.notWhole, exports.count { $0.kind == nil || $0.completeness != .complete }),
    ] {
      sheet.row([.text(say(label), .strong), .number(count, .count)])
    }
  }

  private func writeBasis(to sheet: WorkbookSheet) {
    line(Label.tool, "tilsyn \(result.toolVersion), commit \(result.basis.commit)", to: sheet)
    if !result.basis.arguments.isEmpty {
      line(Label.arguments, result.basis.arguments.joined(separator: " "), to: sheet)
    }
  }

  private func writeSeverities(_ tally: FindingTally, to sheet: WorkbookSheet) {
    sheet.row(
      [Label.severity, Label.failFindings, Label.unverifiedFindings, Label.allFindings].map { .text(say($0), .title) })
    for severity in Severity.allCases.reversed() {
      let (fail, open) = (tally[severity, .fail], tally[severity, .unverified])
      sheet.row([
        .text(say(severity.word), WorkbookLook(severity)), .number(fail, .count), .number(open, .count),
        .number(fail + open, .count),
      ])
    }
    let (fail, open) = (tally.total(.fail), tally.total(.unverified))
    sheet.row([
      .text(say(Label.allSeverities), .strong), .number(fail, .count), .number(open, .count),
      .number(fail + open, .count),
    ])
  }

  private func writeParameters(to sheet: WorkbookSheet) {
    sheet.row([])
    sheet.row([Label.parameter, Label.value, Label.standard, Label.overridden].map { .text(say($0), .title) })
    for parameter in result.parameters {
      sheet.row([
        .text(parameter.name), .text(parameter.value, .wrapped), .text(parameter.standard, .wrapped),
        .text(say(parameter.isOverridden ? WorkbookWords.yes : WorkbookWords.no)),
      ])
    }
  }
}
