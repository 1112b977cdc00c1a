import FactStore

/// One binding of a rule's variables that satisfies its body, with the rows that it rests on.
struct Derivation {
  var rule: LoweredRule
  /// By register.
  var codes: [UInt32]
  /// By interval slot.
  var intervals: [Interval]
  /// By atom: a certain row's number, or `-1 - number` of an extra.
  var matched: [Int]
  var isCertain: Bool
}

/// Finds derivations on demand: the body is solved again with the head bound.
///
/// Which one is found is fixed: rules in canonical order, then the smallest row numbers in the order of the plan. Inside
/// a recursive component, premises come from earlier rounds, so that heights are minimal and no proof goes in circles.
struct DerivationSearch {
  let engine: Engine
  /// Solutions compared before the one with the fewest unknowns is taken, for rows that are only possible.
  static let candidates = 20

  /// A derivation of a row of a derived relation.
  /// - Parameter row: a certain row's number, or `-1 - number` of an extra.
  func derivation(of id: RelationID, row: Int) -> Derivation? {
    let relation = engine.relations[id.raw]
    let isCertain = row >= 0
    let codes = isCertain ? relation.certain.row(row) : relation.extras.table.row(-1 - row)
    let ceilings = self.ceilings(of: relation, row: row)
    var best: (derivation: Derivation, cost: Int)?
    for (number, rule) in (engine.rules[id] ?? []).enumerated() {
      guard let head = Self.match(rule.headTerms, codes, in: rule.registers) else { continue }
      let open = Set(head.filter { $0.value == ValueCode.any }.keys)
      let prover = engine.prover(of: id, rule: number, certainly: isCertain, open: open)
      let bound = head.filter { $0.value != ValueCode.any }
      prover.solve(bound: bound, ceilings: ceilings, limit: isCertain ? 1 : Self.candidates) {
        let cost = isCertain ? 0 : unknowns(in: $0)
        if best == nil || cost < best!.cost { best = ($0, cost) }
      }
      if isCertain, best != nil { break }
    }
    return best?.derivation
  }

  /// Registers of the head as a derivation of just this row leaves them, `*` included; `nil` when there can be none.
  private static func match(_ terms: [Int], _ codes: [UInt32], in file: RegisterFile) -> [Int: UInt32]? {
    var head: [Int: UInt32] = [:]
    for (register, code) in zip(terms, codes) {
      if let constant = file.entries[register].constant {
        if code != constant { return nil }
      } else if head.updateValue(code, forKey: register) ?? code != code {
        return nil
      }
    }
    return head
  }

  /// Registers of the head with the codes of a row; `nil` when a constant or a repeated variable does not fit.
  static func bind(_ terms: [Int], to codes: [UInt32], in file: RegisterFile) -> [Int: UInt32]? {
    var bound: [Int: UInt32] = [:]
    for (register, code) in zip(terms, codes) {
      if let constant = file.entries[register].constant {
        if code != constant && code != ValueCode.any { return nil }
        continue
      }
      if let known = bound[register], known != code, known != ValueCode.any, code != ValueCode.any { return nil }
      bound[register] = bound[register].map { $0 == ValueCode.any ? code : $0 } ?? code
    }
    return bound
  }

  /// Finds up to `limit` derivations of a body under a binding.
  func solve(
    _ rule: LoweredRule, bound: [Int: UInt32], certainly: Bool, limit: Int, isPrefix: Bool = false,
    takesCertain: Bool = false, _ found: (Derivation) -> Void
  ) {
    RuleProver(rule, bound: Set(bound.keys), certainly: certainly, isPrefix: isPrefix, engine: engine)
      .solve(bound: bound, limit: limit, takesCertain: takesCertain, found)
  }

  /// Rows of the same component that are older than the given one.
  private func ceilings(of relation: EvaluatedRelation, row: Int) -> [RelationID: (certain: Int, extras: Int)] {
    let component = engine.component(of: relation.id)
    guard engine.isRecursive(relation.id) else { return [:] }
    let rounds = row >= 0 ? relation.certainRounds : relation.extraRounds
    let number = row >= 0 ? row : -1 - row
    // The round in which the row was added: the last one that starts at or before it.
    let round = (rounds.lastIndex { $0 <= number } ?? 0)
    var ceilings: [RelationID: (certain: Int, extras: Int)] = [:]
    for id in component {
      let other = engine.relations[id.raw]
      func start(_ rounds: [Int], _ count: Int) -> Int { round < rounds.count ? rounds[round] : count }
      if row >= 0 {
        ceilings[id] = (start(other.certainRounds, other.certain.count), 0)
      } else {
        ceilings[id] = (other.certain.count, start(other.extraRounds, other.extras.count))
      }
    }
    return ceilings
  }

  /// How much a possible derivation leaves open: `*` in the extras that it matched, and one for every doubtful condition.
  private func unknowns(in derivation: Derivation) -> Int {
    var cost = 0
    var ordinal = 0
    for literal in derivation.rule.body {
      guard case .atom(let atom) = literal else { continue }
      let row = derivation.matched[ordinal]
      ordinal += 1
      if row >= 0 { continue }
      let extras = engine.relations[atom.relation.raw].extras.table
      cost += 100 + extras.row(-1 - row).count { $0 == ValueCode.any }
    }
    return cost
  }
}
