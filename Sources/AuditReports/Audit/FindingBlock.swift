import Audit
import Localization
import PolicyEngine

/// Findings of one group as a person reads them: a head, each finding with what it rests on, and what to do.
struct FindingBlock {
  /// How many lines each part may take.
  struct Form {
    var head, message, cause, cure: Int

    static let full = Form(head: 2, message: 2, cause: 2, cure: 3)
    /// Where there is hardly room for one.
    static let scant = Form(head: 1, message: 1, cause: 1, cure: 1)
    static let least = Form(head: 1, message: 1, cause: 1, cure: 0)
    static let all = [full, scant, least]
  }

  let result: AuditResult
  let group: FindingSurvey.Group
  let grouping: FindingGrouping
  let style: TerminalStyle
  let form: Form
  let say: Wording
  private let words: DispositionWords

  init(
    _ result: AuditResult, _ group: FindingSurvey.Group, _ grouping: FindingGrouping, style: TerminalStyle, form: Form
  ) {
    self.result = result
    self.group = group
    self.grouping = grouping
    self.style = style
    self.form = form
    say = result.wording
    words = DispositionWords(result)
  }

  /// The block with the findings of these numbers. Findings that stand together are asked for at once.
  func lines(_ indices: ArraySlice<Int>) -> [String] {
    var lines: [String] = []
    var said: Set<String> = []
    for run in indices.runs {
      for (index, (finding, evidence)) in zip(run, result.findings[run]) {
        if lines.isEmpty { lines = head(evidence) }
        lines += self.finding(finding, evidence)
        if let note = words.note(of: index) { lines += style.wrap(note, after: 6, limit: form.cause) }
        // Under a policy one cure serves all; elsewhere each policy has its own.
        if grouping != .policy { lines += cure(finding, once: &said) }
      }
    }
    if grouping == .policy { lines += cure(group.policy) }
    return lines
  }

  private func head(_ evidence: [Evidence]) -> [String] {
    var counts: [String] = []
    if group.failedCount > 0 { counts.append(say("\(group.failedCount) fail")) }
    if group.unverifiedCount > 0 { counts.append(say("\(group.unverifiedCount) unverified")) }
    if group.dismissedCount > 0 { counts.append(say("\(group.dismissedCount) known before or waived")) }
    var text = "\(say(group.severity.word).uppercased())  \(title(evidence)): \(counts.joined(separator: ", "))"
    if grouping == .policy {
      if let outcome { text += " (\(say("\(outcome.population, "member", "members"), \(outcome.passed) passed")))" }
      // `why` prints it, too: it is worth no line of its own.
      let named = "\(text)  \(group.policy)"
      if style.isVerbose || DisplayWidth.of(InertText.line(named)) + 2 <= style.width { text = named }
    }
    let paint: TerminalStyle.Paint = group.failedCount > 0 ? .red : .yellow
    // Colour begins where the words do.
    return style.wrap(text, after: 2, limit: form.head).map { "  " + style.paint(String($0.dropFirst(2)), paint) }
  }

  private var outcome: PolicyOutcome? { result.policies.first { $0.id == group.policy } }

  /// What the group stands under: the words of a policy say more to a reader than its id, which stands behind them and is
  /// printed by `why`; an id is followed by what the first finding's facts call it.
  private func title(_ evidence: [Evidence]) -> String {
    if grouping == .policy { return outcome.map { $0.title.isEmpty ? group.policy : $0.title } ?? group.policy }
    // Nobody is named.
    guard let subject = group.subject else { return "–" }
    let name = grouping == .person ? FactText.name(of: subject.value, in: evidence) : nil
    return "\(subject.type) \(subject.value)" + (name.map { " (\($0))" } ?? "")
  }

  private func finding(_ finding: Finding, _ evidence: [Evidence]) -> [String] {
    let verdict = DisplayWidth.pad(say(finding.verdict.word), to: 10)
    let text = "\(verdict) \(ShortFingerprint.of(finding.fingerprint))  \(finding.message)"
    return style.wrap(text, after: 4, limit: form.message)
      + style.wrap(because(finding.verdict, evidence), after: 6, limit: form.cause)
  }

  /// For a fail the places that prove it, for what is not known the hole in words.
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

  /// What to do about what failed; what could not be verified says itself what is missing.
  private func cure(_ policy: String) -> [String] {
    guard form.cure > 0, group.failedCount > 0, let fix = result.policies.first(where: { $0.id == policy })?.fix,
      !fix.isEmpty
    else { return [] }
    return style.wrap(say("What to do:") + " " + fix, after: 4, limit: form.cure)
  }

  private func cure(_ finding: Finding, once said: inout Set<String>) -> [String] {
    guard finding.verdict == .fail, said.insert(finding.policy).inserted else { return [] }
    return cure(finding.policy)
  }
}
