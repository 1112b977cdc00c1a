import FactStore
import Formats
import Importers
import TestSupport
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// What people and reports write above the titles of a list of employees.
@Suite struct EmployeeHeadingTests {
  private static let titles = "Medarbejdernr;Navn;E-mail;Afdeling;Ansat fra;Ansat til"
  private static let row = "17;Åse Vik;ase@k.example;Teknik;2019-01-01;31-12-2025"

  /// What stands above the titles, how many rows of it are named, and the line of the first employee.
  static let headings: [(text: String, rows: Int, line: Int)] = [
    ("Medarbejderliste\n", 1, 3), ("Medarbejderliste;;;;;\nUdskrevet;30-11-2026;;;;\n\n", 2, 5),
    ("Eksempel Kommune, HR\r\n\r\nUdskrevet 01-01-2027 af hr@k.example\r\n", 2, 5), ("\n\n", 0, 4),
    (";;;;;\n", 0, 3), ("\"Liste; pr. måned\"\n", 1, 3), ("sep=;\n", 0, 3),
  ]

  @Test(arguments: headings.indices)
  func standsAboveTheTitles(_ index: Int) throws {
    let heading = Self.headings[index]
    let end = heading.text.contains("\r") ? "\r\n" : "\n"
    let loaded = try LoadingFolder.load(["hr.csv": heading.text + Self.titles + end + Self.row + end])
    #expect(loaded.facts("employees.employment?end") == ["17/from 2019-01-01 | 2025-12-31"])
    #expect(loaded.origin("employees.person", "17") == "hr.csv:\(heading.line)")
    let notes = loaded.file("hr.csv").notes.filter { $0.contains("above the titles") }
    #expect(notes.count == (heading.rows > 0 ? 1 : 0) && notes.allSatisfy { $0.hasPrefix("\(heading.rows) ") })
    #expect(loaded.isComplete)
  }

  /// What is no heading: rows, and more lines than any report writes.
  static let others = [
    "1;Bo Dahl;bo@k.example;IT;2019-01-01;\n", "a;b;c;d;;\n", "\"never closed\n",
    String(repeating: "text\n", count: 20),
  ]

  @Test(arguments: others.indices)
  func isNoHeading(_ index: Int) throws {
    let loaded = try LoadingFolder.load(["hr.csv": Self.others[index] + Self.titles + "\n" + Self.row + "\n"])
    #expect(loaded.facts("employees.person").isEmpty && !loaded.isComplete)
  }

  /// A file that is cut off below a heading is cut off.
  @Test func aCutListUnderAHeading() throws {
    let loaded = try LoadingFolder.load(["hr.csv": "Liste\r\n\(Self.titles)\r\n\(Self.row)\r\n18;Bo;b@k.exam"])
    #expect(!loaded.isComplete && !loaded.holes("employees.email").isEmpty)
  }

  /// Other kinds of table have none.
  @Test func anotherKindUnderAHeading() throws {
    let loaded = try LoadingFolder.load([
      "m.csv": "Mailboxes\nPrimarySmtpAddress,RecipientTypeDetails\na@b.dk,UserMailbox\n"
    ])
    #expect(loaded.facts("mailbox.entry").isEmpty && !loaded.isComplete)
  }

  private static let sheet = [
    ["Medarbejderliste"], ["Udskrevet", "30-11-2026"], titles.split(separator: ";").map { String($0) },
    row.split(separator: ";").map { String($0) },
  ]

  private func load(_ sheets: [(name: String, rows: String)]) throws -> LoadedSources {
    let folder = try LoadingFolder()
    try folder.write("hr.xlsx", WorkbookMaker(sheets).bytes)
    return try folder.load()
  }

  @Test func standsInAWorkbook() throws {
    let loaded = try load([("Ark1", WorkbookMaker.rows(Self.sheet))])
    #expect(loaded.facts("employees.employment?end") == ["17/from 2019-01-01 | 2025-12-31"])
    #expect(loaded.origin("employees.person", "17") == "hr.xlsx:4 Ark1!A4")
    #expect(loaded.file("hr.xlsx").notes.contains { $0.hasPrefix("2 rows above the titles in row 3") })
    #expect(loaded.isComplete)
  }

  @Test func standsOnEverySheet() throws {
    var other = Self.sheet
    other[3][0] = "18"
    let loaded = try load([("A", WorkbookMaker.rows(Self.sheet)), ("B", WorkbookMaker.rows(other))])
    #expect(loaded.facts("employees.person") == ["17", "18"] && loaded.isComplete)
  }

  @Test func rowsOfAnotherTableAreNoHeading() throws {
    let loaded = try load([("A", WorkbookMaker.rows([["a", "b", "c", "d"]] + Self.sheet[2...]))])
    #expect(loaded.facts("employees.person").isEmpty && !loaded.isComplete)
  }
}
