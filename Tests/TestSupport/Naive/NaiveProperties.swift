import FactStore
import PolicyEngine

/// The theorem of language.md, statement 7, tried on one program: what is certain is true in every world that fits the
/// input, what is true is possible, and a loss that leaves its hole never makes a pass or a fail.
package struct NaiveProperties {
  let program: Program
  let database: NaiveDatabase
  let today: CalendarDate
  let result: NaiveResult
  var random: SplitMix64
  package private(set) var violations: [String] = []
  /// Verdict before and after a loss, and how often.
  package private(set) var moves: [String: Int] = [:]
  /// Whether the rows of a clause cover a certain member, whether the clause is possible of it, and how often.
  package private(set) var clauses: [String: Int] = [:]

  package init(_ program: RandomProgram) {
    self.program = program.tree
    database = NaiveDatabase(program.store())
    today = program.today
    result = NaiveEvaluator.evaluate(self.program, database, today: today)
    random = SplitMix64(seed: program.seed &+ 99)
  }

  /// Tries worlds and losses; what breaks is in ``violations``.
  package mutating func check(worlds: Int = 3, losses: Int = 3) {
    for relation in result.certain.keys where !result.certain[relation]!.isSubset(of: result.possible[relation] ?? []) {
      violations.append("\(relation): certain and not possible")
    }
    for _ in 0..<worlds { checkWorld() }
    for _ in 0..<losses { checkLoss() }
    if !database.facts.isEmpty { checkAbsence() }
  }

  private func evaluate(_ database: NaiveDatabase) -> NaiveResult {
    NaiveEvaluator.evaluate(program, database, today: today)
  }

  /// Whether an `optional` atom reads an absent relation as empty, so that what is certain rests on that reading.
  private func isAssumed(_ database: NaiveDatabase) -> Bool {
    !database.absent.isEmpty && FeatureWalk.features(of: program.items).contains("optional")
  }

  // MARK: soundness

  /// A world that fits: the facts, and for each hole some rows that fit it.
  private mutating func checkWorld() {
    var world = database.closed()
    for (relation, holes) in database.holes.sorted(by: { $0.key < $1.key }) {
      let columns = database.columns(relation)
      for hole in Covering.antichain(holes) {
        for _ in 0..<random.below(4) {
          let row = zip(hole, columns).map { value, column in
            value == .any ? NaiveValue.value(random.pick(RandomDomain.values(column.type))) : value
          }
          world.facts[relation, default: []].insert(row)
        }
      }
    }
    let truth = evaluate(world)
    for relation in truth.certain.keys.sorted() {
      if truth.certain[relation] != truth.possible[relation] {
        violations.append("\(relation): not exact without holes")
      }
      // Relations of a policy may rest on an absent relation being empty.
      if relation.contains("#") && isAssumed(database) { continue }
      if !result.certain[relation]!.isSubset(of: truth.certain[relation]!) {
        violations.append("\(relation): certain and not true")
      }
      if !Covering.covers(result.possible[relation] ?? [], all: truth.certain[relation]!) {
        violations.append("\(relation): true and not possible")
      }
    }
    for policy in result.policies {
      checkVerdicts(policy, truth)
      if !isAssumed(database) { checkClauses(policy, truth) }
    }
  }

  /// A clause that holds of a certain member is possible of it, and what is possible of it is never more than what the
  /// possible rows of the clause cover.
  private mutating func checkClauses(_ policy: NaivePolicy, _ truth: NaiveResult) {
    for member in result.certain[policy.population] ?? [] {
      for clause in policy.fails + policy.unverified + policy.excepts {
        func speaks(_ row: NaiveRow) -> Bool { Covering.covers(Array(row.prefix(member.count)), member) }
        let isPossible = result.isPossible(clause, of: member)
        let isCovered = (result.possible[clause] ?? []).contains(where: speaks)
        clauses["\(isCovered ? "covered" : "not covered"), \(isPossible ? "possible" : "excluded")", default: 0] += 1
        if !isPossible, (truth.certain[clause] ?? []).contains(where: speaks) {
          violations.append("\(clause): true of \(member) and not possible of it")
        }
        if isPossible, !isCovered { violations.append("\(clause): possible of \(member), which no row covers") }
      }
    }
  }

  private mutating func checkVerdicts(_ policy: NaivePolicy, _ truth: NaiveResult) {
    let said = NaiveVerdicts(policy, result)
    let real = NaiveVerdicts(policy, truth)
    for (member, verdict) in said.members {
      guard let actual = real.members[member] else {
        violations.append("\(policy.id): \(member) is no member")
        continue
      }
      let fits =
        switch verdict {
        case .pass: actual == .pass
        case .exempt: actual == .exempt || actual == .pass
        case .fail: actual == .fail || isAssumed(database)
        case .unverified: true
        }
      if !fits { violations.append("\(policy.id): \(member) is said to be \(verdict) and is \(actual)") }
    }
    for member in real.members.keys where said.members[member] == nil {
      if !Covering.covers(Set(said.populationHoles), member) {
        violations.append("\(policy.id): the member \(member) is missing in silence")
      }
    }
    let isFalsePass = said.status == .passed && real.status != .passed
    if isFalsePass || (said.status == .empty && real.status != .empty) {
      violations.append("\(policy.id): said to be \(said.status) and is \(real.status)")
    }
  }

  // MARK: monotony

  /// Facts are lost, and holes that cover them are left.
  private mutating func checkLoss() {
    let relation = random.pick(database.facts.keys.sorted())
    let facts = database.facts[relation]!.sorted { $0.description < $1.description }
    if facts.isEmpty { return }
    var lost: [NaiveRow] = []
    switch random.below(3) {
    case 0: lost = [random.pick(facts)]
    case 1: lost = facts
    default: for fact in facts where random.chance(50) { lost.append(fact) }
    }
    var after = database
    after.facts[relation]!.subtract(lost)
    if random.chance(40) {
      after.holes[relation, default: []].insert(facts[0].map { _ in .any })
    } else {
      for fact in lost {
        after.holes[relation, default: []].insert(fact.map { random.chance(50) ? .any : $0 })
      }
    }
    let less = evaluate(after)
    let what = "after the loss of \(lost) of \(relation), holes \(after.holes[relation]!)"
    for relation in less.certain.keys.sorted() {
      if !less.certain[relation]!.isSubset(of: result.certain[relation]!) {
        violations.append("\(relation): more is certain \(what)")
      }
      if !Covering.covers(less.possible[relation] ?? [], all: result.possible[relation] ?? []) {
        violations.append("\(relation): less is possible \(what)")
      }
    }
    for policy in result.policies { checkMoves(policy, less, what, mayFail: false) }
  }

  /// A whole export is gone: as a loss, but `optional` now reads it as empty, so that more may fail. Nothing may pass.
  private mutating func checkAbsence() {
    let schema = random.pick(database.schemas.schemas)
    var after = database
    for stored in database.schemas.stored where database.schemas.schemas[stored.schema].name == schema.name {
      after.facts[stored.name] = []
      after.holes[stored.name] = [stored.columns.map { _ in .any }]
      after.absent.insert(stored.name)
    }
    let less = evaluate(after)
    for policy in result.policies { checkMoves(policy, less, "without \(schema.name)", mayFail: isAssumed(after)) }
  }

  private mutating func checkMoves(_ policy: NaivePolicy, _ less: NaiveResult, _ what: String, mayFail: Bool) {
    let before = NaiveVerdicts(policy, result)
    let after = NaiveVerdicts(policy, less)
    for (member, verdict) in before.members {
      guard let now = after.members[member] else {
        if !Covering.covers(Set(after.populationHoles), member) {
          violations.append("\(policy.id): the member \(member) is lost in silence \(what)")
        }
        continue
      }
      moves["\(verdict) → \(now)", default: 0] += 1
      let allowed: Set<NaiveVerdicts.Verdict> =
        switch verdict {
        case .fail: [.fail, .unverified]
        case .exempt: [.exempt, .unverified]
        case .unverified: [.unverified]
        case .pass: [.pass, .exempt, .unverified]
        }
      if !allowed.contains(now) && !(mayFail && now != .pass) {
        violations.append("\(policy.id): \(member) goes from \(verdict) to \(now) \(what)")
      }
    }
    if !mayFail, !after.findings.isSubset(of: before.findings) {
      violations.append("\(policy.id): a finding appears \(what)")
    }
    if after.status == .passed && before.status != .passed || after.status == .empty && before.status != .empty {
      violations.append("\(policy.id): goes from \(before.status) to \(after.status) \(what)")
    }
  }
}
