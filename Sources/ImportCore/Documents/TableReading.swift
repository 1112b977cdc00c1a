import Localization

/// How the rows of one table are read, one behind the other, where that depends on the table as a whole.
package struct TableReading {
  /// What was seen of the table, for people.
  package let notes: [Phrase]
  package let read: (inout Record) -> Void
  /// Whether a row is none: a remark of whoever keeps the table. Said in ``notes``.
  package let isRemark: (TableInput.Row) -> Bool

  package init(
    notes: [Phrase] = [], isRemark: @escaping (TableInput.Row) -> Bool = { _ in false },
    read: @escaping (inout Record) -> Void
  ) {
    self.notes = notes
    self.isRemark = isRemark
    self.read = read
  }
}
