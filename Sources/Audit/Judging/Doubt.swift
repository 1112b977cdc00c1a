import FactStore
import PolicyEngine

/// Finds what makes a member unverified: the clause that is possible of it, and whose dearest doubt is least.
struct Doubt {
  let explainer: Explainer

  func grounds(ofMember member: Int, _ verdicts: PolicyVerdicts) -> Grounds {
    let key = verdicts.population.certain.row(member)
    let policy = verdicts.policy
    // A clause written for this case, and certain, says it best.
    for (relation, compiled) in zip(verdicts.unverifieds, policy.unverifieds) {
      if let row = firstCertain(relation, key) {
        return Grounds(relation: relation, basis: .row(row), clause: compiled.clause, kind: .unverified)
      }
    }
    // A certain fail that an exception may excuse: the doubt is the exception.
    for (relation, compiled) in zip(verdicts.fails, policy.fails) {
      guard let row = firstCertain(relation, key) else { continue }
      let excuse = cheapest(verdicts.excepts.map { ($0, ()) }, key)?.relation
      return Grounds(
        relation: relation, basis: .row(row), clause: compiled.clause, kind: .possibleFail, excuse: excuse, member: key)
    }
    let clauses =
      zip(verdicts.unverifieds, policy.unverifieds).map { ($0, ($1.clause, Grounds.Kind.unverified)) }
      + zip(verdicts.fails, policy.fails).map { ($0, ($1.clause, Grounds.Kind.possibleFail)) }
    guard let best = cheapest(clauses, key) else { preconditionFailure("an unverified member without a reason") }
    return Grounds(relation: best.relation, basis: .member(key), clause: best.about.0, kind: best.about.1)
  }

  /// The clause that is possible of a member at the least cost; among equals the first.
  private func cheapest<About>(
    _ clauses: [(EvaluatedRelation, About)], _ key: [UInt32]
  ) -> (relation: EvaluatedRelation, about: About)? {
    var best: (relation: EvaluatedRelation, about: About, cost: DoubtCost)?
    for (relation, about) in clauses {
      guard let cost = explainer.cost(of: relation.id, member: key) else { continue }
      if best == nil || cost < best!.cost { best = (relation, about, cost) }
    }
    return best.map { ($0.relation, $0.about) }
  }

  private func firstCertain(_ relation: EvaluatedRelation, _ key: [UInt32]) -> Int? {
    var found: Int?
    relation.forEachCertain(key + Array(repeating: ValueCode.any, count: relation.arity - key.count)) {
      found = $0
      return false
    }
    return found
  }
}
