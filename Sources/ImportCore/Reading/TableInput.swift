import FactStore
import Localization

/// A table as importers read it: named columns, rows with their lines.
package struct TableInput: Sendable {
  /// As written.
  package var header: [String]
  package var rows: [Row]
  /// Rows that could not be read.
  package var lost: [Damage] = []
  /// Where reading ended before the table did.
  package var cut: Damage?
  /// Rows that could not be read and that `lost` does not list, since there are too many.
  package var unlisted = 0
  /// Why there may be rows that the table does not hold, although nothing of what it holds is wrong.
  package var doubts: [Phrase] = []
  /// Tables of other kinds that stand beside it and are not read, with what to say of each.
  package var unread: [(kind: String, text: Phrase)] = []
  /// Things to say that are no damage.
  package var notes: [Phrase] = []

  package struct Row: Sendable {
    /// Line of a text, or row of a sheet.
    package var line: Int
    package var cells: [String]
    /// The sheet of a workbook.
    package var sheet: String?

    package init(line: Int, cells: [String], sheet: String? = nil) {
      self.line = line
      self.cells = cells
      self.sheet = sheet
    }

    /// A cell without white space around it; empty where the row has none.
    package func trimmed(_ column: Int) -> String {
      guard cells.indices.contains(column) else { return "" }
      return TableInput.trim(cells[column])
    }

    /// In a workbook `Sheet!A7`, as spreadsheets write it.
    package var place: Place { Place(line: line, pointer: sheet.map { "\($0)!A\(line)" } ?? "") }

    /// The column's name says more than its letter.
    package func place(_ column: String) -> Place {
      Place(line: line, pointer: sheet.map { "\($0)!\(line) \(column)" } ?? column)
    }
  }

  package init(header: [String], rows: [Row]) {
    self.header = header
    self.rows = rows
  }

  /// The position of a column, by its name in any case; `nil` when there is none.
  package func column(_ name: String) -> Int? {
    header.firstIndex { Self.trim($0).lowercased() == name.lowercased() }
  }

  /// Names, in lower case, that more than one column has.
  var repeatedColumns: [String] {
    var seen = Set<String>()
    var repeated: [String] = []
    for name in header.map({ Self.trim($0).lowercased() }) where !name.isEmpty {
      if !seen.insert(name).inserted, !repeated.contains(name) { repeated.append(name) }
    }
    return repeated
  }

  package static func trim(_ text: String) -> String {
    // Nearly every cell begins and ends in plain ASCII: nothing to trim.
    let bytes = text.utf8
    guard let head = bytes.first, let tail = bytes.last else { return "" }
    if head > 0x20, head < 0x80, tail > 0x20, tail < 0x80 { return text }
    let isSpace: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let last = text.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(text[text.firstIndex { !isSpace($0) }!...last])
  }
}
