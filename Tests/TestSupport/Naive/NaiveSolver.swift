import FactStore
import PolicyEngine

/// Which of the two sets is asked for.
enum NaiveMode { case certain, possible }

/// Solves bodies over finished or growing sets, exactly by the table of language.md, statement 7.
struct NaiveSolver {
  typealias Bindings = [NaiveBinding]

  var certain: [String: Set<NaiveRow>]
  var possible: [String: Set<NaiveRow>]

  /// What an expression may be.
  enum Result {
    case known(Value)
    case any
    case interval(NaiveInterval)
    /// `min` or `max` of nothing.
    case nothing
  }

  /// The head rows that a rule gives.
  func derive(_ rule: NaiveRule, _ mode: NaiveMode) -> Set<NaiveRow> {
    derive(rule, mode, Bindings(repeating: .free, count: rule.slotCount))
  }

  /// Whether a rule is possible with its first columns bound to a member's keys before any atom (statement 6.3).
  func isPossible(_ rule: NaiveRule, of member: NaiveRow) -> Bool {
    var start = Bindings(repeating: .free, count: rule.slotCount)
    for (expression, key) in zip(rule.head, member) {
      guard case .slot(let slot) = expression, case .value(let value) = key else { continue }
      if case .known(let other) = start[slot], other != value { return false }
      start[slot] = .known(value)
    }
    return derive(rule, .possible, start).contains { Covering.covers(Array($0.prefix(member.count)), member) }
  }

  private func derive(_ rule: NaiveRule, _ mode: NaiveMode, _ start: Bindings) -> Set<NaiveRow> {
    var rows: Set<NaiveRow> = []
    solutions: for solution in solve(rule.body, start, mode) {
      var row: NaiveRow = []
      for expression in rule.head {
        switch (evaluate(expression, solution, mode), mode) {
        case (.known(let value), _): row.append(.value(value))
        case (.any, .possible), (.interval, .possible): row.append(.any)
        case (.any, .certain), (.interval, .certain), (.nothing, _): continue solutions
        }
      }
      rows.insert(row)
    }
    return rows
  }

  /// All bindings that satisfy one of the branches.
  func solve(_ body: NaiveBody, _ start: Bindings, _ mode: NaiveMode) -> [Bindings] {
    body.flatMap { solve($0, start, mode) }
  }

  /// Atoms first, whatever the order written; all else sees what they bound.
  private func solve(_ goals: [NaiveGoal], _ start: Bindings, _ mode: NaiveMode) -> [Bindings] {
    var found: [Bindings] = [start]
    var rest: [NaiveGoal] = []
    for goal in goals {
      switch goal {
      case .match(let relation, let terms):
        let rows = (mode == .certain ? certain : possible)[relation] ?? []
        var extended: [Bindings] = []
        for row in rows {
          for bindings in found { if let more = unify(row, terms, bindings) { extended.append(more) } }
        }
        // Rows that differ only where nobody looks give one binding.
        let isBlind = terms.contains { if case .anything = $0 { true } else { false } }
        found = isBlind ? Array(Set(extended)) : extended
        if found.isEmpty { return [] }
      case .not, .compare, .oneOf: rest.append(goal)
      }
    }
    return found.flatMap { finish(rest[...], $0, mode) }
  }

  /// `*` equals anything and takes the value if another atom has one.
  private func unify(_ row: NaiveRow, _ terms: [NaiveTerm], _ bindings: Bindings) -> Bindings? {
    var bindings = bindings
    for column in terms.indices {
      switch (terms[column], row[column]) {
      case (.anything, _), (.constant, .any): continue
      case (.constant(let constant), .value(let value)):
        if constant != value { return nil }
      case (.slot(let slot), .any):
        if case .free = bindings[slot] { bindings[slot] = .any }
      case (.slot(let slot), .value(let value)):
        switch bindings[slot] {
        case .free, .any, .interval: bindings[slot] = .known(value)
        case .known(let known): if known != value { return nil }
        }
      }
    }
    return bindings
  }

  /// First what gives a variable its value, then all tests.
  private func finish(_ goals: ArraySlice<NaiveGoal>, _ bindings: Bindings, _ mode: NaiveMode) -> [Bindings] {
    let all = goals.indices.compactMap { index in target(of: goals[index], bindings).map { (index, $0) } }
    let pending = Set(all.map(\.1))
    // An equation over known values gives a value before a set does, and a set before an aggregate, which may leave it open.
    func rank(_ index: Int) -> Int {
      guard case .compare(let left, _, let right) = goals[index] else { return 1 }
      let slot = target(of: goals[index], bindings)!
      let source = if case .slot(slot) = left { right } else { left }
      if source.hasAggregate || !source.slots.isDisjoint(with: pending) { return 2 }
      if case .interval = evaluate(source, bindings, mode) { return 2 }
      return 0
    }
    let givers = all.sorted { (rank($0.0), $0.0) < (rank($1.0), $1.0) }
    for (index, slot) in givers {
      var rest = goals
      let goal = rest.remove(at: index)
      var values: [NaiveBinding] = []
      switch goal {
      case .oneOf(_, let set): values = set.map { .known($0) }
      case .compare(let left, _, let right):
        let source = if case .slot(slot) = left { right } else { left }
        if !source.slots.isDisjoint(with: pending) { continue }
        switch evaluate(source, bindings, mode) {
        case .known(let value): values = [.known(value)]
        case .any: values = [.any]
        case .interval(let interval): values = [.interval(interval)]
        case .nothing: values = []
        }
      case .match, .not: continue
      }
      return values.flatMap { value in
        var bound = bindings
        bound[slot] = value
        return finish(rest[...], bound, mode)
      }
    }
    return goals.allSatisfy { holds($0, bindings, mode) } ? [bindings] : []
  }

  /// The variable without a value that a goal could give one.
  private func target(of goal: NaiveGoal, _ bindings: Bindings) -> Int? {
    switch goal {
    case .compare(.slot(let slot), .equal, _) where bindings[slot] == .free: slot
    case .compare(_, .equal, .slot(let slot)) where bindings[slot] == .free: slot
    case .oneOf(.slot(let slot), _) where bindings[slot] == .free: slot
    default: nil
    }
  }

  // MARK: tests

  private func holds(_ goal: NaiveGoal, _ bindings: Bindings, _ mode: NaiveMode) -> Bool {
    switch goal {
    case .compare(let left, let comparison, let right):
      return holds(evaluate(left, bindings, mode), comparison, evaluate(right, bindings, mode), mode)
    case .oneOf(let expression, let set):
      switch evaluate(expression, bindings, mode) {
      case .known(let value): return set.contains(value)
      case .any: return mode == .possible
      case .interval(let interval):
        // An interval of more than one value is never within a set of constants for certain.
        return mode == .possible && set.contains { NaiveInterval($0)!.possibly(.equal, interval) }
      case .nothing: return false
      }
    case .not(let body):
      let outer = NaiveGoal.slots(of: body).filter { bindings[$0] != .free }
      let vague = outer.contains { bindings[$0].isVague }
      switch mode {
      case .certain: return solve(body, inner(bindings, outer), .possible).isEmpty
      case .possible: return vague || solve(body, inner(bindings, outer), .certain).isEmpty
      }
    case .match: preconditionFailure("atoms are solved first")
    }
  }

  /// What a nested body knows of the variables around it.
  private func inner(_ bindings: Bindings, _ outer: Set<Int>) -> Bindings {
    bindings.indices.map { slot in
      guard outer.contains(slot) else { return .free }
      return bindings[slot].isVague ? .any : bindings[slot]
    }
  }

  private func holds(_ left: Result, _ comparison: Comparison, _ right: Result, _ mode: NaiveMode) -> Bool {
    switch (left, right) {
    case (.nothing, _), (_, .nothing): return false
    case (.any, _), (_, .any): return mode == .possible
    case (.known(let a), .known(let b)): return NaiveFunctions.compare(a, comparison, b)
    default:
      guard let a = Self.interval(left), let b = Self.interval(right) else {
        preconditionFailure("an aggregate compared with what has no order")
      }
      return mode == .certain ? a.certainly(comparison, b) : a.possibly(comparison, b)
    }
  }

  private static func interval(_ result: Result) -> NaiveInterval? {
    switch result {
    case .interval(let interval): interval
    case .known(let value): NaiveInterval(value)
    case .any, .nothing: nil
    }
  }

  // MARK: expressions

  private func evaluate(_ expression: NaiveExpression, _ bindings: Bindings, _ mode: NaiveMode) -> Result {
    switch expression {
    case .constant(let value): return .known(value)
    case .slot(let slot):
      switch bindings[slot] {
      case .known(let value): return .known(value)
      case .any: return .any
      case .interval(let interval): return .interval(interval)
      case .free: preconditionFailure("a variable without a value: the rule is not safe")
      }
    case .call(let name, let arguments):
      return strict(arguments.map { evaluate($0, bindings, mode) }) { NaiveFunctions.call(name, $0) }
    case .arithmetic(let left, let operation, let right):
      let operands = [evaluate(left, bindings, mode), evaluate(right, bindings, mode)]
      if let a = Self.interval(operands[0]), let b = Self.interval(operands[1]), a.point == nil || b.point == nil {
        let result = NaiveInterval.arithmetic(a, operation, b)
        return result.point.map { .known($0) } ?? .interval(result)
      }
      return strict(operands) { NaiveFunctions.arithmetic($0[0], operation, $0[1]) }
    case .aggregate(let function, let counted, let body):
      return aggregate(function, counted, body, bindings, mode)
    }
  }

  /// A value computed from `*` is `*`.
  private func strict(_ results: [Result], _ compute: ([Value]) -> Value?) -> Result {
    var values: [Value] = []
    var vague = false
    for result in results {
      switch result {
      case .known(let value): values.append(value)
      case .any, .interval: vague = true
      case .nothing: return .nothing
      }
    }
    return vague ? .any : compute(values).map { .known($0) } ?? .any
  }
}
