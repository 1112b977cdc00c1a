import FactStore

/// Finds the rows of a table that have given codes in given columns, in ascending order of rows.
///
/// Two layouts. *Dense*: one column whose codes are small: row numbers sorted by code, with offsets by code; built once
/// for a table that no longer grows. *Hashed*: chains of rows through `next`, one per bucket, extended as the table grows.
// Safe: all arrays are owned and sized from `table.count` at the last `update()`; readers check `limit` against it.
// Changed only by the thread that adds rows to its table, or before it is first handed out.
package final class TableIndex: @unchecked Sendable {
  package let columns: [Int]
  private let table: Table
  /// Rows that the index has seen.
  package private(set) var covered = 0

  package private(set) var isDense = false
  private(set) var offsets: UnsafeMutablePointer<UInt32>?
  private(set) var denseRows: UnsafeMutablePointer<UInt32>?
  /// Codes below this have offsets.
  private(set) var codeLimit: UInt32 = 0

  private(set) var heads: UnsafeMutablePointer<UInt32>?  // row + 1, 0 = none
  private(set) var next: UnsafeMutablePointer<UInt32>?
  private var tails: UnsafeMutablePointer<UInt32>?
  private(set) var mask = 0
  private var nextCapacity = 0

  package init(_ table: Table, columns: [Int], isFinal: Bool) {
    self.table = table
    self.columns = columns
    if isFinal, columns.count == 1, let limit = denseLimit() {
      buildDense(limit)
    } else {
      buildHashed(isFinal: isFinal)
    }
  }

  deinit {
    offsets?.deallocate()
    denseRows?.deallocate()
    heads?.deallocate()
    next?.deallocate()
    tails?.deallocate()
  }

  /// Codes are dense when the offsets take no more room than twice the rows.
  private func denseLimit() -> UInt32? {
    let codes = table.column(columns[0])
    var largest: UInt32 = 0
    let allowed = UInt32(clamping: table.count * 2 + 4096)
    for row in 0..<table.count {
      if codes[row] > largest {
        largest = codes[row]
        if largest > allowed { return nil }
      }
    }
    return largest + 1
  }

  private func buildDense(_ limit: UInt32) {
    isDense = true
    codeLimit = limit
    let count = table.count
    let codes = table.column(columns[0])
    let offsets = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(limit) + 1)
    offsets.initialize(repeating: 0, count: Int(limit) + 1)
    for row in 0..<count { offsets[Int(codes[row])] &+= 1 }
    var sum: UInt32 = 0
    for code in 0...Int(limit) {
      sum &+= offsets[code]
      offsets[code] = sum
    }
    // Filled from the back, so that each offset ends as the start of its range and rows ascend.
    let rows = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, count))
    for row in stride(from: count - 1, through: 0, by: -1) {
      let code = Int(codes[row])
      offsets[code] &-= 1
      rows[Int(offsets[code])] = UInt32(row)
    }
    self.offsets = offsets
    denseRows = rows
    covered = count
  }

  private func buildHashed(isFinal: Bool) {
    var size = 16
    while size < table.count * 2 { size *= 2 }
    mask = size - 1
    let heads = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    heads.initialize(repeating: 0, count: size)
    self.heads = heads
    nextCapacity = max(16, table.count)
    let next = UnsafeMutablePointer<UInt32>.allocate(capacity: nextCapacity)
    self.next = next
    if isFinal {
      for row in stride(from: table.count - 1, through: 0, by: -1) {
        let bucket = Int(truncatingIfNeeded: hash(row)) & mask
        next[row] = heads[bucket]
        heads[bucket] = UInt32(row + 1)
      }
      covered = table.count
    } else {
      let tails = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
      tails.initialize(repeating: 0, count: size)
      self.tails = tails
      update()
    }
  }

  /// Takes in rows that were appended since. Amortised linear in the new rows.
  package func update() {
    guard covered < table.count else { return }
    precondition(tails != nil, "a final index of a table that grew")
    if table.count * 2 > mask + 1 {
      heads?.deallocate()
      next?.deallocate()
      tails?.deallocate()
      covered = 0
      var size = mask + 1
      while size < table.count * 4 { size *= 2 }
      mask = size - 1
      nextCapacity = size / 2
      heads = .allocate(capacity: size)
      heads!.initialize(repeating: 0, count: size)
      tails = .allocate(capacity: size)
      tails!.initialize(repeating: 0, count: size)
      next = .allocate(capacity: nextCapacity)
    }
    let heads = heads!
    let tails = tails!
    if table.count > nextCapacity {
      let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: table.count * 2)
      grown.update(from: next!, count: covered)
      next!.deallocate()
      next = grown
      nextCapacity = table.count * 2
    }
    let next = next!
    for row in covered..<table.count {
      let bucket = Int(truncatingIfNeeded: hash(row)) & mask
      next[row] = 0
      if tails[bucket] == 0 { heads[bucket] = UInt32(row + 1) } else { next[Int(tails[bucket]) - 1] = UInt32(row + 1) }
      tails[bucket] = UInt32(row + 1)
    }
    covered = table.count
  }

  private func hash(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in columns { hash = mix(hash, table.column(column)[row]) }
    return hash ^ hash >> 29
  }

  /// Calls `body` with each row that has `codes` in ``columns``, ascending, until it returns false. Codes past the number
  /// of columns are not looked at.
  package func forEach(_ codes: [UInt32], _ body: (Int) -> Bool) {
    codes.withUnsafeBufferPointer { forEach($0.baseAddress!, body) }
  }

  package func forEach(_ codes: UnsafePointer<UInt32>, _ body: (Int) -> Bool) {
    if isDense {
      guard codes[0] < codeLimit else { return }
      for at in Int(offsets![Int(codes[0])])..<Int(offsets![Int(codes[0]) + 1]) where !body(Int(denseRows![at])) {
        return
      }
      return
    }
    var link = firstLink(codes)
    while link != 0 {
      let row = Int(link) - 1
      link = self.link(after: row)
      if agrees(row, codes), !body(row) { return }
    }
  }

  /// Of a hashed index: the first row of the chain of some codes, and one more; 0 where there is none.
  @inline(__always)
  func firstLink(_ codes: UnsafePointer<UInt32>) -> UInt32 {
    heads![Int(truncatingIfNeeded: hashRow(codes, columns.count)) & mask]
  }

  /// The row after another in its chain, and one more; 0 where there is none.
  @inline(__always)
  func link(after row: Int) -> UInt32 { next![row] }

  /// Whether a row has these codes in ``columns``.
  @inline(__always)
  func agrees(_ row: Int, _ codes: UnsafePointer<UInt32>) -> Bool {
    for at in 0..<columns.count where table.column(columns[at])[row] != codes[at] { return false }
    return true
  }

  /// Whether some row has these codes in ``columns``.
  func contains(_ codes: UnsafePointer<UInt32>) -> Bool {
    if isDense {
      guard codes[0] < codeLimit else { return false }
      return offsets![Int(codes[0])] < offsets![Int(codes[0]) + 1]
    }
    var link = firstLink(codes)
    while link != 0 {
      let row = Int(link) - 1
      link = self.link(after: row)
      if agrees(row, codes) { return true }
    }
    return false
  }
}
