import FactStore
import Importers
import Testing

@testable import ImportCore
@testable import ImportEnhetsregisteret
@testable import ImportOrganisation

/// `without`: what the organisation says that it has no export of.
@Suite struct AbsenceTests {
  static let mailboxes =
    "  - kind: exchange.mailboxes\n    reason: none of our own\n    owner: IT\n    day: 2026-11-01\n"

  private func read(_ yaml: String) throws -> Configuration {
    try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all)
  }

  @Test func standsForTheRelationsOfItsKind() throws {
    let read = try read("without:\n" + Self.mailboxes)
    #expect(read.absences.map(\.kinds) == [["exchange.mailboxes"]])
    #expect(read.absences[0].relations == Registry.all.relations(ofKind: "exchange.mailboxes").sorted())
    #expect(read.declared["mailbox.entry"]?.contains("tilsyn.yaml:2") == true)
  }

  private static let listsOfMailboxes = ["exchange.admin-centre-mailboxes", "exchange.mailboxes"]

  /// A system, and the kinds that it stands for.
  static let systems: [(name: String, kinds: [String])] = [
    ("exchange", listsOfMailboxes), ("mailbox", listsOfMailboxes),
    ("employees", ["organisation.employees"]), ("er", EnhetsregisteretImporter().kinds),
    ("organisation", ["organisation.employees"] + Register.allCases.map(\.rawValue)),
  ]

  @Test(arguments: systems.indices)
  func aSystemStandsForItsKinds(_ index: Int) throws {
    let row = Self.systems[index]
    let text = Self.mailboxes.replacing("kind: exchange.mailboxes", with: "system: \(row.name)")
    #expect(try read("without:\n" + text).absences[0].kinds.sorted() == row.kinds.sorted())
  }

  /// What is written after the first line, the line of the error, and words of it.
  static let errors: [(yaml: String, line: Int, words: String)] = [
    (mailboxes.replacing("exchange.mailboxes", with: "exchange.mailboxs"), 2, "did you mean `exchange.mailboxes`?"),
    (mailboxes.replacing("kind: exchange.mailboxes", with: "system: exhange"), 2, "did you mean `exchange`?"),
    (mailboxes.replacing("kind: exchange.mailboxes", with: "kind: exchange"), 2, "write `system: exchange`"),
    (mailboxes.replacing("exchange.mailboxes", with: "kitos.internal.unit-registrations"), 2, "no kind"),
    (mailboxes.replacing("    reason: none of our own\n", with: ""), 2, "`reason`"),
    (mailboxes.replacing("none of our own", with: "\"  -- \""), 3, "says nothing"),
    (mailboxes.replacing("    owner: IT\n", with: ""), 2, "`owner`"),
    (mailboxes.replacing("owner: IT", with: "owner: \"\""), 4, "says nothing"),
    (mailboxes.replacing("    day: 2026-11-01\n", with: ""), 2, "`day`"),
    (mailboxes.replacing("2026-11-01", with: "2026-11-31"), 5, "no date"),
    (mailboxes.replacing("2026-11-01", with: "1.11.2026"), 5, "no date"),
    (mailboxes.replacing("    reason", with: "    system: exchange\n    reason"), 2, "either"),
    (mailboxes.replacing("kind: exchange.mailboxes\n    ", with: ""), 2, "either"),
    (mailboxes.replacing("reason:", with: "reasons:"), 3, "did you mean `reason`?"),
    (mailboxes + mailboxes, 6, "twice"),
    (mailboxes + mailboxes.replacing("kind: exchange.mailboxes", with: "system: mailbox"), 6, "twice"),
    (mailboxes + "expect:\n  - kind: exchange.mailboxes\n", 2, "`expect` awaits it (line 7)"),
    (
      mailboxes.replacing("kind: exchange.mailboxes", with: "system: exchange")
        + "expect:\n  - kind: exchange.mailboxes\n",
      2, "`expect` awaits it"
    ),
    (mailboxes + "sources:\n  - path: a.csv\n    kind: exchange.mailboxes\n", 2, "`sources` names a file"),
  ]

  @Test(arguments: errors.indices)
  func isRefused(_ index: Int) {
    let row = Self.errors[index]
    let error = #expect(throws: ConfigurationError.self) { try read("without:\n" + row.yaml) }
    let fits = error?.problems.contains { $0.line == row.line && "\($0.message) \($0.help)".contains(row.words) }
    #expect(fits == true, "\(row.yaml): \(String(describing: error))")
  }

  private func load(
    _ files: [String: String], without: String = AbsenceTests.mailboxes, as contexts: [String] = [],
    asOf: String = "2026-11-20"
  ) throws -> LoadedSources {
    let configuration = try read("without:\n" + without)
    return try LoadingFolder(files).load(as: contexts, configuration: configuration, asOf: asOf)
  }

  static let people = ["hr.csv": "id,email\n1,a@b.dk\n"]

  @Test func whatIsDeclaredIsAbsentAndSaysSo() throws {
    let loaded = try load(Self.people)
    let relation = try #require(loaded.store["mailbox.entry"])
    #expect(relation.completeness == .absent && relation.declaration != nil)
    #expect(relation.holes[0].text.contains("none of our own"))
    #expect(loaded.declarations.map(\.relations) == [Registry.all.relations(ofKind: "exchange.mailboxes").sorted()])
    #expect(loaded.isComplete)
  }

  /// Somebody says that there is no table of users; a list of users covers some of what the table would.
  @Test func whatOtherDocumentsCoverStaysCovered() throws {
    let text = Self.mailboxes.replacing("exchange.mailboxes", with: "kitos.odata.users")
    let loaded = try load(["users.json": KitosDocuments.users(1..<3)], without: text)
    #expect(loaded.store["kitos.listed_user"]?.declaration == nil)
    #expect(loaded.store["kitos.last_login"]?.declaration != nil)
  }

  @Test func whatTurnsUpIsAnError() throws {
    for (files, contexts) in [
      (["mail.csv": "PrimarySmtpAddress\na@b.dk\n"], []), (["mail.csv": "PrimarySmtpAddress\n"], []),
      (["deep/mail.csv": "x,y\n1,2\n"], ["deep/mail.csv=exchange.mailboxes"]),
      ([:], ["nothing.csv=exchange.mailboxes"]),
    ] {
      let error = #expect(throws: ConfigurationError.self) {
        try load(Self.people.merging(files) { $1 }, as: contexts)
      }
      #expect(error?.problems.first?.line == 2)
      #expect(error?.description.contains(files.keys.first ?? "nothing.csv") == true, "\(String(describing: error))")
    }
  }

  @Test func aFormIsNoDocument() throws {
    let text = Self.mailboxes.replacing("exchange.mailboxes", with: "organisation.approvals")
    let head = "system,subject,what,requested_by,copied_to,approved_by,date,reference\r\n"
    _ = try load(Self.people.merging(["approvals.csv": head]) { $1 }, without: text)
    #expect(throws: ConfigurationError.self) {
      try load(
        Self.people.merging(["approvals.csv": head + "kitos,a@b.dk,write,,,c@b.dk,2026-01-01,\r\n"]) { $1 },
        without: text)
    }
  }

  @Test func nobodyDeclaresAfterTheDayJudged() throws {
    #expect(throws: ConfigurationError.self) { try load(Self.people, asOf: "2026-10-31") }
    _ = try load(Self.people, asOf: "2026-11-01")
  }
}
