import FactStore
import Formats
import Localization

/// One record of a document while it is read: an object of JSON, or a row of a table.
///
/// Each reader of a field gives a cell. What cannot be used becomes an unknown cell and a problem of the record, without
/// further ado; what can be read beside it is kept. No message holds a value. Keys that nobody asks for are ignored.
package struct Record {
  package let content: Content
  package let place: Place
  /// What the configuration says of the document.
  package let context: SourceContext
  /// The day judged: what a record tells of later days has not happened.
  package let asOf: CalendarDate?
  /// The record is one of a list, rather than the whole document.
  package let isListed: Bool
  /// What has been made of it.
  package var facts: Facts

  package enum Content {
    case object(JSONNode)
    /// The columns by their titles in lower case.
    case row(TableInput.Row, columns: [String: Int])
  }

  /// The object of a JSON document.
  package var object: JSONNode? { if case .object(let node) = content { node } else { nil } }

  package init(_ content: Content, at place: Place, context: SourceContext, asOf: CalendarDate?, isListed: Bool) {
    self.content = content
    self.place = place
    self.context = context
    self.asOf = asOf
    self.isListed = isListed
    facts = Facts(place: place)
  }

  /// A value of a record, in either form.
  package struct Field {
    /// The text of a string or of a cell; `nil` for what is none.
    package let text: String?
    package let bool: Bool?
    /// The value says that there is nothing: null, or an empty cell.
    package let isNull: Bool
    package let line: Int
    /// The value itself, of a JSON document.
    package let node: JSONNode?
  }

  /// The value under a key or title; `nil` where there is none.
  package subscript(_ key: String) -> Field? {
    switch content {
    case .object(let node):
      guard let value = node[key] else { return nil }
      return Field(text: value.string, bool: value.bool, isNull: value.isNull, line: value.line, node: value)
    case .row(let row, let columns):
      guard let column = columns[key.lowercased()] else { return nil }
      let text = row.trimmed(column)
      return Field(
        text: text.isEmpty ? nil : text, bool: SpreadsheetBool.read(text), isNull: text.isEmpty, line: row.line,
        node: nil)
    }
  }

  /// The cell under a title as it stands, empty where the row ends before it; `nil` where the table has no such column.
  package func rawCell(_ title: String) -> String? {
    guard case .row(let row, let columns) = content, let column = columns[title.lowercased()] else { return nil }
    return row.cells.indices.contains(column) ? row.cells[column] : ""
  }

  /// The text in the first column with one of these titles, in lower case; `nil` where the table has none of them.
  package func cell(_ titles: [String]) -> String? {
    guard case .row(let row, let columns) = content else { return nil }
    return titles.compactMap { columns[$0] }.min().map(row.trimmed)
  }

  /// The value itself, of a JSON document.
  package func node(_ key: String) -> JSONNode? { self[key]?.node }

  package func has(_ key: String) -> Bool { self[key] != nil }

  // MARK: What it says

  package mutating func add(
    _ relation: String?, _ cells: [String: FactWriter.Cell], at place: Place? = nil
  ) {
    facts.add(relation, cells, at: place)
  }

  // MARK: Refusing

  package mutating func missing(_ key: String) -> FactWriter.Cell {
    switch content {
    case .object: refuse(place, "the required key `\(key)` is missing")
    case .row: refuse(key, "`\(key)` is empty")
    }
  }

  package mutating func refuse(_ key: String, _ message: Phrase, at value: JSONNode? = nil) -> FactWriter.Cell {
    switch content {
    case .object: refuse(Place(line: value?.line ?? place.line, pointer: place.pointer + "/" + key), message)
    case .row(let row, _): refuse(row.place(key), message)
    }
  }

  package mutating func refuse(_ at: Place, _ message: Phrase) -> FactWriter.Cell {
    facts.refuse(message, at: at)
    return .unknown(message)
  }
}
