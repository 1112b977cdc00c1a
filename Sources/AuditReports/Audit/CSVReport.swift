import Audit
import PolicyEngine

/// Findings as a table for people: a header, one row each, with the words and the places that ``RowsReport`` leaves out.
///
/// RFC 4180, in UTF-8. No cell begins a formula (``FormulaGuard``), and none acts on its surroundings: line breaks and controls
/// are spelt out, so that a row is a line.
struct CSVReport {
  /// How the table is written.
  struct Dialect: Sendable {
    let separator: UInt8
    /// Whether a byte order mark tells spreadsheets that it is UTF-8.
    let hasMark: Bool

    static let standard = Dialect(separator: UInt8(ascii: ","), hasMark: false)
    /// As spreadsheets of Nordic settings open it: they separate cells by `;`, since the comma is in their numbers.
    static let nordic = Dialect(separator: UInt8(ascii: ";"), hasMark: true)
  }

  static let titles = [
    "severity", "verdict", "policy", "title", "message", "subject", "violating", "files", "fix", "fingerprint",
    "status", "first_seen", "waiver",
  ]

  let result: AuditResult
  let dialect: Dialect

  /// Writes the table. Linear in the findings and their evidence.
  func render(into sink: inout ReportSink) {
    if dialect.hasMark { sink.write([0xEF, 0xBB, 0xBF]) }
    row(Self.titles, into: &sink)
    let policies = Dictionary(result.policies.map { ($0.id, $0) }) { first, _ in first }
    let words = DispositionWords(result)
    var index = -1
    for block in result.findings.blocks {
      if sink.hasFailed { return }
      for (finding, evidence) in block {
        index += 1
        let policy = policies[finding.policy]
        row(
          [
            finding.severity.rawValue, finding.verdict.rawValue, finding.policy, policy?.title ?? "", finding.message,
            Self.text(finding.subject), Self.text(finding.violating), evidence.places.joined(separator: ", "),
            policy?.fix ?? "", finding.fingerprint, words.word(of: index),
            result.dispositions[index].firstSeen?.description ?? "", words.waiver(of: index)?.waiver.id ?? "",
          ], into: &sink)
      }
    }
  }

  private static func text(_ keys: [Finding.Key]) -> String { keys.map(\.value).joined(separator: ", ") }

  private func row(_ cells: [String], into sink: inout ReportSink) {
    for (at, cell) in cells.enumerated() {
      if at > 0 { sink.write(byte: dialect.separator) }
      self.cell(cell, into: &sink)
    }
    sink.write("\r\n")
  }

  private func cell(_ text: String, into sink: inout ReportSink) {
    let quote = UInt8(ascii: "\"")
    sink.write(byte: quote)
    if FormulaGuard.isNeeded(text) { sink.write(byte: FormulaGuard.mark) }
    sink.write(text, special: { $0 == quote }) { scalar, sink in
      if scalar == "\"" { sink.write("\"\"") } else { sink.write(InertText.line(String(scalar))) }
    }
    sink.write(byte: quote)
  }
}

extension ReportFormat {
  /// For whoever works through the findings in a spreadsheet.
  static let csv = csv("csv", fileName: "findings.csv", .standard, isInFolder: true)
  /// The same for spreadsheets with Nordic settings.
  static let csvNordic = csv("csv-nordic", fileName: "findings-nordic.csv", .nordic, isInFolder: false)

  private static func csv(
    _ name: String, fileName: String, _ dialect: CSVReport.Dialect, isInFolder: Bool
  ) -> ReportFormat {
    ReportFormat(name, fileName: fileName, extent: .part, isInFolder: isInFolder) { result, _, sink in
      var sink = sink
      CSVReport(result: result, dialect: dialect).render(into: &sink)
      try sink.finish()
    }
  }
}
