import Audit
import Dispatch
import Foundation
import Synchronization

/// Findings for machines: one line each, `policy, verdict, subject key, violating key, fingerprint`, tab-separated, no
/// header and no evidence.
///
/// The values of a key of several names are joined by `,`. Within a value `\`, `,`, tab, line feed and carriage return are
/// written `\\`, `\,`, `\t`, `\n`, `\r`, and scalars that act on their surroundings `\u{1B}`, so that a line splits
/// into exactly five fields at its tabs, and a field into exactly its values at the commas that no `\` precedes. A value that
/// a spreadsheet would take for a formula has a `'` in front; see ``FormulaGuard``.
package enum RowsReport {
  /// Findings that one thread writes at once.
  static let block = 4096

  /// Writes all findings in their order. Linear; blocks are made by all processors and written in turn.
  package static func render(_ result: AuditResult, into sink: inout ReportSink) {
    let findings = result.findings
    let blocks = (findings.count + block - 1) / block
    let width = min(blocks, 2 * ProcessInfo.processInfo.activeProcessorCount)
    var first = 0
    while first < blocks, !sink.hasFailed {
      let wave = first..<min(first + width, blocks)
      let made = Mutex([Int: [UInt8]]())
      DispatchQueue.concurrentPerform(iterations: wave.count) { index in
        let start = (wave.lowerBound + index) * block
        let bytes = ReportSink.bytes { sink in
          for at in start..<min(start + block, findings.count) { write(findings.keyed(at), into: &sink) }
        }
        made.withLock { $0[index] = bytes }
      }
      let texts = made.withLock { $0 }
      for index in 0..<wave.count { sink.write((texts[index] ?? [])[...]) }
      first = wave.upperBound
    }
  }

  static func write(_ finding: Finding, into sink: inout ReportSink) {
    field(finding.policy, into: &sink)
    sink.write(byte: tab)
    sink.write(finding.verdict == .fail ? "fail" : "unverified")
    sink.write(byte: tab)
    key(finding.subject, into: &sink)
    sink.write(byte: tab)
    key(finding.violating, into: &sink)
    sink.write(byte: tab)
    field(finding.fingerprint, into: &sink)
    sink.write(byte: UInt8(ascii: "\n"))
  }

  /// A key as a field of a row: the values, escaped and joined.
  package static func key(_ keys: [Finding.Key]) -> String {
    ReportSink.text { key(keys, into: &$0) }
  }

  /// The values of a key, from how ``key(_:)`` writes them. A `\` before anything else stands for what follows it.
  package static func values(ofKey text: String) -> [String] {
    var values = [""]
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "," {
        values.append("")
        continue
      }
      var meant = scalar
      if scalar == "\\", let escaped = rest.popFirst() {
        switch escaped {
        case "t": meant = "\t"
        case "n": meant = "\n"
        case "r": meant = "\r"
        case "u" where rest.first == "{":
          let digits = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != "}" }))
          guard let value = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { fallthrough }
          rest = rest.dropFirst(digits.unicodeScalars.count + 2)
          meant = value
        default: meant = escaped
        }
      }
      values[values.count - 1].unicodeScalars.append(meant)
    }
    return values.map(FormulaGuard.removed)
  }

  private static func key(_ keys: [Finding.Key], into sink: inout ReportSink) {
    for (at, key) in keys.enumerated() {
      if at > 0 { sink.write(byte: comma) }
      field(key.value, into: &sink)
    }
  }

  private static func field(_ text: String, into sink: inout ReportSink) {
    if FormulaGuard.isNeeded(text) { sink.write(byte: FormulaGuard.mark) }
    sink.write(text, special: { $0 == comma || $0 == backslash }, escape: escape)
  }

  private static func escape(_ scalar: Unicode.Scalar, into sink: inout ReportSink) {
    switch scalar {
    case "\\": sink.write("\\\\")
    case ",": sink.write("\\,")
    case "\t": sink.write("\\t")
    case "\n": sink.write("\\n")
    case "\r": sink.write("\\r")
    default: sink.write("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
    }
  }

  private static let tab = UInt8(ascii: "\t")
  private static let comma = UInt8(ascii: ",")
  private static let backslash = UInt8(ascii: "\\")
}

extension ReportFormat {
  /// For spreadsheets, scripts and comparisons.
  static let rows = ReportFormat("rows", fileName: "findings.tsv", extent: .part, isHandedOn: false) {
    result, _, sink in
    var sink = sink
    RowsReport.render(result, into: &sink)
    try sink.finish()
  }
}
