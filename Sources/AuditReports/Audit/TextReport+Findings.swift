import Audit
import Localization
import PolicyEngine

extension TextReport {
  /// What was found, policy by policy, within `room` lines; all of it when verbose.
  func findingSection(_ survey: FindingSurvey, room: Int) -> [String] {
    guard !survey.groups.isEmpty else { return hiddenLine(survey) }
    if style.isVerbose { return allFindings(survey) }
    let groups = survey.groups.filter(isWorthALook)
    guard !groups.isEmpty else { return hiddenLine(survey) }
    // The title, a line for what is left out, and per policy a head, two lines for each finding shown, and the cure, which
    // gives way to a first finding.
    let left = room - 2 - hiddenLine(survey).count
    let cures = left >= 4
    let shownGroups = groups.prefix(max(1, left / 4))
    var perGroup = [Int](repeating: 1, count: shownGroups.count)
    var used = shownGroups.count * 4
    for round in 1..<FindingSurvey.kept {
      for (at, group) in shownGroups.enumerated() {
        guard perGroup[at] == round, group.failed.count + group.unverified.count > round, used + 2 <= left else {
          continue
        }
        perGroup[at] += 1
        used += 2
      }
    }
    var lines = [style.paint(say("top findings:"), .bold)]
    for (group, count) in zip(shownGroups, perGroup) {
      lines.append(head(of: group))
      for index in (group.failed + group.unverified).prefix(count) {
        lines += finding(index, result.findings.evidence(index..<index + 1).first ?? [])
      }
      if cures { lines += cure(of: group) }
    }
    let shown = perGroup.reduce(0, +)
    let total = survey.groups.reduce(0) { $0 + $1.failedCount + $1.unverifiedCount }
    if shown < total {
      let policies = survey.groups.count - shownGroups.count
      let more = policies > 0 ? ", " + say("\(policies, "policy", "policies") not shown here") : ""
      lines.append("  " + style.fit(say("… and \(total - shown) more\(more); -v or -f json=FILE shows all"), after: 2))
    }
    return lines + hiddenLine(survey)
  }

  /// Lines that ``openSection(_:room:)`` must have: those of policies that the gate asks for.
  func openRoom(_ survey: FindingSurvey) -> Int {
    guard let level = gate.options.failOn else { return 0 }
    let grave = survey.groups.count { isWorthALook($0) && $0.severity >= level }
    return grave > 0 ? min(grave, 2) + 2 : 0
  }

  /// What no missing export would answer, one finding of each policy, as far as there is room beside what to get.
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
      + shown.map { group in
        guard let first = group.unverified.first else { return head(of: group) }
        let more = group.unverifiedCount > 1 ? " (\(say("and \(group.unverifiedCount - 1) more of its kind")))" : ""
        let found = result.findings[first]
        return "  "
          + style.fit("\(ShortFingerprint.of(found.fingerprint))  \(found.message)\(more)", after: 2)
      } + hidden
  }

  /// Whether findings of a policy say more than that an export is missing.
  func isWorthALook(_ group: FindingSurvey.Group) -> Bool {
    group.failedCount > 0 || result.policies.first { $0.id == group.policy }?.waitsFor.isEmpty != false
  }

  private func hiddenLine(_ survey: FindingSurvey) -> [String] {
    guard survey.hidden > 0 else { return [] }
    let text: Phrase =
      "\(survey.hidden, "finding", "findings") below \(minSeverity.word) not listed (--min-severity)"
    return ["  " + style.fit(say(text), after: 2)]
  }

  private func allFindings(_ survey: FindingSurvey) -> [String] {
    var byPolicy: [String: [Int]] = [:]
    for index in 0..<result.findings.count {
      let finding = result.findings[index]
      if finding.severity >= minSeverity { byPolicy[finding.policy, default: []].append(index) }
    }
    var lines = [style.paint(say("findings:"), .bold)]
    for group in survey.groups {
      lines.append(head(of: group))
      // Findings of a policy stand together; evidence of many costs one look back.
      var rest = (byPolicy[group.policy] ?? [])[...]
      while let first = rest.first {
        let block = first..<first + min(rest.count, JSONReport.evidenceBlock)
        for (index, evidence) in zip(block, result.findings.evidence(block)) { lines += finding(index, evidence) }
        rest = rest.dropFirst(block.count)
      }
      lines += cure(of: group)
    }
    return lines + hiddenLine(survey)
  }

  /// What to do about what failed; what could not be verified says itself what is missing.
  private func cure(of group: FindingSurvey.Group) -> [String] {
    guard group.failedCount > 0, let fix = result.policies.first(where: { $0.id == group.policy })?.fix, !fix.isEmpty
    else { return [] }
    return ["    " + style.fit(say("What to do:") + " " + fix, after: 4)]
  }

  private func head(of group: FindingSurvey.Group) -> String {
    let outcome = result.policies.first { $0.id == group.policy }
    var counts: [String] = []
    if group.failedCount > 0 { counts.append(say("\(group.failedCount) fail")) }
    if group.unverifiedCount > 0 { counts.append(say("\(group.unverifiedCount) unverified")) }
    // The words of the title say more to a reader than the id, which stands above and is printed by `why`.
    var text = "\(say(group.severity.word).uppercased())  "
    text += outcome.map { $0.title.isEmpty ? group.policy : $0.title } ?? group.policy
    text += ": " + counts.joined(separator: ", ")
    if let outcome { text += " (\(say("\(outcome.population, "member", "members"), \(outcome.passed) passed")))" }
    text += "  \(group.policy)"
    return "  " + style.paint(style.fit(text, after: 2), group.failedCount > 0 ? .red : .yellow)
  }

  private func finding(_ index: Int, _ evidence: [Evidence]) -> [String] {
    let finding = result.findings[index]
    let verdict = DisplayWidth.pad(say(finding.verdict.word), to: 10)
    let text = "\(verdict) \(ShortFingerprint.of(finding.fingerprint))  \(finding.message)"
    return [
      "    " + style.fit(text, after: 4), "      " + style.fit(because(finding.verdict, evidence), after: 6),
    ]
  }

  /// One line: for a fail the places that prove it, for what is not known the hole in words.
  private func because(_ verdict: Finding.Verdict, _ evidence: [Evidence]) -> String {
    let holes = evidence.filter(\.isHole)
    if verdict == .unverified, let hole = holes.first {
      let rest = holes.count > 1 ? " " + say("and \(holes.count - 1) more") : ""
      return say("because it is not known: \(hole.fact)") + (hole.place.map { ", \($0)" } ?? "") + rest
    }
    let places = evidence.places
    if places.isEmpty {
      return evidence.first.map { say("because \($0.fact)") } ?? say("because no fact says otherwise")
    }
    let more = places.count > 3 ? " " + say("and \(places.count - 3) more") : ""
    return say("because \(places.prefix(3).joined(separator: ", "))") + more
  }
}
