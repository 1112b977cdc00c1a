import Audit
import Localization
import PolicyEngine

/// The findings as commands of a GitHub workflow, which shows them beside the lines of a pull request.
///
/// The gravest first, at most ``limit``: GitHub shows ten of each sort. A last line says how many are left out.
enum GitHubReport {
  static let limit = 50

  /// Writes a line for each finding. Linear in the findings; proofs are asked for only where they are shown.
  static func render(_ result: AuditResult, gate: GateDecision, into sink: inout ReportSink) {
    let say = result.wording
    line(
      gate.outcome == .passed ? "notice" : "error", [("title", "tilsyn")], TextReport.verdict(result, gate: gate),
      into: &sink)
    let words = DispositionWords(result)
    let counting = result.findings.indices { result.dispositions[$0].counts(newOnly: result.comparison != nil) }
    for index in gravest(result.findings, among: counting) {
      let (finding, evidence) = result.findings[index..<index + 1][0]
      var properties: [(String, String)] = []
      if let place = evidence.first(where: { !$0.path.isEmpty }) {
        properties += [("file", place.path), ("line", String(Swift.max(1, place.line)))]
      }
      properties.append(("title", "\(finding.policy) (\(finding.severity.rawValue))"))
      let message = finding.verdict == .fail ? finding.message : say("not verified: \(finding.message)")
      let note = words.note(of: index).map { ", \($0)" } ?? ""
      line(
        command(finding), properties, "\(message) [\(ShortFingerprint.of(finding.fingerprint))\(note)]", into: &sink)
    }
    for text in words.lost.prefix(limit) { line("error", [("title", "tilsyn")], text, into: &sink) }
    let dismissed = result.findings.count - counting.count
    if dismissed > 0 {
      line("notice", [("title", "tilsyn")], say("\(dismissed) known before or waived"), into: &sink)
    }
    let more = counting.count - limit
    if more > 0 {
      line(
        "notice", [("title", "tilsyn")], say("\(more, "more finding", "more findings") in the other reports"),
        into: &sink)
    }
  }

  /// The findings that are shown, by severity, fails before the rest, else in their order.
  private static func gravest(_ findings: FindingList, among indices: [Int]) -> [Int] {
    var buckets: [[Int]] = Array(repeating: [], count: Severity.allCases.count * 2)
    let ranks = Array(Severity.allCases.sorted(by: >).enumerated())
    for index in indices {
      let finding = findings.keyed(index)
      guard let rank = ranks.first(where: { $0.element == finding.severity })?.offset else { continue }
      let bucket = rank * 2 + (finding.verdict == .fail ? 0 : 1)
      if buckets[bucket].count < limit { buckets[bucket].append(index) }
    }
    return Array(buckets.joined().prefix(limit))
  }

  private static func command(_ finding: Finding) -> String {
    guard finding.verdict == .fail else { return "warning" }
    return SARIFReport.level(finding.severity) == "note" ? "notice" : SARIFReport.level(finding.severity)
  }

  private static func line(
    _ command: String, _ properties: [(name: String, value: String)], _ message: String, into sink: inout ReportSink
  ) {
    let mask = sink.mask ?? { $0 }
    let list = properties.map { "\($0.name)=\(escaped(mask($0.value), inProperty: true))" }.joined(separator: ",")
    sink.write("::\(command) \(list)::\(escaped(mask(message), inProperty: false))\n")
  }

  /// As the runner reads it: `%` begins two digits, and a property ends at `,` or `:`.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in InertText.line(text).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ReportFormat {
  /// For pull requests of GitHub.
  static let github = ReportFormat("github", fileName: "github-annotations.txt", extent: .part, isInFolder: false) {
    result, view, sink in
    var sink = sink
    GitHubReport.render(result, gate: view.gate, into: &sink)
    try sink.finish()
  }
}
