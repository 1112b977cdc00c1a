import FactStore
import PolicyEngine

/// Finds what makes a member unverified: the clause and the row with the smallest hole.
struct Doubt {
  let engine: Engine
  /// Rows that are explained and compared before one is taken.
  private static let candidates = 6

  func grounds(ofMember member: Int, _ verdicts: PolicyVerdicts) -> Grounds {
    let key = verdicts.population.certain.row(member)
    // A clause written for this case, and certain, says it best.
    for (index, relation) in verdicts.unverifieds.enumerated() {
      if let row = firstCertain(relation, key) {
        return Grounds(
          relation: relation, row: row, clause: verdicts.policy.unverifieds[index].clause, kind: .unverified)
      }
    }
    var candidates: [Grounds] = []
    for (index, relation) in verdicts.unverifieds.enumerated() {
      candidates += extras(relation, key).map {
        Grounds(relation: relation, row: $0, clause: verdicts.policy.unverifieds[index].clause, kind: .unverified)
      }
    }
    for (index, relation) in verdicts.fails.enumerated() {
      let clause = verdicts.policy.fails[index].clause
      candidates += extras(relation, key).map {
        Grounds(relation: relation, row: $0, clause: clause, kind: .possibleFail)
      }
      // A certain fail that an exception may excuse.
      if let row = firstCertain(relation, key) {
        candidates.append(Grounds(relation: relation, row: row, clause: clause, kind: .possibleFail))
      }
    }
    let best = candidates.prefix(Self.candidates).enumerated().min { left, right in
      (cost(left.element), left.offset) < (cost(right.element), right.offset)
    }
    guard let best else { preconditionFailure("an unverified member without a reason") }
    return best.element
  }

  /// An absent export costs most, then wide holes.
  private func cost(_ grounds: Grounds) -> Int {
    guard grounds.row < 0 else { return 0 }
    var smallest = Int.max
    Explainer(engine).proof(of: grounds.relation.id, row: grounds.row).forEachLeaf { leaf in
      guard case .hole(let relation, _, _) = leaf.step else { return }
      let isAbsent = engine.isAbsent(relation)
      smallest = min(smallest, (isAbsent ? 1_000 : 0) + leaf.statement.split(separator: "*").count)
    }
    return smallest
  }

  private func firstCertain(_ relation: EvaluatedRelation, _ key: [UInt32]) -> Int? {
    var found: Int?
    relation.forEachCertain(pattern(relation, key)) {
      found = $0
      return false
    }
    return found
  }

  /// Extras that speak of the member, those with the fewest `*` first.
  private func extras(_ relation: EvaluatedRelation, _ key: [UInt32]) -> [Int] {
    var rows: [(row: Int, width: Int)] = []
    relation.extras.forEachMatch(pattern(relation, key)) { row in
      rows.append((row, relation.extras.table.row(row).count { $0 == ValueCode.any }))
      return rows.count < 1_000
    }
    return rows.sorted { ($0.width, $0.row) < ($1.width, $1.row) }.prefix(Self.candidates).map { -1 - $0.row }
  }

  private func pattern(_ relation: EvaluatedRelation, _ key: [UInt32]) -> [UInt32] {
    key + Array(repeating: ValueCode.any, count: relation.arity - key.count)
  }
}
