/// How much of each resource a run may spend.
public struct RunLimits: Sendable, Equatable {
  private var amounts: [Resource: Int]

  /// The limits of a small server, of two processors and two gibibytes: each is met within a few seconds. Where the system
  /// gives the process less, memory is a part of that: a file is refused before the process is ended.
  public static let standard = RunLimits(amounts: [
    .cells: 100_000_000, .nodes: 20_000_000, .expressions: 2_000_000, .decisions: 10_000_000, .steps: 500_000_000,
    .rows: 60_000_000,
    // A municipality exports some thousand. Each takes a twentieth to a tenth of a millisecond and 2 to 7 kB, however small.
    .files: 100_000,
  ]).with(memory: min(1 << 30, ProcessMemory.limit.map(ProcessMemory.share) ?? 1 << 30))

  /// The same limits for so many bytes of memory. A value that is derived takes about 32 with what finds it again. Who gives
  /// more than a gibibyte has more to judge: all that is counted grows alike.
  public func with(memory bytes: Int) -> RunLimits {
    var limits = with(.memory, bytes).with(.derived, min(20_000_000, bytes / 32))
    let times = bytes >> 30
    guard times > 1 else { return limits }
    for resource in Resource.allCases where resource != .memory {
      let (product, overflow) = limits[resource].multipliedReportingOverflow(by: times)
      limits[resource] = overflow ? .max : product
    }
    return limits
  }

  /// How much of a resource there may be.
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
