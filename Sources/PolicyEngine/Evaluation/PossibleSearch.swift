import FactStore

/// Finds the bindings of a body in the possible sets, and says of each whether it is certain all the same.
///
/// `*` in a row equals anything; a register that holds `*` takes the value of a later atom that has one. Conditions come
/// after all atoms (see ``OrderLiterals``) and are possible where an operand is `*`. Runs only where there are holes.
final class PossibleSearch {
  private let steps: [PossibleStep]
  /// The positive atoms among the steps, at hand without being copied. Safe: `steps` keeps them.
  private let atoms: [Unmanaged<PossibleMatch>?]
  private let stepCount: Int
  /// By step: whether it sets a register of which only some values are asked for.
  private var setsWanted: [Bool]
  private let runner: RuleRunner
  private let registers: UnsafeMutablePointer<UInt32>
  private let isSubquery: Bool
  /// For explanations: rows from these on are not looked at, by relation (certain rows, extras).
  var ceilings: [RelationID: (certain: Int, extras: Int)] = [:]
  /// Whether what the registers say so far adds nothing to the head, whatever the rest of the body gives. Asked before an
  /// atom is expanded whose key is not known, so that one unknown does not multiply into a million rows.
  var isSettled: (() -> Bool)?
  /// Registers of which only some values are asked for: ways that bind another are not gone.
  var wanted: [(register: Int, codes: CodeSet)] = [] {
    didSet {
      setsWanted = steps.map { step in
        guard case .match(let match) = step else { return false }
        return wanted.contains { match.touched.contains($0.register) }
      }
    }
  }
  /// Whether every such register holds a value that is asked for, or is not known.
  var isWanted: Bool {
    for at in 0..<wanted.count {
      let code = registers[wanted[at].register]
      if code != ValueCode.any, !wanted[at].codes.contains(code) { return false }
    }
    return true
  }
  /// Of the atom on extras, which comes first: only rows that have these columns open.
  var driverStars: UInt32?
  /// For explanations: every binding is handed out, also those that differ in rows alone.
  var findsAll = false
  /// For explanations of a row with a `*`: registers that no atom may give a value.
  var open: Set<Int> = []
  /// From this step on the head is bound: what the rest of the body finds is the same row again.
  private let headStep: Int
  private let counters: UnsafeMutablePointer<Counters>

  private struct Counters {
    /// How many bindings were handed out.
    var found = 0
    /// How many steps of the current binding are possible and not certain.
    var doubts = 0
  }

  private var seen = ExtrasSeen()
  /// Where the search has been: for rows to derive, all states; else those from which nothing was found.
  private var memory: SearchMemory
  /// Whether states are remembered: not while what is searched may change, or differ from one run to the next.
  private var remembers: Bool { open.isEmpty && ceilings.isEmpty }

  /// - Parameter head: the registers of the head, where the search derives rows.
  init(_ plan: BodyPlan, runner: RuleRunner, isSubquery: Bool = false, head: [Int] = []) {
    headStep = plan.stepBinding(head)
    memory = SearchMemory(plan, head: head)
    steps = plan.steps.map { PossibleStep($0, runner: runner) }
    stepCount = steps.count
    atoms = steps.map { step in
      if case .match(let match) = step { Unmanaged.passUnretained(match) } else { nil }
    }
    setsWanted = Array(repeating: false, count: plan.steps.count)
    counters = .allocate(capacity: 1)
    counters.initialize(to: Counters())
    self.runner = runner
    registers = runner.registers
    self.isSubquery = isSubquery
  }

  deinit { counters.deallocate() }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter seen: which extras of the component that is evaluated the atoms look at.
  func run(_ seen: ExtrasSeen = ExtrasSeen(), _ found: (Bool) -> Bool) {
    counters.pointee.doubts = 0
    self.seen = seen
    _ = step(0, found)
  }

  private func step(_ index: Int, _ found: (Bool) -> Bool) -> Bool {
    guard index < stepCount else {
      counters.pointee.found += 1
      return found(counters.pointee.doubts == 0)
    }
    if let atom = atoms[index] { return atom._withUnsafeGuaranteedRef { search($0, index, found) } }
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
      counters.pointee.doubts += 1
      defer { counters.pointee.doubts -= 1 }
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
    let state = memory.state(index, registers, mark: isSettled != nil && counters.pointee.doubts == 0 ? 1 : 0)
    if memory.contains(index, state) { return true }
    let before = counters.pointee.found
    guard rows(match, index, isOpen: isOpen, found) else { return false }
    if isSettled != nil || counters.pointee.found == before { memory.insert(index, state) }
    return true
  }

  /// Goes through the rows that fit an atom.
  private func rows(_ match: PossibleMatch, _ index: Int, isOpen: Bool, _ found: (Bool) -> Bool) -> Bool {
    let ceiling = ceilings.isEmpty ? nil : ceilings[match.id]
    let isLast = match.isExistence && !findsAll && !match.isUnknown
    let sets = setsWanted[index]
    var isDone = false
    if match.side == .all || match.side == .certain {
      let certain = match.relation.certain
      let goOn = match.forEachCertain(isOpen: isOpen, below: ceiling?.certain ?? .max) { row in
        guard runner.budget.spend(1) else { return false }
        guard match.take(certain, row), staysOpen, !sets || isWanted else {
          match.restore()
          return true
        }
        if !isSubquery { runner.matched[match.ordinal] = row }
        return goOnAfterRow(match, index, isLast: isLast, &isDone, found)
      }
      if !goOn { return isDone }
    }
    if match.side == .certain || match.relation.extras.isEmpty { return true }
    let own = seen.below.isEmpty ? nil : seen.below[match.id]
    let range = match.side == .extras && own != nil ? seen.drivers[match.id] : own.map { 0..<$0 }
    counters.pointee.doubts += 1
    defer { counters.pointee.doubts -= 1 }
    // Rows may be added while this runs (a recursive rule): those of the next round are not looked at.
    let end = min(match.relation.extras.count, ceiling?.extras ?? .max)
    let possible = match.relation.extras
    let extras = possible.table
    let goOn = match.forEachExtra(shape: match.side == .extras ? driverStars : nil) { row in
      if row >= end || range.map({ !$0.contains(row) }) ?? false { return true }
      if isSettled != nil, own == nil ? possible.isRedundant(row) : possible.isCoveredByNow(row) { return true }
      guard runner.budget.spend(1) else { return false }
      guard match.take(extras, row), staysOpen, !sets || isWanted else {
        match.restore()
        return true
      }
      if !isSubquery { runner.matched[match.ordinal] = -1 - row }
      return goOnAfterRow(match, index, isLast: isLast, &isDone, found)
    }
    return goOn || isDone
  }

  private var staysOpen: Bool { open.isEmpty || open.allSatisfy { registers[$0] == ValueCode.any } }

  /// Goes on below a row, then decides whether more rows of this step can add anything to the head.
  /// - Parameter isLast: the rows that are left would leave the same registers.
  private func goOnAfterRow(
    _ match: PossibleMatch, _ index: Int, isLast: Bool, _ isDone: inout Bool, _ found: (Bool) -> Bool
  ) -> Bool {
    let before = counters.pointee.found
    let goOn = step(index + 1, found)
    match.restore()
    guard goOn else { return false }
    if isLast {
      isDone = true
      return false
    }
    if index > headStep, counters.pointee.found > before, let isSettled, isSettled() {
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

/// Which extras of the relations of one component a search looks at, while the component is evaluated.
struct ExtrasSeen {
  /// By relation of the component: rows before this.
  var below: [RelationID: Int] = [:]
  /// Of the atom that goes first, where it is on the component: the rows of the last round.
  var drivers: [RelationID: Range<Int>] = [:]
}
