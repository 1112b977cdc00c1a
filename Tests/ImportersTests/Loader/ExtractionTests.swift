import FactStore
import Importers
import Testing

@testable import ImportCore

/// `extracted_at` and `max_age_days`: what an export shows on another day than its own.
@Suite struct ExtractionTests {
  struct Case: Sendable {
    var day: String?
    var limit: Int?
    var expected: Int?
    var isOld = false
    var isRefused = false
    var reasons = 0
  }

  /// The day judged is 2026-11-20.
  static let cases: [Case] = [
    Case(), Case(day: "2026-11-20"), Case(day: "2026-08-20"), Case(day: "2026-08-19", isOld: true),
    Case(day: "2025-01-01", isOld: true), Case(day: "2025-01-01", limit: 700),
    Case(day: "2026-11-10", limit: 9, isOld: true),
    Case(day: "2026-11-11", limit: 9), Case(day: "2026-11-20", limit: 0),
    Case(day: "2026-11-19", limit: 0, isOld: true),
    // An expectation that allows more is the limit; one that allows less is an unmet expectation as well.
    Case(day: "2026-01-01", expected: 365), Case(day: "2026-10-01", expected: 31, isOld: true, reasons: 1),
    Case(day: "2026-10-01", limit: 92, expected: 31, reasons: 1),
    Case(day: "2026-11-21", isRefused: true, reasons: 1),
    Case(day: "2027-11-20", limit: 700, isRefused: true, reasons: 1),
  ]

  private func load(_ example: Case, _ files: [String: String], kind: String) throws -> LoadedSources {
    var configuration = Configuration(.all)
    configuration.sources = [
      .init(
        pattern: PathPattern("*"), context: SourceContext(extractedAt: example.day, maxAgeDays: example.limit), line: 1)
    ]
    if let expected = example.expected {
      configuration.expectations = [.init(kind: kind, maxAgeDays: expected, line: 2)]
    }
    return try LoadingFolder(files).load(configuration: configuration)
  }

  static let documents: [(kind: String, files: [String: String], relation: String, facts: Int)] = [
    ("organisation.employees", ["hr.csv": "id,email\n1,a@b.dk\n2,c@d.dk\n"], "employees.person", 2),
    ("exchange.mailboxes", ["m.csv": "PrimarySmtpAddress\na@b.dk\n"], "mailbox.entry", 1),
    ("kitos.api-v2.users", ["u.json": KitosDocuments.users(1..<4)], "kitos.listed_user", 3),
  ]

  @Test(arguments: cases.indices, documents.indices)
  func holdsADocumentToItsDay(_ index: Int, _ which: Int) throws {
    let (example, document) = (Self.cases[index], Self.documents[which])
    let loaded = try load(example, document.files, kind: document.kind)
    let relation = try #require(loaded.store[document.relation])
    #expect(loaded.files[0].isOld == example.isOld)
    #expect(relation.holes.contains { $0.reason == .old } == example.isOld)
    #expect(relation.facts.count == (example.isRefused ? 0 : document.facts))
    #expect(
      relation.holes.contains { $0.reason == .truncated && $0.row.allSatisfy { $0 == ValueCode.any } }
        == example.isRefused)
    #expect(loaded.incompleteReasons.count == example.reasons, "\(loaded.incompleteReasons)")
    let report = loaded.files[0]
    #expect(report.records == report.used + report.rejected + report.outOfScope)
  }

  /// A list of one organisation says nothing of others, however old it is.
  @Test func anOldListIsAsWideAsItsOrganisation() throws {
    var configuration = Configuration(.all)
    configuration.sources = [
      .init(
        pattern: PathPattern("*"),
        context: SourceContext(organisation: KitosDocuments.organisation, extractedAt: "2025-01-01"), line: 1)
    ]
    let loaded = try LoadingFolder(["u.json": KitosDocuments.users(1..<4)]).load(configuration: configuration)
    let member = try #require(loaded.store["kitos.member"])
    let old = member.holes.filter { $0.reason == .old }
    #expect(!old.isEmpty && old.allSatisfy { $0.width < member.columns.count })
  }
}
