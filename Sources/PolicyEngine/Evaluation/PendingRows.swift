import FactStore

/// The rows that a round of a recursion adds to a relation, each once: the relation itself must not grow while it is read.
final class PendingRows {
  private let relation: EvaluatedRelation
  private let rows: Table
  private var set = RowSet()

  init(_ relation: EvaluatedRelation) {
    self.relation = relation
    rows = Table(arity: relation.arity)
  }

  /// Adds a row; false when it was there, or is in the relation.
  func insert(_ row: UnsafePointer<UInt32>) -> Bool {
    if rows.arity == 0 {
      guard relation.certain.count == 0, rows.count == 0 else { return false }
      rows.append([])
      return true
    }
    return !relation.hasCertain(row: row) && set.insert(row, into: rows) == nil
  }

  /// Moves all rows to the relation.
  func merge() {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, rows.arity)) { buffer in
      for row in 0..<rows.count {
        for column in 0..<rows.arity { buffer[column] = rows[row, column] }
        _ = relation.insertCertain(UnsafePointer(buffer.baseAddress!))
      }
    }
  }
}
