import Formats
import TestSupport
import Testing

/// Tables that are written and read again, cut off, and damaged.
@Suite struct CSVPropertyTests {
  private struct Written {
    var rows: [[String]] = []
    var text = ""
    /// The line that each row starts on.
    var lines: [Int] = []
  }

  private func write(_ random: inout SplitMix64, delimiter: String, end: String) -> Written {
    let parts = ["a", "æ", "\"", ",", ";", "\t", "\n", "\r\n", " ", "😀", "x y", "'", "#", "="]
    let width = Int.random(in: 2...5, using: &random)
    var written = Written()
    for row in 0..<Int.random(in: 1...12, using: &random) {
      var cells: [String] = []
      var line: [String] = []
      for column in 0..<width {
        var cell = row == 0 ? "h\(column)" : ""
        for _ in 0..<Int.random(in: 0...4, using: &random) where row > 0 {
          cell += parts.randomElement(using: &random) ?? ""
        }
        cells.append(cell)
        let mustQuote = cell.unicodeScalars.contains { "\",;\t\n\r ".unicodeScalars.contains($0) }
        let isQuoted = mustQuote || Bool.random(using: &random)
        line.append(
          isQuoted
            ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : cell)
      }
      let start = LineIndex(Array(written.text.utf8)).lineCount
      written.text += line.joined(separator: delimiter) + end
      // Rows of blank cells are no rows.
      guard !cells.allSatisfy(Blank.isBlank) else { continue }
      written.lines.append(start)
      written.rows.append(cells)
    }
    return written
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"]) func roundTrip(delimiter: String, end: String) {
    var random = SplitMix64(seed: 42)
    for _ in 0..<150 {
      let written = write(&random, delimiter: delimiter, end: end)
      let table = CSVTable.read(
        Array(written.text.utf8), options: .init(delimiter: delimiter.utf8.first))
      #expect(table.problems.isEmpty)
      #expect([table.header] + table.rows.map(\.cells) == written.rows)
      #expect([table.headerLine] + table.rows.map(\.line) == written.lines)
      let found = CSVTable.read(Array(written.text.utf8))
      #expect(found.header == table.header)
      #expect(String(decoding: [found.delimiter], as: UTF8.self) == delimiter)
    }
  }

  /// Rows before the cut are read as before; a cut within a row is told unless the rest looks like a whole row.
  @Test func truncation() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<12 {
      let written = write(&random, delimiter: ";", end: "\n")
      let text = Array(written.text.utf8)
      let options = CSVTable.Options(delimiter: UInt8(ascii: ";"))
      let whole = CSVTable.read(text, options: options)
      let starts = LineIndex(text)
      for length in 0..<text.count {
        let cut = CSVTable.read(Array(text[..<length]), options: options)
        guard cut.header == whole.header else {
          #expect(cut.rows.isEmpty)
          continue
        }
        // A row is whole when the cut is on the line of a later row.
        let line = starts.line(at: length)
        let complete = whole.rows.indices.count { $0 + 1 < whole.rows.count && whole.rows[$0 + 1].line <= line }
        #expect(cut.rows.prefix(complete).map(\.cells) == whole.rows.prefix(complete).map(\.cells))
        #expect(cut.rows.count <= complete + 1)
        let isWithinRow = length > 0 && text[length - 1] != UInt8(ascii: "\n") && cut.problems.isEmpty
        #expect(!isWithinRow || cut.endsWithoutLineEnd)
      }
    }
  }

  /// Damaged bytes never crash the reader, and a row that is read has as many cells as the header.
  @Test func damage() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<2000 {
      var text = Array(write(&random, delimiter: ",", end: "\n").text.utf8)
      for _ in 0..<3 { text[Int.random(in: 0..<text.count, using: &random)] = .random(in: 0...255, using: &random) }
      let table = CSVTable.read(text)
      for row in table.rows {
        #expect(row.cells.count == table.header.count)
        #expect(!row.cells.contains { $0.unicodeScalars.contains("\0") || $0.unicodeScalars.contains("\u{FFFD}") })
      }
      #expect(table.refusedRows == 0 || !table.problems.isEmpty)
    }
  }
}
