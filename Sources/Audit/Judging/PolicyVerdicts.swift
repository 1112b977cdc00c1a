import FactStore
import PolicyEngine

/// The verdict of every member of one policy's population (language.md, statement 6).
///
/// One byte a member; passes are what is left. Linear in the members plus the rows of the policy's rules, and one search
/// for each member and clause of which only a row of unknown keys speaks.
package final class PolicyVerdicts {
  let policy: CompiledPolicy
  package let population: EvaluatedRelation
  package let fails: [EvaluatedRelation]
  let unverifieds: [EvaluatedRelation]
  let excepts: [EvaluatedRelation]
  /// By member, which is a row of `population`.
  package private(set) var verdicts: [Verdict]
  private(set) var counts: [Verdict: Int] = [:]
  /// The holes of the population (6.5): its extras that no wider one covers.
  package let populationHoles: [Int]
  /// The limit that a relation that the policy reads, or the search for a member, hit: nothing may be concluded.
  private(set) var limit: EvaluationLimit?
  var isLimited: Bool { limit != nil }
  private let engine: Engine

  package enum Verdict: UInt8 { case pass, exempt, unverified, fail }

  private struct Marks {
    static let failCertain: UInt8 = 1
    static let doubtPossible: UInt8 = 2
    static let exceptCertain: UInt8 = 4
    static let exceptPossible: UInt8 = 8
  }

  package init(_ policy: CompiledPolicy, engine: Engine) {
    self.policy = policy
    self.engine = engine
    population = engine.evaluated(policy.population)
    fails = policy.fails.map { engine.evaluated($0.relation) }
    unverifieds = policy.unverifieds.map { engine.evaluated($0.relation) }
    excepts = policy.excepts.map { engine.evaluated($0.relation) }
    limit = ([population] + fails + unverifieds + excepts).lazy.compactMap(\.limit).first
    populationHoles = population.extras.widest
    verdicts = Array(repeating: .pass, count: population.certain.count)
    judge()
  }

  private func judge() {
    var marks = [UInt8](repeating: 0, count: verdicts.count)
    for relation in fails {
      markCertain(relation, Marks.failCertain | Marks.doubtPossible, &marks)
    }
    for relation in unverifieds { markCertain(relation, Marks.doubtPossible, &marks) }
    for relation in excepts { markCertain(relation, Marks.exceptCertain | Marks.exceptPossible, &marks) }
    for relation in fails + unverifieds {
      markPossible(relation, Marks.doubtPossible, &marks) { $0 & Marks.doubtPossible == 0 }
    }
    for relation in excepts {
      // What may be excepted and fails nowhere passes all the same.
      markPossible(relation, Marks.exceptPossible, &marks) {
        $0 & Marks.failCertain != 0 && $0 & Marks.exceptPossible == 0
      }
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

  /// Marks the members of which a clause is certain.
  private func markCertain(_ relation: EvaluatedRelation, _ mark: UInt8, _ marks: inout [UInt8]) {
    let width = policy.keys.count
    var key = [UInt32](repeating: 0, count: width)
    for row in 0..<relation.certain.count {
      for column in 0..<width { key[column] = relation.certain[row, column] }
      if let member = population.findCertain(key) { marks[member] |= mark }
    }
  }

  /// Marks the members of which a clause is possible (6.3). A row that names the member says so; of those that a row with
  /// `*` in the key covers, the clause is asked with their own keys, each once.
  /// - Parameter matters: whether a member's verdict hangs on the answer, by its marks so far.
  private func markPossible(
    _ relation: EvaluatedRelation, _ mark: UInt8, _ marks: inout [UInt8], if matters: (UInt8) -> Bool
  ) {
    let width = policy.keys.count
    var open: Set<[UInt32]> = []
    for row in 0..<relation.extras.count {
      let key = (0..<width).map { relation.extras.table[row, $0] }
      if key.contains(ValueCode.any) {
        open.insert(key)
      } else if let member = population.findCertain(key) {
        marks[member] |= mark
      }
    }
    guard !open.isEmpty else { return }
    let clause = engine.boundClause(relation.id, keys: width)
    var isAsked = [Bool](repeating: false, count: marks.count)
    for key in open {
      population.forEachCertain(key) { member in
        guard matters(marks[member]), !isAsked[member] else { return true }
        isAsked[member] = true
        if clause.isPossible(of: population.certain.row(member)) { marks[member] |= mark }
        return clause.limit == nil
      }
    }
    if let passed = clause.limit { limit = limit ?? passed }
  }

  /// The member that a row of a rule speaks of.
  package func member(of row: Int, in relation: EvaluatedRelation) -> Int? {
    population.findCertain(policy.keys.indices.map { relation.certain[row, $0] })
  }

  func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// Whether a member is unverified, or one may be missing.
  var isOpen: Bool { count(.unverified) > 0 || !population.extras.isEmpty }
}
