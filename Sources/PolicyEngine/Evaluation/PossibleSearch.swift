import FactStore

/// Finds the bindings of a body in the possible sets, and says of each whether it is certain all the same.
///
/// `*` in a row equals anything; a register that holds `*` takes the value of a later atom that has one. Conditions come
/// after all atoms (see ``OrderLiterals``) and are possible where an operand is `*`. Runs only where there are holes.
final class PossibleSearch: BodySearch {
  private let steps: [Step<PossibleMatch, CompiledSubquery>]
  /// The positive atoms among the steps, at hand without being copied. Safe: `steps` keeps them.
  private let atoms: [Unmanaged<PossibleMatch>?]
  private let isEarly: [Bool]
  private let stepCount: Int
  private let frame: RuleFrame
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
      for case .match(let match) in steps {
        match.bounds.setsWanted = wanted.contains { match.touched.contains($0.register) }
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
    var openSteps = 0
  }

  /// Where the search has been: for rows to derive, all states; else those from which nothing was found.
  private var memory: SearchMemory
  /// Whether states are remembered: not while what is searched may change, or differ from one run to the next.
  private var remembers: Bool { open.isEmpty && ceilings.isEmpty }

  /// - Parameter head: the registers of the head, where the search derives rows.
  init(
    _ plan: BodyPlan, steps: [Step<PossibleMatch, CompiledSubquery>], frame: RuleFrame, isSubquery: Bool, head: [Int]
  ) {
    headStep = plan.stepBinding(head)
    memory = SearchMemory(plan, head: head)
    self.steps = steps
    stepCount = steps.count
    atoms = steps.map { if case .match(let match) = $0 { Unmanaged.passUnretained(match) } else { nil } }
    isEarly = steps.indices.map(plan.early.contains)
    counters = .allocate(capacity: 1)
    counters.initialize(to: Counters())
    self.frame = frame
    registers = frame.registers
    self.isSubquery = isSubquery
  }

  deinit { counters.deallocate() }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter seen: which extras of the component that is evaluated the atoms look at.
  func run(_ seen: ExtrasSeen = ExtrasSeen(), _ found: (Bool) -> Bool) {
    counters.pointee.openSteps = 0
    for case .match(let match) in steps { restrict(match, seen) }
    _ = step(0, found)
  }

  func search(_ found: (Bool) -> Bool) { run(ExtrasSeen(), found) }

  /// Which rows an atom looks at in this run.
  private func restrict(_ match: PossibleMatch, _ seen: ExtrasSeen) {
    // Rows may be added while this runs (a recursive rule): those of the next round are not looked at.
    let end = min(match.relation.extras.count, ceilings[match.id]?.extras ?? .max)
    let own = seen.below[match.id]
    let drivers = match.side == .extras && own != nil ? seen.drivers[match.id] : nil
    match.bounds.isGrowing = own != nil
    match.bounds.certain = ceilings[match.id]?.certain ?? .max
    match.bounds.extras = (drivers ?? 0..<(match.side == .extras ? end : own ?? end)).clamped(to: 0..<end)
  }

  private func step(_ index: Int, _ found: (Bool) -> Bool) -> Bool {
    guard index < stepCount else {
      counters.pointee.found += 1
      return found(counters.pointee.openSteps == 0)
    }
    if let atom = atoms[index] { return atom._withUnsafeGuaranteedRef { search($0, index, found) } }
    let truth: Truth
    switch steps[index] {
    case .match: preconditionFailure("atoms are at hand")
    case .absent(let match): truth = match.absence
    case .notExists(let subquery): truth = subquery.exists(in: frame).negated
    case .compare(let left, let comparison, let right): truth = frame.values.holds(left, comparison, right)
    case .member(let expression, let codes): truth = frame.values.holds(expression, in: codes)
    case .bind(let target, let expression):
      let code = frame.values.code(expression)
      if !target.isBound {
        return goOn(code == ValueCode.any ? .possible : .certain, index, setting: target.register, to: code, found)
      }
      // An equation is a condition: it does not give a `*` its value (language.md, statement 7).
      let known = registers[target.register]
      truth = code == ValueCode.any || known == ValueCode.any ? .possible : known == code ? .certain : .impossible
    case .generate(let register, let codes):
      for code in codes where !goOn(.certain, index, setting: register, to: code, found) { return false }
      return true
    case .aggregate(let aggregate):
      let value = aggregate.value(in: frame)
      frame.intervals[aggregate.slot] = value.interval
      truth = value.exists
    case .bindInterval(let slot, let expression):
      frame.intervals[slot] = frame.values.interval(expression)
      truth = .certain
    case .settle(let target, let slot):
      let code = frame.values.code(.interval(slot))
      let known = registers[target.register]
      if !target.isBound || known == ValueCode.any {
        let truth: Truth = code == ValueCode.any || target.isBound ? .possible : .certain
        return goOn(truth, index, setting: target.register, to: code, found)
      }
      if code != ValueCode.any {
        truth = code == known ? .certain : .impossible
      } else {
        let number = frame.values.decode(known, frame.file.entries[target.register].type)
        truth = frame.intervals[slot].contains(number) ? .possible : .impossible
      }
    }
    return isEarly[index] ? truth == .impossible || step(index + 1, found) : goOn(truth, index, found)
  }

  private func goOn(_ truth: Truth, _ index: Int, _ found: (Bool) -> Bool) -> Bool {
    switch truth {
    case .impossible: return true
    case .certain: return step(index + 1, found)
    case .possible:
      counters.pointee.openSteps += 1
      defer { counters.pointee.openSteps -= 1 }
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
    let state = memory.state(index, registers, mark: isSettled != nil && counters.pointee.openSteps == 0 ? 1 : 0)
    if memory.contains(index, state) { return true }
    let before = counters.pointee.found
    guard rows(match, index, isOpen: isOpen, found) else { return false }
    if isSettled != nil || counters.pointee.found == before { memory.insert(index, state) }
    return true
  }

  /// Goes through the rows that fit an atom.
  private func rows(_ match: PossibleMatch, _ index: Int, isOpen: Bool, _ found: (Bool) -> Bool) -> Bool {
    let bounds = match.bounds
    let isLast = match.isExistence && !findsAll && !match.hasStar
    var isDone = false
    if match.side == .all || match.side == .certain {
      let certain = match.relation.certain
      let goOn = match.forEachCertain(isOpen: isOpen, below: bounds.certain) { row in
        guard frame.budget.spend(WorkBudget.possibleRow) else { return false }
        guard match.take(certain, row), staysOpen, !bounds.setsWanted || isWanted else {
          match.restore()
          return true
        }
        if !isSubquery { frame.matched[match.ordinal] = row }
        return goOnAfterRow(match, index, isLast: isLast, &isDone, found)
      }
      if !goOn { return isDone }
    }
    if match.side == .certain || match.relation.extras.isEmpty { return true }
    counters.pointee.openSteps += 1
    defer { counters.pointee.openSteps -= 1 }
    let possible = match.relation.extras
    let extras = possible.table
    let goOn = match.forEachExtra(shape: match.side == .extras ? driverStars : nil) { row in
      if !bounds.extras.contains(row) { return true }
      if isSettled != nil, bounds.isGrowing ? possible.isCoveredByNow(row) : possible.isRedundant(row) { return true }
      guard frame.budget.spend(WorkBudget.possibleRow) else { return false }
      guard match.take(extras, row), staysOpen, !bounds.setsWanted || isWanted else {
        match.restore()
        return true
      }
      if !isSubquery { frame.matched[match.ordinal] = -1 - row }
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
}

/// Which extras of the relations of one component a search looks at, while the component is evaluated.
struct ExtrasSeen {
  /// By relation of the component: rows before this.
  var below: [RelationID: Int] = [:]
  /// Of the atom that goes first, where it is on the component: the rows of the last round.
  var drivers: [RelationID: Range<Int>] = [:]
}
