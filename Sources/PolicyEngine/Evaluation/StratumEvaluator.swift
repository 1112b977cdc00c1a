import FactStore

/// Evaluates one component: one relation, or relations that are defined by each other.
///
/// Semi-naive. `recent` are the rows of the last round, `stable` those before it, `pending` those of this one:
///
///     pending = ⋃ over rules, over their atoms i of the component:
///               stable ⋈ … ⋈ recentᵢ ⋈ … ⋈ (stable ∪ recent)
///
/// The certain sets first, to their fixpoint; then the extras, which never feed back into them.
struct StratumEvaluator {
  let engine: Engine
  let component: [RelationID]
  let isRecursive: Bool
  private let inside: Set<RelationID>
  private let budget: WorkBudget

  init(engine: Engine, component: [RelationID], isRecursive: Bool) {
    self.engine = engine
    self.component = component
    self.isRecursive = isRecursive
    inside = Set(component)
    budget = WorkBudget(engine.limits)
  }

  func run() {
    let runs = component.flatMap { id in
      (engine.rules[id] ?? []).map { RuleRun($0, engine: engine, budget: budget) }
    }
    deriveCertain(runs)
    deriveExtras(runs)
    let reads = runs.contains { run in
      run.reads.contains { !inside.contains($0) && engine.relations[$0.raw].isLimited }
    }
    if budget.isExhausted || reads {
      for id in component { engine.relations[id.raw].isLimited = true }
    }
  }

  // MARK: Certain

  private func deriveCertain(_ runs: [RuleRun]) {
    for run in runs where run.atoms(in: inside).isEmpty { derive(run, sides: [:], ranges: nil, into: nil) }
    for id in component { engine.relations[id.raw].certainRounds = [0] }
    guard isRecursive else { return }
    var stable: [RelationID: Int] = Dictionary(uniqueKeysWithValues: component.map { ($0, 0) })
    var round = 0
    while !budget.isExhausted {
      var ranges = RoundRanges(recent: [:])
      for id in component {
        let count = engine.relations[id.raw].certain.count
        ranges.recent[id] = stable[id]!..<count
        engine.relations[id.raw].certainRounds.append(count)
      }
      if ranges.recent.values.allSatisfy(\.isEmpty) { return }
      round += 1
      if round > budget.limits.rounds { return budget.exhaust() }
      var pending: [RelationID: Table] = [:]
      for id in component { pending[id] = Table(arity: engine.relations[id.raw].arity) }
      for run in runs {
        let own = run.atoms(in: inside)
        for driver in own where !ranges.recent[run.relation(of: driver)]!.isEmpty {
          var sides: [Int: AtomPlan.Side] = [:]
          for atom in own { sides[atom] = atom < driver ? .stable : (atom == driver ? .recent : .all) }
          derive(run, sides: sides, ranges: ranges, into: pending[run.rule.head])
        }
      }
      for id in component {
        stable[id] = engine.relations[id.raw].certain.count
        merge(pending[id]!, into: engine.relations[id.raw])
      }
    }
  }

  private func merge(_ pending: Table, into relation: EvaluatedRelation) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, pending.arity)) { buffer in
      for row in 0..<pending.count {
        for column in 0..<pending.arity { buffer[column] = pending[row, column] }
        _ = relation.insertCertain(UnsafePointer(buffer.baseAddress!))
      }
    }
  }

  private func derive(_ run: RuleRun, sides: [Int: AtomPlan.Side], ranges: RoundRanges?, into pending: Table?) {
    let program = CertainProgram(run.plan(.certain, sides: sides), runner: run.runner)
    let target = engine.relations[run.rule.head.raw]
    // A projection of one large relation: the table of its rows is made large enough once.
    if pending == nil, let source = run.onlyRelation.map({ engine.relations[$0.raw] }), target.certain.count == 0,
      run.rule.headTerms.count > 1
    {
      target.reserve(source.certain.count)
    }
    let terms = run.rule.headTerms
    let registers = run.runner.registers
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, terms.count)) { buffer in
      program.run(ranges: ranges) {
        for column in 0..<terms.count { buffer[column] = registers[terms[column]] }
        if let pending {
          pending.append(row: UnsafePointer(buffer.baseAddress!))
        } else {
          _ = target.insertCertain(UnsafePointer(buffer.baseAddress!))
        }
        return true
      }
    }
  }

  // MARK: Extras

  private func deriveExtras(_ runs: [RuleRun]) {
    // The first round sees no extras of its own component, as a later one sees none of its own: what a row rests on is
    // always of an earlier round, and a proof finds it there.
    let first = Dictionary(uniqueKeysWithValues: component.map { ($0, 0..<0) })
    for run in runs {
      let conditions = run.conditionRelations
      if run.runner.isOpen.pointee || conditions.contains(where: { hasExtras($0) }) {
        var sides: [Int: AtomPlan.Side] = [:]
        for atom in run.atomRelations.indices { sides[atom] = .certain }
        deriveExtras(run, sides: sides, ranges: first)
      }
      for driver in run.atomRelations.indices
      where !inside.contains(run.relation(of: driver)) && hasExtras(run.relation(of: driver)) {
        var sides: [Int: AtomPlan.Side] = [:]
        for atom in run.atomRelations.indices {
          sides[atom] = atom < driver ? .certain : (atom == driver ? .extras : .all)
        }
        deriveExtras(run, sides: sides, ranges: first)
      }
    }
    for id in component { engine.relations[id.raw].extraRounds = [0] }
    guard isRecursive else { return }
    var stable: [RelationID: Int] = Dictionary(uniqueKeysWithValues: component.map { ($0, 0) })
    while !budget.isExhausted {
      var recent: [RelationID: Range<Int>] = [:]
      for id in component {
        let count = engine.relations[id.raw].extras.count
        recent[id] = stable[id]!..<count
        stable[id] = count
        engine.relations[id.raw].extraRounds.append(count)
      }
      if recent.values.allSatisfy(\.isEmpty) { return }
      for run in runs {
        for driver in run.atoms(in: inside) where !recent[run.relation(of: driver)]!.isEmpty {
          deriveExtras(run, sides: [driver: .extras], ranges: recent)
        }
      }
    }
  }

  private func hasExtras(_ id: RelationID) -> Bool { !engine.relations[id.raw].extras.isEmpty }

  private func deriveExtras(_ run: RuleRun, sides: [Int: AtomPlan.Side], ranges: [RelationID: Range<Int>]) {
    let search = PossibleSearch(
      run.plan(.possible, sides: sides), runner: run.runner, head: run.rule.headTerms)
    let target = engine.relations[run.rule.head.raw]
    // Registers that are not bound yet hold `*`: a search sets back what it set, a certain run does not.
    run.runner.reset()
    search.isSettled = { target.hasRow(covering: run.rule.headTerms.map { run.runner.registers[$0] }) }
    search.run(extras: ranges) { isCertain in
      if isCertain { return true }
      if target.insertExtra(run.rule.headTerms.map { run.runner.registers[$0] }),
        target.extras.count > budget.limits.extras
      {
        budget.exhaust()
      }
      return !budget.isExhausted
    }
  }
}

/// One rule while its component is evaluated.
final class RuleRun {
  let rule: LoweredRule
  let runner: RuleRunner
  /// The relation of each positive atom, by ordinal.
  let atomRelations: [RelationID]
  private let engine: Engine

  init(_ rule: LoweredRule, engine: Engine, budget: WorkBudget) {
    self.rule = rule
    self.engine = engine
    atomRelations = rule.body.compactMap { literal in
      if case .atom(let atom) = literal { return atom.relation }
      return nil
    }
    runner = RuleRunner(
      registers: rule.registers, atomCount: atomRelations.count, relations: engine.relations,
      symbols: engine.symbols, functions: engine.functions, budget: budget)
  }

  func relation(of atom: Int) -> RelationID { atomRelations[atom] }

  /// The relation that the body goes through, where it is one alone.
  var onlyRelation: RelationID? { atomRelations.count == 1 ? atomRelations[0] : nil }

  func atoms(in component: Set<RelationID>) -> [Int] {
    atomRelations.indices.filter { component.contains(atomRelations[$0]) }
  }
  var reads: Set<RelationID> { rule.body.reduce(into: []) { $0.formUnion($1.relations) } }

  /// Relations under `not` and in aggregates.
  var conditionRelations: Set<RelationID> {
    rule.body.reduce(into: []) { all, literal in
      if case .atom = literal { return }
      all.formUnion(literal.relations)
    }
  }

  func plan(_ mode: OrderLiterals.Mode, sides: [Int: AtomPlan.Side], bound: Set<Int> = []) -> BodyPlan {
    let order = OrderLiterals(catalog: engine.catalog, statistics: engine, mode: mode)
    return order.plan(
      rule.body, bound: bound.union(rule.registers.constants), needed: Set(rule.headTerms), sides: sides)
  }
}
