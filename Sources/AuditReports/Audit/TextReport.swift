import Audit
import PolicyEngine

/// The audit for a person at a terminal: the verdict first, then why, then what to do next.
///
/// At most ``lineLimit`` lines unless verbose. Every text from an export is inert, colour never carries meaning alone.
public struct TextReport {
  /// Lines of a report that is not verbose.
  public static let lineLimit = 40

  let result: AuditResult
  let gate: GateDecision
  let style: TerminalStyle
  /// The least severity of the findings that are listed; counts and verdict are never filtered.
  let minSeverity: Severity
  /// Files that other formats of this run were written to.
  let written: [String]
  /// What follows `tilsyn why FINDING` to look at the same inputs, quoted for a shell.
  let inputs: String

  public init(
    _ result: AuditResult, gate: GateDecision, style: TerminalStyle, minSeverity: Severity = .info,
    written: [String] = [], inputs: String = "PATH…"
  ) {
    self.result = result
    self.gate = gate
    self.style = style
    self.minSeverity = minSeverity
    self.written = written
    self.inputs = inputs
  }

  /// Writes the report. Walks all findings once; proofs are asked for only where they are shown.
  public func render(into sink: inout ReportSink) {
    let survey = FindingSurvey(result.findings, minSeverity: minSeverity)
    let before = [headline(), gateSection(), tallySection(survey)]
    let after = [
      notEvaluatedSection(), warningSection(), sourceSection(), detailSection(), fileSection(),
      [nextLine(survey)],
    ]
    let taken = (before + after).reduce(0) { $0 + ($1.isEmpty ? 0 : $1.count + 1) }
    let room = style.isVerbose ? Int.max : max(6, Self.lineLimit - taken)
    let findings = findingSection(survey, room: room)
    var isFirst = true
    for section in before + [findings] + after where !section.isEmpty {
      if !isFirst { sink.write("\n") }
      isFirst = false
      for line in section {
        sink.write(line)
        sink.write("\n")
      }
    }
  }

  /// The verdict in one sentence, for the first line and for stderr where the report goes to a file.
  public static func verdict(_ result: AuditResult, gate: GateDecision) -> String {
    let totals = Totals(result.policies)
    let judged = result.policies.count { $0.status != .notEvaluated }
    var text =
      switch gate.outcome {
      case .passed: "PASSED"
      case .failed: "FAILED"
      case .notJudged: "NOT JUDGED"
      }
    if !result.isComplete, gate.options.isIncompleteAllowed { text += " (INCOMPLETE, judged on what there is)" }
    text += ": \(totals.members) checked, \(totals.failed) failed, \(totals.unverified) unverified, "
    text += "\(totals.passed) passed"
    if totals.exempt > 0 { text += ", \(totals.exempt) exempt" }
    if totals.populationHoles > 0 { text += ", \(totals.populationHoles) more may exist" }
    text += "; \(Plural.of(judged, "policy", "policies"))"
    if !result.scope.notEvaluated.isEmpty { text += ", \(result.scope.notEvaluated.count) not evaluated" }
    return text + "; as of \(result.asOf)"
  }

  // MARK: Sections

  private func headline() -> [String] {
    let paint: TerminalStyle.Paint =
      switch gate.outcome {
      case .passed: .green
      case .failed: .red
      case .notJudged: .yellow
      }
    // Never cut: it is the sentence that everything else explains.
    return [style.paint(InertText.line(Self.verdict(result, gate: gate)), paint)]
  }

  private func gateSection() -> [String] {
    let options = gate.options
    let level = options.failOn.map { "\($0.rawValue) and above" } ?? "never"
    let title: String
    switch gate.outcome {
    case .passed where options.failOn == nil: title = "the gate is off (--fail-on never)"
    case .passed:
      title = "the gate passed: nothing at \(level)" + (options.isUnverifiedAllowed ? ", unverified allowed" : "")
    case .failed: title = "why the gate failed (fails on \(level)):"
    case .notJudged: title = "why it could not be judged (--allow-incomplete judges what there is):"
    }
    var reasons = gate.reasons
    if gate.outcome != .notJudged { reasons += result.incompleteReasons.map { "incomplete: \($0)" } }
    return section(title, reasons, limit: 4)
  }

  private func tallySection(_ survey: FindingSurvey) -> [String] {
    guard result.findings.count > 0 else { return [] }
    let severities = Severity.allCases.reversed()
    var lines = [
      DisplayWidth.pad("findings", to: 12)
        + severities.map { String(repeating: " ", count: 10 - $0.rawValue.count) + $0.rawValue }.joined()
    ]
    for verdict in Finding.Verdict.allCases {
      lines.append(
        DisplayWidth.pad("  " + verdict.rawValue, to: 12)
          + severities.map { DisplayWidth.pad(survey.tally[$0, verdict], to: 10) }.joined())
    }
    return lines
  }

  private func notEvaluatedSection() -> [String] {
    var lines: [String] = []
    for entry in result.scope.notEvaluated {
      let members = entry.members > 0 ? " (\(Plural.of(entry.members, "member")) not judged)" : ""
      lines.append("\(entry.policy): missing \(entry.missing)\(members)")
      if !entry.obtain.isEmpty { lines.append("  obtain: \(entry.obtain)") }
    }
    if !result.scope.outOfScope.isEmpty {
      lines.append("out of scope, no export loaded: \(result.scope.outOfScope.joined(separator: ", "))")
    }
    return lines.isEmpty ? [] : section("not evaluated:", lines, limit: 5)
  }

  private func warningSection() -> [String] {
    result.warnings.isEmpty ? [] : section("warnings:", result.warnings, limit: 2)
  }

  private func fileSection() -> [String] {
    written.isEmpty ? [] : section("written:", written, limit: 2)
  }

  private func nextLine(_ survey: FindingSurvey) -> String {
    let command: String
    if let index = survey.first {
      command = "tilsyn why \(ShortFingerprint.of(result.findings[index].fingerprint)) \(inputs)"
    } else if let entry = result.scope.notEvaluated.first {
      command = "tilsyn policy show \(entry.policy)"
    } else {
      command = "tilsyn sources \(inputs)"
    }
    // Never cut: this line is there to be copied.
    return "next: " + InertText.line(command)
  }

  /// A title and indented lines, cut to `limit` lines unless verbose, with a line that says how many were left out.
  func section(_ title: String, _ lines: [String], limit: Int) -> [String] {
    var shown = lines
    if !style.isVerbose, lines.count > limit {
      shown = Array(lines.prefix(limit - 1)) + ["… and \(lines.count - limit + 1) more (-v shows all)"]
    }
    return [style.paint(style.fit(title), .bold)] + shown.map { "  " + style.fit($0, after: 2) }
  }
}
