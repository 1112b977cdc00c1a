import FactStore

/// The distinct rows of a growing table: open addressing over row numbers.
///
/// Owned by one relation and changed by one thread. 4 bytes a slot, at most three quarters full.
// Safe: `slots` is owned, sized by `mask`, and only indexed through `& mask`; rows are below `table.count`.
package struct RowSet: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt32>  // row + 1, 0 = free
  private var mask: Int

  package init() {
    mask = 63
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: 0, count: 64)
  }

  deinit { slots.deallocate() }

  /// The number of the row that equals `row`; `nil` after appending `row` to the table when there was none.
  package mutating func insert(_ row: UnsafePointer<UInt32>, into table: Table) -> Int? {
    let arity = table.arity
    var slot = Int(truncatingIfNeeded: hashRow(row, arity)) & mask
    while true {
      let stored = slots[slot]
      if stored == 0 { break }
      if equal(row, table, Int(stored) - 1, arity) { return Int(stored) - 1 }
      slot = (slot + 1) & mask
    }
    table.append(row: row)
    slots[slot] = UInt32(table.count)
    if table.count * 4 > mask * 3 { grow(table) }
    return nil
  }

  /// The number of the row that equals `row`.
  package borrowing func find(_ row: UnsafePointer<UInt32>, in table: Table) -> Int? {
    let arity = table.arity
    var slot = Int(truncatingIfNeeded: hashRow(row, arity)) & mask
    while true {
      let stored = slots[slot]
      if stored == 0 { return nil }
      if equal(row, table, Int(stored) - 1, arity) { return Int(stored) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Makes room for so many rows in all, so that they can be added without growing.
  package mutating func reserve(_ rows: Int, _ table: Table) {
    var size = mask + 1
    while size * 3 < rows * 4 { size *= 2 }
    if size > mask + 1 { resize(to: size, table) }
  }

  private mutating func grow(_ table: Table) { resize(to: (mask + 1) * 4, table) }

  private mutating func resize(to size: Int, _ table: Table) {
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    let arity = table.arity
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, arity)) { buffer in
      for row in 0..<table.count {
        for column in 0..<arity { buffer[column] = table.column(column)[row] }
        var slot = Int(truncatingIfNeeded: hashRow(UnsafePointer(buffer.baseAddress!), arity)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(row + 1)
      }
    }
  }

  @inline(__always)
  private borrowing func equal(_ row: UnsafePointer<UInt32>, _ table: Table, _ other: Int, _ arity: Int) -> Bool {
    for column in 0..<arity where table.column(column)[other] != row[column] { return false }
    return true
  }
}

@inline(__always)
func hashRow(_ row: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
  for index in 0..<count { hash = mix(hash, row[index]) }
  return hash ^ hash >> 29
}

/// One step of the hash over a row's codes.
@inline(__always)
func mix(_ hash: UInt64, _ code: UInt32) -> UInt64 {
  let value = (hash ^ UInt64(code)) &* 0xA076_1D64_78BD_642F
  return value ^ value >> 32
}
