import FactStore

/// Finds derivations on demand: the body is solved again with the head bound.
///
/// Which one is found is fixed: rules in canonical order, then the smallest row numbers in the order of the plan. Inside
/// a recursive component, premises come from earlier rounds, so that heights are minimal and no proof goes in circles.
struct DerivationSearch {
  let engine: Engine
  let provers: Provers
  let memory: ExplanationMemory
  /// Solutions compared before the one with the least doubt is taken, for rows that are only possible.
  static let candidates = 10

  var costs: DoubtCosts { DoubtCosts(engine: engine, memory: memory) { derivation(of: $0, row: $1) } }

  /// A derivation of a row of a derived relation.
  /// - Parameter row: a certain row's number, or `-1 - number` of an extra.
  func derivation(of id: RelationID, row: Int) -> Derivation? {
    let relation = engine.relations[id.raw]
    if row >= 0 { return certainDerivation(of: id, row: row)?.derivation }
    let ceilings = self.ceilings(of: relation, row: row)
    if let known = memory.derivation(of: id, row: row) { return known }
    let codes = relation.extras.table.row(-1 - row)
    // Compared when all are found: what a premise costs may ask the same rule.
    var found: [Derivation] = []
    for (number, rule) in (engine.program.rules[id] ?? []).enumerated() {
      guard let head = Self.match(rule.headTerms, codes, in: rule.registers) else { continue }
      let open = Set(head.filter { $0.value == ValueCode.any }.keys)
      let prover = provers.prover(of: id, rule: number, open: open)
      let bound = head.filter { $0.value != ValueCode.any }
      prover.solve(bound: bound, ceilings: ceilings, limit: Self.candidates) { found.append($0) }
    }
    guard let best = cheapest(found) else { return nil }
    memory.remember(best, of: id, row: row)
    return best
  }

  /// A derivation of a certain row, and the rule that it is of.
  func certainDerivation(of id: RelationID, row: Int) -> (prover: RuleProver, derivation: Derivation)? {
    let relation = engine.relations[id.raw]
    let ranges = earlierRows(than: row, of: relation)
    for prover in provers.certainProvers(of: id) {
      if let found = prover.first(of: row, in: relation.certain, ranges: ranges) { return (prover, found) }
    }
    return nil
  }

  /// The rows that a certain row rests on, by atom, and its registers.
  func premises(of id: RelationID, row: Int) -> (prover: RuleProver, matched: [Int], codes: [UInt32])? {
    let relation = engine.relations[id.raw]
    let ranges = earlierRows(than: row, of: relation)
    for prover in provers.certainProvers(of: id) {
      if let found = prover.firstMatch(of: row, in: relation.certain, ranges: ranges) {
        return (prover, found.matched, found.codes)
      }
    }
    return nil
  }

  /// The derivation of a clause for a member that leaves the least in doubt: with the member's keys bound before any atom
  /// (language.md, statement 6.3). `nil` when the clause is not possible of it.
  func derivation(of id: RelationID, member: [UInt32]) -> Derivation? {
    if let known = memory.derivation(of: id, member: member) { return known }
    var found: [Derivation] = []
    for takesCertain in [false, true] where found.isEmpty {
      for number in (engine.program.rules[id] ?? []).indices {
        let prover = provers.prover(of: id, rule: number, keys: member.count)
        let terms = Array(prover.rule.headTerms[..<member.count])
        guard let bound = prover.rule.registers.binding(terms, to: member) else { continue }
        prover.solve(bound: bound, limit: Self.candidates, takesCertain: takesCertain) { found.append($0) }
      }
    }
    guard let best = cheapest(found) else { return nil }
    memory.remember(best, of: id, member: member)
    return best
  }

  /// The derivation that leaves the least in doubt; among equals the first.
  private func cheapest(_ derivations: [Derivation]) -> Derivation? {
    guard derivations.count > 1 else { return derivations.first }
    let costs = costs
    var best: (derivation: Derivation, cost: DoubtCost)?
    for derivation in derivations {
      let cost = costs.cost(of: derivation)
      if best == nil || cost < best!.cost { best = (derivation, cost) }
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

  /// Certain rows of the same component that are older than a certain row; `nil` where no premise has to be.
  private func earlierRows(than row: Int, of relation: EvaluatedRelation) -> RoundRanges? {
    guard engine.program.isRecursive(relation.id) else { return nil }
    let round = Self.round(of: row, in: relation.certainRounds)
    return memory.earlierRows(of: relation.id, round: round) {
      var earlier: [RelationID: Range<Int>] = [:]
      for id in engine.program.component(of: relation.id) {
        let other = engine.relations[id.raw]
        earlier[id] = 0..<Self.start(of: round, in: other.certainRounds, other.certain.count)
      }
      return RoundRanges(recent: earlier)
    }
  }

  /// How many rows of the same component a possible row may rest on: all that are certain, and those that are possible and older.
  private func ceilings(of relation: EvaluatedRelation, row: Int) -> [RelationID: (certain: Int, extras: Int)] {
    guard engine.program.isRecursive(relation.id) else { return [:] }
    let round = Self.round(of: -1 - row, in: relation.extraRounds)
    var ceilings: [RelationID: (certain: Int, extras: Int)] = [:]
    for id in engine.program.component(of: relation.id) {
      let other = engine.relations[id.raw]
      ceilings[id] = (other.certain.count, Self.start(of: round, in: other.extraRounds, other.extras.count))
    }
    return ceilings
  }

  /// The round in which a row was added: the last one that starts at or before it.
  private static func round(of number: Int, in rounds: [Int]) -> Int {
    max(0, rounds.partitioningIndex { $0 > number } - 1)
  }

  /// The first row of a round; how many rows there are where it added none.
  private static func start(of round: Int, in rounds: [Int], _ count: Int) -> Int {
    round < rounds.count ? rounds[round] : count
  }
}

extension Array {
  /// The first index from which on a test holds that holds for no element before it.
  fileprivate func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
