/// Finds the first row that equals a given row in some columns. Open addressing over row numbers; built as it is asked.
struct RowIndex: ~Copyable {
  private let columns: [UnsafePointer<UInt32>]
  private var slots: UnsafeMutableBufferPointer<UInt32>  // row + 1, 0 = free

  /// Room for all rows of `table`: 8 bytes a row at most. The table must not grow while the index lives.
  init(_ table: Table, columns: [Int]) {
    self.columns = columns.map { table.column($0) }
    var size = 16
    while size < table.count * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0)
  }

  deinit { slots.deallocate() }

  /// The first row asked for that equals `row`; `row` itself when there was none.
  mutating func firstRow(equalTo row: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in columns { hash = fold(hash ^ UInt64(column[row])) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if columns.allSatisfy({ $0[other] == $0[row] }) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row + 1)
    return row
  }
}
