import FactStore

/// Finds the bindings of a body in the possible sets, and says of each whether it is certain all the same.
///
/// `*` in a row equals anything; a register that holds `*` takes the value of a later atom that has one. Conditions come
/// after all atoms (see ``OrderLiterals``) and are possible where an operand is `*`. Runs only where there are holes.
final class PossibleSearch {
  private let plan: BodyPlan
  private let runner: RuleRunner
  private let isSubquery: Bool
  private var subqueries: [Int: CompiledSubquery] = [:]
  private var aggregates: [Int: CompiledAggregate] = [:]
  /// For explanations: rows from these on are not looked at, by relation (certain rows, extras).
  var ceilings: [RelationID: (certain: Int, extras: Int)] = [:]
  /// Whether what the registers say so far adds nothing to the head, whatever the rest of the body gives. Asked before an
  /// atom is expanded whose key is not known, so that one unknown does not multiply into a million rows.
  var isSettled: (() -> Bool)?
  /// How many steps of the current binding are possible and not certain.
  private var doubts = 0

  init(_ plan: BodyPlan, runner: RuleRunner, isSubquery: Bool = false) {
    self.plan = plan
    self.runner = runner
    self.isSubquery = isSubquery
    for (index, step) in plan.steps.enumerated() {
      switch step {
      case .notExists(let subquery): subqueries[index] = CompiledSubquery(subquery, runner: runner)
      case .aggregate(let aggregate): aggregates[index] = CompiledAggregate(aggregate, runner: runner)
      default: continue
      }
    }
  }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter extras: for atoms on `recent` or `extras` rows, the rows of the extras that they look at; all when absent.
  func run(extras: [RelationID: Range<Int>] = [:], _ found: (Bool) -> Bool) {
    doubts = 0
    _ = step(0, extras, found)
  }

  private func step(_ index: Int, _ ranges: [RelationID: Range<Int>], _ found: (Bool) -> Bool) -> Bool {
    guard index < plan.steps.count else { return found(doubts == 0) }
    let registers = runner.registers
    func goOn(_ truth: Truth) -> Bool {
      switch truth {
      case .impossible: return true
      case .certain: return step(index + 1, ranges, found)
      case .possible:
        doubts += 1
        defer { doubts -= 1 }
        return step(index + 1, ranges, found)
      }
    }
    /// Goes on with a register set, and sets it back.
    func goOn(_ truth: Truth, setting register: Int, to code: UInt32) -> Bool {
      let before = registers[register]
      registers[register] = code
      defer { registers[register] = before }
      return goOn(truth)
    }
    switch plan.steps[index] {
    case .match(let atom): return match(atom, index, ranges, found)
    case .absent(let atom): return goOn(absence(atom))
    case .notExists:
      switch runner.exists(subqueries[index]!) {
      case .certain: return true
      case .possible: return goOn(.possible)
      case .impossible: return goOn(.certain)
      }
    case .bind(let register, let expression, let isBound):
      let code = runner.values.code(expression)
      if !isBound { return goOn(code == ValueCode.any ? .possible : .certain, setting: register, to: code) }
      // An equation is a condition: it does not give a `*` its value (language.md, statement 7).
      if code == ValueCode.any || registers[register] == ValueCode.any { return goOn(.possible) }
      return goOn(registers[register] == code ? .certain : .impossible)
    case .compare(let left, let comparison, let right): return goOn(runner.values.holds(left, comparison, right))
    case .member(let expression, let codes): return goOn(membership(expression, codes))
    case .generate(let register, let codes):
      for code in codes where !goOn(.certain, setting: register, to: code) { return false }
      return true
    case .aggregate(let aggregate):
      let value = runner.value(of: aggregates[index]!)
      runner.intervals[aggregate.slot] = value.interval
      return goOn(value.exists)
    case .bindInterval(let slot, let expression):
      runner.intervals[slot] = runner.values.interval(expression)
      return goOn(.certain)
    case .settle(let register, let slot, let isBound, _):
      let code = runner.values.code(.interval(slot))
      let known = registers[register]
      if !isBound || known == ValueCode.any {
        return goOn(code == ValueCode.any || isBound ? .possible : .certain, setting: register, to: code)
      }
      if code != ValueCode.any { return goOn(code == known ? .certain : .impossible) }
      let number = runner.values.decode(known, runner.file.entries[register].type)
      return goOn(runner.intervals[slot].contains(number) ? .possible : .impossible)
    }
  }

  private func match(
    _ atom: AtomPlan, _ index: Int, _ ranges: [RelationID: Range<Int>], _ found: (Bool) -> Bool
  ) -> Bool {
    let relation = runner.relations[atom.relation.raw]
    var pattern = Array(repeating: ValueCode.any, count: relation.arity)
    for key in atom.keys { pattern[Int(key.column)] = runner.registers[Int(key.register)] }
    if let isSettled, atom.keys.isEmpty || atom.keys.contains(where: { pattern[Int($0.column)] == ValueCode.any }),
      isSettled()
    {
      return true
    }
    let touched = atom.keys.map { Int($0.register) } + atom.binds.map { Int($0.register) }
    let before = touched.map { runner.registers[$0] }
    func restore() { for (register, code) in zip(touched, before) { runner.registers[register] = code } }

    if atom.side == .all || atom.side == .certain {
      let goOn = relation.forEachCertain(pattern, below: ceilings[atom.relation]?.certain ?? .max) { row in
        guard runner.budget.spend(1) else { return false }
        defer { restore() }
        guard take(atom, relation.certain, row) else { return true }
        if !isSubquery { runner.matched[atom.ordinal] = row }
        return step(index + 1, ranges, found)
      }
      if !goOn { return false }
    }
    if atom.side == .certain || relation.extras.isEmpty { return true }
    let range = atom.side == .all ? nil : ranges[atom.relation]
    doubts += 1
    defer { doubts -= 1 }
    // Rows may be added while this runs (a recursive rule): those of the next round are not looked at.
    let end = min(relation.extras.count, ceilings[atom.relation]?.extras ?? .max)
    return relation.extras.forEachMatch(pattern) { row in
      if row >= end || range.map({ !$0.contains(row) }) ?? false { return true }
      guard runner.budget.spend(1) else { return false }
      defer { restore() }
      guard take(atom, relation.extras.table, row) else { return true }
      if !isSubquery { runner.matched[atom.ordinal] = -1 - row }
      return step(index + 1, ranges, found)
    }
  }

  /// Reads a row that fits the keys into the registers; false when a variable that occurs twice differs.
  private func take(_ atom: AtomPlan, _ table: Table, _ row: Int) -> Bool {
    let registers = runner.registers
    for bind in atom.binds { registers[Int(bind.register)] = table[row, Int(bind.column)] }
    for key in atom.keys + atom.repeats {
      let code = table[row, Int(key.column)]
      let register = Int(key.register)
      if registers[register] == ValueCode.any {
        registers[register] = code
      } else if code != ValueCode.any && code != registers[register] {
        return false
      }
    }
    return true
  }

  private func absence(_ atom: AtomPlan) -> Truth {
    let relation = runner.relations[atom.relation.raw]
    var pattern = Array(repeating: ValueCode.any, count: relation.arity)
    for key in atom.keys {
      pattern[Int(key.column)] = runner.registers[Int(key.register)]
      if pattern[Int(key.column)] == ValueCode.any { return .possible }
    }
    if relation.hasCertain(pattern) { return .impossible }
    return relation.extras.hasMatch(pattern) ? .possible : .certain
  }

  private func membership(_ expression: ValueExpression, _ codes: Set<UInt32>) -> Truth {
    if expression.slots.isEmpty {
      let code = runner.values.code(expression)
      if code == ValueCode.any { return .possible }
      return codes.contains(code) ? .certain : .impossible
    }
    let interval = runner.values.interval(expression)
    let type = runner.values.type(of: expression)
    let inside = codes.contains { interval.contains(runner.values.decode($0, type)) }
    return inside ? (interval.isPoint ? .certain : .possible) : .impossible
  }
}
