/// All findings in their total order, built when asked for: hundreds of thousands cost a few bytes each.
package struct FindingList: Sendable {
  package let count: Int
  /// A finding with the facts and holes that it rests on.
  package typealias Explained = (finding: Finding, evidence: [Evidence])

  private let explain: @Sendable (Range<Int>) -> [Explained]
  private let explainTogether: @Sendable (Range<Int>) -> ExplainedFindings
  private let identify: @Sendable (Int) -> Finding

  /// - Parameters:
  ///   - explained: consecutive findings; may be called by several threads at a time.
  ///   - keyed: a finding without its message, where that is cheaper; the finding itself when absent.
  package init(
    count: Int, explained: @escaping @Sendable (Range<Int>) -> [Explained],
    keyed: (@Sendable (Int) -> Finding)? = nil
  ) {
    self.count = count
    explain = explained
    explainTogether = { ExplainedFindings(explained($0)) }
    identify = keyed ?? { explained($0..<$0 + 1)[0].finding }
  }

  /// - Parameters:
  ///   - together: consecutive findings; may be called by several threads at a time.
  ///   - keyed: a finding without its message.
  init(
    count: Int, together: @escaping @Sendable (Range<Int>) -> ExplainedFindings,
    keyed: @escaping @Sendable (Int) -> Finding
  ) {
    self.count = count
    explain = { together($0).explained }
    explainTogether = together
    identify = keyed
  }

  /// A list of findings at hand, for tests and for results read back.
  package init(_ findings: [(Finding, [Evidence])]) {
    self.init(count: findings.count, explained: { findings[$0].map { ($0, $1) } }, keyed: { findings[$0].0 })
  }

  /// A finding. Of several that stand together ask at once.
  package subscript(index: Int) -> Finding { explain(index..<index + 1)[0].finding }

  /// Consecutive findings; asked for in blocks, because what one proof worked out serves the next.
  package subscript(range: Range<Int>) -> [Explained] { explain(range) }

  /// Some of them, ascending: what stands close together is asked for at once.
  package func some(_ numbers: [Int]) -> [Explained] {
    var found: [Explained] = []
    found.reserveCapacity(numbers.count)
    var rest = numbers[...]
    while let first = rest.first {
      let block = rest.prefix { $0 < first + Self.block }
      rest = rest.dropFirst(block.count)
      let range = first..<block.last! + 1
      if block.count * Self.leastShare >= range.count {
        let together = explain(range)
        found += block.map { together[$0 - first] }
      } else {
        found += block.map { explain($0..<$0 + 1)[0] }
      }
    }
    return found
  }

  private static let block = 1000
  /// One in so many must be wanted for the others to be worked out along with it.
  private static let leastShare = 4

  /// The same, for whoever looks once at what many of them rest on.
  package func together(_ range: Range<Int>) -> ExplainedFindings { explainTogether(range) }

  /// A finding's identity, keys and verdict; its message may be empty.
  package func keyed(_ index: Int) -> Finding { identify(index) }

  /// What consecutive findings rest on.
  package func evidence(_ range: Range<Int>) -> [[Evidence]] { explain(range).map(\.evidence) }

  /// The same findings, each worked out once: for a result of which several formats are written.
  /// - Parameter limit: findings, facts and holes that are kept, of some 300 bytes each. What comes past it is worked out each
  ///   time.
  package func remembered(limit: Int = 1_500_000) -> FindingList {
    let memory = FindingMemory(self, limit: limit)
    return FindingList(count: count, explained: { memory.explained($0) }, keyed: { memory.keyed($0) })
  }
}
