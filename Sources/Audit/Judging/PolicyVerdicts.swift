import FactStore
import PolicyEngine

/// The verdict of every member of one policy's population (language.md, statement 6).
///
/// One byte a member; passes are what is left. Linear in the members plus the rows of the policy's rules.
package final class PolicyVerdicts {
  let policy: CompiledPolicy
  package let population: EvaluatedRelation
  package let fails: [EvaluatedRelation]
  let unverifieds: [EvaluatedRelation]
  let excepts: [EvaluatedRelation]
  /// By member, which is a row of `population`.
  package private(set) var verdicts: [Verdict]
  private(set) var counts: [Verdict: Int] = [:]
  /// A relation that the policy reads hit a limit: nothing may be concluded.
  let isLimited: Bool

  package enum Verdict: UInt8 { case pass, exempt, unverified, fail }

  private struct Marks {
    static let failCertain: UInt8 = 1
    static let doubtPossible: UInt8 = 2
    static let exceptCertain: UInt8 = 4
    static let exceptPossible: UInt8 = 8
  }

  package init(_ policy: CompiledPolicy, engine: Engine) {
    self.policy = policy
    population = engine.evaluated(policy.population)
    fails = policy.fails.map { engine.evaluated($0.relation) }
    unverifieds = policy.unverifieds.map { engine.evaluated($0.relation) }
    excepts = policy.excepts.map { engine.evaluated($0.relation) }
    isLimited = ([population] + fails + unverifieds + excepts).contains { $0.isLimited }
    verdicts = Array(repeating: .pass, count: population.certain.count)
    judge()
  }

  private func judge() {
    var marks = [UInt8](repeating: 0, count: verdicts.count)
    for relation in fails {
      mark(relation, certain: Marks.failCertain | Marks.doubtPossible, possible: Marks.doubtPossible, &marks)
    }
    for relation in unverifieds {
      mark(relation, certain: Marks.doubtPossible, possible: Marks.doubtPossible, &marks)
    }
    for relation in excepts {
      mark(relation, certain: Marks.exceptCertain | Marks.exceptPossible, possible: Marks.exceptPossible, &marks)
    }
    var tally = [0, 0, 0, 0]
    for member in marks.indices {
      let mark = marks[member]
      let verdict: Verdict
      if mark & Marks.failCertain != 0 && mark & Marks.exceptPossible == 0 {
        verdict = .fail
      } else if mark & Marks.doubtPossible == 0 {
        verdict = .pass
      } else if mark & Marks.exceptCertain != 0 {
        verdict = .exempt
      } else {
        verdict = .unverified
      }
      verdicts[member] = verdict
      tally[Int(verdict.rawValue)] += 1
    }
    for verdict in [Verdict.pass, .exempt, .unverified, .fail] { counts[verdict] = tally[Int(verdict.rawValue)] }
  }

  /// Marks the members that the rows of a rule speak of. A row with `*` in the key speaks of every member that fits.
  private func mark(_ relation: EvaluatedRelation, certain: UInt8, possible: UInt8, _ marks: inout [UInt8]) {
    let width = policy.keys.count
    var key = [UInt32](repeating: 0, count: width)
    for row in 0..<relation.certain.count {
      for column in 0..<width { key[column] = relation.certain[row, column] }
      if let member = population.findCertain(key) { marks[member] |= certain }
    }
    var seen: Set<[UInt32]> = []
    for row in 0..<relation.extras.count {
      for column in 0..<width { key[column] = relation.extras.table[row, column] }
      if !key.contains(ValueCode.any) {
        if let member = population.findCertain(key) { marks[member] |= possible }
      } else if seen.insert(key).inserted {
        population.forEachCertain(key) {
          marks[$0] |= possible
          return true
        }
      }
    }
  }

  /// The member that a row of a rule speaks of.
  package func member(of row: Int, in relation: EvaluatedRelation) -> Int? {
    population.findCertain(policy.keys.indices.map { relation.certain[row, $0] })
  }

  func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }
}
