import Formats
import TestSupport
import Testing

@Suite struct WorkbookTests {
  private static let good = WorkbookMaker([
    ("Ark 1", WorkbookMaker.rows([["Navn", "Email"], ["Mette", "m@b.example"]]))
  ])

  private func read(_ maker: WorkbookMaker) throws -> Workbook { try Workbook.read(maker.bytes).get() }

  @Test func readsCells() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>\
      <row r="3"><c r="B3"><v>12.5</v></c><c t="b"><v>1</v></c><c r="AA3" t="e"><v>#N/A</v></c></row>\
      <row><c t="str"><v>x &amp; y</v></c><c r="C4" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r></is></c></row>\
      <row r="9"/><row r="10"><c r="A10"/></row>
      """
    let maker = WorkbookMaker(
      [("Ark", rows)], strings: ["<t>Navn</t>", "<r><t>Em</t></r><r><t>ail</t></r><rPh><t>reading</t></rPh>"])
    let sheet = try #require(try read(maker).sheets.first)
    #expect(sheet.name == "Ark" && !sheet.isHidden && sheet.formulas == 0)
    #expect(sheet.rows.map(\.number) == [1, 3, 4])
    #expect(sheet.rows[0].cells == ["Navn", "", "Email"])
    #expect(sheet.rows[1].cells == ["", "12.5", "TRUE"] + Array(repeating: "", count: 23) + ["#N/A"])
    #expect(sheet.rows[2].cells == ["x & y", "", "rich"])
  }

  /// The result of a formula is never taken for data.
  @Test func aFormulaIsText() throws {
    let rows =
      #"<row r="1"><c r="A1" t="str"><f>HYPERLINK("x")</f><v>Ja</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>"#
    let sheet = try #require(try read(WorkbookMaker([("a", rows)])).sheets.first)
    #expect(sheet.rows[0].cells == ["=HYPERLINK(\"x\")", "="])
    #expect(sheet.formulas == 2)
  }

  /// A serial number, its format, and the day.
  @Test(arguments: [
    ("46347", 14, "", "2026-11-21"), ("1", 14, "", "1900-01-01"), ("59", 14, "", "1900-02-28"),
    ("61", 14, "", "1900-03-01"),
    ("36526", 15, "", "2000-01-01"), ("46347.5", 22, "", "2026-11-21T12:00:00"),
    ("46347", 164, "dd\\-MM\\-yyyy", "2026-11-21"),
    ("46347", 164, "0.00", "46347"), ("46347", 164, "&quot;day&quot; 0", "46347"), ("46347", 164, "[Red]0", "46347"),
    ("7", 0, "", "7"),
    ("45000000", 14, "", "45000000"), ("x", 14, "", "x"),
  ])
  func aDayIsANumberWithAFormat(_ serial: String, _ format: Int, _ code: String, _ shown: String) throws {
    let styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(code)\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(format)\"/></cellXfs>"
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>"
    #expect(try read(WorkbookMaker([("a", rows)], styles: styles)).sheets[0].rows[0].cells == [shown])
  }

  @Test func theCalendarOf1904() throws {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let rows = "<row r=\"1\"><c r=\"A1\"><v>44885</v></c></row>"
    let maker = WorkbookMaker([("a", rows)], styles: styles, properties: "<workbookPr date1904=\"1\"/>")
    #expect(try read(maker).sheets[0].rows[0].cells == ["2026-11-21"])
  }

  @Test func hiddenSheetsAreReadAndSaidToBe() throws {
    let maker = WorkbookMaker([("a", WorkbookMaker.rows([["x"]]))], state: "state=\"veryHidden\"")
    #expect(try read(maker).sheets[0].isHidden)
  }

  // MARK: What is refused

  /// A workbook that was changed, and the code of the problem.
  static let hostile: [(what: String, code: String, change: @Sendable (inout WorkbookMaker) -> Void)] = [
    ("a part outside", "zip-path", { $0.parts[6].name = "xl/../../sheet0.xml" }),
    ("an absolute path", "zip-path", { $0.parts[6].name = "/etc/passwd" }),
    ("a path of another system", "zip-path", { $0.parts[6].name = "xl\\worksheets\\sheet0.xml" }),
    ("a drive", "zip-path", { $0.parts[6].name = "c:/sheet0.xml" }),
    ("two parts of one name", "zip-damaged", { $0.parts.append($0.parts[5]) }),
    (
      "two parts that differ in case", "zip-duplicate",
      { maker in
        var part = maker.parts[5]
        part.name = "XL/styles.xml"
        maker.parts.append(part)
      }
    ),
    ("macros", "workbook-macros", { $0.parts.append(.init(name: "xl/vbaProject.bin", content: [1])) }),
    (
      "macros by type", "workbook-macros",
      {
        $0.parts[0].content = Array(
          #"<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"#.utf8)
      }
    ),
    ("links", "workbook-links", { $0.parts.append(.init(name: "xl/externalLinks/externalLink1.xml", content: [1])) }),
    ("a link in the archive", "zip-link", { $0.parts[6].attributes = 0xA1FF_0000 }),
    ("a lie about its size", "zip-damaged", { $0.parts[6].claimedSize = 1 << 20 }),
    ("a broken checksum", "zip-damaged", { $0.parts[6].breaksChecksum = true }),
    (
      "a DOCTYPE", "workbook-xml",
      { $0.parts[6].content = Array("<!DOCTYPE a [<!ENTITY b \"bb\">]><worksheet>&b;</worksheet>".utf8) }
    ),
    (
      "an entity from a file", "workbook-xml",
      {
        $0.parts[6].content = Array(
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><worksheet>&b;</worksheet>".utf8)
      }
    ),
    ("XML that is none", "workbook-xml", { $0.parts[6].content = Array("<worksheet><row></worksheet>".utf8) }),
    (
      "XML that is too deep", "workbook-xml",
      {
        $0.parts[6].content = Array((String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)).utf8)
      }
    ),
    ("no workbook", "not-a-workbook", { $0.parts.removeFirst() }),
    ("no main part", "not-a-workbook", { $0.parts[1].content = Array("<Relationships/>".utf8) }),
    ("no sheet", "workbook-incomplete", { $0.parts.removeLast() }),
    (
      "rows out of order", "workbook-rows",
      { $0.parts[6].content = Array("<worksheet><row r=\"2\"/><row r=\"1\"/></worksheet>".utf8) }
    ),
    (
      "too many rows", "workbook-rows",
      { $0.parts[6].content = Array("<worksheet><row r=\"1048577\"/></worksheet>".utf8) }
    ),
    (
      "too many columns", "workbook-columns",
      { $0.parts[6].content = Array("<worksheet><row r=\"1\"><c r=\"XFE1\"/></row></worksheet>".utf8) }
    ),
    (
      "cells out of order", "workbook-columns",
      { $0.parts[6].content = Array("<worksheet><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></worksheet>".utf8) }
    ),
    (
      "a text that is not there", "workbook-strings",
      { $0.parts[6].content = Array("<worksheet><row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row></worksheet>".utf8) }
    ),
    (
      "a cell too long", "workbook-cell",
      {
        let text = String(repeating: "x", count: 140_000)
        $0.parts[6].content = Array(
          "<worksheet><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(text)</v></c></row></worksheet>".utf8)
      }
    ),
    (
      "too many parts", "zip-too-many",
      { maker in for number in 0..<1001 { maker.parts.append(.init(name: "xl/\(number)", content: [])) } }
    ),
  ]

  @Test(arguments: hostile.indices)
  func refusesTricks(_ index: Int) throws {
    var maker = Self.good
    Self.hostile[index].change(&maker)
    switch Workbook.read(maker.bytes) {
    case .success: Issue.record("read: \(Self.hostile[index].what)")
    case .failure(let problem):
      #expect(problem.code == Self.hostile[index].code, "\(Self.hostile[index].what): \(problem)")
      #expect(problem.isFatal && !problem.message.english.contains("Mette"))
    }
  }

  /// However a workbook is cut off, it is refused: a part of it is never taken for the whole.
  @Test func aPartIsNeverTakenForTheWhole() {
    let bytes = Self.good.bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      if case .success = Workbook.read(Array(bytes.prefix(count))) {
        Issue.record("read \(count) of \(bytes.count) bytes")
      }
    }
  }

  /// One byte changed never crashes, and never changes a cell in silence.
  @Test func changedBytesAreNoticed() throws {
    let bytes = Self.good.bytes
    let whole = try Workbook.read(bytes).get().sheets[0].rows
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 0x15
      if case .success(let workbook) = Workbook.read(changed) {
        #expect(workbook.sheets.first.map(\.rows) == whole, "byte \(index)")
      }
    }
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(_ column: Int, _ letters: String) { #expect(Workbook.letters(column) == letters) }
}

extension Workbook.Row: Equatable {
  /// Whether both have the same number and cells.
  public static func == (left: Self, right: Self) -> Bool { left.number == right.number && left.cells == right.cells }
}
