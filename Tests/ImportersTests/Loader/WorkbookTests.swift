import FactStore
import TestSupport
import Testing

@testable import ImportCore
@testable import ImportKitos

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
    for relation in KitosKind.overview.tableRelations {
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
    #expect(loaded.file("Brugere Overblik").notes.contains { $0.contains("`Vejledning`") })
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
    #expect(loaded.facts("kitos.document_with_credentials").allSatisfy { $0.hasSuffix(" | Brugere Overblik") })
    #expect(loaded.facts("kitos.document_with_credentials").count == 1)
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

  // MARK: More than one sheet

  private static let head = ["id", "name", "email", "unit", "start", "end"]
  private static let first = [head, ["1", "A", "a@b.example", "U", "2020-01-01", ""]]

  /// What stands on a second sheet: its rows are read, or the list is not whole, or the sheet is named.
  static let seconds: [(table: [[String]], emails: Int, isDoubted: Bool, says: String)] = [
    ([head, ["2", "B", "b@b.example", "U", "", ""]], 2, false, "its rows are read too"),
    ([head.reversed(), ["", "", "U", "b@b.example", "B", "2"]], 2, false, "its rows are read too"),
    (
      [["ID", "NAME ", "Email", "unit", "start", "end"], ["2", "B", "b@b.example", "U", "", ""]], 2, false,
      "rows are read"
    ),
    ([["id", "email", "unit"], ["2", "b@b.example", "U"]], 1, true, "under other titles"),
    ([["2", "B", "b@b.example", "U", "2020-01-01", "2021-01-01"]], 1, true, "may hold further rows"),
    // The last cell of each row is empty; or the titles stand under a heading, or under a row; or addresses stand alone.
    ([["2", "B", "b@b.example", "U", "2020-01-01"]], 1, true, "may hold further rows"),
    ([["Vikarer pr. 1. november"], head, ["2", "B", "b@b.example", "U", "", ""]], 2, false, "its rows are read too"),
    (
      [["Vikarer", "pr.", "1.", "november"], head, ["2", "B", "b@b.example", "U", "", ""]], 1, true,
      "below the first row"
    ),
    ([["Husk"], ["b@b.example"]], 1, true, "may hold further rows"),
    ([["Vejledning"], ["Læs her"]], 1, false, "is of no known kind"),
    ([["Kode", "Afdeling"], ["U", "Udvikling"]], 1, false, "is of no known kind"),
    ([["PrimarySmtpAddress", "EmailAddresses"], ["x@b.example", ""]], 1, false, "holds `exchange.mailboxes`"),
    ([], 1, false, ""),
  ]

  @Test(arguments: seconds.indices) func noSheetIsPassedOverInSilence(_ index: Int) throws {
    let row = Self.seconds[index]
    let sheets = [("Ansatte", WorkbookMaker.rows(Self.first)), ("Ark2", WorkbookMaker.rows(row.table))]
    for order in [sheets, sheets.reversed()] where order[0].0 == "Ansatte" || row.emails == 2 {
      let folder = try LoadingFolder(["m.csv": "PrimarySmtpAddress\r\nx@b.example\r\n"])
      try folder.write("Brugere Overblik", WorkbookMaker(order).bytes)
      let loaded = try folder.load()
      let report = loaded.file("Brugere Overblik")
      #expect(report.kind == "organisation.employees")
      #expect(loaded.facts("employees.email").count == row.emails)
      #expect(loaded.holes("employees.email").contains { $0.hasSuffix("(page)") } == row.isDoubted)
      #expect(row.says.isEmpty || report.notes.contains { $0.contains(row.says) }, "\(report.notes)")
      #expect((report.completeness == .partial) == (row.isDoubted || row.says.hasPrefix("holds")))
      #expect(loaded.holes("mailbox.entry").contains("* | * (page)") == row.says.hasPrefix("holds"))
      #expect(loaded.isComplete)
    }
  }

  /// The kind that was told decides which sheet is read.
  @Test func theKindThatWasToldIsRead() throws {
    let mail = [["PrimarySmtpAddress", "RecipientTypeDetails"], ["x@b.example", "UserMailbox"]]
    let maker = WorkbookMaker([("P", WorkbookMaker.rows(mail)), ("A", WorkbookMaker.rows(Self.first))])
    let loaded = try load(maker, as: ["Brugere Overblik=organisation.employees"])
    #expect(loaded.facts("employees.email").count == 1 && loaded.facts("mailbox.entry").isEmpty)
  }

  /// Hidden sheets, rows and columns are read, and the report says so.
  @Test func whatIsHiddenIsReadAndNamed() throws {
    let rows =
      #"<cols><col min="2" max="3" hidden="1"/><col min="9" max="9"/></cols>"#
      + WorkbookMaker.rows(Self.first).replacing(#"<row r="2">"#, with: #"<row r="2" hidden="1">"#)
    let loaded = try load(WorkbookMaker([("A", rows)], state: #"state="hidden""#), as: [])
    let notes = loaded.file("Brugere Overblik").notes.joined(separator: "\n")
    #expect(loaded.facts("employees.email").count == 1)
    for text in ["is hidden in the workbook", "1 hidden row of", "2 hidden columns of"] {
      #expect(notes.contains(text))
    }
  }

  /// Cleared cells are no rows, and a cell beyond the titles makes its row unusable.
  @Test func rowsOfBlankCellsAreNoneAndLongOnesAreShifted() throws {
    let blank = [["", " "], ["\u{00A0}", "", "\t"], ["", "", "", "", "", "", "", " "]]
    let whole = try load(WorkbookMaker([("A", WorkbookMaker.rows(Self.first + blank))]), as: [])
    #expect(whole.file("Brugere Overblik").records == 1 && whole.holes("employees.email").isEmpty && whole.isComplete)
    let long = [["2", "", "B", "b@b.example", "U", "2020-01-01", "x"]]
    let shifted = try load(WorkbookMaker([("A", WorkbookMaker.rows(Self.first + long))]), as: [])
    #expect(shifted.file("Brugere Overblik").rejected == 1 && shifted.facts("employees.email").count == 1)
    #expect(shifted.holes("employees.email") == ["* | * (unusable)"])
  }
}
