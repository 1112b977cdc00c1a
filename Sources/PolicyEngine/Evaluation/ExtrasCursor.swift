import FactStore

/// Goes through the extras that fit a pattern one at a time, in no useful order; `*` on either side fits.
// Safe: whoever makes one keeps the table, the pattern and the buffer, and changes none while it goes.
struct ExtrasCursor {
  private let table: Unmanaged<ExtrasTable>
  private let pattern: UnsafePointer<UInt32>
  private let buffer: UnsafeMutablePointer<UInt32>
  /// Bit `c` is set where the pattern holds a code in column `c`.
  private let known: UInt32
  private let shape: UInt32?
  private var nextGroup = 0
  private let groupCount: Int
  private var rows: Rows?

  /// - Parameters:
  ///   - pattern: a code for each column.
  ///   - shape: only rows that have these columns open.
  ///   - buffer: room for a code of each column.
  init(
    _ table: ExtrasTable, _ pattern: UnsafePointer<UInt32>, shape: UInt32? = nil,
    buffer: UnsafeMutablePointer<UInt32>
  ) {
    self.table = .passUnretained(table)
    self.pattern = pattern
    self.buffer = buffer
    self.shape = shape
    groupCount = table.groups.count
    var known: UInt32 = 0
    for column in 0..<table.table.arity where pattern[column] != ValueCode.any { known |= 1 << UInt32(column) }
    self.known = known
  }

  @inline(__always)
  mutating func next() -> Int? {
    while true {
      if let row = rows?.next() { return row }
      guard nextGroup < groupCount else { return nil }
      enter()
    }
  }

  /// Goes on to the next group.
  private mutating func enter() {
    table._withUnsafeGuaranteedRef { table in
      let group = table.groups[nextGroup]
      nextGroup += 1
      rows = shape == nil || group.stars == shape ? Rows(group, pattern, known: known, buffer: buffer) : nil
    }
  }

  /// The rows of one group that fit.
  struct Rows {
    private let group: Unmanaged<ExtrasTable.Group>
    private let pattern: UnsafePointer<UInt32>
    private let compared: UInt32
    private let isScan: Bool
    private var found: RowCursor

    /// So few rows are faster compared than hashed.
    private static let scanLimit = 8

    /// - Parameter known: bit `c` is set where the pattern holds a code in column `c`.
    init(
      _ group: ExtrasTable.Group, _ pattern: UnsafePointer<UInt32>, known: UInt32, buffer: UnsafeMutablePointer<UInt32>
    ) {
      self.group = .passUnretained(group)
      self.pattern = pattern
      compared = known & ~group.stars
      isScan = compared == 0 || group.rows.count <= Self.scanLimit
      guard !isScan else {
        found = RowCursor(rowsBefore: group.rows.count)
        return
      }
      var count = 0
      for column in 0..<group.table.arity where compared & (1 << UInt32(column)) != 0 {
        buffer[count] = pattern[column]
        count += 1
      }
      found = RowCursor(group.index(compared), UnsafePointer(buffer))
    }

    @inline(__always)
    mutating func next() -> Int? {
      while let at = found.next() {
        guard let row = row(at) else { continue }
        return row
      }
      return nil
    }

    /// The number of a row of the group in the whole table, where it fits.
    @inline(__always)
    private func row(_ at: Int) -> Int? {
      group._withUnsafeGuaranteedRef { group in
        if isScan, compared != 0 {
          for column in 0..<group.table.arity where compared & (1 << UInt32(column)) != 0 {
            if group.table[at, column] != pattern[column] { return nil }
          }
        }
        return group.rows[at]
      }
    }
  }
}
