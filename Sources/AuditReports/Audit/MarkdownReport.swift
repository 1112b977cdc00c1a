import Audit
import Localization
import PolicyEngine

/// The result as a comment on a pull request: the verdict, why the gate failed, what each policy says, and the worst findings with
/// their places.
///
/// At most ``limit`` characters, since GitHub takes no more than 65,536: what does not fit is counted, and never cut within a
/// line. All that comes from exports and policies is inert; see ``InertMarkdown``.
struct MarkdownReport {
  static let limit = 60_000
  /// Findings that are shown of one policy.
  static let shown = 20

  let result: AuditResult
  let gate: GateDecision
  let minSeverity: Severity
  /// What no report may show is taken out before a text is escaped, which would break it up.
  private let mask: (String) -> String
  private let say: Wording
  private let words: DispositionWords

  private var lines: [String] = []
  private var length = 0
  /// Characters that are kept for the lines at the end.
  private static let reserve = 600

  init(_ result: AuditResult, gate: GateDecision, minSeverity: Severity, mask: ((String) -> String)? = nil) {
    self.result = result
    self.gate = gate
    self.minSeverity = minSeverity
    self.mask = mask ?? { $0 }
    say = result.wording
    words = DispositionWords(result)
  }

  /// The whole comment. Walks all findings once; proofs are asked for only where they are shown.
  func text() -> String {
    var report = self
    return report.make()
  }

  private mutating func make() -> String {
    add("# \(Self.sign(gate)) \(inert(TextReport.verdict(result, gate: gate)))", "")
    addReasons()
    addChanges()
    addPolicies()
    addFrameworks()
    addFindings()
    addExports()
    addSources()
    if let line = result.peopleLine { add("", inert(say(line))) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A sign beside the word, which alone carries the meaning.
  private static func sign(_ gate: GateDecision) -> String {
    switch gate.outcome {
    case .passed: "✅"
    case .failed: "❌"
    case .notJudged: "⚠️"
    }
  }

  // MARK: Sections

  private mutating func addReasons() {
    let reasons = gate.reasons + (gate.outcome == .notJudged ? [] : result.incompleteReasons)
    guard !reasons.isEmpty else { return }
    for reason in reasons.prefix(10) { add("- \(cell(reason, limit: 400))") }
    if reasons.count > 10 { add("- " + say("… and \(reasons.count - 10) more reasons")) }
    add("")
  }

  /// What changed since the baseline, what was fixed by name, what became of the waivers.
  private mutating func addChanges() {
    let before = lines.count
    for text in words.lost.prefix(10) { add("- ⚠️ \(cell(text, limit: 400))") }
    if words.lost.count > 10 { add("- " + say("… and \(words.lost.count - 10) more")) }
    for remark in (result.comparison?.remarks ?? []).prefix(5) { add("- \(cell(remark, limit: 400))") }
    if let text = words.waivers { add("- \(cell(text, limit: 400))") }
    let fixed = result.comparison?.gone.filter { $0.reason == .fixed } ?? []
    for gone in fixed.prefix(10) {
      add("- ✅ \(say(gone.reason.word)): \(cell(gone.finding.message, limit: 300))")
    }
    if fixed.count > 10 { add("- " + say("… and \(fixed.count - 10) more")) }
    if lines.count > before { add("") }
  }

  private mutating func addPolicies() {
    let open = result.policies.filter { !$0.passes && $0.status != .empty && $0.status != .outOfScope }
    let order = open.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if (left.failed > 0) != (right.failed > 0) { return left.failed > 0 }
      return left.id < right.id
    }
    guard !order.isEmpty else { return }
    let heads: [Phrase] = ["severity", "policy", "failed", "unverified", "passed"]
    add("| \(heads.map { say($0) }.joined(separator: " | ")) |", "|---|---|--:|--:|--:|")
    for (at, policy) in order.enumerated() {
      let title = policy.title.isEmpty ? policy.id : policy.title
      let row =
        "| \(say(policy.severity.word)) | \(cell(title)) | \(policy.failed) | "
        + "\(policy.unverified + policy.populationHoles) | \(policy.passed) |"
      guard fits(row) else {
        add("", say("… and \(order.count - at, "policy", "policies") more"))
        break
      }
      add(row)
    }
    add("")
  }

  /// A table for each framework that was asked for, the worst control first; controls in order are counted.
  private mutating func addFrameworks() {
    for framework in result.frameworks {
      let controls = framework.covered.filter { $0.verdict != .passed }
      let counts = framework.counts.map { "\($0.count) \(say($0.verdict.word))" }.joined(separator: ", ")
      let title = say("controls of \(cell(framework.title)): \(counts)")
      let heads: [Phrase] = ["Verdict", "Control", "failed", "unverified", "passed"]
      let table = ["", "| \(heads.map { say($0) }.joined(separator: " | ")) |", "|---|---|--:|--:|--:|"]
      guard fits(([title] + table).joined(separator: "\n")) else { return }
      add("**\(title)**", "")
      if !controls.isEmpty { for line in table.dropFirst() { add(line) } }
      for (at, control) in controls.enumerated() {
        let row =
          "| \(say(control.verdict.word)) | \(cell("\(control.id) \(control.title)")) | \(control.failed) | "
          + "\(control.unverified) | \(control.passed) |"
        guard fits(row) else {
          add("", say("… and \(controls.count - at) more"))
          break
        }
        add(row)
      }
      let bare = framework.uncovered.map(\.id)
      if !bare.isEmpty {
        let line = cell(
          say("no policy bears on \(bare.count, "control", "controls"): \(bare.joined(separator: ", "))"), limit: 2000)
        if fits(line) { add("", line) }
      }
      add("")
    }
  }

  private mutating func addFindings() {
    // Of a change, what is new is looked at; the rest is counted.
    let newOnly = result.comparison != nil
    let survey = FindingSurvey(
      result.findings, minSeverity: minSeverity, kept: Self.shown,
      counting: { result.dispositions[$0].counts(newOnly: newOnly) })
    var left = 0
    for group in survey.groups {
      let indices = Array((group.failed + group.unverified).prefix(Self.shown))
      let total = group.failedCount + group.unverifiedCount
      guard total > 0 else { continue }
      guard addGroup(group, indices, total) else {
        left += total
        continue
      }
    }
    if left > 0 { add(say("\(left, "finding", "findings") of further policies are in the other reports."), "") }
  }

  /// Adds what is found of a policy, as far as there is room; whether there was any.
  private mutating func addGroup(_ group: FindingSurvey.Group, _ indices: [Int], _ total: Int) -> Bool {
    let policy = result.policies.first { $0.id == group.policy }
    var block = [
      "<details><summary>\(say(group.severity.word)): "
        + "\(html(policy.map { $0.title.isEmpty ? $0.id : $0.title } ?? group.policy)) (\(total))</summary>", "",
    ]
    if let fix = policy?.fix, !fix.isEmpty { block += [cell(fix, limit: 600), ""] }
    let end = ["", "</details>", ""]
    guard fits((block + end).joined(separator: "\n")) else { return false }
    var count = 0
    for index in indices {
      let item = item(index)
      guard fits((block + [item] + end).joined(separator: "\n")) else { break }
      block.append(item)
      count += 1
    }
    guard count > 0 else { return false }
    if count < total { block.append("- " + say("… and \(total - count) more")) }
    for line in block + end { add(line) }
    return true
  }

  private func item(_ index: Int) -> String {
    let (finding, evidence) = result.findings[index..<index + 1][0]
    let places = evidence.places
    var text = "- **\(say(finding.verdict.word))** \(cell(finding.message, limit: 600))"
    if let first = places.first {
      text += " — \(cell(first))" + (places.count > 1 ? " " + say("and \(places.count - 1) more") : "")
    }
    if let note = words.note(of: index) { text += " — \(cell(note, limit: 400))" }
    return text + " (\(ShortFingerprint.of(finding.fingerprint)))"
  }

  private mutating func addExports() {
    guard !result.scope.wanted.isEmpty else { return }
    let names = result.scope.wanted.prefix(10).map { cell($0.document) }.joined(separator: ", ")
    let more = result.scope.wanted.count > 10 ? " " + say("and \(result.scope.wanted.count - 10) more") : ""
    add(say("Missing exports, those first that decide most: \(names)") + more, "")
  }

  private mutating func addSources() {
    let open = result.sources.filter { $0.rejected > 0 || $0.completeness != .complete }
    var text = say("Sources: \(result.sources.count, "file", "files")")
    if let first = open.first {
      text += ", " + say("\(open.count) not whole, \(cell(first.path)) among them")
    }
    add(text)
  }

  // MARK: Text

  private func inert(_ text: String) -> String { InertMarkdown.line(mask(text)) }

  private func cell(_ text: String, limit: Int = 200) -> String { InertMarkdown.cell(mask(text), limit: limit) }

  // MARK: Room

  private func fits(_ text: String) -> Bool { length + text.unicodeScalars.count + 1 <= Self.limit - Self.reserve }

  private mutating func add(_ new: String...) {
    for line in new {
      lines.append(line)
      length += line.unicodeScalars.count + 1
    }
  }

  /// Within an element of HTML, Markdown means nothing; references to people do.
  private func html(_ text: String) -> String {
    InertText.line(mask(text)).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("@", with: "@<!-- -->").replacing("#", with: "#<!-- -->").replacing("://", with: ":<!-- -->//")
  }
}

extension ReportFormat {
  /// For a comment on a pull request.
  static let markdown = ReportFormat("markdown", fileName: "report.md", extent: .part, isInFolder: false) {
    result, view, sink in
    var sink = sink
    sink.write(MarkdownReport(result, gate: view.gate, minSeverity: view.minSeverity, mask: sink.mask).text())
    try sink.finish()
  }
}
