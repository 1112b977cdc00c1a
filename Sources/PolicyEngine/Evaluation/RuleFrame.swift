import FactStore

/// What the plans of one rule run over: its registers and interval slots, the relations, and what they have cost.
final class RuleFrame {
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
  /// The registers as they are before a rule runs: constants, and `*`.
  private let initial: [UInt32]
  /// One buffer for all groups that are counted; an aggregate within the body of another finds it empty.
  var scratch: [UInt32] = []
  /// Set when a condition was undecided in the certain sets: more may be possible than the relations' extras show, because
  /// a computation left the range of its type.
  let isOpen: UnsafeMutablePointer<Bool>

  init(_ rule: LoweredRule, _ evaluation: Evaluation, budget: WorkBudget) {
    relations = evaluation.relations
    file = rule.registers
    self.budget = budget
    registerCount = file.entries.count
    initial = file.entries.map { $0.constant ?? ValueCode.any }
    atomCount = rule.atoms.count
    registers = .allocate(capacity: max(1, registerCount))
    slotCount = file.intervalTypes.count
    intervals = .allocate(capacity: max(1, slotCount))
    intervals.initialize(repeating: .all, count: max(1, slotCount))
    matched = .allocate(capacity: max(1, atomCount))
    matched.initialize(repeating: 0, count: max(1, atomCount))
    isOpen = .allocate(capacity: 1)
    isOpen.initialize(to: false)
    values = ValueEvaluator(
      symbols: evaluation.symbols, functions: evaluation.functions, types: file.entries.map(\.type),
      intervalTypes: file.intervalTypes, registers: registers, intervals: intervals, isOpen: isOpen, budget: budget)
    reset()
  }

  /// Forgets all bindings.
  func reset() {
    initial.withUnsafeBufferPointer { if let start = $0.baseAddress { registers.update(from: start, count: $0.count) } }
  }

  /// Takes the values of a binding that was found.
  func load(_ codes: [UInt32], _ slots: [Interval]) {
    for (register, code) in codes.enumerated() { registers[register] = code }
    for (slot, interval) in slots.enumerated() { intervals[slot] = interval }
  }

  deinit {
    registers.deallocate()
    intervals.deallocate()
    matched.deallocate()
    isOpen.deallocate()
  }

  /// Whether the possible bindings of a body can be more than its certain ones.
  func mayDiffer(_ plan: SubqueryPlan) -> Bool {
    for relation in plan.relations where !relations[relation.raw].extras.isEmpty { return true }
    return false
  }

  /// Runs a nested search with ``isOpen`` cleared, so that it tells of that search alone; what was open before stays so.
  func notingOpen<Result>(_ body: () -> Result) -> Result {
    let wasOpen = isOpen.pointee
    isOpen.pointee = false
    defer { isOpen.pointee = isOpen.pointee || wasOpen }
    return body()
  }
}
