import Audit
import Localization
import PolicyEngine

extension HTMLReport {
  /// Risks on the first page, and findings named with each.
  private static let (risks, named) = (5, 3)

  /// The verdict in a word, without what follows it in the headline of other formats.
  var headline: String {
    let failed = Totals(result.policies).failed
    return switch gate.outcome {
    case .passed where gate.options.failOn == nil || failed > 0: say("Reported")
    case .passed: say("Passed")
    case .failed: say("Not passed")
    case .notJudged: say("Not judged")
    }
  }

  /// The values of the first page.
  func summary(_ labels: [String: String]) -> [String: Any] {
    let totals = Totals(result.policies)
    var values: [String: Any] = [
      "t": labels, "verdict": headline, "sentence": sentence(totals), "conditionTexts": conditionTexts,
      "sections": sections(labels), "figures": figures(totals),
      "state": gate.outcome == .failed ? "failed" : gate.outcome == .notJudged || totals.failed > 0 ? "open" : "passed",
    ]
    if totals.members > 0 { values["bar"] = ["parts": bar(totals)] }
    if !reasons.isEmpty { values["reasons"] = ["heading": reasonHeading, "lines": reasons] }
    let grave = survey.groups.enumerated().filter { $1.failedCount > 0 }.prefix(Self.risks)
    if !grave.isEmpty {
      values["risks"] = [
        "heading": say("What matters most"),
        "items": grave.map { number, group in risk(number, group) },
      ]
    }
    return values
  }

  /// `20 of 21 policies are violated: 110 of 2567 checked members.`
  private func sentence(_ totals: Totals) -> String {
    let judged = result.policies.count { $0.status != .outOfScope }
    let violated = result.policies.count { $0.failed > 0 }
    let asOf = say("as of \(day)")
    if gate.outcome == .notJudged {
      return say("The audit could not be judged, \(asOf). What is shown is what was found all the same.")
    }
    var parts = [
      violated > 0
        ? say(
          "\(violated) of \(judged, "policy is", "policies are") violated, by \(totals.failed) of \(totals.members) members checked, \(asOf)."
        )
        : say("No policy of \(judged) is violated by the \(totals.members) members checked, \(asOf).")
    ]
    let open = totals.unverified + totals.populationHoles
    if open > 0 { parts.append(say("Of \(open) more the exports do not say enough to tell.")) }
    let notEvaluated = result.scope.notEvaluated.count
    if notEvaluated > 0 {
      parts.append(say("\(notEvaluated, "policy", "policies") could not be judged at all, since exports are missing."))
    }
    return parts.joined(separator: " ")
  }

  /// What changes the meaning of the numbers: what was judged without, parameters, the configuration, what is old.
  private var conditionTexts: [String] {
    let report = TextReport(result, gate: gate, style: TerminalStyle(isVerbose: true))
    var texts = report.conditions
    if let line = result.settings.flatMap(SettingsText(say).line) { texts.append(line) }
    if let line = result.peopleLine { texts.append(say(line)) }
    let old = result.sources.filter(\.isOld)
    if let first = old.first {
      let more = old.count > 1 ? " " + say("and \(old.count - 1) more") : ""
      texts.append(say("too old to rely on: \(first.path) (\(first.daysOld ?? 0, "day", "days"))") + more)
    }
    return texts + result.warnings
  }

  private var reasonHeading: String {
    gate.outcome == .notJudged ? say("Why it could not be judged") : say("Why it is decided so")
  }

  private var reasons: [String] {
    let all = gate.reasons.map(titled) + (gate.outcome == .notJudged ? [] : result.incompleteReasons)
    let shown = 12
    return all.count <= shown
      ? all : Array(all.prefix(shown - 1)) + [say("… and \(all.count - shown + 1) more reasons")]
  }

  /// A reason with the title of its policy in place of the id.
  private func titled(_ reason: String) -> String {
    let id = reason.prefix { $0 != " " }
    guard let policy = policies[String(id)], !policy.title.isEmpty else { return reason }
    return policy.title + reason.dropFirst(id.count)
  }

  private func sections(_ labels: [String: String]) -> [[String: String]] {
    let ids = [
      survey.groups.contains { $0.failedCount > 0 } ? ("risks", say("What matters most")) : nil,
      reasons.isEmpty ? nil : ("reasons", reasonHeading),
      ("completeness", labels["completeness"] ?? ""),
      survey.groups.isEmpty ? nil : ("findings", labels["findings"] ?? ""),
      result.frameworks.isEmpty ? nil : ("frameworks", labels["frameworks"] ?? ""),
      hasRights ? ("rights", labels["rights"] ?? "") : nil, ("people", labels["people"] ?? ""),
      ("actions", labels["actions"] ?? ""), ("policies", labels["policies"] ?? ""),
      ("sources", labels["sources"] ?? ""),
      ("integrity", labels["integrity"] ?? ""),
    ]
    return ids.compactMap { $0 }.map { ["id": $0.0, "title": $0.1] }
  }

  private func figures(_ totals: Totals) -> [[String: String]] {
    func figure(_ kind: String, _ number: Int, _ label: String) -> [String: String] {
      ["kind": kind, "number": say.number(number), "label": label]
    }
    var figures = [
      figure("", totals.members, say("checked")), figure("bad", totals.failed, say("violations")),
      figure("open", totals.unverified, say("not settled")), figure("good", totals.passed, say("in order")),
    ]
    if totals.exempt > 0 { figures.append(figure("", totals.exempt, say("exempt"))) }
    if totals.populationHoles > 0 { figures.append(figure("open", totals.populationHoles, say("more may exist"))) }
    return figures
  }

  /// The shares of a bar of 1,000 units; the figures above it say the same.
  private func bar(_ totals: Totals) -> [[String: String]] {
    var at = 0
    return [("bad", totals.failed), ("open", totals.unverified), ("good", totals.passed), ("rest", totals.exempt)]
      .compactMap {
        kind, count in
        guard count > 0 else { return nil }
        // What is there is seen, however small its share.
        let width = min(1000 - at, max(4, count * 1000 / totals.members))
        defer { at += width }
        return ["kind": kind, "x": String(at), "width": String(width)]
      }
  }

  private func risk(_ number: Int, _ group: FindingSurvey.Group) -> [String: Any] {
    let policy = policies[group.policy]
    var who = group.failed.prefix(Self.named).map { result.findings[$0].message }
    if group.failedCount > who.count { who.append(say("and \(group.failedCount - who.count) more")) }
    var values: [String: Any] = [
      "number": String(number), "severity": group.severity.rawValue, "severityWord": say(group.severity.word),
      "title": title(group.policy), "who": who, "count": count(group),
    ]
    if let fix = policy?.fix, !fix.isEmpty { values["cure"] = ["label": say("What to do:"), "text": fix] }
    return values
  }

  /// `9 failed, 8 unverified; 40 members, 25 passed`
  func count(_ group: FindingSurvey.Group) -> String {
    var counts: [String] = []
    if group.failedCount > 0 { counts.append(say("\(group.failedCount) fail")) }
    if group.unverifiedCount > 0 { counts.append(say("\(group.unverifiedCount) unverified")) }
    let text = counts.joined(separator: ", ")
    guard let policy = policies[group.policy] else { return text }
    return "\(text) (\(say("\(policy.population, "member", "members"), \(policy.passed) passed")))"
  }

  // MARK: Completeness

  /// Files that are not whole and exports that are missing, with how to get them.
  func completeness(_ labels: [String: String]) -> [String: Any] {
    let sum = SourceSum(say)
    let exports = result.sources.filter { SourceSum.isExport($0) }
    let open = exports.filter { $0.kind == nil || $0.rejected > 0 || $0.isOld || !$0.problems.isEmpty }
    let shown = 30
    var values: [String: Any] = ["t": labels, "sum": sourceSum(sum)]
    if !open.isEmpty {
      var table: [String: Any] = [
        "caption": say("Files that were not read whole"), "heads": [say("File"), say("State"), say("What is wrong")],
        "rows": open.prefix(shown).map { source -> [String: Any] in
          [
            "path": source.path, "state": source.kind == nil ? say("not used") : sum.state(source),
            "details": Array(sum.details(source).prefix(5)),
          ]
        },
      ]
      if open.count > shown { table["more"] = say("… and \(open.count - shown) more, in the table of sources") }
      values["open"] = table
    }
    if !result.scope.wanted.isEmpty {
      values["wanted"] = [
        "caption": say("Exports that are missing, those first that decide most"),
        "heads": [say("Export"), say("Policies that wait for it"), say("How to get it")],
        "rows": result.scope.wanted.map {
          ["document": $0.document, "policies": say.number($0.policies.count), "obtain": $0.obtain]
        },
      ]
    }
    return values
  }

  /// `sources: 86 files, 18,790 read = 18,790 used + 0 rejected + 0 out of scope`
  func sourceSum(_ sum: SourceSum) -> String {
    let sources = result.sources
    return say("sources: \(sources.count, "file", "files")") + ", "
      + sum.text(
        read: sources.reduce(0) { $0 + $1.records }, used: sources.reduce(0) { $0 + $1.used },
        rejected: sources.reduce(0) { $0 + $1.rejected }, outOfScope: sources.reduce(0) { $0 + $1.outOfScope })
  }
}
