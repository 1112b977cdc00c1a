import Audit
import Localization
import PolicyEngine

extension HTMLReport {
  /// Those whom most findings concern that are listed, and policies that are named with each.
  private static let (subjects, linked) = (200, 8)

  // MARK: Findings

  var findingsIntro: String {
    let written = say("Each opens to what it rests on, down to file and line.")
    return say("\(result.findings.count, "finding", "findings"), the gravest policy first.") + " " + written
  }

  func head(of group: FindingSurvey.Group, _ number: Int, _ labels: [String: String]) -> [String: Any] {
    let policy = policies[group.policy]
    var values: [String: Any] = [
      "t": labels, "number": String(number), "severity": group.severity.rawValue,
      "severityWord": say(group.severity.word), "title": title(group.policy), "id": group.policy, "count": count(group),
    ]
    func add(_ name: String, _ label: String, _ text: String?) {
      if let text, !text.isEmpty { values[name] = ["label": label, "text": text] }
    }
    add("cure", say("What to do:"), policy?.fix)
    add("basis", say("Basis:"), policy?.basis)
    add("controls", say("Controls:"), policy?.controls.joined(separator: ", "))
    if let why = policy?.why, !why.isEmpty { values["why"] = [why] }
    return values
  }

  func finding(
    _ index: Int, _ finding: Finding, _ evidence: [Evidence], _ labels: [String: String]
  ) -> [String: Any] {
    let shown = 40
    var values: [String: Any] = [
      "t": labels, "short": ShortFingerprint.of(finding.fingerprint), "verdict": finding.verdict.rawValue,
      "verdictWord": say(finding.verdict.word), "message": finding.message, "inputs": inputs,
      "drawing": ProofDrawing.svg(finding, evidence, verdict: say(finding.verdict.word)) { say("and \($0) more") },
      "facts": evidence.prefix(shown).map { item -> [String: Any] in
        var fact: [String: Any] = ["fact": item.fact]
        if let place = item.place { fact["place"] = place }
        if item.isHole { fact["hole"] = true }
        return fact
      },
    ]
    if let note = DispositionWords(result).note(of: index) { values["note"] = note }
    if evidence.isEmpty { values["facts"] = [["fact": say("no fact says otherwise")]] }
    if evidence.count > shown { values["more"] = say("and \(evidence.count - shown) more") }
    return values
  }

  // MARK: Tables

  /// The values of everything behind the findings.
  func tables(_ labels: [String: String]) -> [String: Any] {
    let sum = SourceSum(say)
    let numbers = Dictionary(survey.groups.enumerated().map { ($1.policy, $0) }) { first, _ in first }
    let (subjects, more) = concerned(numbers)
    var values: [String: Any] = [
      "t": labels, "subjects": subjects, "actions": actions, "policies": policyRows, "sum": sourceSum(sum),
      "sources": result.sources.map { source(of: $0, sum) }, "facts": facts,
      "digests": (result.basis.configuration + result.basis.policies).map { ["sha256": $0.sha256, "path": $0.path] },
    ]
    if more > 0 { values["moreSubjects"] = say("… and \(more) more, in findings.csv") }
    return values
  }

  private struct Concern {
    var name: String
    var type: String
    var failed = 0
    var unverified = 0
    /// The numbers of the policies, and the first finding of each.
    var policies: [(number: Int, finding: Int)] = []
  }

  /// Whom the findings are about, those with most fails first, and how many more there are.
  private func concerned(_ numbers: [String: Int]) -> (rows: [[String: Any]], more: Int) {
    var slots: [[Finding.Key]: Int] = [:]
    var all: [Concern] = []
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      let slot = slots[finding.subject] ?? all.count
      if slot == all.count {
        slots[finding.subject] = slot
        all.append(
          Concern(
            name: finding.subject.map(\.value).joined(separator: ", "),
            type: finding.subject.map(\.type).joined(separator: ", ")))
      }
      if finding.verdict == .fail { all[slot].failed += 1 } else { all[slot].unverified += 1 }
      if let number = numbers[finding.policy], all[slot].policies.count < Self.linked,
        !all[slot].policies.contains(where: { $0.number == number })
      {
        all[slot].policies.append((number, index))
      }
    }
    all.sort { left, right in
      (right.failed, right.unverified, left.name, left.type) < (left.failed, left.unverified, right.name, right.type)
    }
    let rows = all.prefix(Self.subjects).map { concern -> [String: Any] in
      [
        "name": concern.name, "type": concern.type, "failed": say.number(concern.failed),
        "unverified": say.number(concern.unverified),
        "links": concern.policies.map { policy in
          ["anchor": "p-\(policy.number)", "title": title(survey.groups[policy.number].policy)]
        },
      ]
    }
    return (rows, all.count - rows.count)
  }

  /// A row for each policy that something is open of: what to do, and room for who does it until when.
  private var actions: [[String: String]] {
    survey.groups.enumerated().map { number, group in
      let policy = policies[group.policy]
      return [
        "number": String(number), "severity": group.severity.rawValue, "severityWord": say(group.severity.word),
        "title": title(group.policy), "fix": policy?.fix ?? "",
        "count": say.number((policy?.failed ?? 0) + (policy?.unverified ?? 0) + (policy?.populationHoles ?? 0)),
      ]
    }
  }

  private var policyRows: [[String: String]] {
    result.policies.map { policy in
      [
        "id": policy.id, "title": policy.title, "severity": say(policy.severity.word), "state": say(policy.state),
        "population": say.number(policy.population), "passed": say.number(policy.passed),
        "failed": say.number(policy.failed), "unverified": say.number(policy.unverified),
        "exempt": say.number(policy.exempt), "controls": policy.controls.joined(separator: ", "),
      ]
    }
  }

  private func source(of source: SourceSummary, _ sum: SourceSum) -> [String: String] {
    var row = [
      "path": source.path, "kind": source.kind ?? "",
      "state": source.kind == nil ? say("not used") : SourceSum.isExport(source) ? sum.state(source) : "",
      "read": say.number(source.records), "used": say.number(source.used), "rejected": say.number(source.rejected),
      "outOfScope": say.number(source.outOfScope), "digest": source.sha256,
    ]
    if let day = source.extractedAt { row["extracted"] = say("exported \(day.description)") }
    return row
  }

  /// What the result rests on, by name.
  private var facts: [[String: String]] {
    var facts: [(name: String, value: String)] = [
      ("tilsyn", "\(result.toolVersion), \(result.basis.commit)"), (say("Day judged"), result.asOf.description),
      (say("Arguments"), result.basis.arguments.joined(separator: " ")),
      (say("Headline"), TextReport.verdict(result, gate: gate)),
    ]
    facts += result.parameters.filter { $0.value != $0.standard }.map {
      (say("Parameter \($0.name)"), say("\($0.value), where the policies say \($0.standard)"))
    }
    return facts.map { ["name": $0.name, "value": $0.value] }
  }
}
