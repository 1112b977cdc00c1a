import FactStore
import TestSupport
import Testing

@testable import Importers

/// Workbooks, as importers see them.
@Suite struct WorkbookSourceTests {
  private static let table = [
    ["Navn", "Email", "Seneste login", "API bruger", "Lokal Admin"], ["A", "a@b.example", "14-06-2026", "Ja", "Nej"],
    ["B", "b@b.example", "", "Nej", "Ja"],
  ]
  private static let context = "=kitos.ui.users,organisation=\(KitosDocuments.organisation)"

  private func load(
    _ maker: WorkbookMaker, as contexts: [String] = ["Brugere Overblik" + context]
  ) throws -> LoadedSources {
    let folder = try LoadingFolder()
    try folder.write("Brugere Overblik", maker.bytes)
    return try folder.load(as: contexts)
  }

  /// The Kitos pages export a workbook whose name has no ending. It says what the same table as CSV says.
  @Test func saysWhatTheSameTableSaysAsCSV() throws {
    let csv = Self.table.map { $0.joined(separator: ";") + "\r\n" }.joined()
    let text = try LoadingFolder.load(["o.csv": csv], as: ["o.csv" + Self.context])
    let book = try load(WorkbookMaker([("Brugere Overblik", WorkbookMaker.rows(Self.table))]))
    for relation in KitosKind.overview.relations {
      #expect(book.facts(relation) == text.facts(relation), "\(relation)")
      #expect(book.holes(relation) == text.holes(relation), "\(relation)")
    }
    #expect(
      book.origin("kitos.last_login", "a@b.example | 2026-06-14") == "Brugere Overblik:2 Brugere Overblik!A2")
    #expect(book.file("Brugere Overblik").kind == "kitos.ui.users" && book.isComplete)
  }

  @Test func readsTheSheetThatSomebodyKnows() throws {
    let roster = [
      ["Id", "Fornavn (påkrævet)", "Efternavn (påkrævet)", "Email (påkrævet)", "Telefon"],
      ["1", "A", "B", "a@b.example", ""],
    ]
    let maker = WorkbookMaker([
      ("Vejledning", WorkbookMaker.rows([["Læs her"]])), ("Brugere", WorkbookMaker.rows(roster)),
    ])
    let loaded = try load(maker, as: [])
    #expect(loaded.file("Brugere Overblik").kind == "kitos.ui.roster")
    #expect(loaded.facts("kitos.listed_user") == ["a@b.example | a@b.example"])
    #expect(loaded.file("Brugere Overblik").notes.contains { $0.contains("1 more sheet ") })
  }

  /// The result of a formula is no data: the cell is neither yes nor no.
  @Test func aFormulaDecidesNothing() throws {
    let rows =
      WorkbookMaker.rows([Self.table[0]])
      + #"<row r="2"><c t="inlineStr"><is><t>A</t></is></c><c t="inlineStr"><is><t>a@b.example</t></is></c><c/>"#
      + #"<c t="str"><f>IF(1,"Nej","Ja")</f><v>Nej</v></c><c t="inlineStr"><is><t>Nej</t></is></c></row>"#
    let loaded = try load(WorkbookMaker([("a", rows)]))
    #expect(loaded.holes("kitos.api_access").contains("a@b.example | a@b.example | * (unusable)"))
    #expect(loaded.facts("kitos.api_access").isEmpty)
    #expect(loaded.file("Brugere Overblik").rejected == 1 && !loaded.isComplete)
  }

  @Test func aPasswordColumnIsDropped() throws {
    let rows = WorkbookMaker.rows([["Navn", "Email", "API bruger", "Password"], ["A", "a@b.example", "Ja", "canary"]])
    let loaded = try load(WorkbookMaker([("a", rows)]))
    #expect(loaded.facts("kitos.document_with_credentials") == ["Brugere Overblik"])
    #expect(!"\(loaded.files)\(loaded.incompleteReasons)".contains("canary"))
  }

  /// A damaged workbook leaves holes where its kind was told, and is named in any case.
  @Test func aDamagedWorkbookIsNoEmptyOne() throws {
    let folder = try LoadingFolder()
    try folder.write("x", Array(WorkbookMaker([("a", WorkbookMaker.rows(Self.table))]).bytes.dropLast(9)))
    #expect(try folder.load().file("x").problems.contains { $0.message.contains("no whole ZIP archive") })
    let told = try folder.load(as: ["x" + Self.context])
    #expect(told.holes("kitos.api_access").count == 1 && !told.isComplete)
    let empty = try load(WorkbookMaker([("a", "")]))
    #expect(empty.file("Brugere Overblik").problems.contains { $0.message.contains("no sheet with cells") })
  }
}
