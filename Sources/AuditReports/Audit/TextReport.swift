import Audit
import Localization
import PolicyEngine

/// The audit for a person at a terminal: the verdict first, then why, then what to do next.
///
/// At most ``lineLimit`` lines unless verbose, and ``quietLimit`` where all there is to do is to get exports. Every text
/// from an export is inert, colour never carries meaning alone.
package struct TextReport {
  /// Lines of a report that is not verbose.
  package static let lineLimit = 40
  /// Lines of a report that has no fail to show, and exports to ask for.
  package static let quietLimit = 25

  let result: AuditResult
  let gate: GateDecision
  let style: TerminalStyle
  /// The least severity of the findings that are listed; counts and verdict are never filtered.
  let minSeverity: Severity
  /// What findings stand together under. No count depends on it.
  let grouping: FindingGrouping
  /// Files that other formats of this run were written to.
  let written: [String]
  /// What follows `tilsyn why FINDING` to look at the same inputs, quoted for a shell.
  let inputs: String
  let say: Wording

  package init(
    _ result: AuditResult, gate: GateDecision, style: TerminalStyle, minSeverity: Severity = .info,
    by grouping: FindingGrouping = .policy, written: [String] = [], inputs: String = "PATH…"
  ) {
    self.result = result
    self.gate = gate
    self.style = style
    self.minSeverity = minSeverity
    self.grouping = grouping
    self.written = written
    self.inputs = inputs
    say = result.wording
  }

  /// Writes the report. Walks all findings once; proofs are asked for only where they are shown.
  package func render(into sink: inout ReportSink) {
    let survey = FindingSurvey(
      result.findings, minSeverity: minSeverity, kept: style.isVerbose ? .max : FindingSurvey.kept, by: grouping,
      counting: { result.dispositions[$0].counts(newOnly: gate.options.isNewOnly) })
    let limit = isQuiet ? Self.quietLimit : Self.lineLimit - overflow(survey)
    // The findings must have their place, whatever else there is to say.
    let needed = isQuiet ? openRoom(survey) : goodRoom(survey)
    var (before, after): ([[String]], [[String]]) = ([], [])
    func taken() -> Int { (before + after).reduce(0) { $0 + ($1.isEmpty ? 0 : $1.count + 1) } }
    let shares = style.isVerbose ? [Shares.wide] : Shares.all + (result.frameworks.isEmpty ? [] : [.least])
    for shares in shares {
      (before, after) = frame(survey, shares)
      if taken() <= limit - needed { break }
    }
    if !style.isVerbose, !isQuiet, taken() > limit - Self.leastRoom + 1 {
      (before, after) = frame(survey, Shares.least)
    }
    let room = style.isVerbose ? Int.max : isQuiet ? limit - taken() : max(Self.leastRoom - 1, limit - taken())
    let findings = isQuiet ? openSection(survey, room: room) : findingSection(survey, room: room)
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

  /// Lines of findings that other sections give way to, as far as they can: enough for three as they should be read.
  private func goodRoom(_ survey: FindingSurvey) -> Int {
    style.isVerbose ? 0 : findingSection(survey, room: 22).count + 1
  }

  /// Lines of the screen that those lines take which are never cut, past the first of each.
  private func overflow(_ survey: FindingSurvey) -> Int {
    guard !style.isVerbose else { return 0 }
    return [Self.verdict(result, gate: gate), nextLine(survey)].reduce(0) {
      $0 + max(0, DisplayWidth.of(InertText.line($1)) - 1) / style.width
    }
  }

  /// How many lines each section may have, from plenty to the least.
  private struct Shares {
    var conditions, gate, changes, frameworks, exports, declared, warnings, sources: Int

    static let wide = Shares(
      conditions: 6, gate: 4, changes: 5, frameworks: 8, exports: 3, declared: 4, warnings: 2, sources: 5)
    static let middle = Shares(
      conditions: 4, gate: 4, changes: 3, frameworks: 5, exports: 2, declared: 2, warnings: 2, sources: 3)
    static let tight = Shares(
      conditions: 2, gate: 3, changes: 2, frameworks: 3, exports: 1, declared: 1, warnings: 1, sources: 2)
    static let all = [wide, middle, tight]
    /// Where nothing else keeps the screen within its lines.
    static let least = Shares(
      conditions: 1, gate: 2, changes: 1, frameworks: 0, exports: 1, declared: 1, warnings: 1, sources: 1)
  }

  /// All sections but the findings: those before them, and those after.
  private func frame(_ survey: FindingSurvey, _ shares: Shares) -> (before: [[String]], after: [[String]]) {
    (
      [
        headline() + judgedLine() + settingsLine(), conditionSection(limit: shares.conditions),
        gateSection(limit: shares.gate), changeSection(limit: shares.changes), waiverSection(limit: shares.changes),
      ] + frameworkSections(limit: shares.frameworks) + [tallySection(survey)],
      [
        missingSection(shown: shares.exports), declaredSection(limit: shares.declared),
        warningSection(limit: shares.warnings), sourceSection(limit: shares.sources), detailSection(), fileSection(),
        [nextLine(survey)],
      ]
    )
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

  /// What the policies say that could be judged, and which packs were not asked, in one line.
  private func judgedLine() -> [String] {
    let judged = result.policies.filter { $0.status == .evaluated || $0.status == .empty }
    guard !style.isVerbose else { return [] }
    let groups: [(count: Int, text: Phrase)] = [
      (judged.count(where: \.passes), "passed"), (judged.count { $0.failed > 0 }, "failed"),
      (judged.count { $0.status == .evaluated && !$0.passes && $0.failed == 0 }, "unverified"),
      (judged.count { $0.status == .empty }, "without a member"),
    ]
    let counts = groups.filter { $0.count > 0 }.map { "\($0.count) \(say($0.text))" }.joined(separator: ", ")
    var text = say("judged: \(judged.count, "policy", "policies")") + (counts.isEmpty ? "" : ": \(counts)")
    let out = result.scope.outOfScope.joined(separator: ", ")
    if !out.isEmpty { text += "; " + say("not asked, nothing of them was loaded: \(out)") }
    return [style.fit(text)]
  }

  /// What the configuration did, with its path and digest.
  private func settingsLine() -> [String] {
    [result.settings.flatMap(SettingsText(say).line), result.peopleLine.map { say($0) }].compactMap { $0 }
      .map { style.fit($0) }
  }

  private func tallySection(_ survey: FindingSurvey) -> [String] {
    guard result.findings.count > 0, style.isVerbose || !isQuiet && survey.groups.contains(where: isWorthALook) else {
      return []
    }
    let severities = Severity.allCases.reversed()
    let column = style.width < 62 ? 9 : 10
    var lines = [
      DisplayWidth.pad(say("findings"), to: 12)
        + severities.map { DisplayWidth.pad(before: say($0.word), to: column) }.joined()
    ]
    for verdict in Finding.Verdict.allCases {
      lines.append(
        DisplayWidth.pad("  " + say(verdict.word), to: 12)
          + severities.map { DisplayWidth.pad(survey.tally[$0, verdict], to: column) }.joined())
    }
    return lines
  }

  private func warningSection(limit: Int) -> [String] {
    result.warnings.isEmpty ? [] : section(say("warnings:"), result.warnings, limit: limit)
  }

  private func fileSection() -> [String] {
    written.isEmpty ? [] : section(say("written:"), written, limit: 2)
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
    return say("next:") + " " + InertText.line(command)
  }

  /// A title and indented lines, cut to `limit` lines unless verbose, with a line that says how many were left out; where
  /// there is room for one only, it is the first with how many come after it: a number alone names nothing.
  func section(_ title: String, _ lines: [String], limit: Int) -> [String] {
    var shown = lines
    var rest = ""
    if !style.isVerbose, lines.count > limit {
      if limit > 1 {
        shown = Array(lines.prefix(limit - 1)) + [say("… and \(lines.count - limit + 1) more (-v shows all)")]
      } else {
        shown = Array(lines.prefix(1))
        rest = " " + say("… and \(lines.count - 1) more")
      }
    }
    let taken = 2 + DisplayWidth.of(rest)
    return [style.paint(style.fit(title), .bold)] + shown.map { "  " + style.fit($0, after: taken) + rest }
  }
}

extension ReportFormat {
  /// For a person.
  package static let text = ReportFormat("text", fileName: "report.txt", extent: .allInFiles, isHandedOn: false) {
    result, view, sink in
    var sink = sink
    if view.isQuiet {
      sink.write(InertText.line(TextReport.verdict(result, gate: view.gate)) + "\n")
    } else {
      TextReport(
        result, gate: view.gate, style: view.style, minSeverity: view.minSeverity, by: view.grouping,
        written: view.written, inputs: view.inputs
      ).render(into: &sink)
    }
    try sink.finish()
  }
}
