/// The rows of a table. Cells are ranges of the text and become strings when they are asked for.
public struct CSVRows: RandomAccessCollection, Sendable {
  // INVARIANT: `cells.count == lines.count * width`.
  let text: [UInt8]
  let cells: [CSVCell]
  let lines: [UInt32]
  /// Cells in each row.
  public let width: Int

  init() { self.init(text: [], cells: [], lines: [], width: 0) }

  init(text: [UInt8], cells: [CSVCell], lines: [UInt32], width: Int) {
    self.text = text
    self.cells = cells
    self.lines = lines
    self.width = width
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// Past the last row.
  public var endIndex: Int { lines.count }
  /// A row of the table, from 0.
  public subscript(row: Int) -> CSVRow {
    precondition(row >= 0 && row < lines.count, "row out of range")
    return CSVRow(rows: self, row: row)
  }
}

/// One row of a table.
public struct CSVRow: Sendable {
  let rows: CSVRows
  let row: Int

  /// The line that the row starts on, from 1.
  public var line: Int { Int(rows.lines[row]) }

  /// The text of every cell.
  public var cells: [String] { (0..<rows.width).map { self[$0] } }

  /// The text of a cell, with doubled quotes resolved and white space kept.
  public subscript(column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// True when the cell stands in quotes: `""` is an empty text, where nothing at all may mean that it is not known.
  public func isQuoted(_ column: Int) -> Bool { cell(column).isQuoted }

  /// Hands the UTF-8 of a cell to `body`, without making a `String`.
  public func withBytes<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let cell = cell(column)
    return try rows.text.withUnsafeBufferPointer { try cell.withBytes(of: $0, body) }
  }

  private func cell(_ column: Int) -> CSVCell {
    precondition(column >= 0 && column < rows.width, "column out of range")
    return rows.cells[row * rows.width + column]
  }
}
