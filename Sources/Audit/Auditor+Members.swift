import PolicyEngine

/// One member of a policy, and what was concluded of it.
package struct JudgedMember: Sendable {
  package enum Verdict: String, Sendable { case pass, exempt, unverified, fail }

  package var policy: String
  /// `nil` where the policy could not be judged.
  package var verdict: Verdict?
  /// The values of its keys.
  package var keys: [Finding.Key]
}

extension Auditor {
  /// Every member of every policy that was judged or could not be, policy by policy in the order of their ids; members in no
  /// order. Whoever asks "was X judged?" finds X here, passes too.
  package func forEachMember(_ body: (JudgedMember) -> Void) {
    let statuses = Dictionary(result.policies.map { ($0.id, $0.status) }) { first, _ in first }
    for policy in result.policies {
      guard let verdicts = verdicts(ofPolicy: policy.id), statuses[policy.id] != .outOfScope else { continue }
      let population = verdicts.population
      let isJudged = statuses[policy.id] != .notEvaluated
      for row in 0..<population.certain.count {
        let keys = population.columns.enumerated().map { column, schema in
          Finding.Key(
            name: schema.name, type: schema.type.name,
            value: engine.bareText(population.certain[row, column], schema.type)
          )
        }
        body(
          JudgedMember(
            policy: policy.id, verdict: isJudged ? JudgedMember.Verdict(verdicts.verdicts[row]) : nil, keys: keys))
      }
    }
  }
}

extension JudgedMember.Verdict {
  fileprivate init(_ verdict: PolicyVerdicts.Verdict) {
    switch verdict {
    case .pass: self = .pass
    case .exempt: self = .exempt
    case .unverified: self = .unverified
    case .fail: self = .fail
    }
  }
}
