import Synchronization

/// Findings and what they rest on, as they were worked out: each by whoever asks first, while others who ask for it wait.
///
/// Findings in a row share a lock, so that threads at different places do not wait for each other. No thread holds more than
/// one lock of a memory.
final class FindingMemory: Sendable {
  /// As many findings as reports ask for at once.
  private static let shelfSize = 1000

  private struct Entry {
    var finding: Finding?
    /// Whether the finding has its message.
    var isWhole = false
    var evidence: [Evidence]?
  }

  /// Findings in a row.
  private final class Shelf: Sendable {
    let entries: Mutex<[Entry]>
    init(count: Int) { entries = Mutex(Array(repeating: Entry(), count: count)) }
  }

  private let source: FindingList
  private let shelves: [Shelf]
  /// Findings, facts and holes that may still be kept.
  private let room: Atomic<Int>

  init(_ source: FindingList, limit: Int) {
    self.source = source
    shelves = stride(from: 0, to: source.count, by: Self.shelfSize).map {
      Shelf(count: min(Self.shelfSize, source.count - $0))
    }
    room = Atomic(limit)
  }

  func finding(_ index: Int) -> Finding {
    entry(index) { entry in
      if entry.isWhole, let known = entry.finding { return known }
      let finding = source[index]
      if entry.finding != nil || takeRoom(1) { (entry.finding, entry.isWhole) = (finding, true) }
      return finding
    }
  }

  /// A finding whose message may be empty.
  func keyed(_ index: Int) -> Finding {
    entry(index) { entry in
      if let known = entry.finding { return known }
      let finding = source.keyed(index)
      if takeRoom(1) { entry.finding = finding }
      return finding
    }
  }

  func evidence(_ range: Range<Int>) -> [[Evidence]] {
    var found: [[Evidence]] = []
    found.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let number = start / Self.shelfSize
      let part = start..<min(range.upperBound, (number + 1) * Self.shelfSize)
      found += shelves[number].entries.withLock { evidence(part, &$0, first: number * Self.shelfSize) }
      start = part.upperBound
    }
    return found
  }

  /// What is known of a part of a shelf; what is not is asked for at once, since one look back serves many.
  private func evidence(_ range: Range<Int>, _ entries: inout [Entry], first: Int) -> [[Evidence]] {
    let unknown = range.filter { entries[$0 - first].evidence == nil }
    let asked = (unknown.first ?? 0)..<(unknown.last.map { $0 + 1 } ?? 0)
    let found = asked.isEmpty ? [] : source.evidence(asked)
    return range.map { index in
      if let known = entries[index - first].evidence { return known }
      let evidence = found[index - asked.lowerBound]
      if takeRoom(evidence.count) { entries[index - first].evidence = evidence }
      return evidence
    }
  }

  private func entry(_ index: Int, _ body: (inout Entry) -> Finding) -> Finding {
    shelves[index / Self.shelfSize].entries.withLock { body(&$0[index % Self.shelfSize]) }
  }

  private func takeRoom(_ count: Int) -> Bool {
    if room.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    room.add(count, ordering: .relaxed)
    return false
  }
}
