import Localization

/// How the rows of one table are read, one behind the other, where that depends on the table as a whole.
package struct TableReading {
  /// What was seen of the table, for people.
  package let notes: [Phrase]
  package let read: (inout Record) -> Void

  package init(notes: [Phrase] = [], read: @escaping (inout Record) -> Void) {
    self.notes = notes
    self.read = read
  }
}
