/// States in which a possible search has been, so that it does not go the same way twice.
///
/// What a search finds from a step on depends on the registers that this step and later ones read, and on nothing else:
/// where those hold what they held before, the rest finds what it found. Asked at atoms whose key is not known, where one
/// `*` would otherwise be multiplied by every row.
struct SearchMemory {
  /// By step: the registers that it and later steps read, those of the head among them.
  private let live: [[Int]]
  private var states: [Set<[UInt32]>]
  /// States that are remembered per step; past it, ways are gone again.
  private static let limit = 1 << 20

  /// - Parameter head: registers that are read after the last step.
  init(_ plan: BodyPlan, head: [Int]) {
    var read = Set(head)
    var live: [[Int]] = []
    for step in plan.steps.reversed() {
      read.formUnion(step.reads)
      live.append(read.sorted())
    }
    self.live = live.reversed()
    states = Array(repeating: [], count: plan.steps.count)
  }

  /// - Parameter mark: what else the rest depends on.
  func state(_ step: Int, _ registers: UnsafeMutablePointer<UInt32>, mark: UInt32) -> [UInt32] {
    var state: [UInt32] = [mark]
    state.reserveCapacity(live[step].count + 1)
    for register in live[step] { state.append(registers[register]) }
    return state
  }

  func contains(_ step: Int, _ state: [UInt32]) -> Bool { states[step].contains(state) }

  mutating func insert(_ step: Int, _ state: [UInt32]) {
    if states[step].count < Self.limit { states[step].insert(state) }
  }
}
