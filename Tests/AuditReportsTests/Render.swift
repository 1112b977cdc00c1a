import Audit
import AuditReports
import Foundation

/// Each format as one text.
enum Render {
  static func text(
    _ result: AuditResult, options: GateOptions = GateOptions(), style: TerminalStyle = TerminalStyle()
  ) -> String {
    let gate = GateDecision(result, options: options)
    return ReportSink.text {
      TextReport(result, gate: gate, style: style, written: ["out/result.json"], inputs: "examples/kommune")
        .render(into: &$0)
    }
  }

  static func json(_ result: AuditResult, options: GateOptions = GateOptions()) throws -> String {
    let gate = GateDecision(result, options: options)
    return try whole { try JSONReport(result, gate: gate).render(into: $0) }
  }

  static func rows(_ result: AuditResult) -> String {
    ReportSink.text { RowsReport.render(result, into: &$0) }
  }

  static func parsed(_ json: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
  }

  /// What a renderer that takes its sink over writes.
  static func whole(_ render: (consuming ReportSink) throws -> Void) rethrows -> String {
    final class Box { var bytes: [UInt8] = [] }
    let box = Box()
    try render(ReportSink { box.bytes += $0 })
    return String(decoding: box.bytes, as: UTF8.self)
  }
}
