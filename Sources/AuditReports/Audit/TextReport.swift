import Audit
import PolicyEngine

/// The audit for a person at a terminal: the verdict first, then why, then what to do next.
///
/// At most ``lineLimit`` lines unless verbose, and ``quietLimit`` where all there is to do is to get exports. Every text
/// from an export is inert, colour never carries meaning alone.
public struct TextReport {
  /// Lines of a report that is not verbose.
  public static let lineLimit = 40
  /// Lines of a report that has no fail to show, and exports to ask for.
  public static let quietLimit = 25

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
    var (before, after) = frame(survey, isTight: false)
    func taken() -> Int { (before + after).reduce(0) { $0 + ($1.isEmpty ? 0 : $1.count + 1) } }
    // The findings must have their place, whatever else there is to say.
    let limit = isQuiet ? Self.quietLimit : Self.lineLimit
    if !style.isVerbose, taken() > (isQuiet ? limit : limit - Self.leastRoom) {
      (before, after) = frame(survey, isTight: true)
    }
    let room = style.isVerbose ? Int.max : isQuiet ? limit - taken() - 1 : max(Self.leastRoom - 1, limit - taken())
    let findings = isQuiet && room < Self.leastRoom - 1 ? [] : findingSection(survey, room: room)
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

  /// Nothing failed and exports are missing: what is open is answered by getting them, finding by finding it is noise.
  var isQuiet: Bool {
    !style.isVerbose && !result.scope.wanted.isEmpty && result.policies.allSatisfy { $0.failed == 0 }
  }

  /// Lines that are kept for the findings, with the blank one before them.
  private static let leastRoom = 6

  /// All sections but the findings: those before them, and those after.
  private func frame(_ survey: FindingSurvey, isTight: Bool) -> (before: [[String]], after: [[String]]) {
    (
      [
        headline() + judgedLine() + settingsLine(), conditionSection(limit: isTight ? 2 : 6),
        gateSection(limit: isTight ? 3 : 4),
        tallySection(survey),
      ],
      [
        missingSection(shown: isTight ? 1 : 3), declaredSection(limit: isTight ? 1 : 4),
        warningSection(limit: isTight ? 1 : 2),
        sourceSection(limit: isTight ? 1 : 5), detailSection(), fileSection(), [nextLine(survey)],
      ]
    )
  }

  /// The verdict in one sentence, for the first line and for stderr where the report goes to a file.
  public static func verdict(_ result: AuditResult, gate: GateDecision) -> String {
    let totals = Totals(result.policies)
    var text =
      switch gate.outcome {
      // Where something failed, nothing passed: the gate was told not to mind.
      case .passed where gate.options.failOn == nil || totals.failed > 0: "REPORTED"
      case .passed: "PASSED"
      case .failed: "FAILED"
      case .notJudged: "NOT JUDGED"
      }
    if !result.isComplete, gate.options.isIncompleteAllowed { text += " (INCOMPLETE, judged on what there is)" }
    if gate.outcome == .passed, gate.options.isUnverifiedAllowed, totals.unverified > 0 {
      text += " (unverified allowed)"
    }
    text += ": \(totals.members) checked, \(totals.failed) failed, \(totals.unverified) unverified, "
    text += "\(totals.passed) passed"
    if totals.exempt > 0 { text += ", \(totals.exempt) exempt" }
    if totals.populationHoles > 0 { text += ", \(totals.populationHoles) more may exist" }
    return ([text, policies(result)] + conditions(result) + ["as of \(result.asOf)"]).joined(separator: "; ")
  }

  /// `6 of 17 policies could not be judged; no export of exchange.mailboxes, … and 3 more`
  private static func policies(_ result: AuditResult) -> String {
    let open = result.scope.notEvaluated.count
    let all = result.policies.count { $0.status != .outOfScope }
    var text =
      open > 0
      ? "\(open) of \(Plural.of(all, "policy", "policies")) could not be judged" : Plural.of(all, "policy", "policies")
    let wanted = result.scope.wanted.map(\.document)
    if let first = wanted.first {
      let more = wanted.count > 2 ? " and \(wanted.count - 2) more" : ""
      text += "; no export of \(wanted.count > 1 ? "\(first), \(wanted[1])" : first)\(more)"
    }
    return text
  }

  /// What a reader must know before the numbers mean anything.
  private static func conditions(_ result: AuditResult) -> [String] {
    var conditions: [String] = []
    let without = result.declarations.map(\.name)
    if !without.isEmpty { conditions.append("judged without \(without.joined(separator: ", "))") }
    let old = result.sources.filter(\.isOld)
    if let first = old.first {
      let more = old.count > 1 ? " and \(old.count - 1) more" : ""
      conditions.append("too old to rely on: \(first.path) (\(first.daysOld ?? 0) days)\(more)")
    }
    if let settings = result.settings.flatMap({ SettingsText.condition($0) }) { conditions.append(settings) }
    return conditions
  }

  // MARK: Sections

  private func headline() -> [String] {
    let paint: TerminalStyle.Paint =
      switch gate.outcome {
      case .passed where gate.options.failOn == nil || Totals(result.policies).failed > 0: .yellow
      case .passed: .green
      case .failed: .red
      case .notJudged: .yellow
      }
    // Never cut: it is the sentence that everything else explains.
    return [style.paint(InertText.line(Self.verdict(result, gate: gate)), paint)]
  }

  /// What was declared, and which parameters are not those of the policies: it changes what the numbers mean.
  private func conditionSection(limit: Int) -> [String] {
    var lines = result.declarations.map { declaration in
      "without \(declaration.isSystem ? "system " : "")\(declaration.name): \(declaration.reason) "
        + "(\(declaration.owner), \(declaration.day); \(declaration.path):\(declaration.line))"
    }
    lines += result.parameters.filter { $0.value != $0.standard }.map {
      "parameter \($0.name) = \($0.value), where the policies say \($0.standard)"
    }
    return lines.isEmpty ? [] : section("judged under these conditions:", lines, limit: limit)
  }

  /// What the policies say that could be judged, and which packs were not asked, in one line.
  private func judgedLine() -> [String] {
    let judged = result.policies.filter { $0.status == .evaluated || $0.status == .empty }
    guard !style.isVerbose else { return [] }
    let groups = [
      ("passed", judged.filter(\.passes)), ("failed", judged.filter { $0.failed > 0 }),
      ("unverified", judged.filter { $0.status == .evaluated && !$0.passes && $0.failed == 0 }),
      ("without a member", judged.filter { $0.status == .empty }),
    ].filter { !$0.1.isEmpty }
    let counts = groups.map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")
    var text = "judged: \(Plural.of(judged.count, "policy", "policies"))" + (counts.isEmpty ? "" : ": \(counts)")
    let out = result.scope.outOfScope
    if !out.isEmpty { text += "; not asked, nothing of them was loaded: \(out.joined(separator: ", "))" }
    return [style.fit(text)]
  }

  /// What the configuration did, with its path and digest.
  private func settingsLine() -> [String] {
    result.settings.flatMap(SettingsText.line).map { [style.fit($0)] } ?? []
  }

  private func gateSection(limit: Int) -> [String] {
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
    return section(title, reasons, limit: limit)
  }

  private func tallySection(_ survey: FindingSurvey) -> [String] {
    guard result.findings.count > 0, style.isVerbose || !isQuiet && survey.groups.contains(where: isWorthALook) else {
      return []
    }
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

  private func warningSection(limit: Int) -> [String] {
    result.warnings.isEmpty ? [] : section("warnings:", result.warnings, limit: limit)
  }

  private func fileSection() -> [String] {
    written.isEmpty ? [] : section("written:", written, limit: 2)
  }

  private func nextLine(_ survey: FindingSurvey) -> String {
    let command: String
    // Where all that is open waits for exports, they come first.
    if let index = survey.first, style.isVerbose || !isQuiet && survey.groups.contains(where: isWorthALook) {
      command = "tilsyn why \(ShortFingerprint.of(result.findings[index].fingerprint)) \(inputs)"
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
