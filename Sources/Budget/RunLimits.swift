/// How much of each resource a run may spend.
public struct RunLimits: Sendable, Equatable {
  private var amounts: [Resource: Int]

  /// The limits of a small server, of two processors and two gibibytes: each is met within a few seconds.
  public static let standard = RunLimits(amounts: [
    .memory: 1 << 30, .cells: 100_000_000, .nodes: 20_000_000, .expressions: 2_000_000, .decisions: 10_000_000,
    .steps: 500_000_000, .rows: 60_000_000, .derived: 20_000_000,
  ])

  public subscript(resource: Resource) -> Int {
    get { amounts[resource] ?? 0 }
    set { amounts[resource] = max(0, newValue) }
  }

  /// The same limits with one changed.
  public func with(_ resource: Resource, _ amount: Int) -> RunLimits {
    var changed = self
    changed[resource] = amount
    return changed
  }
}
