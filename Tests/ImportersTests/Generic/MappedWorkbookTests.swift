import FactStore
import Importers
import TestSupport
import Testing

@testable import ImportCore

/// Workbooks that a mapping describes: they say what the same table says as a text.
@Suite struct MappedWorkbookTests {
  private static let table = [
    ["login", "level", "since"], ["u1", "read", "01-02-2024"], ["u2", "write", ""], ["u3", "read", "31-12-9999"],
  ]

  private static func yaml(_ format: String, path: String = "a", more: String = "") -> String {
    """
    mapping:
      relations:
        shop.right:
          doc: d
          columns:
            user: shop.user
            level: { type: text, values: [read, write] }
            since: { type: date, optional: true }
      files:
        - path: \(path)
          format: \(format)
          \(more)
          facts: [{ relation: shop.right, columns: { user: login }, empty: { since: none } }]

    """
  }

  private func load(_ sheets: [(String, [[String]])], more: String = "") throws -> LoadedSources {
    let folder = try LoadingFolder()
    try folder.write("a", WorkbookMaker(sheets.map { ($0.0, WorkbookMaker.rows($0.1)) }).bytes)
    let configuration = try Configuration.read(
      Array(Self.yaml("xlsx", more: more).utf8), path: "tilsyn.yaml", .all)
    return try folder.load(configuration: configuration)
  }

  @Test func saysWhatTheSameTableSaysAsCSV() throws {
    let csv = Self.table.map { $0.joined(separator: ";") + "\r\n" }.joined()
    let text = try MappingTests.load(["a": csv], Self.yaml("csv"))
    let book = try load([("Rights", Self.table)])
    for relation in ["shop.right", "shop.right?since"] {
      #expect(book.facts(relation) == text.facts(relation) && !book.facts(relation).isEmpty, "\(relation)")
      #expect(book.holes(relation) == text.holes(relation), "\(relation)")
    }
    #expect(book.isComplete && book.files[0].used == 3)
    #expect(book.origin("shop.right", "u2 | write") == "a:3 Rights!A3")
  }

  /// What stands beside the table, how many rows are read with it behind and before the table, and whether all are certain.
  private static let others: [(sheet: (String, [[String]]), behind: Int, before: Int, isDoubt: Bool)] = [
    (("Guide", [["Read this first"]]), 3, 3, false),
    (("More", [["login", "level", "since"], ["u4", "write", ""]]), 4, 4, false),
    (("More", [["u4", "write", "2024-01-01"]]), 3, 3, true),
    (("More", [["login", "level", "since", "by"], ["u4", "write", "", "me"]]), 3, 1, true),
    (("More", [["Rights of 2026"], ["login", "level", "since", "by"], ["u4", "write", "", "me"]]), 3, 3, true),
    (("Empty", []), 3, 3, false),
  ]

  @Test(arguments: others.indices, [true, false])
  func noSheetIsPassedOverInSilence(_ index: Int, _ isBefore: Bool) throws {
    let row = Self.others[index]
    let main = ("Rights", Self.table)
    let loaded = try load(isBefore ? [row.sheet, main] : [main, row.sheet])
    #expect(loaded.facts("shop.right").count == (isBefore ? row.before : row.behind), "\(loaded.files[0].notes)")
    #expect(loaded.holes("shop.right").isEmpty != row.isDoubt)
    let isNamed = loaded.files[0].notes.contains { $0.contains("`\(row.sheet.0)`") || $0.contains("`\(main.0)`") }
    #expect(isNamed != row.sheet.1.isEmpty)
  }

  @Test func theSheetThatIsNamedIsRead() throws {
    let old = ("2025", [["login", "level", "since"], ["u9", "write", ""]])
    let loaded = try load([old, ("2026", Self.table)], more: #"sheet: "2026""#)
    #expect(loaded.facts("shop.right").count == 3 && loaded.holes("shop.right").isEmpty)
    #expect(
      loaded.files[0].notes.map { $0.english } == [
        "the sheet `2025` of the workbook is not the one that the mapping names, and is not read"
      ])
    let none = try load([old], more: #"sheet: "2026""#)
    #expect(none.holes("shop.right") == ["* | * (truncated)"])
    #expect(none.files[0].problems.first?.message.contains("has no sheet `2026` with cells; it has `2025`") == true)
  }

  /// What is wrong with a workbook leaves a hole: a column that is missing, a title twice, a row beyond the titles, no workbook.
  private static let wrong: [(rows: [[String]], says: String)] = [
    ([["login", "levl", "since"], ["u1", "read", ""]], "`level` is missing; did you mean `levl`?"),
    ([["login", "level", "since", "Level"], ["u1", "read", "", "x"]], "two columns are named `level`"),
    ([["login", "level", "since"], ["u1", "read", "", "x"]], "beyond the last title"),
    ([["login", "level", "since"], ["u1", "", ""]], "`level` is empty"),
    ([["login", "level", "since"], ["u1", "2024-01-01", "read"]], "do not fit their columns"),
  ]

  @Test(arguments: wrong.indices) func whatIsWrongLeavesAHole(_ index: Int) throws {
    let row = Self.wrong[index]
    let loaded = try load([("Rights", row.rows)])
    #expect(loaded.holes("shop.right").count == 1 && loaded.facts("shop.right").isEmpty)
    #expect(loaded.files[0].problems.contains { $0.message.contains(row.says) }, "\(loaded.files[0].problems)")
    #expect(!loaded.isComplete)
  }

  @Test func aFileThatIsNoWorkbookIsDamaged() throws {
    for text in ["", "login,level,since\nu1,read,\n", "PK\u{3}\u{4}"] {
      let loaded = try MappingTests.load(["a": text], Self.yaml("xlsx"))
      #expect(loaded.holes("shop.right").count == 1 && !loaded.isComplete)
    }
  }

  @Test(arguments: ["header: false", "delimiter: \";\"", "fields: [login, level, since]"])
  func whatBelongsToTextsIsRefused(_ more: String) {
    #expect(throws: ConfigurationError.self) {
      try Configuration.read(Array(Self.yaml("xlsx", more: more).utf8), path: "tilsyn.yaml", .all)
    }
  }

  @Test func tenThousandRows() throws {
    let rows = [Self.table[0]] + (0..<10_000).map { ["u\($0)", "read", ""] }
    let loaded = try load([("Rights", rows)])
    #expect(loaded.facts("shop.right").count == 10_000 && loaded.isComplete)
  }
}
