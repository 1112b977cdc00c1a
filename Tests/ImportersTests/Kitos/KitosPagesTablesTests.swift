import FactStore
import Testing

@testable import ImportKitos

/// Tables that a person exports from the Kitos pages.
@Suite struct KitosPagesTablesTests {
  private let org = KitosDocuments.organisation
  private let u1 = KitosDocuments.user(1)
  private static let header =
    "Navn;Email;Oprettet af: Bruger;Oprettet;Seneste login;Organisations roller;API bruger;Lokal Admin;"
    + "Organisations Admin;System Admin;Kontrakt Admin;Rettighedshaveradgang;Interessentadgang\r\n"
  private var context: [String] { ["o.csv=kitos.ui.users,organisation=\(KitosDocuments.organisation)"] }

  @Test func readsTheExportedTable() throws {
    let text =
      Self.header + "KITOS API;User1@kommune.example;Ole;24-09-2024;;;Ja;Nej;Nej;Nej;Nej;Nej;Nej\r\n"
      + "Mette;mette@kommune.example;Ingen;01-02-2022;14-06-2026;Chef, Leder;Nej;Ja;Nej;Ja;Nej;Nej;Ja\r\n"
    let loaded = try LoadingFolder.load(["o.csv": text], as: context)
    let (a, m) = ("user1@kommune.example", "mette@kommune.example")
    let expected: [(String, [String])] = [
      ("kitos.user_list", [org]), ("kitos.listed_user", ["\(m) | \(m)", "\(a) | \(a)"]),
      ("kitos.api_access", ["\(m) | \(m) | false", "\(a) | \(a) | true"]),
      ("kitos.organisation_role", ["\(m) | \(org) | LocalAdmin", "\(m) | \(org) | SystemModuleAdmin"]),
      ("kitos.stakeholder_access", ["\(m) | true", "\(a) | false"]), ("kitos.last_login", ["\(m) | 2026-06-14"]),
      ("kitos.login_field", [m, a]), ("kitos.member", ["\(m) | \(org)", "\(a) | \(org)"]),
    ]
    for (relation, facts) in expected { #expect(loaded.facts(relation) == facts.sorted(), "\(relation)") }
    #expect(loaded.holes("kitos.organisation_role").isEmpty)
    #expect(loaded.store["kitos.global_administrator"]!.completeness == .absent)
    #expect(loaded.store["kitos.usage_role"]!.completeness == .absent)
    #expect(loaded.isComplete)
  }

  /// A user is the same in all documents: by the uuid that one of them gives for the address.
  @Test func isTheSameUserAsInOtherDocuments() throws {
    let text = Self.header + "User 1;USER1@kommune.example;;;;;Ja;Nej;Nej;Nej;Nej;Nej;Nej\r\n"
    let loaded = try LoadingFolder.load(
      ["o.csv": text, "users.json": KitosDocuments.users(1..<2)],
      as: context + ["users.json=kitos.api-v2.users,organisation=\(org)"])
    #expect(loaded.facts("kitos.listed_user") == ["\(u1) | user1@kommune.example"])
    #expect(loaded.facts("kitos.member") == ["\(u1) | \(org)"])
    #expect(!loaded.file("o.csv").limits.contains { $0.contains("addresses only") })
  }

  /// A user known by address only may hold what a document gives to an uuid.
  @Test func anAddressMayBeAnyUuid() throws {
    let text = Self.header + "User 1;user1@kommune.example;;;;;Ja;Nej;Nej;Nej;Nej;Nej;Nej\r\n"
    let loaded = try LoadingFolder.load(
      ["o.csv": text, "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(7, 1)]))]"], as: context)
    #expect(loaded.holes("kitos.usage_role").contains("* | user1@kommune.example | * (context)"))
    #expect(loaded.holes("kitos.usage?modified_by").contains("* | user1@kommune.example (context)"))
    #expect(loaded.holes("kitos.listed_user").contains("\(KitosDocuments.user(7)) | * (dangling)"))
  }

  /// A hidden column, the relation it fed, and what is left of it.
  @Test(arguments: [
    ("API bruger", "kitos.api_access", ["* | * | * (absent)"]),
    ("Seneste login", "kitos.last_login", ["* | * (absent)"]),
    ("Lokal Admin", "kitos.organisation_role", ["a@b.example | ORG | LocalAdmin (column-absent)"]),
    ("Interessentadgang", "kitos.stakeholder_access", ["* | * (absent)"]),
  ])
  func aHiddenColumnIsAQuestionThatStaysOpen(_ title: String, _ relation: String, _ holes: [String]) throws {
    let row = "N;a@b.example;;;;;Nej;Nej;Nej;Nej;Nej;Nej;Nej\r\n"
    let lines = [Self.header, row].map { line in
      let cells = line.dropLast(1).split(separator: ";", omittingEmptySubsequences: false)
      let titles = Self.header.dropLast(1).split(separator: ";", omittingEmptySubsequences: false)
      // Columns in reverse order, in capitals: they are told by their titles.
      return zip(titles, cells).filter { $0.0 != title }.map { line == row ? String($0.1) : $0.1.uppercased() }
        .reversed()
        .joined(separator: ";") + "\r\n"
    }
    let loaded = try LoadingFolder.load(["o.csv": lines.joined()], as: context)
    #expect(loaded.file("o.csv").kind == "kitos.ui.users")
    #expect(loaded.holes(relation) == holes.map { $0.replacing("ORG", with: org) })
    #expect(loaded.file("o.csv").limits.contains { $0.contains("`\(title)` is hidden") })
  }

  /// A cell, the column it stands in, and words of the reason.
  @Test(arguments: [
    (1, "xyzzy", "no e-mail"), (1, "", "empty"), (6, "Yes", "neither `Ja` nor `Nej`"), (6, "", "empty"),
    (7, "1", "neither"), (4, "03/04/2026", "no date"), (4, "=NOW()", "no date"), (12, "=HYPERLINK(1)", "neither"),
  ])
  func refusesWhatItCannotRead(_ column: Int, _ cell: String, _ words: String) throws {
    var cells = "N;a@b.example;;;;;Nej;Nej;Nej;Nej;Nej;Nej;Nej".split(separator: ";", omittingEmptySubsequences: false)
    cells[column] = cell[...]
    let text = Self.header + cells.joined(separator: ";") + "\r\nM;m@b.example;;;;;Ja;Nej;Nej;Nej;Nej;Nej;Nej\r\n"
    let loaded = try LoadingFolder.load(["o.csv": text], as: context)
    let report = loaded.file("o.csv")
    #expect((report.used, report.rejected) == (1, 1))
    #expect(report.problems.contains { $0.line == 2 && $0.message.contains(words) })
    #expect(KitosKind.overview.tableRelations.contains { !loaded.holes($0).isEmpty })
    #expect(!loaded.isComplete)
    #expect(cell.count < 4 || !"\(report)".contains(cell))
  }

  @Test func aRosterKnowsUsersAndNothingElse() throws {
    let text =
      "Id;Fornavn (påkrævet);Efternavn (påkrævet);Email (påkrævet);Telefon\r\n1;User;1;user1@kommune.example;\r\n"
      + "2;Mette;Hansen;mette@kommune.example;\r\n"
    let alone = try LoadingFolder.load(["r.csv": text])
    #expect(alone.facts("kitos.listed_user").count == 2)
    #expect(alone.store["kitos.api_access"]!.completeness == .absent)
    let loaded = try LoadingFolder.load(
      ["r.csv": text, "users.json": KitosDocuments.users(1..<2)],
      as: ["users.json=kitos.api-v2.users,organisation=\(org)"])
    #expect(
      loaded.facts("kitos.listed_user") == [
        "\(u1) | user1@kommune.example", "mette@kommune.example | mette@kommune.example",
      ])
    #expect(loaded.holes("kitos.api_access").contains("mette@kommune.example | * | * (hidden)"))
    #expect(!loaded.holes("kitos.api_access").contains { $0.hasPrefix(u1) })
  }
}
