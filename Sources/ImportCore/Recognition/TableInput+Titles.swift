import FactStore
import Formats
import Localization

extension TableInput {
  /// Looks for titles among the rows: tables that somebody put one below the other.
  ///
  /// The same titles again are no record, and the rows below them go on. Other titles that some importer knows begin
  /// another table, of which nothing fits the columns of this one: it is cut there.
  mutating func endAtFurtherTitles(_ registry: Registry) {
    let titles = header.map { Self.trim($0).lowercased() }
    guard titles.count > 1 else { return }
    var repeated: [Int] = []
    for (place, row) in rows.enumerated() where Self.mayBeTitles(row) {
      if (0..<titles.count).allSatisfy({ row.trimmed($0).lowercased() == titles[$0] }) {
        repeated.append(place)
      } else if registry.kind(ofTitles: row.cells) != nil {
        cut = Damage(
          place: row.place,
          text: "another table begins here, with titles of its own; save each table as a file of its own")
        rows.removeSubrange(place...)
        break
      }
    }
    guard let first = repeated.first else { return }
    notes.append("row \(rows[first].line) has the titles again: tables were put together, and all their rows are read")
    let dropped = Set(repeated)
    rows = rows.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// Ends the table before its first row where two columns have one name: what a cell says of the thing, nobody can tell.
  mutating func refuseRepeatedColumns() {
    guard cut == nil, let name = repeatedColumns.first else { return }
    cut = Damage(
      place: Place(line: 1), text: "two columns are named `\(ForeignText.name(name))`; remove or rename one of them")
    rows = []
  }

  /// Cheap: nearly every record has a digit or an address.
  private static func mayBeTitles(_ row: Row) -> Bool {
    row.cells.count > 1
      && row.cells.allSatisfy { $0.utf8.allSatisfy { $0 != UInt8(ascii: "@") && !(0x30...0x39).contains($0) } }
  }
}
