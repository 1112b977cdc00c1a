import FactStore

/// Goes through rows of a table one at a time, ascending: all of them, or those that an index finds.
///
/// A loop over it captures nothing, which a closure for each row does: in a search that looks at millions of rows, keeping
/// count of what closures hold cost more than the rows.
// Safe: whoever makes one keeps the index and the codes, and changes neither while it goes.
struct RowCursor {
  /// Rows, or places in the dense rows of an index, that are left.
  private var at: Int
  private var end: Int
  private var denseRows: UnsafeMutablePointer<UInt32>?
  /// Of a hashed index: the next row and one more, and what the rows are compared with.
  private var link: UInt32 = 0
  private var index: Unmanaged<TableIndex>?
  private var codes: UnsafePointer<UInt32>?

  /// All rows before a number.
  init(rowsBefore end: Int) { (at, self.end) = (0, end) }

  /// The rows that have `codes` in the columns of an index.
  init(_ index: TableIndex, _ codes: UnsafePointer<UInt32>) {
    (at, end) = (0, 0)
    if index.isDense {
      guard codes[0] < index.codeLimit else { return }
      at = Int(index.offsets![Int(codes[0])])
      end = Int(index.offsets![Int(codes[0]) + 1])
      denseRows = index.denseRows
    } else {
      link = index.firstLink(codes)
      self.index = .passUnretained(index)
      self.codes = codes
    }
  }

  @inline(__always)
  mutating func next() -> Int? {
    if at < end {
      let place = at
      at += 1
      guard let denseRows else { return place }
      return Int(denseRows[place])
    }
    guard link != 0, let index, let codes else { return nil }
    return index._withUnsafeGuaranteedRef { index in
      while link != 0 {
        let row = Int(link) - 1
        link = index.link(after: row)
        if index.agrees(row, codes) { return row }
      }
      return nil
    }
  }
}
