import Formats
import Testing

/// Every rule for delimited text, as a table.
@Suite struct CSVTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var header: [String]
    /// `line: cell|cell`.
    var rows: [String]
    var problems: [String]
    var testDescription: String { String(text.prefix(60)) }

    init(_ text: String, _ header: [String], _ rows: [String], _ problems: [String] = []) {
      self.text = text
      self.header = header
      self.rows = rows
      self.problems = problems
    }
  }

  static let cases: [Case] = [
    // Line ends.
    Case("a,b\n1,2\n3,4\n", ["a", "b"], ["2: 1|2", "3: 3|4"]),
    Case("a,b\r\n1,2\r\n3,4", ["a", "b"], ["2: 1|2", "3: 3|4"]),
    Case("a,b\r1,2\r3,4\r", ["a", "b"], ["2: 1|2", "3: 3|4"]),
    Case("a,b\n1,2\n\n\r\n  \n", ["a", "b"], ["2: 1|2"]),
    Case("\na,b\n\n1,2", ["a", "b"], ["4: 1|2"]),
    Case("a,b\n", ["a", "b"], []),
    // Rows of blank cells, however many, are none; wherever they stand.
    Case("a,b\n,\n", ["a", "b"], []),
    Case(
      "a;b;c\n1;2;3\n;;\n;;;;\n ;\u{00A0};\t\n\"\";\" \";\"\u{200B}\"\n4;5;6\n", ["a", "b", "c"],
      ["2: 1|2|3", "7: 4|5|6"]),
    Case(",,\n , ,\na,b,c\n1,,\n", ["a", "b", "c"], ["4: 1||"]),
    Case("a,b\n\u{FEFF},\u{3000}\n0,\n", ["a", "b"], ["3: 0|"]),
    // Quotes.
    Case("a,b\n\"1,\"\"x\"\"\",2\n", ["a", "b"], ["2: 1,\"x\"|2"]),
    Case("a,b\n\"1\n2\r\n3\",4\n5,6\n", ["a", "b"], ["2: 1\n2\r\n3|4", "5: 5|6"]),
    Case("a,b\n\"\",\"\"\"\"\n", ["a", "b"], ["2: |\""]),
    Case("a,b\n5\" pipe,2\n", ["a", "b"], ["2: 5\" pipe|2"]),
    Case("\"a\",\"b\"\n1,2\n", ["a", "b"], ["2: 1|2"]),
    Case("a,b\n\"1\"x,2\n3,4\n", ["a", "b"], ["3: 3|4"], ["csv-quote@2"]),
    Case("a,b\n1, \"2, 3\"\n3,4\n", ["a", "b"], ["3: 3|4"], ["csv-quote@2"]),
    Case("a,b\n1,2\n\"3,4\n5,6\n", ["a", "b"], ["2: 1|2"], ["csv-unterminated-quote@3"]),
    Case("a,b\n1,\"2\n\n", ["a", "b"], [], ["csv-unterminated-quote@2"]),
    Case("a,\"b\n", [], [], ["csv-unterminated-quote@1"]),
    // Rows of another length.
    Case("a,b\n1\n2,3,4\n5,6\n", ["a", "b"], ["4: 5|6"], ["csv-ragged-row@2", "csv-ragged-row@3"]),
    // What stands before the header.
    Case("#TYPE System.Object\na,b\n1,2\n", ["a", "b"], ["3: 1|2"]),
    Case("#TYPE X\r\n\"a\";\"b\"\r\n\"1\";\"2\"\r\n", ["a", "b"], ["3: 1|2"]),
    Case("sep=;\na;b,c\n1;2\n", ["a", "b,c"], ["3: 1|2"]),
    Case("sep=|\r\na|b\r\n1|2\r\n", ["a", "b"], ["3: 1|2"]),
    // Headers.
    Case(" a , b\n1, 2 \n", ["a", "b"], ["2: 1| 2 "]),
    Case("a,b,a\n1,2,3\n", ["a", "b", "a"], [], ["csv-duplicate-column@1"]),
    Case("a,,\n1,,\n", ["a", "", ""], ["2: 1||"]),
    Case("", [], [], ["csv-empty@1"]),
    Case("\n\n", [], [], ["csv-empty@3"]),
    // NUL bytes.
    Case("a,b\n1,\0\n\"\0\",2\n3,4\n", ["a", "b"], ["4: 3|4"], ["csv-nul@2", "csv-nul@3"]),
    // Finding the delimiter.
    Case("a;b\n1,5;2,5\n", ["a", "b"], ["2: 1,5|2,5"]),
    Case("a\tb, c\n1\t2\n", ["a", "b, c"], ["2: 1|2"]),
    Case("\"a, x, y\";b\n1;2\n", ["a, x, y", "b"], ["2: 1|2"]),
    Case("\"a;x\",b\n1,2\n", ["a;x", "b"], ["2: 1|2"]),
    Case("name\nHansen, Bo\nJensen, Ib\n", ["name"], ["2: Hansen, Bo", "3: Jensen, Ib"]),
    Case("name\nBo\n", ["name"], ["2: Bo"]),
    Case("a,b,c\n1;2\n", ["a", "b", "c"], [], ["csv-ragged-row@2"]),
    Case("a;b;c\n1;2;x, y\n1;2\n", ["a", "b", "c"], ["2: 1|2|x, y"], ["csv-ragged-row@3"]),
  ]

  @Test(arguments: cases) func rule(_ example: Case) {
    let table = CSVTable.read(Array(example.text.utf8))
    #expect(table.header == example.header)
    #expect(table.rows.map { "\($0.line): \($0.cells.joined(separator: "|"))" } == example.rows)
    #expect(table.problems.map { "\($0.code)@\($0.line)" } == example.problems)
  }

  @Test func withoutHeader() {
    let table = CSVTable.read(Array("1;2\n3;4\n".utf8), options: .init(hasHeader: false))
    #expect(table.header.isEmpty)
    #expect(table.headerLine == 0)
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
  }

  @Test func givenDelimiter() {
    let table = CSVTable.read(Array("a,b;c\n1,2;3\n".utf8), options: .init(delimiter: UInt8(ascii: ";")))
    #expect(table.header == ["a,b", "c"])
    #expect(table.delimiter == UInt8(ascii: ";"))
  }

  @Test func emptyAndQuotedEmptyDiffer() throws {
    let row = try #require(CSVTable.read(Array("a,b,c\n,\"\",1\n".utf8)).rows.first)
    #expect(!row.isQuoted(0))
    #expect(row.isQuoted(1))
    #expect(row.cells == ["", "", "1"])
  }

  @Test func badTextCostsItsRow() {
    let text = Array("a,b\nå,1\n".utf8) + [0xE6, 0x2C, 0x32, 0x0A] + Array("3,4\n".utf8)
    let table = CSVTable.read(text)
    #expect(table.rows.map(\.cells) == [["å", "1"], ["3", "4"]])
    #expect(table.problems.map { "\($0.code)@\($0.line)" } == ["invalid-encoding@3"])
    #expect(table.refusedRows == 1)
  }

  @Test func problemsAreListedToALimitAndCountedBeyondIt() {
    let text = "a,b\n" + String(repeating: "1\n", count: FormatLimits.problemsPerFile + 5) + "1,2\n\"x"
    let table = CSVTable.read(Array(text.utf8))
    #expect(table.rows.count == 1)
    #expect(table.refusedRows == FormatLimits.problemsPerFile + 5)
    #expect(table.problems.count == FormatLimits.problemsPerFile + 2)
    #expect(table.problems.suffix(2).map(\.code) == ["csv-unterminated-quote", "more-problems"])
  }

  @Test func aCellPastTheLimitCostsItsRow() {
    for (length, isRead) in [(FormatLimits.csvCell, true), (FormatLimits.csvCell + 1, false)] {
      let cell = String(repeating: "x", count: length)
      let table = CSVTable.read(Array("a,b\n1,\(cell)\n2,\"\(cell)\"\n3,y\n".utf8))
      #expect(table.rows.map { $0[0] } == (isRead ? ["1", "2", "3"] : ["3"]))
      #expect(
        table.problems.map { "\($0.code)@\($0.line)" }
          == (isRead ? [] : ["csv-cell-too-large@2", "csv-cell-too-large@3"]))
    }
  }

  @Test func endOfLineIsTold() {
    #expect(CSVTable.read(Array("a\n1".utf8)).endsWithoutLineEnd)
    #expect(!CSVTable.read(Array("a\n1\n".utf8)).endsWithoutLineEnd)
  }
}
