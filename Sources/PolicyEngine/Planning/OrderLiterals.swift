/// Chooses the order in which a body is evaluated: greedy, the smallest expected fan-out first, ties as written.
///
/// In a *certain* plan, conditions stand as early as their variables are bound. In a *possible* plan all atoms come
/// first, because a `*` may still take the value of a later atom; conditions follow in written order.
/// Cost: quadratic in the number of literals.
struct OrderLiterals {
  enum Mode { case certain, possible }

  let statistics: any RelationStatistics
  let mode: Mode
  /// An atom on extras goes first, whatever it costs: those of the last round of a recursion.
  var startsWithExtras = true
  /// An atom that nothing leads to costs its extras too: in plans for one binding at a time, a relation without certain rows
  /// would be gone through first.
  var countsExtras = false
  /// Of a clause: the registers of the member's keys. One match for each member is enough.
  var members: Set<Int> = []
  /// Leaves out conditions whose variables the body does not bind: for the prefixes of a body that explanations try.
  var dropsUnready = false

  /// A literal that is no positive atom, and where it stands in the body.
  typealias Condition = (position: Int, step: Step<LoweredAtom, Subquery>)

  /// - Parameters:
  ///   - bound: registers that hold a value before the body starts, constants included.
  ///   - needed: registers read after the body: the head's, or an aggregate's variables.
  ///   - sides: which rows each atom looks at, by ordinal; an atom on `recent` goes first.
  ///   - stars: bit `c` is set when the rows of the atom on `extras` hold `*` in column `c`: what it binds narrows nothing.
  func plan(
    _ body: [LoweredLiteral], bound: Set<Int>, needed: Set<Int>, sides: [Int: AtomPlan.Side] = [:], stars: UInt32 = 0
  ) -> BodyPlan {
    var bound = bound
    var starred: Set<Int> = []
    var plan = BodyPlan(steps: [], atomCount: 0)
    var atoms: [(ordinal: Int, atom: LoweredAtom)] = []
    var conditions: [Condition] = []
    for (position, literal) in body.enumerated() {
      if case .match(let atom) = literal.step {
        atoms.append((atoms.count, atom))
      } else {
        conditions.append((position, literal.step))
      }
    }
    plan.atomCount = atoms.count
    let uses = registerUses(body)
    var asked: Set<Int> = []
    let read = needed.union(shared(body))
    var slots: Set<Int> = []
    while true {
      placeConditions(
        &conditions, atomsLeft: !atoms.isEmpty, read: read, bound: &bound, slots: &slots, into: &plan)
      let known = bound.subtracting(starred)
      let steps = conditions.map(\.step)
      let equal = equations(steps, known: known)
      let choice = AtomChoice(order: self, atoms: atoms, conditions: steps, sides: sides, stars: stars)
      guard let next = choice.next(known: known, isFirst: atoms.count == plan.atomCount) else {
        if takeGenerator(&conditions, bound: &bound, into: &plan) { continue }
        break
      }
      let (ordinal, atom) = atoms.remove(at: next)
      var step = atomPlan(
        atom, ordinal: ordinal, bound: bound, side: sides[ordinal] ?? .all,
        isRead: { register in needed.contains(register) || uses[register, default: 0] > 1 })
      step.equations = step.binds.compactMap { bind in
        equal[Int(bind.register)].map { ColumnEquation(column: Int(bind.column), expression: $0) }
      }
      let open = step.side == .extras ? stars : 0
      for case (let column, let register?) in atom.terms.enumerated() {
        if open & (1 << UInt32(column)) == 0 {
          starred.remove(register)
        } else if !known.contains(register) {
          starred.insert(register)
        }
      }
      bound.formUnion(step.binds.map { Int($0.register) })
      plan.steps.append(.match(step))
      if !atoms.isEmpty {
        askEarly(conditions, known: bound.subtracting(starred), read: read, asked: &asked, into: &plan)
      }
    }
    precondition(conditions.isEmpty || dropsUnready, "a condition whose variables nothing binds passed the checks")
    plan.unplaced = conditions.map(\.position)
    return plan
  }

  /// How many literals mention each register.
  private func registerUses(_ body: [LoweredLiteral]) -> [Int: Int] {
    var uses: [Int: Int] = [:]
    for literal in body { for register in literal.registers { uses[register, default: 0] += 1 } }
    return uses
  }

  /// The registers that more than one atom, equation or aggregate mentions: they have no use for a `*`.
  /// Comparisons, lists of codes and `not` decide on one themselves.
  private func shared(_ body: [LoweredLiteral]) -> Set<Int> {
    let uses = registerUses(
      body.filter { literal in
        switch literal.step {
        case .absent, .notExists, .compare, .member: false
        case .match, .bind, .generate, .aggregate, .bindInterval, .settle: true
        }
      })
    return Set(uses.filter { $0.value > 1 }.keys)
  }

  func atomPlan(
    _ atom: LoweredAtom, ordinal: Int, bound: Set<Int>, side: AtomPlan.Side, isRead: (Int) -> Bool
  ) -> AtomPlan {
    var plan = AtomPlan(
      relation: atom.relation, ordinal: ordinal, keys: [], binds: [], repeats: [], isExistence: true, side: side)
    var new: Set<Int> = []
    for (column, term) in atom.terms.enumerated() {
      guard let register = term else { continue }
      if bound.contains(register) {
        plan.keys.append(ColumnRegister(column, register))
      } else if new.insert(register).inserted {
        plan.binds.append(ColumnRegister(column, register))
        if isRead(register) { plan.isExistence = false }
      } else {
        plan.repeats.append(ColumnRegister(column, register))
      }
    }
    return plan
  }

  /// Moves every condition that can be evaluated now to the plan.
  private func placeConditions(
    _ conditions: inout [Condition], atomsLeft: Bool, read: Set<Int>, bound: inout Set<Int>, slots: inout Set<Int>,
    into plan: inout BodyPlan
  ) {
    if mode == .possible && atomsLeft { return }
    var placed = true
    while placed {
      placed = false
      for index in conditions.indices {
        guard let step = ready(conditions[index].step, bound: bound, slots: slots, read: read) else { continue }
        if let register = step.sets { bound.insert(register) }
        switch step {
        case .aggregate(let aggregate): slots.insert(aggregate.slot)
        case .bindInterval(let slot, _): slots.insert(slot)
        default: break
        }
        plan.steps.append(step)
        conditions.remove(at: index)
        placed = true
        break
      }
    }
  }

  private func takeGenerator(
    _ conditions: inout [Condition], bound: inout Set<Int>, into plan: inout BodyPlan
  ) -> Bool {
    for (index, condition) in conditions.enumerated() {
      guard case .generate(let register, let codes) = condition.step else { continue }
      conditions.remove(at: index)
      bound.insert(register)
      plan.steps.append(.generate(register, codes))
      return true
    }
    return false
  }

  /// A step as it is planned, or `nil` where it cannot be evaluated yet.
  func ready(
    _ step: Step<LoweredAtom, Subquery>, bound: Set<Int>, slots: Set<Int>, read: Set<Int>
  ) -> PlanStep? {
    func target(_ register: Int) -> Target {
      Target(register: register, isBound: bound.contains(register), isRead: read.contains(register))
    }
    let isReady = step.expressions.allSatisfy {
      $0.registers.isSubset(of: bound) && $0.slots.isSubset(of: slots)
    }
    var needed: Set<Int> = []
    switch step {
    case .match: return nil
    case .absent(let atom): guard atom.terms.allSatisfy({ $0.map(bound.contains) ?? true }) else { return nil }
    case .notExists(let subquery): guard bound.isSuperset(of: subquery.outer) else { return nil }
    case .aggregate(let aggregate):
      guard bound.isSuperset(of: aggregate.subquery.outer) else { return nil }
      needed = Set(aggregate.variables)
    case .compare, .member, .bindInterval: guard isReady else { return nil }
    case .bind(let old, let expression):
      if isReady { return .bind(target(old.register), expression) }
      guard case .register(let other) = expression, bound.contains(old.register) else { return nil }
      return .bind(target(other), .register(old.register))
    case .generate(let register, let codes):
      return bound.contains(register) ? .member(.register(register), CodeSet(codes)) : nil
    case .settle(let old, let slot): return slots.contains(slot) ? .settle(target(old.register), slot: slot) : nil
    }
    return step.map(
      atom: { atomPlan($0, ordinal: -1, bound: bound, side: .all, isRead: { _ in false }) },
      body: { plan($0, bound: bound, needed: needed) })
  }

  private func plan(_ subquery: Subquery, bound: Set<Int>, needed: Set<Int>) -> SubqueryPlan {
    func bodies(_ mode: Mode) -> [BodyPlan] {
      let inner = OrderLiterals(statistics: statistics, mode: mode)
      return subquery.bodies.map { inner.plan($0, bound: bound, needed: needed) }
    }
    return SubqueryPlan(
      certain: bodies(.certain), possible: bodies(.possible), outer: subquery.outer, relations: subquery.relations)
  }
}

/// What ordering wants to know of the relations at hand.
protocol RelationStatistics {
  /// The expected number of rows that agree with given values in `boundColumns`.
  func fanOut(of relation: RelationID, boundColumns: [Int]) -> Double
  /// The same of the extras; of those alone that hold `*` in the columns `stars`, where that is given.
  func extrasFanOut(of relation: RelationID, stars: UInt32?, boundColumns: [Int]) -> Double
}
