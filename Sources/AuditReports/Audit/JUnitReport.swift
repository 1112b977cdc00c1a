import Audit
import PolicyEngine

/// The findings as JUnit XML, as servers of continuous integration show tests: a policy is a suite.
///
/// A fail is a failure, what could not be verified an error: the check itself did not come to an end. Who passed is not named in a
/// result, so that a policy without findings is one case that passes, and one that judged nobody a skipped one.
struct JUnitReport {
  let result: AuditResult
  let gate: GateDecision

  private struct Counts {
    var failures = 0
    var errors = 0
    /// Waived, or known where the gate looks at what is new alone.
    var dismissed = 0
    var all: Int { failures + errors + dismissed }
  }

  /// Writes the document. Linear in the findings and their evidence.
  func render(into sink: inout ReportSink) {
    var counts: [String: Counts] = [:]
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      switch finding.verdict {
      case _ where !isCounted(index): counts[finding.policy, default: Counts()].dismissed += 1
      case .fail: counts[finding.policy, default: Counts()].failures += 1
      case .unverified: counts[finding.policy, default: Counts()].errors += 1
      }
    }
    // A policy of whose findings none is left is still one case.
    let cases = result.policies.reduce(0) { total, policy in
      total + Swift.max(1, counts[policy.id]?.all ?? 0)
    }
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tilsyn\"")
    attribute("tests", cases, into: &sink)
    attribute("failures", counts.values.reduce(0) { $0 + $1.failures }, into: &sink)
    attribute("errors", counts.values.reduce(0) { $0 + $1.errors }, into: &sink)
    sink.write(">\n")
    writeSuites(counts, into: &sink)
    sink.write("</testsuites>\n")
  }

  /// Policies in their order, and of each its findings in theirs.
  private func writeSuites(_ counts: [String: Counts], into sink: inout ReportSink) {
    var indices: [String: [Int]] = [:]
    for index in 0..<result.findings.count { indices[result.findings.keyed(index).policy, default: []].append(index) }
    for policy in result.policies {
      if sink.hasFailed { return }
      start(policy.id, policy, counts[policy.id] ?? Counts(), into: &sink)
      let found = indices[policy.id] ?? []
      if found.isEmpty { writePassed(policy, into: &sink) }
      for run in found.runs {
        for (index, (finding, evidence)) in zip(run, result.findings[run]) {
          write(index, finding, evidence, policy, into: &sink)
        }
      }
      sink.write("  </testsuite>\n")
    }
  }

  private func writePassed(_ policy: PolicyOutcome, into sink: inout ReportSink) {
    sink.write("    <testcase")
    attribute("name", "\(Plural.of(policy.passed, "member")) passed", into: &sink)
    attribute("classname", policy.id, into: &sink)
    if policy.status == .evaluated { return sink.write("/>\n") }
    sink.write("><skipped")
    attribute("message", policy.status.rawValue, into: &sink)
    sink.write("/></testcase>\n")
  }

  private func start(_ id: String, _ policy: PolicyOutcome, _ counts: Counts, into sink: inout ReportSink) {
    let isSkipped = counts.all == 0 && policy.status != .evaluated
    sink.write("  <testsuite")
    attribute("name", id, into: &sink)
    attribute("tests", Swift.max(1, counts.all), into: &sink)
    attribute("failures", counts.failures, into: &sink)
    attribute("errors", counts.errors, into: &sink)
    attribute("skipped", isSkipped ? 1 : counts.dismissed, into: &sink)
    sink.write(">\n    <properties>\n")
    for (name, value) in [
      ("title", policy.title), ("severity", policy.severity.rawValue),
      ("population", "\(policy.population)"), ("passed", "\(policy.passed)"),
      ("exempt", "\(policy.exempt)"),
    ] {
      sink.write("      <property")
      attribute("name", name, into: &sink)
      attribute("value", value, into: &sink)
      sink.write("/>\n")
    }
    sink.write("    </properties>\n")
  }

  /// Whether the gate counts a finding: what it does not is skipped, so that whoever reads the file ends as the gate does.
  private func isCounted(_ index: Int) -> Bool { result.dispositions[index].counts(newOnly: gate.options.isNewOnly) }

  private func write(
    _ index: Int, _ finding: Finding, _ evidence: [Evidence], _ policy: PolicyOutcome, into sink: inout ReportSink
  ) {
    let element = !isCounted(index) ? "skipped" : finding.verdict == .fail ? "failure" : "error"
    let note = DispositionWords(result).note(of: index)
    sink.write("    <testcase")
    let keys = (finding.subject + finding.violating).map(\.value).joined(separator: ", ")
    attribute("name", "\(keys) (\(ShortFingerprint.of(finding.fingerprint)))", into: &sink)
    attribute("classname", finding.policy, into: &sink)
    if let first = evidence.first(where: { !$0.path.isEmpty }) {
      attribute("file", first.path, into: &sink)
      attribute("line", first.line, into: &sink)
    }
    sink.write("><\(element)")
    // A case that is skipped has no type.
    if element != "skipped" { attribute("type", finding.verdict.rawValue, into: &sink) }
    attribute("message", note.map { "\(finding.message) (\($0))" } ?? finding.message, into: &sink)
    sink.write(">")
    for item in evidence { line("\(item.place.map { $0 + " " } ?? "")\(item.fact)", into: &sink) }
    if !policy.fix.isEmpty { line("fix: \(policy.fix)", into: &sink) }
    sink.write("</\(element)></testcase>\n")
  }

  // MARK: XML

  private func attribute(_ name: StaticString, _ value: Int, into sink: inout ReportSink) {
    sink.write(constant: " ")
    sink.write(constant: name)
    sink.write(constant: "=\"")
    sink.write(number: value)
    sink.write("\"")
  }

  private func attribute(_ name: StaticString, _ value: String, into sink: inout ReportSink) {
    sink.write(constant: " ")
    sink.write(constant: name)
    sink.write(constant: "=\"")
    escape(value, into: &sink)
    sink.write("\"")
  }

  private func line(_ value: String, into sink: inout ReportSink) {
    escape(value, into: &sink)
    sink.write(constant: "\n")
  }

  /// Controls are no part of XML 1.0, written as references or not; they are spelt out as elsewhere.
  private func escape(_ value: String, into sink: inout ReportSink) {
    sink.write(value, special: InertHTML.isSpecial) { scalar, sink in
      switch scalar {
      case "&": sink.write("&amp;")
      case "<": sink.write("&lt;")
      case ">": sink.write("&gt;")
      case "\"": sink.write("&quot;")
      case "'": sink.write("&#39;")
      default: sink.write(InertText.line(String(scalar)))
      }
    }
  }
}

extension ReportFormat {
  /// For servers of continuous integration.
  static let junit = ReportFormat("junit", fileName: "junit.xml", extent: .part, isInFolder: false, effort: 2) {
    result, view, sink in
    var sink = sink
    JUnitReport(result: result, gate: view.gate).render(into: &sink)
    try sink.finish()
  }
}
