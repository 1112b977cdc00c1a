import FactStore

/// Runs the plans of one rule: holds its registers, and finds bindings in the certain or in the possible sets.
///
/// The certain side is a flat program (``CertainProgram``); the possible side (``PossibleSearch``) walks the plan itself,
/// because it only runs where there are holes.
final class RuleRunner {
  let relations: [EvaluatedRelation]
  let registers: UnsafeMutablePointer<UInt32>
  let intervals: UnsafeMutablePointer<Interval>
  /// The row each atom matched, by ordinal: a certain row's number, or `-1 - number` of an extra.
  let matched: UnsafeMutablePointer<Int>
  let registerCount: Int
  let atomCount: Int
  let values: ValueEvaluator
  let file: RegisterFile
  let budget: WorkBudget
  private let slotCount: Int
  private var scratch: [UInt32] = []
  /// Set when a condition was undecided in the certain sets: more may be possible than the relations' extras show, because
  /// a computation left the range of its type.
  let isOpen: UnsafeMutablePointer<Bool>

  init(
    registers file: RegisterFile, atomCount: Int, relations: [EvaluatedRelation], symbols: SymbolTable,
    functions: TextFunctions, budget: WorkBudget
  ) {
    self.relations = relations
    self.file = file
    self.budget = budget
    registerCount = file.entries.count
    self.atomCount = atomCount
    registers = .allocate(capacity: max(1, registerCount))
    for (index, entry) in file.entries.enumerated() { registers[index] = entry.constant ?? ValueCode.any }
    slotCount = file.intervalTypes.count
    intervals = .allocate(capacity: max(1, slotCount))
    intervals.initialize(repeating: .all, count: max(1, slotCount))
    matched = .allocate(capacity: max(1, atomCount))
    matched.initialize(repeating: 0, count: max(1, atomCount))
    isOpen = .allocate(capacity: 1)
    isOpen.initialize(to: false)
    values = ValueEvaluator(
      symbols: symbols, functions: functions, types: file.entries.map(\.type), intervalTypes: file.intervalTypes,
      registers: registers, intervals: intervals, isOpen: isOpen, budget: budget)
  }

  /// Forgets all bindings.
  func reset() {
    for (index, entry) in file.entries.enumerated() { registers[index] = entry.constant ?? ValueCode.any }
  }

  deinit {
    registers.deallocate()
    intervals.deallocate()
    matched.deallocate()
    isOpen.deallocate()
  }

  /// An aggregate's value for one binding of its outer registers.
  /// The value of an aggregate for the registers as they are; remembered per binding of the outer registers.
  func value(of aggregate: CompiledAggregate) -> AggregateValue {
    let plan = aggregate.plan
    // A group that is not known: anything may be counted in it.
    if plan.subquery.outer.contains(where: { registers[$0] == ValueCode.any }) {
      let exists: Truth = plan.function.isTotal ? .certain : .possible
      return AggregateValue(interval: .all, exists: exists)
    }
    if let known = aggregate.known(registers) { return known }
    let value = countOfOne(aggregate) ?? compute(aggregate)
    aggregate.remember(value, registers)
    _ = budget.keep(CompiledAggregate.valuesPerGroup)
    return value
  }

  /// The count of one variable over relations without holes: the common case, without a set for each group.
  private func countOfOne(_ aggregate: CompiledAggregate) -> AggregateValue? {
    let plan = aggregate.plan
    guard plan.function == .count, plan.variables.count == 1, !isOpen.pointee, !mayDiffer(aggregate.subquery) else {
      return nil
    }
    let variable = plan.variables[0]
    // One buffer for all groups; an aggregate within the body of another finds it empty.
    var codes = scratch
    scratch = []
    codes.removeAll(keepingCapacity: true)
    defer { scratch = codes }
    var room = Self.smallGroup
    aggregate.subquery.search(certainly: true) { [registers, budget] _ in
      codes.append(registers[variable])
      guard codes.count == room else { return true }
      let distinct = Self.removeRepeated(&codes)
      room = max(room, 2 * distinct)
      return budget.spend(codes.count) && distinct <= budget.limits.values
    }
    // What was computed past the range of its type may be more.
    if isOpen.pointee { return nil }
    return AggregateValue(interval: Interval(Int64(Self.removeRepeated(&codes))), exists: .certain)
  }

  /// So many codes of one group are gathered before those that occur twice are sorted out.
  private static let smallGroup = 1 << 16

  /// Sorts, and leaves each code once.
  private static func removeRepeated(_ codes: inout [UInt32]) -> Int {
    codes.sort()
    var distinct = 0
    for at in codes.indices where at == 0 || codes[at] != codes[at - 1] {
      codes[distinct] = codes[at]
      distinct += 1
    }
    codes.removeSubrange(distinct...)
    return distinct
  }

  private func compute(_ aggregate: CompiledAggregate) -> AggregateValue {
    let variables = aggregate.plan.variables
    var certain: Set<[UInt32]> = []
    var possible: Set<[UInt32]> = []
    var hasUnknown = false
    let wasOpen = isOpen.pointee
    isOpen.pointee = false
    defer { isOpen.pointee = isOpen.pointee || wasOpen }
    // An array for each row, beside its codes.
    let weight = variables.count + 8
    defer { budget.release(weight * possible.count) }
    aggregate.subquery.search(certainly: true) { [registers, budget] _ in
      certain.insert(variables.map { registers[$0] }).inserted ? budget.keep(weight) : true
    }
    possible = certain
    if isOpen.pointee || mayDiffer(aggregate.subquery) {
      aggregate.subquery.search(certainly: false) { [registers, budget] _ in
        let row = variables.map { registers[$0] }
        if row.contains(ValueCode.any) {
          hasUnknown = true
          return true
        }
        return possible.insert(row).inserted ? budget.keep(weight) : true
      }
    }
    let type = file.entries[variables[0]].type
    return aggregate.plan.function.fold(
      certain: certain, possible: possible, hasUnknown: hasUnknown, number: { [values] in values.decode($0[0], type) })
  }

  /// Whether the possible bindings of a subquery can be more than its certain ones.
  private func mayDiffer(_ subquery: CompiledSubquery) -> Bool {
    for relation in subquery.plan.relations where !relations[relation.raw].extras.isEmpty { return true }
    return false
  }

  /// Whether a subquery has a binding: certainly, possibly, or not at all.
  func exists(_ subquery: CompiledSubquery) -> Truth {
    var truth = Truth.impossible
    if subquery.plan.outer.contains(where: { registers[$0] == ValueCode.any }) {
      // Nothing is certain of a binding that is not known; but it may be certain that nothing fits it.
      subquery.search(certainly: false) { _ in
        truth = .possible
        return false
      }
      return truth
    }
    let wasOpen = isOpen.pointee
    isOpen.pointee = false
    defer { isOpen.pointee = isOpen.pointee || wasOpen }
    subquery.search(certainly: true) { _ in
      truth = .certain
      return false
    }
    if truth == .certain || !(isOpen.pointee || mayDiffer(subquery)) { return truth }
    subquery.search(certainly: false) { _ in
      truth = .possible
      return false
    }
    return truth
  }
}
