import FactStore

/// Finds the bindings of a body in the possible sets, and says of each whether it is certain all the same.
///
/// `*` in a row equals anything; a register that holds `*` takes the value of a later atom that has one. Conditions come
/// after all atoms (see ``OrderLiterals``) and are possible where an operand is `*`. Runs only where there are holes.
final class PossibleSearch {
  private let steps: [PossibleStep]
  private let runner: RuleRunner
  private let registers: UnsafeMutablePointer<UInt32>
  private let isSubquery: Bool
  /// For explanations: rows from these on are not looked at, by relation (certain rows, extras).
  var ceilings: [RelationID: (certain: Int, extras: Int)] = [:]
  /// Whether what the registers say so far adds nothing to the head, whatever the rest of the body gives. Asked before an
  /// atom is expanded whose key is not known, so that one unknown does not multiply into a million rows.
  var isSettled: (() -> Bool)?
  /// For explanations of a row with a `*`: registers that no atom may give a value.
  var open: Set<Int> = []
  /// From this step on the head is bound: what the rest of the body finds is the same row again.
  private let headStep: Int
  /// How many bindings were handed out.
  private var found = 0
  /// For extras of the component that is evaluated: the rows of the last round, before whose end all atoms stay.
  private var recent: [RelationID: Range<Int>] = [:]
  /// How many steps of the current binding are possible and not certain.
  private var doubts = 0
  /// Where the search has been: for rows to derive, all states; else those from which nothing was found.
  private var memory: SearchMemory
  /// Whether states are remembered: not while what is searched may change, or differ from one run to the next.
  private var remembers: Bool { open.isEmpty && ceilings.isEmpty }

  /// - Parameter head: the registers of the head, where the search derives rows.
  init(_ plan: BodyPlan, runner: RuleRunner, isSubquery: Bool = false, head: [Int] = []) {
    headStep = plan.stepBinding(head)
    memory = SearchMemory(plan, head: head)
    steps = plan.steps.map { PossibleStep($0, runner: runner) }
    self.runner = runner
    registers = runner.registers
    self.isSubquery = isSubquery
  }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter extras: the rows of the extras that atoms on `recent` or `extras` rows look at; other atoms look at those
  ///   before its end. All when absent.
  func run(extras: [RelationID: Range<Int>] = [:], _ found: (Bool) -> Bool) {
    doubts = 0
    recent = extras
    _ = step(0, found)
  }

  private func step(_ index: Int, _ found: (Bool) -> Bool) -> Bool {
    guard index < steps.count else {
      self.found += 1
      return found(doubts == 0)
    }
    switch steps[index] {
    case .match(let match): return search(match, index, found)
    case .absent(let match): return goOn(absence(match), index, found)
    case .notExists(let subquery):
      switch runner.exists(subquery) {
      case .certain: return true
      case .possible: return goOn(.possible, index, found)
      case .impossible: return goOn(.certain, index, found)
      }
    case .bind(let register, let expression, let isBound):
      let code = runner.values.code(expression)
      if !isBound {
        return goOn(code == ValueCode.any ? .possible : .certain, index, setting: register, to: code, found)
      }
      // An equation is a condition: it does not give a `*` its value (language.md, statement 7).
      if code == ValueCode.any || registers[register] == ValueCode.any { return goOn(.possible, index, found) }
      return goOn(registers[register] == code ? .certain : .impossible, index, found)
    case .compare(let left, let comparison, let right):
      return goOn(runner.values.holds(left, comparison, right), index, found)
    case .member(let expression, let codes): return goOn(membership(expression, codes), index, found)
    case .generate(let register, let codes):
      for code in codes where !goOn(.certain, index, setting: register, to: code, found) { return false }
      return true
    case .aggregate(let aggregate):
      let value = runner.value(of: aggregate)
      runner.intervals[aggregate.plan.slot] = value.interval
      return goOn(value.exists, index, found)
    case .bindInterval(let slot, let expression):
      runner.intervals[slot] = runner.values.interval(expression)
      return goOn(.certain, index, found)
    case .settle(let register, let slot, let isBound):
      let code = runner.values.code(.interval(slot))
      let known = registers[register]
      if !isBound || known == ValueCode.any {
        let truth: Truth = code == ValueCode.any || isBound ? .possible : .certain
        return goOn(truth, index, setting: register, to: code, found)
      }
      if code != ValueCode.any { return goOn(code == known ? .certain : .impossible, index, found) }
      let number = runner.values.decode(known, runner.file.entries[register].type)
      return goOn(runner.intervals[slot].contains(number) ? .possible : .impossible, index, found)
    }
  }

  private func goOn(_ truth: Truth, _ index: Int, _ found: (Bool) -> Bool) -> Bool {
    switch truth {
    case .impossible: return true
    case .certain: return step(index + 1, found)
    case .possible:
      doubts += 1
      defer { doubts -= 1 }
      return step(index + 1, found)
    }
  }

  /// Goes on with a register set, and sets it back.
  private func goOn(
    _ truth: Truth, _ index: Int, setting register: Int, to code: UInt32, _ found: (Bool) -> Bool
  ) -> Bool {
    let before = registers[register]
    registers[register] = code
    defer { registers[register] = before }
    return goOn(truth, index, found)
  }

  private func search(_ match: PossibleMatch, _ index: Int, _ found: (Bool) -> Bool) -> Bool {
    let isOpen = match.enter()
    if isOpen || index > headStep, let isSettled, isSettled() { return true }
    guard isOpen, remembers else { return rows(match, index, isOpen: isOpen, found) }
    let state = memory.state(index, registers, mark: isSettled != nil && doubts == 0 ? 1 : 0)
    if memory.contains(index, state) { return true }
    let before = self.found
    guard rows(match, index, isOpen: isOpen, found) else { return false }
    if isSettled != nil || self.found == before { memory.insert(index, state) }
    return true
  }

  /// Goes through the rows that fit an atom.
  private func rows(_ match: PossibleMatch, _ index: Int, isOpen: Bool, _ found: (Bool) -> Bool) -> Bool {
    let ceiling = ceilings.isEmpty ? nil : ceilings[match.id]
    var isDone = false
    if match.side == .all || match.side == .certain {
      let certain = match.relation.certain
      let goOn = match.forEachCertain(isOpen: isOpen, below: ceiling?.certain ?? .max) { row in
        guard runner.budget.spend(1) else { return false }
        guard match.take(certain, row), staysOpen else {
          match.restore()
          return true
        }
        if !isSubquery { runner.matched[match.ordinal] = row }
        return goOnAfterRow(match, index, &isDone, found)
      }
      if !goOn { return isDone }
    }
    if match.side == .certain || match.relation.extras.isEmpty { return true }
    let known = recent[match.id]
    let range = match.side == .all ? known.map { 0..<$0.upperBound } : known
    doubts += 1
    defer { doubts -= 1 }
    // Rows may be added while this runs (a recursive rule): those of the next round are not looked at.
    let end = min(match.relation.extras.count, ceiling?.extras ?? .max)
    let extras = match.relation.extras.table
    let goOn = match.forEachExtra { row in
      if row >= end || range.map({ !$0.contains(row) }) ?? false { return true }
      if isSettled != nil, match.relation.extras.isRedundant(row) { return true }
      guard runner.budget.spend(1) else { return false }
      guard match.take(extras, row), staysOpen else {
        match.restore()
        return true
      }
      if !isSubquery { runner.matched[match.ordinal] = -1 - row }
      return goOnAfterRow(match, index, &isDone, found)
    }
    return goOn || isDone
  }

  private var staysOpen: Bool { open.isEmpty || open.allSatisfy { registers[$0] == ValueCode.any } }

  /// Goes on below a row, then decides whether more rows of this step can add anything to the head.
  private func goOnAfterRow(
    _ match: PossibleMatch, _ index: Int, _ isDone: inout Bool, _ found: (Bool) -> Bool
  ) -> Bool {
    let before = self.found
    let goOn = step(index + 1, found)
    match.restore()
    guard goOn else { return false }
    if index > headStep, self.found > before, let isSettled, isSettled() {
      isDone = true
      return false
    }
    return true
  }

  private func absence(_ match: PossibleMatch) -> Truth {
    // A value that is not known may be one that no row has.
    if match.enter(), match.isUnknown { return .possible }
    if match.hasCertain { return .impossible }
    return match.hasExtra ? .possible : .certain
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
