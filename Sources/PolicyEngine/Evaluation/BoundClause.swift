import FactStore

/// Whether a clause of a policy is possible of a member: its rules, solved over P with the member's keys bound before any
/// atom (language.md, statement 6.3).
///
/// A row of the clause with `*` in a key covers members of which the clause is impossible all the same, because their own
/// values exclude it. Such a row says whom to ask about; this answers. Each rule is planned once, for all members.
package final class BoundClause {
  /// The first registers of the head stand for the keys.
  private let rules: [(prover: RuleProver, keys: [Int])]

  /// - Parameter keys: how many of the first columns of the clause's relation are keys.
  init(_ id: RelationID, keys: Int, _ provers: Provers) {
    rules = (0..<provers.ruleCount(of: id)).map { number in
      let prover = provers.prover(of: id, rule: number, keys: keys)
      return (prover, Array(prover.rule.headTerms[..<keys]))
    }
  }

  /// Past a limit, that a clause was not found possible says nothing.
  package var limit: EvaluationLimit? { rules.lazy.compactMap { $0.prover.limit }.first }

  package func isPossible(of member: [UInt32]) -> Bool {
    rules.contains { rule in
      rule.prover.rule.registers.binding(rule.keys, to: member).map { rule.prover.isPossible(bound: $0) } ?? false
    }
  }
}
