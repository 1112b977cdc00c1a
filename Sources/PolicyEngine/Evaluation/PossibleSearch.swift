import FactStore

/// Finds the bindings of a body in the possible sets, and says of each whether it is certain all the same.
///
/// `*` in a row equals anything; a register that holds `*` takes the value of a later atom that has one. Conditions come
/// after all atoms (see ``OrderLiterals``) and are possible where an operand is `*`. Runs only where there are holes.
final class PossibleSearch: BodySearch {
  private let steps: [Step<PossibleMatch, CompiledSubquery>]
  /// What is asked of each step, at hand without being copied.
  private let nodes: UnsafeMutablePointer<Node>
  private let conditions: [PossibleCondition?]
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
    wanted.allSatisfy { register, codes in
      registers[register] == ValueCode.any || codes.contains(registers[register])
    }
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
  /// Whom the bindings are told to, while a run lasts. Kept here, so that each step below need not hand it on.
  private var bindingFound: ((Bool) -> Bool)?

  /// One step. Safe: `steps` and `conditions` keep what it points at.
  private struct Node {
    var atom: Unmanaged<PossibleMatch>?
    var condition: Unmanaged<PossibleCondition>?
    var isEarly: Bool
  }

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
    conditions = steps.map { PossibleCondition($0, frame) }
    nodes = .allocate(capacity: max(1, stepCount))
    for (index, step) in steps.enumerated() {
      let atom: PossibleMatch? = if case .match(let match) = step { match } else { nil }
      let node = Node(
        atom: atom.map { .passUnretained($0) }, condition: conditions[index].map { .passUnretained($0) },
        isEarly: plan.early.contains(index))
      (nodes + index).initialize(to: node)
    }
    counters = .allocate(capacity: 1)
    counters.initialize(to: Counters())
    self.frame = frame
    registers = frame.registers
    self.isSubquery = isSubquery
  }

  deinit {
    counters.deallocate()
    nodes.deallocate()
  }

  /// Calls `found` for every binding until it returns false.
  /// - Parameter seen: which extras of the component that is evaluated the atoms look at.
  func run(_ seen: ExtrasSeen = ExtrasSeen(), _ found: (Bool) -> Bool) {
    counters.pointee.openSteps = 0
    for case .match(let match) in steps { restrict(match, seen) }
    // Safe: it is let go before this call ends.
    withoutActuallyEscaping(found) { found in
      let outer = bindingFound
      bindingFound = found
      _ = step(0)
      bindingFound = outer
    }
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

  private func step(_ index: Int) -> Bool {
    guard index < stepCount else {
      counters.pointee.found += 1
      return bindingFound.unsafelyUnwrapped(counters.pointee.openSteps == 0)
    }
    let node = nodes + index
    if let atom = node.pointee.atom { return atom._withUnsafeGuaranteedRef { search($0, index) } }
    guard let condition = node.pointee.condition else { return set(index) }
    let truth = condition._withUnsafeGuaranteedRef { $0.truth() }
    return check(truth, index)
  }

  /// Goes on below a step that may give a register its value.
  private func set(_ index: Int) -> Bool {
    switch steps[index] {
    case .bind(let target, let expression):
      let code = frame.values.code(expression)
      if !target.isBound {
        return goOn(code == ValueCode.any ? .possible : .certain, index, setting: target.register, to: code)
      }
      // An equation is a condition: it does not give a `*` its value (language.md, statement 7).
      let known = registers[target.register]
      let isOpen = code == ValueCode.any || known == ValueCode.any
      return check(isOpen ? .possible : known == code ? .certain : .impossible, index)
    case .generate(let register, let codes):
      for code in codes where !goOn(.certain, index, setting: register, to: code) { return false }
      return true
    case .settle(let target, let slot):
      let code = frame.values.code(.interval(slot))
      let known = registers[target.register]
      if !target.isBound || known == ValueCode.any {
        let truth: Truth = code == ValueCode.any || target.isBound ? .possible : .certain
        return goOn(truth, index, setting: target.register, to: code)
      }
      if code != ValueCode.any { return check(code == known ? .certain : .impossible, index) }
      let number = frame.values.decode(known, frame.file.entries[target.register].type)
      return check(frame.intervals[slot].contains(number) ? .possible : .impossible, index)
    case .match, .absent, .notExists, .compare, .member, .aggregate, .bindInterval:
      preconditionFailure("atoms and conditions are at hand")
    }
  }

  /// Goes on below a condition; one that was moved ahead of its place is counted where it stands.
  private func check(_ truth: Truth, _ index: Int) -> Bool {
    nodes[index].isEarly ? truth == .impossible || step(index + 1) : goOn(truth, index)
  }

  private func goOn(_ truth: Truth, _ index: Int) -> Bool {
    switch truth {
    case .impossible: return true
    case .certain: return step(index + 1)
    case .possible:
      counters.pointee.openSteps += 1
      defer { counters.pointee.openSteps -= 1 }
      return step(index + 1)
    }
  }

  /// Goes on with a register set, and sets it back.
  private func goOn(
    _ truth: Truth, _ index: Int, setting register: Int, to code: UInt32
  ) -> Bool {
    let before = registers[register]
    registers[register] = code
    defer { registers[register] = before }
    return goOn(truth, index)
  }

  private func search(_ match: PossibleMatch, _ index: Int) -> Bool {
    let isOpen = match.enter()
    if isOpen || index > headStep, let isSettled, isSettled() { return true }
    guard isOpen, remembers else { return rows(match, index) }
    let state = memory.state(index, registers, mark: isSettled != nil && counters.pointee.openSteps == 0 ? 1 : 0)
    if memory.contains(index, state) { return true }
    let before = counters.pointee.found
    guard rows(match, index) else { return false }
    if isSettled != nil || counters.pointee.found == before { memory.insert(index, state) }
    return true
  }

  /// Goes through the rows that fit an atom.
  private func rows(_ match: PossibleMatch, _ index: Int) -> Bool {
    let bounds = match.bounds
    let budget = frame.budget
    let matched = isSubquery ? nil : frame.matched
    let isLast = match.isExistence && !findsAll && !match.hasStar
    let isFree = open.isEmpty && !bounds.setsWanted
    var isDone = false
    if match.side == .all || match.side == .certain {
      let certain = match.relation.certain
      var rows = match.certainRows()
      while let row = rows.next(), row < bounds.certain {
        guard budget.spend(WorkBudget.possibleRow) else { return false }
        guard match.take(certain, row), isFree || fits(bounds) else {
          match.restore()
          continue
        }
        if let matched { matched[match.ordinal] = row }
        if !goOnAfterRow(match, index, isLast: isLast, &isDone) { return isDone }
      }
    }
    let possible = match.relation.extras
    if match.side == .certain || possible.isEmpty { return true }
    counters.pointee.openSteps += 1
    defer { counters.pointee.openSteps -= 1 }
    let extras = possible.table
    let derives = isSettled != nil
    var rows = match.extraRows(shape: match.side == .extras ? driverStars : nil)
    while let row = rows.next() {
      if !bounds.extras.contains(row) { continue }
      if derives, bounds.isGrowing ? possible.isCoveredByNow(row) : possible.isRedundant(row) { continue }
      guard budget.spend(WorkBudget.possibleRow) else { return false }
      guard match.take(extras, row), isFree || fits(bounds) else {
        match.restore()
        continue
      }
      if let matched { matched[match.ordinal] = -1 - row }
      if !goOnAfterRow(match, index, isLast: isLast, &isDone) { return isDone }
    }
    return true
  }

  /// Whether registers hold nothing but what is asked for, and nothing where they are to stay open.
  private func fits(_ bounds: PossibleMatch.Bounds) -> Bool {
    open.allSatisfy { registers[$0] == ValueCode.any } && (!bounds.setsWanted || isWanted)
  }

  /// Goes on below a row, then decides whether more rows of this step can add anything to the head.
  /// - Parameter isLast: the rows that are left would leave the same registers.
  private func goOnAfterRow(
    _ match: PossibleMatch, _ index: Int, isLast: Bool, _ isDone: inout Bool
  ) -> Bool {
    let before = counters.pointee.found
    let goOn = step(index + 1)
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
