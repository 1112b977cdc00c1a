import FactStore

/// The verdicts of one policy: language.md, statement 6, word by word.
package struct NaiveVerdicts: Sendable {
  package enum Verdict: String, Sendable, Hashable { case fail, exempt, unverified, pass }
  package enum Status: String, Sendable, Hashable { case failed, unverified, passed, empty }

  /// A finding of one `fail` rule: the subject, and the values of its `per` names.
  package struct Finding: Hashable, Sendable {
    /// Number of the rule among the `fail` rules of the policy.
    package var rule: Int
    package var row: NaiveRow
    package init(rule: Int, row: NaiveRow) {
      self.rule = rule
      self.row = row
    }
  }

  /// Certain members.
  package var members: [NaiveRow: Verdict] = [:]
  /// Rows of the population that are possible and not certain, without those that another one covers (6.5).
  package var populationHoles: [NaiveRow] = []
  /// One per row of a `fail` rule that is certain for a member whose verdict is `fail`.
  package var findings: Set<Finding> = []
  package var status: Status

  package init(_ policy: NaivePolicy, _ result: NaiveResult) {
    let arity = policy.keys.count
    /// The key columns of all rows of some rules.
    func subjects(_ relations: [String], _ sets: [String: Set<NaiveRow>]) -> Set<NaiveRow> {
      Set(relations.flatMap { sets[$0] ?? [] }.map { Array($0.prefix(arity)) })
    }
    let certain = result.certain[policy.population] ?? []
    let doubtful = (result.possible[policy.population] ?? []).subtracting(certain)
    let certainFail = subjects(policy.fails, result.certain)
    let certainExcept = subjects(policy.excepts, result.certain)
    func isPossible(_ clauses: [String], of member: NaiveRow) -> Bool {
      clauses.contains { result.isPossible($0, of: member) }
    }

    for member in certain {
      let isTroubled = isPossible(policy.fails + policy.unverified, of: member)
      if certainFail.contains(member) && !isPossible(policy.excepts, of: member) {
        members[member] = .fail
      } else if isTroubled && certainExcept.contains(member) {
        members[member] = .exempt
      } else {
        members[member] = isTroubled ? .unverified : .pass
      }
    }
    populationHoles = Covering.antichain(doubtful)
    for (rule, relation) in policy.fails.enumerated() {
      for row in result.certain[relation] ?? [] where members[Array(row.prefix(arity))] == .fail {
        findings.insert(Finding(rule: rule, row: row))
      }
    }
    if members.values.contains(.fail) {
      status = .failed
    } else if members.values.contains(.unverified) || !populationHoles.isEmpty {
      status = .unverified
    } else {
      status = members.isEmpty ? .empty : .passed
    }
  }
}
