import Synchronization

/// Findings and what they rest on, as they were worked out: each by whoever asks first, while others who ask for it wait.
///
/// Findings in a row share a lock, so that threads at different places do not wait for each other. No thread holds more than
/// one lock of a memory.
final class FindingMemory: Sendable {
  /// As many findings as reports ask for at once.
  private static let shelfSize = 1000

  private struct Entry {
    /// Without its message, as long as nobody asked for that.
    var finding: Finding?
    var evidence: [Evidence]?

    var explained: FindingList.Explained? {
      guard let finding, let evidence else { return nil }
      return (finding, evidence)
    }
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

  /// A finding whose message may be empty.
  func keyed(_ index: Int) -> Finding {
    shelves[index / Self.shelfSize].entries.withLock { entries in
      let place = index % Self.shelfSize
      if let known = entries[place].finding { return known }
      let finding = source.keyed(index)
      if takeRoom(1) { entries[place].finding = finding }
      return finding
    }
  }

  func explained(_ range: Range<Int>) -> [FindingList.Explained] {
    var found: [FindingList.Explained] = []
    found.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let number = start / Self.shelfSize
      let part = start..<min(range.upperBound, (number + 1) * Self.shelfSize)
      found += shelves[number].entries.withLock { explained(part, &$0, first: number * Self.shelfSize) }
      start = part.upperBound
    }
    return found
  }

  /// What is known of a part of a shelf; what is not is asked for at once, since what one proof worked out serves the others.
  private func explained(_ range: Range<Int>, _ entries: inout [Entry], first: Int) -> [FindingList.Explained] {
    let unknown = range.filter { entries[$0 - first].explained == nil }
    let asked = (unknown.first ?? 0)..<(unknown.last.map { $0 + 1 } ?? 0)
    let found = asked.isEmpty ? [] : source[asked]
    return range.map { index in
      if let known = entries[index - first].explained { return known }
      let explained = found[index - asked.lowerBound]
      if takeRoom(explained.evidence.count + (entries[index - first].finding == nil ? 1 : 0)) {
        entries[index - first] = Entry(finding: explained.finding, evidence: explained.evidence)
      }
      return explained
    }
  }

  private func takeRoom(_ count: Int) -> Bool {
    if room.subtract(count, ordering: .relaxed).newValue >= 0 { return true }
    room.add(count, ordering: .relaxed)
    return false
  }
}
