import Localization

extension FactWriter {
  /// A row as it was written.
  struct MetRow: Hashable {
    let relation: String
    let cells: [String: Cell]
    let doubt: Phrase?
  }

  /// Whether a row was not met before, and remembers it: what many records of a file say of one thing needs one row alone. Holes
  /// that say the same are searched one by one, and where several columns are unknown with each other.
  package func isNew(_ relation: String, _ cells: [String: Cell], in doubt: Phrase? = nil) -> Bool {
    met.insert(MetRow(relation: relation, cells: cells, doubt: doubt)).inserted
  }
}
