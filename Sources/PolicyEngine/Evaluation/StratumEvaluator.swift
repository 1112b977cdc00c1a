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
  private let evaluation: Evaluation
  private let component: [RelationID]
  private let isRecursive: Bool
  private let inside: Set<RelationID>
  private let budget: WorkBudget

  /// What is spent is added to the ledger of the run; past its limits the component is left unfinished.
  init(_ evaluation: Evaluation, _ component: [RelationID]) {
    self.evaluation = evaluation
    self.component = component
    isRecursive = component.contains { evaluation.program.isRecursive($0) }
    inside = Set(component)
    budget = WorkBudget(evaluation.limits, ledger: evaluation.ledger)
  }

  /// How the evaluation of a component ended.
  struct Outcome {
    var spent: WorkLedger.Spent
    /// The limit that it passed, or that something it reads did: nothing may be concluded from it.
    var limit: EvaluationLimit?
    /// All together passed a limit before it was done.
    var isOverdrawn: Bool
  }

  /// Derives all rows, unless something that is read is not whole.
  func run() -> Outcome {
    if let limit = evaluation.limit(behind: component) {
      return Outcome(spent: .init(), limit: limit, isOverdrawn: false)
    }
    let runs = component.flatMap { evaluation.program.rules[$0] ?? [] }.map { RuleRun($0, evaluation, budget: budget) }
    deriveCertain(runs)
    if !budget.isExhausted { deriveExtras(runs) }
    evaluation[component[0]].work = budget.probes
    budget.close()
    return Outcome(spent: budget.spent, limit: budget.limit, isOverdrawn: budget.isOverdrawn)
  }

  // MARK: Certain

  private func deriveCertain(_ runs: [RuleRun]) {
    for run in runs where run.atoms(in: inside).isEmpty { derive(run, sides: [:], ranges: nil, into: nil) }
    for id in component { evaluation[id].certainRounds = [0] }
    guard isRecursive else { return }
    var stable: [RelationID: Int] = Dictionary(uniqueKeysWithValues: component.map { ($0, 0) })
    var round = 0
    while !budget.isExhausted {
      var ranges = RoundRanges(recent: [:])
      for id in component {
        let count = evaluation[id].certain.count
        ranges.recent[id] = stable[id]!..<count
        evaluation[id].certainRounds.append(count)
      }
      if ranges.recent.values.allSatisfy(\.isEmpty) { return }
      round += 1
      if round > budget.limits.rounds { return budget.exhaust(.rounds) }
      var pending: [RelationID: PendingRows] = [:]
      for id in component { pending[id] = PendingRows(evaluation[id]) }
      for run in runs {
        let own = run.atoms(in: inside)
        for driver in own where !ranges.recent[run.atomRelations[driver]]!.isEmpty {
          var sides: [Int: AtomPlan.Side] = [:]
          for atom in own { sides[atom] = atom < driver ? .stable : (atom == driver ? .recent : .all) }
          derive(run, sides: sides, ranges: ranges, into: pending[run.rule.head])
        }
      }
      for id in component {
        stable[id] = evaluation[id].certain.count
        pending[id]!.merge()
      }
    }
  }

  private func derive(_ run: RuleRun, sides: [Int: AtomPlan.Side], ranges: RoundRanges?, into pending: PendingRows?) {
    let program = BodyCompiler(frame: run.frame).certain(run.plan(.certain, sides: sides))
    let target = evaluation[run.rule.head]
    // A projection of one large relation: the table of its rows is made large enough once.
    if pending == nil, let source = run.onlyRelation.map({ evaluation[$0] }), target.certain.count == 0,
      run.rule.headTerms.count > 1
    {
      target.reserve(source.certain.count)
    }
    let terms = run.rule.headTerms
    let registers = run.frame.registers
    let wanted = target.wanted
    let budget = budget
    let width = max(1, terms.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, terms.count)) { buffer in
      program.run(ranges: ranges) {
        for column in wanted where !column.codes.contains(registers[terms[column.column]]) { return true }
        for column in 0..<terms.count { buffer[column] = registers[terms[column]] }
        let row = UnsafePointer(buffer.baseAddress!)
        let isNew = pending?.insert(row) ?? target.insertCertain(row)
        return isNew ? budget.keep(width) : true
      }
    }
  }

  // MARK: Extras

  private func deriveExtras(_ runs: [RuleRun]) {
    // The first round sees no extras of its own component, as a later one sees none of its own: what a row rests on is
    // always of an earlier round, and a proof finds it there.
    let first = ExtrasSeen(below: Dictionary(uniqueKeysWithValues: component.map { ($0, 0) }))
    let members = isRecursive ? nil : OpenMembers(evaluation[component[0]], evaluation)
    for run in runs {
      run.members = members
      let conditions = run.conditionRelations
      if run.frame.isOpen.pointee || conditions.contains(where: { hasExtras($0) }) {
        var sides: [Int: AtomPlan.Side] = [:]
        for atom in run.atomRelations.indices { sides[atom] = .certain }
        deriveExtras(run, sides: sides, first)
      }
      for driver in run.atomRelations.indices
      where !inside.contains(run.atomRelations[driver]) && hasExtras(run.atomRelations[driver]) {
        var sides: [Int: AtomPlan.Side] = [:]
        for atom in run.atomRelations.indices {
          sides[atom] = atom < driver ? .certain : (atom == driver ? .extras : .all)
        }
        deriveExtras(run, sides: sides, first)
      }
    }
    for id in component { evaluation[id].extraRounds = [0] }
    guard isRecursive else { return }
    var stable: [RelationID: Int] = Dictionary(uniqueKeysWithValues: component.map { ($0, 0) })
    while !budget.isExhausted {
      var recent = ExtrasSeen()
      for id in component {
        let count = evaluation[id].extras.count
        recent.drivers[id] = stable[id]!..<count
        recent.below[id] = count
        stable[id] = count
        evaluation[id].extraRounds.append(count)
      }
      if recent.drivers.values.allSatisfy(\.isEmpty) { return }
      for run in runs {
        for driver in run.atoms(in: inside) where !recent.drivers[run.atomRelations[driver]]!.isEmpty {
          deriveExtras(run, sides: [driver: .extras], recent)
        }
      }
    }
  }

  private func hasExtras(_ id: RelationID) -> Bool { !evaluation[id].extras.isEmpty }

  /// Derives from the extras of the driver, those with the same columns open together and the widest first: what follows
  /// from a narrower one is mostly covered by then, and each shape has a plan of its own.
  private func deriveExtras(_ run: RuleRun, sides: [Int: AtomPlan.Side], _ seen: ExtrasSeen) {
    guard let driver = sides.first(where: { $0.value == .extras })?.key else {
      return deriveExtras(run, sides: sides, seen, stars: nil)
    }
    let id = run.atomRelations[driver]
    let extras = evaluation[id].extras
    for stars in extras.shapes(of: seen.drivers[id] ?? 0..<extras.count) where !budget.isExhausted {
      deriveExtras(run, sides: sides, seen, stars: stars)
    }
  }

  private func deriveExtras(
    _ run: RuleRun, sides: [Int: AtomPlan.Side], _ seen: ExtrasSeen, stars: UInt32?
  ) {
    let target = evaluation[run.rule.head]
    let members = run.members
    if let members, members.isEmpty { return }
    let terms = run.rule.headTerms
    let keys = Array(terms[..<(target.keyCount ?? terms.count)])
    let head = HeadRow(keys, arity: terms.count, run.frame.registers)
    let plan = run.plan(
      .possible, sides: sides, needed: keys, stars: stars ?? 0, startsWithExtras: !seen.drivers.isEmpty)
    let search = BodyCompiler(frame: run.frame).possible(plan, head: keys)
    search.driverStars = stars
    search.wanted = target.wanted.map { (terms[$0.column], $0.codes) }
    // Registers that are not bound yet hold `*`: a search sets back what it set, a certain run does not.
    run.frame.reset()
    guard search.isWanted else { return }
    search.isSettled = {
      let row = head.read()
      return members?.isSettled(row) ?? false || target.hasRow(covering: row)
    }
    search.run(seen) { isCertain in
      if isCertain || !search.isWanted { return true }
      let row = head.read()
      if target.insertExtra(row) {
        if target.extras.count > budget.limits.extras { budget.exhaust(.possible) }
        // In the table of all, and in that of its shape.
        _ = budget.keep(2 * max(1, terms.count))
      }
      members?.note(row)
      return !budget.isExhausted && members?.isEmpty != true
    }
  }
}

/// The row of the head as the registers have it, in one array for all bindings; columns past the keys stay open.
private final class HeadRow {
  private var row: [UInt32]
  private let terms: [Int]
  private let registers: UnsafeMutablePointer<UInt32>

  init(_ terms: [Int], arity: Int, _ registers: UnsafeMutablePointer<UInt32>) {
    row = Array(repeating: ValueCode.any, count: arity)
    self.terms = terms
    self.registers = registers
  }

  func read() -> [UInt32] {
    for column in 0..<terms.count { row[column] = registers[terms[column]] }
    return row
  }
}
