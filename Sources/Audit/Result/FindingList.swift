/// All findings in their total order, built when asked for: hundreds of thousands cost a few bytes each.
package struct FindingList: Sendable {
  package let count: Int
  private let make: @Sendable (Int) -> Finding
  private let prove: @Sendable (Range<Int>) -> [[Evidence]]
  private let identify: @Sendable (Int) -> Finding

  /// - Parameter keyed: a finding without its message, where that is cheaper; the finding itself when absent.
  package init(
    count: Int, finding: @escaping @Sendable (Int) -> Finding,
    evidence: @escaping @Sendable (Range<Int>) -> [[Evidence]], keyed: (@Sendable (Int) -> Finding)? = nil
  ) {
    self.count = count
    make = finding
    prove = evidence
    identify = keyed ?? finding
  }

  /// A list of findings at hand, for tests and for results read back.
  package init(_ findings: [(Finding, [Evidence])]) {
    self.init(count: findings.count, finding: { findings[$0].0 }, evidence: { findings[$0].map(\.1) })
  }

  package subscript(index: Int) -> Finding { make(index) }

  /// A finding's identity, keys and verdict; its message may be empty.
  package func keyed(_ index: Int) -> Finding { identify(index) }

  /// The evidence of consecutive findings; asked for in blocks because one back-join serves many.
  package func evidence(_ range: Range<Int>) -> [[Evidence]] { prove(range) }

  /// The same findings, each worked out once: for a result of which several formats are written.
  /// - Parameter limit: findings, facts and holes that are kept, of some 300 bytes each. What comes past it is worked out each
  ///   time.
  package func remembered(limit: Int = 1_500_000) -> FindingList {
    let memory = FindingMemory(self, limit: limit)
    return FindingList(
      count: count, finding: { memory.finding($0) }, evidence: { memory.evidence($0) }, keyed: { memory.keyed($0) })
  }
}
