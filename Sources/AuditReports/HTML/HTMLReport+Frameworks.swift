import Audit
import Localization
import PolicyEngine

extension HTMLReport {
  /// The values of the part on frameworks: a table of controls for each, the worst first, with links to the findings of the policies
  /// that bear on them, and a list of those on which none does.
  func frameworks(_ labels: [String: String]) -> [String: Any] {
    let numbers = Dictionary(survey.groups.enumerated().map { ($1.policy, $0) }) { first, _ in first }
    return [
      "t": labels, "frameworks": result.frameworks.map { values($0, labels, numbers) },
    ]
  }

  private func values(
    _ framework: FrameworkOutcome, _ labels: [String: String], _ numbers: [String: Int]
  ) -> [String: Any] {
    let facts = [framework.publisher, framework.edition, framework.source].filter { !$0.isEmpty }
    var values: [String: Any] = [
      "title": framework.title,
      "counts": framework.counts.map { "\(say.number($0.count)) \(say($0.verdict.word))" }.joined(separator: ", "),
      "facts": (facts + ["\(framework.file.path) (SHA-256 \(framework.file.sha256))"]).joined(separator: "; "),
    ]
    let covered = framework.covered
    if !covered.isEmpty {
      values["table"] = ["t": labels, "title": framework.title, "controls": covered.map { row(of: $0, numbers) }]
    }
    let bare = framework.uncovered
    if !bare.isEmpty {
      values["uncovered"] = [
        "label": say("\(bare.count, "control", "controls") on which no policy bears"),
        "controls": bare.map { ["id": $0.id, "title": $0.title] },
      ]
    }
    return values
  }

  private func row(of control: FrameworkOutcome.Control, _ numbers: [String: Int]) -> [String: Any] {
    // What was not asked is worth a line, however many policies it is: their ids say little to a reader.
    let judged = control.policies.filter { $0.verdict != .notJudged }
    let left = control.policies.count - judged.count
    var policies = judged.map { share -> [String: Any] in
      let name = ["title": title(share.policy)]
      let number = numbers[share.policy].map { name.merging(["number": String($0)]) { $1 } }
      return ["verdict": say(share.verdict.word), number == nil ? "plain" : "link": number ?? name]
    }
    if left > 0 {
      let more: Phrase =
        judged.isEmpty ? "\(left, "policy", "policies")" : "\(left, "further policy", "further policies")"
      policies.append(["verdict": say(ControlVerdict.notJudged.word), "plain": ["title": say(more)]])
    }
    return [
      "id": control.id, "title": control.title, "verdict": say(control.verdict.word),
      "failed": say.number(control.failed), "unverified": say.number(control.unverified),
      "passed": say.number(control.passed),
      "policies": policies,
    ]
  }
}
