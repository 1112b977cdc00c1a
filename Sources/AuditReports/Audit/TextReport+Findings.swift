import Audit
import Localization
import PolicyEngine

extension TextReport {
  /// What was found, group by group, within `room` lines; all of it when verbose.
  func findingSection(_ survey: FindingSurvey, room: Int) -> [String] {
    guard !survey.groups.isEmpty else { return hiddenLine(survey) }
    if style.isVerbose { return allFindings(survey) }
    let groups = survey.groups.filter(isWorthALook)
    guard !groups.isEmpty else { return hiddenLine(survey) }
    // The title, and a line for what is left out.
    let left = room - 2 - hiddenLine(survey).count
    var shown: [(group: FindingSurvey.Group, count: Int, lines: [String])] = []
    func used() -> Int { shown.reduce(0) { $0 + $1.lines.count } }
    for group in groups {
      // The first has its place, however little there is; those behind it are shown well or not.
      let forms = shown.isEmpty ? FindingBlock.Form.all : [.full]
      let blocks = forms.map { block(group, 1, $0) }
      let fitting = blocks.first { used() + $0.count <= left }
      guard let block = fitting ?? (shown.isEmpty ? blocks.last : nil) else { break }
      shown.append((group, 1, block))
    }
    for round in 1..<FindingSurvey.kept {
      for at in shown.indices where shown[at].count == round {
        let (group, count, lines) = shown[at]
        guard group.all.count > count else { continue }
        let block = block(group, count + 1, .full)
        if used() - lines.count + block.count <= left { shown[at] = (group, count + 1, block) }
      }
    }
    var lines = [style.paint(say("top findings:"), .bold)] + shown.flatMap(\.lines)
    let rest = survey.groups.reduce(0) { $0 + $1.total } - shown.reduce(0) { $0 + $1.count }
    if rest > 0 {
      let policies = grouping == .policy ? survey.groups.count - shown.count : 0
      let more = policies > 0 ? ", " + say("\(policies, "policy", "policies") not shown here") : ""
      lines.append("  " + style.fit(say("… and \(rest) more\(more); -v or -f json=FILE shows all"), after: 2))
    }
    return lines + hiddenLine(survey)
  }

  /// Lines that ``openSection(_:room:)`` must have: those of policies that the gate asks for.
  func openRoom(_ survey: FindingSurvey) -> Int {
    guard let level = gate.options.failOn else { return 0 }
    let grave = survey.groups.count { isWorthALook($0) && $0.severity >= level }
    return grave > 0 ? min(grave, 2) + 2 : 0
  }

  /// What no missing export would answer, one finding of each group, as far as there is room beside what to get.
  func openSection(_ survey: FindingSurvey, room: Int) -> [String] {
    let groups = survey.groups.filter(isWorthALook)
    let hidden = hiddenLine(survey)
    // A blank line and the title.
    let left = room - 2 - hidden.count
    guard !groups.isEmpty, left > 0 else { return hidden }
    let shown = groups.prefix(left)
    let rest = groups[shown.endIndex...].reduce(0) { $0 + $1.unverifiedCount }
    let title =
      rest > 0
      ? say("open whatever is fetched (first of each policy, \(rest) more with -v):") : say("open whatever is fetched:")
    return [style.paint(title, .bold)]
      + shown.compactMap(\.unverified.first).enumerated().map { at, first in
        let count = shown[at].unverifiedCount
        let more = count > 1 ? " (\(say("and \(count - 1) more of its kind")))" : ""
        let found = result.findings[first]
        return "  "
          + style.fit("\(ShortFingerprint.of(found.fingerprint))  \(found.message)\(more)", after: 2)
      } + hidden
  }

  /// Whether findings of a group say more than that an export is missing.
  func isWorthALook(_ group: FindingSurvey.Group) -> Bool {
    if group.failedCount > 0 { return true }
    return group.unverified.contains { index in
      let policy = result.findings.keyed(index).policy
      return result.policies.first { $0.id == policy }?.waitsFor.isEmpty != false
    }
  }

  private func hiddenLine(_ survey: FindingSurvey) -> [String] {
    guard survey.hidden > 0 else { return [] }
    let text: Phrase =
      "\(survey.hidden, "finding", "findings") below \(minSeverity.word) not listed (--min-severity)"
    return ["  " + style.fit(say(text), after: 2)]
  }

  private func allFindings(_ survey: FindingSurvey) -> [String] {
    [style.paint(say("findings:"), .bold)] + survey.groups.flatMap { block($0, $0.total, .full) } + hiddenLine(survey)
  }

  private func block(_ group: FindingSurvey.Group, _ count: Int, _ form: FindingBlock.Form) -> [String] {
    FindingBlock(result, group, grouping, style: style, form: form).lines(
      group.all.prefix(count))
  }
}
