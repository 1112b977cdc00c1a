import Budget
import TestSupport
import Testing

@testable import Formats

/// What files unfold to is counted, and refused past a limit with its name.
@Suite struct FormatBudgetTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  /// Texts of a few hundred kilobytes, and the resource of which they ask for more than there is.
  static let json: [(what: String, text: String, resource: Resource)] = [
    ("empty lists", "[[]" + times(10_000, ",[]") + "]", .nodes),
    ("small objects", "[{}" + times(10_000, ",{\"a\":1}") + "]", .nodes),
    ("numbers", "[1" + times(10_000, ",1") + "]", .nodes),
    ("one record", "{\"a\":[1" + times(10_000, ",1") + "]}", .nodes),
    ("lines", times(10_000, "{}\n"), .nodes),
    ("commas", "[" + times(10_000, ",") + "]", .memory),
    ("long strings", "[\"" + times(1_000_000, "a") + "\"]", .memory),
  ]

  @Test(arguments: json.indices)
  func jsonIsCounted(_ index: Int) {
    let (what, text, resource) = Self.json[index]
    let limits = RunLimits.standard.with(resource, resource == .nodes ? 9_999 : 5_000_000)
    let read = JSONRecords.read(Array(text.utf8), limits: limits)
    #expect(read.records.isEmpty, "\(what)")
    #expect(read.problems.map(\.code) == ["limit"], "\(what)")
    #expect(read.problems[0].isFatal && read.problems[0].message.english.contains("`\(resource.rawValue)`"), "\(what)")
    #expect(JSONRecords.read(Array(text.utf8)).problems.isEmpty, "\(what)")
  }

  @Test func theLimitItselfIsWithin() {
    let text = Array(("[1" + Self.times(999, ",1") + "]").utf8)
    #expect(JSONRecords.read(text, limits: RunLimits.standard.with(.nodes, 1_000)).records.count == 1_000)
    #expect(JSONRecords.read(text, limits: RunLimits.standard.with(.nodes, 999)).records.isEmpty)
  }

  /// Records that are looked at and let go cost what the largest one does.
  @Test func aScanKeepsNothing() {
    let text = Array(("[{}" + Self.times(10_000, ",{\"a\":[1,2]}") + "]").utf8)
    var account = Account(RunLimits.standard.with(.nodes, 4).with(.memory, 10_000))
    var count = 0
    let read = JSONRecords.scan(text, account: &account) { _ in count += 1 }
    #expect(count == 10_001 && read.problems.isEmpty && read.records.isEmpty && read.shape == .array)
  }

  @Test func tablesAreCounted() {
    let text = Array(("a,b\n" + Self.times(10_000, "1,2\n")).utf8)
    #expect(CSVTable.read(text, limits: RunLimits.standard.with(.cells, 20_000)).rows.count == 10_000)
    for limits in [RunLimits.standard.with(.cells, 19_999), RunLimits.standard.with(.memory, 1_000_000)] {
      let table = CSVTable.read(text, limits: limits)
      #expect(table.rows.isEmpty && table.header == ["a", "b"])
      #expect(table.problems.map(\.code) == ["limit"] && table.problems[0].isFatal)
    }
    let onlyTitles = CSVTable.read(text, options: .headerOnly, limits: RunLimits.standard.with(.cells, 0))
    #expect(onlyTitles.header == ["a", "b"] && onlyTitles.rows.isEmpty && onlyTitles.problems.isEmpty)
  }

  // MARK: Workbooks

  private func code(_ maker: WorkbookMaker, _ limits: RunLimits = .standard) -> String {
    switch Workbook.read(maker.bytes, limits: limits) {
    case .success: "read"
    case .failure(let problem): problem.code + (problem.code == "limit" ? " " + problem.help.english : "")
    }
  }

  /// Cells between the first and the last of a row are held, and count.
  @Test func cellsOfSparseRowsAreCounted() {
    let rows = (1...100).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    let maker = WorkbookMaker([("a", rows)])
    #expect(code(maker) == "read")
    #expect(code(maker, RunLimits.standard.with(.cells, 1_638_400)) == "read")
    #expect(code(maker, RunLimits.standard.with(.cells, 1_638_399)).contains("--max-cells"))
    #expect(code(maker, RunLimits.standard.with(.memory, 50_000_000)).contains("--max-memory"))
    #expect(code(maker, RunLimits.standard.with(.nodes, 150)).contains("--max-nodes"))
  }

  /// A text of 30,000 bytes that 10,000 cells refer to is 300 MB to whoever reads each cell.
  @Test func sharedTextsCountAsOftenAsTheyAreUsed() {
    let rows = Self.times(10_000, "<row><c t=\"s\"><v>0</v></c></row>")
    let maker = WorkbookMaker([("a", rows)], strings: ["<t>" + Self.times(30_000, "a") + "</t>"])
    #expect(code(maker, RunLimits.standard.with(.memory, 200_000_000)).contains("--max-memory"))
    #expect(code(maker, RunLimits.standard.with(.memory, 400_000_000)) == "read")
  }

  @Test func markupThatTakesSquaresIsRefused() {
    func sheet(_ content: String) -> String {
      var maker = WorkbookMaker([("a", WorkbookMaker.rows([["x"]]))])
      maker.parts[6].content = Array(content.utf8)
      return code(maker)
    }
    let many = (0..<10_000).map { " a\($0)='>'" }.joined()
    #expect(sheet("<worksheet><row\(many)/></worksheet>") == "workbook-attributes")
    #expect(sheet("<worksheet><!-- <row\(many)/> --><row><c t='str'><v>x</v></c></row></worksheet>") == "read")
    #expect(sheet("<?xml version='1.0' encoding='UTF-7'?><worksheet/>") == "workbook-xml")
    #expect(sheet("<!DOCTYPE a><worksheet/>") == "workbook-xml")
  }

  // MARK: Pages

  static let pages: [(what: String, text: String)] = [
    ("a wide table", "|" + times(3_000, "a|") + "\n|" + times(3_000, "-|") + "\n" + times(10_000, "|b|\n")),
    ("images", times(60_000, "![](")),
    ("images in brackets", times(60_000, "![[](")),
    ("emphasis", times(60_000, "*_")),
    ("rows between a header and a table", times(10_000, "a\n-|-\n")),
    ("quotes", times(10_000, ">")),
    ("items", times(10_000, "- ") + "a"),
    ("numbers", times(10_000, "1. ") + "a"),
    ("references", "[a]: " + times(100_000, "u") + "\n\n" + times(20_000, "[a] ")),
    ("attributes", "<html><p" + times(60_000, " a") + "></p></html>"),
    ("elements within each other", "<html>" + times(10_000, "<div>") + times(10_000, "</div>") + "</html>"),
    ("unknown elements within each other", "<html>" + times(10_000, "<x>") + "</html>"),
    ("a page that is too large", times(Page.sizeLimit, "a") + "a"),
  ]

  @Test(arguments: pages.indices)
  func pagesAreBounded(_ index: Int) {
    let (what, text) = Self.pages[index]
    do throws(FormatProblem) {
      _ = try Page.read(Array(text.utf8))
      Issue.record("read: \(what)")
    } catch {
      #expect(
        ["limit", "page-too-deep", "page-too-large", "html-stopped"].contains(error.code), "\(what): \(error.code)")
    }
  }

  /// A page forty times as long as the longest that was seen.
  @Test func pagesOfPeopleAreFarFromTheLimits() throws {
    let row = "| **Navn [lenke](https://a.example/b)** | `urn:altinn:accesspackage:kode` | Ja | DAGL, LEDE | *se* |\n"
    let text = "# tilgangspakke\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n" + Self.times(600, row)
    var account = Account()
    let blocks = try Page.read(Array(text.utf8), account: &account)
    guard case .table(let rows) = blocks.last?.content else {
      Issue.record("no table")
      return
    }
    #expect(rows.count == 601 && rows.allSatisfy { $0.cells.count == 5 })
    #expect(account[.steps] * 2 < RunLimits.standard[.steps])
  }

  @Test func yamlIsCounted() {
    let text = Array(("a:\n" + Self.times(10_000, "- b\n")).utf8)
    func code(_ limits: RunLimits) -> String? {
      guard case .failure(let problem) = YAMLReader.read(text, limits: limits) else { return nil }
      return problem.code
    }
    #expect(code(.standard) == nil)
    #expect(code(RunLimits.standard.with(.nodes, 10_000)) == "limit")
    #expect(code(RunLimits.standard.with(.memory, 5_000_000)) == "limit")
  }
}
