import Budget
import Localization

/// Reads a table: what stands before the header, the header, the rows.
struct CSVReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let options: CSVTable.Options
  private let isValidText: Bool
  private var table = CSVTable()
  private var cells: [CSVCell] = []
  private var lines: [UInt32] = []
  private var width: Int?
  private var account: Account
  /// The line of the last row that was taken.
  private var at = 1

  /// What a row takes in memory, with what an importer makes of it, and each of its cells: the place of the cell here, and
  /// its text there.
  private static let rowCost = 640
  private static let cellCost = 40

  static func read(_ utf8: [UInt8], options: CSVTable.Options, account: inout Account) -> CSVTable {
    guard utf8.count <= FormatLimits.csvSize else {
      var table = CSVTable()
      table.problems = [
        FormatProblem(
          code: "csv-too-large", message: "the table is larger than 4 GiB", help: "split the file", isFatal: true)
      ]
      return table
    }
    return utf8.withUnsafeBufferPointer { text in
      var reader = CSVReader(text, options: options, account: account)
      do throws(LimitReached) {
        try reader.read()
      } catch {
        // A part of a table is no table: what was read counts for nothing.
        reader.cells = []
        reader.lines = []
        reader.table.problems = [FormatProblem(error, line: reader.at)]
        reader.table.refusedRows = 0
      }
      account = reader.account
      reader.table.rows = CSVRows(text: utf8, cells: reader.cells, lines: reader.lines, width: reader.width ?? 0)
      return reader.table
    }
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, options: CSVTable.Options, account: Account) {
    self.text = text
    self.options = options
    self.account = account
    isValidText = TextDecoding.isValidUTF8(text)
    if let last = text.last {
      table.endsWithoutLineEnd = last != UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
    }
  }

  private mutating func read() throws(LimitReached) {
    let preamble = CSVPreamble(text)
    table.delimiter =
      options.delimiter ?? preamble.delimiter ?? CSVDelimiter.detect(text, from: preamble.end, line: preamble.line)
    var scanner = CSVScanner(text, delimiter: table.delimiter, from: preamble.end, line: preamble.line)
    var needsHeader = options.hasHeader
    while true {
      let outcome = scanner.next()
      switch outcome {
      case .end:
        if needsHeader || (width == nil && table.problems.isEmpty) { reportEmpty(at: scanner.line) }
        return reportUncounted()
      case .blank: continue
      case .unterminated:
        report(
          "csv-unterminated-quote", "a quote opens here and is not closed before the end of the file",
          at: scanner.openLine, help: "the rows before it were read; close the quote, or export again", isFatal: true)
        return reportUncounted()
      case .refused(let reason):
        refuse(reason, scanner)
        if needsHeader { return failHeader(at: scanner.rowLine) }
      case .row:
        guard isText(scanner.rowStart..<scanner.at) else {
          refuse(
            "invalid-encoding", "the row holds bytes that are not text in the encoding of the file",
            scanner, help: "save the file as UTF-8")
          if needsHeader { return failHeader(at: scanner.rowLine) }
          continue
        }
        table.endsInBlankRow = isBlank(scanner.cells)
        if table.endsInBlankRow { continue }
        if needsHeader {
          needsHeader = false
          guard readHeader(scanner), !options.hasHeaderOnly else { return }
        } else {
          try readRow(scanner)
        }
      }
    }
  }

  // MARK: - Rows

  /// Takes the header. False when the table cannot be read with it.
  private mutating func readHeader(_ scanner: CSVScanner) -> Bool {
    width = scanner.cells.count
    table.headerLine = scanner.rowLine
    table.header = scanner.cells.map { cell in
      CSVReader.trimmed(cell.withBytes(of: text) { String(decoding: $0, as: UTF8.self) })
    }
    var seen: Set<String> = []
    var isUsable = true
    for name in table.header where !name.isEmpty && !seen.insert(name).inserted {
      report(
        "csv-duplicate-column", "the column `\(ForeignText.name(name))` occurs twice in the header",
        at: scanner.rowLine, help: "remove or rename one of the two", isFatal: true)
      isUsable = false
    }
    return isUsable
  }

  private mutating func readRow(_ scanner: CSVScanner) throws(LimitReached) {
    let expected = width ?? scanner.cells.count
    width = expected
    guard scanner.cells.count == expected else {
      let count = scanner.cells.count
      return refuse(
        "csv-ragged-row", "the row has \(count, "cell", "cells"), expected \(expected)", scanner,
        help: "put quotes around a cell that holds a delimiter or a line break")
    }
    at = scanner.rowLine
    try account.spend(expected, on: .cells)
    try account.spend(Self.rowCost + expected * Self.cellCost, on: .memory)
    cells.append(contentsOf: scanner.cells)
    lines.append(UInt32(scanner.rowLine))
  }

  /// Whether no cell holds anything: what a spreadsheet leaves where rows were cleared.
  private func isBlank(_ cells: [CSVCell]) -> Bool {
    cells.allSatisfy { cell in cell.withBytes(of: text) { Blank.isBlank($0) } }
  }

  private func isText(_ range: Range<Int>) -> Bool {
    isValidText || TextDecoding.isValidUTF8(UnsafeBufferPointer(rebasing: text[range]))
  }

  private static func trimmed(_ name: String) -> String {
    let first = name.firstIndex { !$0.isWhitespace } ?? name.endIndex
    let last = name.lastIndex { !$0.isWhitespace }.map { name.index(after: $0) } ?? name.endIndex
    return first < last ? String(name[first..<last]) : ""
  }

  // MARK: - Problems

  private mutating func refuse(_ reason: CSVScanner.Reason, _ scanner: CSVScanner) {
    switch reason {
    case .textAfterQuote:
      refuse(
        "csv-quote", "there is text between a closing quote and the next delimiter", scanner,
        help: "write a quote within quotes twice")
    case .spaceBeforeQuote:
      refuse(
        "csv-quote", "there is a space between a delimiter and an opening quote", scanner, help: "remove the space")
    case .nul: refuse("csv-nul", "the row holds a NUL byte", scanner, help: "export the file again")
    case .cellTooLarge:
      refuse(
        "csv-cell-too-large", "a cell is larger than \(FormatLimits.csvCell >> 20) MiB", scanner,
        help: "is a quote missing that should end it?")
    case .tooManyCells:
      refuse("csv-too-many-columns", "the row has more than \(FormatLimits.csvColumns) cells", scanner, help: "")
    }
  }

  private mutating func refuse(_ code: String, _ message: Phrase, _ scanner: CSVScanner, help: Phrase) {
    table.refusedRows += 1
    // A row over several lines may be several rows and a stray quote.
    let last = max(scanner.rowLine, scanner.line - 1)
    let told: Phrase = last > scanner.rowLine ? "\(message); it runs to line \(last)" : message
    report(code, told, at: scanner.rowLine, help: help)
  }

  private mutating func report(_ code: String, _ message: Phrase, at line: Int, help: Phrase, isFatal: Bool = false) {
    // A fatal problem is always told.
    guard isFatal || table.problems.count < FormatLimits.problemsPerFile else { return }
    table.problems.append(FormatProblem(code: code, message: message, line: line, help: help, isFatal: isFatal))
  }

  private mutating func reportUncounted() {
    guard table.refusedRows > FormatLimits.problemsPerFile, let last = table.problems.last else { return }
    table.problems.append(
      FormatProblem(
        code: "more-problems", message: "\(table.refusedRows) rows were refused in all; the rest is not listed",
        line: last.line, help: "correct what is listed and audit again"))
  }

  private mutating func reportEmpty(at line: Int) {
    report("csv-empty", "the file has no header", at: line, help: "export it again with column names", isFatal: true)
  }

  private mutating func failHeader(at line: Int) {
    report("csv-header", "the header cannot be read", at: line, help: "correct the first row", isFatal: true)
  }
}
