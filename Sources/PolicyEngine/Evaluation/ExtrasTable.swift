import FactStore
import Synchronization

/// The rows of a relation that are possible and not certain: `P ∖ C`. A code may be `*`.
///
/// Small beside the certain rows, and kept apart so that data without holes pays one branch. Rows are distinct, and none
/// is covered by an earlier one. Grouped by which columns hold `*`, with indexes made on demand.
package final class ExtrasTable {
  package let table: Table
  private var set = RowSet()
  private(set) var groups: [Group] = []
  private var groupOfMask: [UInt32: Int] = [:]
  /// By row: whether a wider row covers it. Empty while that does not matter.
  private var isCovered: [Bool] = []

  final class Group {
    /// Bit `c` is set when column `c` holds `*`.
    let stars: UInt32
    /// The group's rows, and their numbers in the whole table.
    let table: Table
    var rows: [Int] = []
    /// By the bits of the columns compared; a search asks for one or two.
    private let indexes = Mutex<[(compared: UInt32, index: TableIndex)]>([])

    init(stars: UInt32, arity: Int) {
      self.stars = stars
      table = Table(arity: arity)
    }

    /// The index on some columns, made on first use and brought up to date.
    func index(_ compared: UInt32) -> TableIndex {
      indexes.withLock { indexes in
        for entry in indexes where entry.compared == compared {
          if entry.index.covered < table.count { entry.index.update() }
          return entry.index
        }
        let columns = (0..<table.arity).filter { compared & (1 << UInt32($0)) != 0 }
        let index = TableIndex(table, columns: columns, isFinal: false)
        indexes.append((compared, index))
        return index
      }
    }
  }

  /// From so many rows on, deriving leaves out those that a wider row covers. Below it, all are used, so that a verdict
  /// can name the smallest hole.
  static let redundancyLimit = 64

  package init(arity: Int) { table = Table(arity: arity) }

  /// Notes which rows a wider one covers. Called once, when no rows are added any more.
  func markCovered() {
    guard count > Self.redundancyLimit, groups.count > 1 else { return }
    isCovered = (0..<count).map { hasWider($0) }
  }

  /// Whether another row covers this one.
  private func hasWider(_ index: Int) -> Bool {
    let row = table.row(index)
    let stars = Self.stars(row)
    return groups.contains { group in
      group.stars != stars && group.stars & stars == stars
        && covers(group, row)
    }
  }

  /// The rows that no other row covers: what the table says, however it was derived.
  package var widest: [Int] {
    groups.count > 1 ? (0..<count).filter { !hasWider($0) } : Array(0..<count)
  }

  /// Whether deriving may leave a row out: whatever follows from it is covered by what follows from a wider row.
  func isRedundant(_ row: Int) -> Bool { row < isCovered.count && isCovered[row] }

  /// The same while rows are added.
  func isCoveredByNow(_ row: Int) -> Bool { count > Self.redundancyLimit && groups.count > 1 && hasWider(row) }

  /// Bit `c` is set when column `c` holds `*`.
  private static func stars(_ row: [UInt32]) -> UInt32 {
    var stars: UInt32 = 0
    for column in 0..<row.count where row[column] == ValueCode.any { stars |= 1 << UInt32(column) }
    return stars
  }

  /// Which columns some rows have open, as bits; the widest first.
  func shapes(of range: Range<Int>) -> [UInt32] {
    var shapes = range.count == count ? groups.map(\.stars) : []
    if shapes.isEmpty { shapes = Array(Set(range.map { Self.stars(table.row($0)) })) }
    return shapes.sorted { ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1) }
  }

  /// How many rows agree with given values in some columns, as far as a sample of them shows.
  /// - Parameter stars: only those with these columns open.
  func fanOut(stars: UInt32?, _ bound: [Int]) -> Double {
    groups.filter { stars == nil || $0.stars == stars }.reduce(0) { $0 + Self.fanOut($1, bound) }
  }

  private static func fanOut(_ group: Group, _ bound: [Int]) -> Double {
    let rows = group.table
    let sample = stride(from: 0, to: rows.count, by: max(1, rows.count / 256))
    var fanOut = Double(rows.count)
    for column in bound where group.stars & (1 << UInt32(column)) == 0 {
      let distinct = Set(sample.map { rows[$0, column] }).count
      fanOut /= distinct * 10 >= sample.underestimatedCount * 9 ? Double(rows.count) : Double(max(1, distinct))
    }
    return fanOut
  }

  package var count: Int { table.count }
  package var isEmpty: Bool { table.count == 0 }

  /// Adds a row unless an earlier one covers it. Returns whether it was added.
  package func insert(_ row: [UInt32]) -> Bool {
    if covers(row) { return false }
    return add(row)
  }

  /// Adds a row unless the same row is there.
  private func add(_ row: [UInt32]) -> Bool {
    let before = table.count
    if row.isEmpty {
      guard table.count == 0 else { return false }
      table.append(row)
    } else {
      guard row.withUnsafeBufferPointer({ set.insert($0.baseAddress!, into: table) }) == nil else { return false }
    }
    let stars = Self.stars(row)
    let group: Group
    if let known = groupOfMask[stars] {
      group = groups[known]
    } else {
      groupOfMask[stars] = groups.count
      group = Group(stars: stars, arity: table.arity)
      groups.append(group)
    }
    group.table.append(row)
    group.rows.append(before)
    return true
  }

  /// Whether a row holds `*` or the same code wherever `row` holds something.
  package func covers(_ row: [UInt32]) -> Bool {
    let stars = Self.stars(row)
    return groups.contains { $0.stars & stars == stars && covers($0, row) }
  }

  /// Whether a row of a group holds the same code in every column that the group does not have open.
  private func covers(_ group: Group, _ row: [UInt32]) -> Bool {
    row.withUnsafeBufferPointer { row in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, table.arity)) { codes in
        let all: UInt32 = (1 << UInt32(table.arity)) - 1
        var rows = ExtrasCursor.Rows(group, row.baseAddress ?? Self.noCodes, known: all, buffer: codes.baseAddress!)
        return rows.next() != nil
      }
    }
  }

  /// Calls `body` with each row that fits `pattern` (`*` on either side fits), in no useful order, until it returns
  /// false. Returns false when it was stopped.
  @discardableResult
  package func forEachMatch(_ pattern: [UInt32], _ body: (Int) -> Bool) -> Bool {
    if isEmpty { return true }
    return pattern.withUnsafeBufferPointer { pattern in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, table.arity)) { codes in
        var rows = ExtrasCursor(self, pattern.baseAddress ?? Self.noCodes, buffer: codes.baseAddress!)
        while let row = rows.next() {
          if !body(row) { return false }
        }
        return true
      }
    }
  }

  // Safe: handed over for rows without columns, which nobody reads.
  nonisolated(unsafe) static let noCodes = UnsafePointer(UnsafeMutablePointer<UInt32>.allocate(capacity: 1))

  package func hasMatch(_ pattern: [UInt32]) -> Bool {
    !isEmpty && !forEachMatch(pattern) { _ in false }
  }
}
