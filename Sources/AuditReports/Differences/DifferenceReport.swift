import Audit
import FactStore
import Localization

/// What differs between two folders or results, for people: what changed in the exports, and below each change what follows.
package struct DifferenceReport {
  private let differences: Differences
  private let style: TerminalStyle
  private let say: Wording
  private let groups: DifferenceGroups

  /// Lines of one kind below one change, unless everything is wanted.
  private static let mostOfKind = 6
  /// Changes, and lines of every other section.
  private static let mostGroups = 25
  private static let mostLines = 15

  package init(_ differences: Differences, style: TerminalStyle) {
    (self.differences, self.style) = (differences, style)
    say = differences.wording
    groups = DifferenceGroups(differences)
  }

  package func text(into sink: inout ReportSink) {
    head(into: &sink)
    for group in shown(groups.groups, Self.mostGroups) { write(group, into: &sink) }
    sayMore(groups.groups.count, Self.mostGroups, into: &sink)
    if !groups.unexplained.rights.isEmpty || !groups.unexplained.findings.isEmpty {
      title(
        say(
          "By no fact of the exports alone: rules, parameters or a configuration are others, or a proof was too long"),
        into: &sink)
      consequences(groups.unexplained, into: &sink)
    }
    for (name, facts) in groups.catalogues {
      title(say("Catalogue: \(name)"), into: &sink)
      lines(facts.flatMap(factLines), into: &sink)
    }
    if !groups.others.isEmpty {
      title(say("Changed in the exports, and nothing follows"), into: &sink)
      lines(groups.others.flatMap(factLines), into: &sink)
    }
    if !differences.documents.isEmpty {
      title(say("Documents"), into: &sink)
      lines(differences.documents.map(document), into: &sink)
    }
    if !differences.policies.isEmpty {
      title(say("Policies"), into: &sink)
      lines(differences.policies.map { "\($0.policy): \(say($0.kind.word))" }, into: &sink)
    }
    notes(into: &sink)
  }

  // MARK: Head and notes

  private func head(into sink: inout ReportSink) {
    let (old, new) = (differences.old, differences.new)
    sink.write(style.paint(style.fit(say("\(old.path) → \(new.path), as of \(new.asOf.description)")), .bold) + "\n")
    guard !differences.isEmpty else {
      sink.write(say("nothing differs") + "\n")
      return
    }
    let rights = RightChange.Kind.allCases.map { kind in (kind.word, differences.rights.count { $0.kind == kind }) }
    let findings = FindingChange.Kind.allCases.map { kind in
      (kind.word, differences.findings.count { $0.kind == kind })
    }
    for (name, counts) in [(say("rights"), rights), (say("findings"), findings)] {
      let told = counts.filter { $0.1 > 0 }.map { "\($0.1) \(say($0.0))" }
      sink.write(style.fit("\(name): \(told.isEmpty ? say("none differ") : told.joined(separator: ", "))") + "\n")
    }
  }

  private func notes(into sink: inout ReportSink) {
    let incomplete = [differences.old, differences.new].flatMap { side in
      side.incompleteReasons.prefix(style.isVerbose ? .max : 3).map { say("\(side.path) is not complete: \($0)") }
    }
    let untold = differences.untold.map { say("rights not compared: \($0)") }
    for note in incomplete + untold + differences.remarks {
      sink.write(style.wrap(say("note: \(InertText.line(note))"), after: 0, limit: 3).joined(separator: "\n") + "\n")
    }
  }

  private func title(_ text: String, into sink: inout ReportSink) {
    sink.write("\n" + style.paint(style.fit(text), .bold) + "\n")
  }

  private func shown<Element>(_ list: [Element], _ most: Int) -> ArraySlice<Element> {
    style.isVerbose ? list[...] : list.prefix(most)
  }

  private func sayMore(_ count: Int, _ most: Int, after indent: Int = 0, into sink: inout ReportSink) {
    guard !style.isVerbose, count > most else { return }
    sink.write(String(repeating: " ", count: indent) + say("… and \(count - most) more; -v shows all") + "\n")
  }

  private func lines(_ texts: [String], into sink: inout ReportSink) {
    for text in shown(texts, Self.mostLines) { sink.write("  " + style.fit(text, after: 2) + "\n") }
    sayMore(texts.count, Self.mostLines, after: 2, into: &sink)
  }

  // MARK: What changed, and what follows

  private func write(_ group: DifferenceGroups.Group, into sink: inout ReportSink) {
    sink.write("\n")
    let facts = group.facts.flatMap(factLines)
    for line in shown(facts, Self.mostOfKind) {
      sink.write(style.wrap(line, after: 0, limit: 3).joined(separator: "\n") + "\n")
    }
    sayMore(facts.count, Self.mostOfKind, into: &sink)
    consequences(group, into: &sink)
  }

  private func consequences(_ group: DifferenceGroups.Group, into sink: inout ReportSink) {
    for kind in RightChange.Kind.allCases {
      let rights = group.rights.map { differences.rights[$0] }.filter { $0.kind == kind }
      for right in shown(rights, Self.mostOfKind) { sink.write("    " + style.fit(text(right), after: 4) + "\n") }
      sayMore(rights.count, Self.mostOfKind, after: 4, into: &sink)
    }
    for kind in FindingChange.Kind.allCases {
      let findings = group.findings.map { differences.findings[$0] }.filter { $0.kind == kind }
      for finding in shown(findings, Self.mostOfKind) {
        let lines = style.wrap(text(finding), after: 4, limit: 2)
        sink.write(lines.joined(separator: "\n") + "\n")
      }
      sayMore(findings.count, Self.mostOfKind, after: 4, into: &sink)
    }
  }

  /// `+` for what came, `-` for what went; of a fact in the place of another one line, with what was.
  private func factLines(_ fact: FactChange) -> [String] {
    // Where it stands comes first: the end of a long line may be cut.
    func place(_ evidence: Evidence) -> String { evidence.path.isEmpty ? "" : "\(evidence.path):\(evidence.line)  " }
    switch (fact.old, fact.new) {
    case (let old?, let new?):
      return ["~ \(place(new))\(new.fact) (\(say("was \(fact.was)")), \(old.path):\(old.line))"]
    case (let old?, nil): return ["- \(place(old))\(old.fact)"]
    case (nil, let new?): return ["+ \(place(new))\(new.fact)"]
    case (nil, nil): return []
    }
  }

  private func text(_ change: RightChange) -> String {
    let right = change.right
    let holder = right.name.isEmpty ? right.holder : right.name
    let place = right.placeName.isEmpty ? right.place : right.placeName
    let what =
      place.isEmpty
      ? say("\(holder): \(right.right) in all of \(right.system)") : say("\(holder): \(right.right) in \(place)")
    return "\(say(change.kind.word)): \(what)"
  }

  private func text(_ change: FindingChange) -> String {
    let finding = change.finding
    var text = "\(say(change.kind.word)): \(say(finding.severity.word)) \(finding.policy): \(finding.message)"
    if let reason = change.reason, reason != .fixed { text += " (\(say(reason.word)))" }
    return text
  }

  private func document(_ change: DocumentChange) -> String {
    var text = "\(change.path): \(say(change.kind.word))"
    if let from = change.from { text += " " + say("from \(from)") }
    var details: [String] = []
    if let kind = change.document { details.append(kind) }
    switch change.records {
    case (let old?, let new?) where old != new: details.append(say("\(old) → \(new, "record", "records")"))
    case (let old?, nil): details.append(say("\(old, "record", "records")"))
    case (nil, let new?): details.append(say("\(new, "record", "records")"))
    default: break
    }
    details += change.remarks
    if !details.isEmpty { text += " (\(details.joined(separator: "; ")))" }
    return text
  }
}
