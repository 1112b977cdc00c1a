import FactStore
import Synchronization

/// The rows of a relation that are possible and not certain: `P ∖ C`. A code may be `*`.
///
/// Small beside the certain rows, and kept apart so that data without holes pays one branch. Rows are distinct, and none
/// is covered by an earlier one. Grouped by which columns hold `*`, with indexes made on demand.
package final class ExtrasTable {
  package let table: Table
  private var set = RowSet()
  private var groups: [Group] = []
  private var groupOfMask: [UInt32: Int] = [:]
  /// By row: whether a wider row covers it. Empty while that does not matter.
  private var isCovered: [Bool] = []

  private final class Group {
    /// Bit `c` is set when column `c` holds `*`.
    let stars: UInt32
    var rows: [Int] = []
    /// By the bits of the columns compared: hash of their codes to rows.
    private let indexes = Mutex<[UInt32: (covered: Int, rows: [UInt64: [Int]])]>([:])
    init(stars: UInt32) { self.stars = stars }

    /// The rows whose codes in `compared` have this hash; `hash` gives that of a row.
    func candidates(_ compared: UInt32, _ wanted: UInt64, _ hash: (Int) -> UInt64) -> [Int]? {
      indexes.withLock { indexes in
        if indexes[compared] == nil { indexes[compared] = (0, [:]) }
        while indexes[compared]!.covered < rows.count {
          let row = rows[indexes[compared]!.covered]
          indexes[compared]!.rows[hash(row), default: []].append(row)
          indexes[compared]!.covered += 1
        }
        return indexes[compared]!.rows[wanted]
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
        && !match(group, row, all: (1 << UInt32(table.arity)) - 1) { _ in false }
    }
  }

  /// The rows that no other row covers: what the table says, however it was derived.
  package var widest: [Int] {
    groups.count > 1 ? (0..<count).filter { !hasWider($0) } : Array(0..<count)
  }

  /// Whether deriving may leave a row out: whatever follows from it is covered by what follows from a wider row.
  func isRedundant(_ row: Int) -> Bool { row < isCovered.count && isCovered[row] }

  /// Bit `c` is set when column `c` holds `*`.
  private static func stars(_ row: [UInt32]) -> UInt32 {
    var stars: UInt32 = 0
    for (column, code) in row.enumerated() where code == ValueCode.any { stars |= 1 << UInt32(column) }
    return stars
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
    if let group = groupOfMask[stars] {
      groups[group].rows.append(before)
    } else {
      groupOfMask[stars] = groups.count
      let group = Group(stars: stars)
      group.rows.append(before)
      groups.append(group)
    }
    return true
  }

  /// Whether a row holds `*` or the same code wherever `row` holds something.
  package func covers(_ row: [UInt32]) -> Bool {
    let stars = Self.stars(row)
    for group in groups where group.stars & stars == stars {
      var found = false
      match(group, row, all: (1 << UInt32(table.arity)) - 1) { _ in
        found = true
        return false
      }
      if found { return true }
    }
    return false
  }

  /// Calls `body` with each row that fits `pattern` (`*` on either side fits), in no useful order, until it returns
  /// false. Returns false when it was stopped.
  @discardableResult
  package func forEachMatch(_ pattern: [UInt32], _ body: (Int) -> Bool) -> Bool {
    var bits: UInt32 = 0
    for (column, code) in pattern.enumerated() where code != ValueCode.any { bits |= 1 << UInt32(column) }
    for index in groups.indices {
      guard match(groups[index], pattern, all: bits, body) else { return false }
    }
    return true
  }

  package func hasMatch(_ pattern: [UInt32]) -> Bool {
    !isEmpty && !forEachMatch(pattern) { _ in false }
  }

  /// The columns in `all` that this group does not star must be equal.
  @discardableResult
  private func match(_ group: Group, _ pattern: [UInt32], all: UInt32, _ body: (Int) -> Bool) -> Bool {
    let compared = all & ~group.stars
    if compared == 0 {
      for at in 0..<group.rows.count where !body(group.rows[at]) { return false }
      return true
    }
    let candidates = group.candidates(compared, hash(of: pattern, compared)) { hash(of: $0, compared) }
    guard let candidates else { return true }
    for row in candidates where agrees(row, pattern, compared) {
      if !body(row) { return false }
    }
    return true
  }

  private func agrees(_ row: Int, _ pattern: [UInt32], _ compared: UInt32) -> Bool {
    for column in 0..<table.arity where compared & (1 << UInt32(column)) != 0 {
      if table[row, column] != pattern[column] { return false }
    }
    return true
  }

  private func hash(of row: Int, _ compared: UInt32) -> UInt64 {
    var hash: UInt64 = 0
    for column in 0..<table.arity where compared & (1 << UInt32(column)) != 0 { hash = mix(hash, table[row, column]) }
    return hash
  }

  private func hash(of pattern: [UInt32], _ compared: UInt32) -> UInt64 {
    var hash: UInt64 = 0
    for column in 0..<table.arity where compared & (1 << UInt32(column)) != 0 { hash = mix(hash, pattern[column]) }
    return hash
  }
}
