import FactStore
import Testing

@testable import ImportCore

@Suite struct KitosObjectsTests {
  private let o1 = KitosDocuments.object(1)
  private let u1 = KitosDocuments.user(1)
  private let r1 = KitosDocuments.role(1)

  @Test func readsUsages() throws {
    let text = "[\n\(KitosDocuments.usageRecord(1, roles: [(1, 1), (2, 1)]))]"
    let loaded = try LoadingFolder.load(["usages.json": text])
    #expect(loaded.facts("kitos.usage") == [o1])
    #expect(loaded.facts("kitos.usage?name") == ["\(o1) | System 1"])
    #expect(loaded.facts("kitos.usage?organisation") == ["\(o1) | \(KitosDocuments.organisation)"])
    #expect(loaded.facts("kitos.usage?modified_by") == ["\(o1) | \(u1)"])
    #expect(loaded.facts("kitos.usage?created_by").isEmpty)
    #expect(loaded.holes("kitos.usage?created_by").isEmpty)
    #expect(loaded.facts("kitos.usage_role") == ["\(o1) | \(u1) | \(r1)", "\(o1) | \(KitosDocuments.user(2)) | \(r1)"])
    #expect(loaded.origin("kitos.usage_role", "\(o1) | \(u1) | \(r1)") == "usages.json:2 /0/roles/0")
  }

  /// When the latest change was, in an audit of 2026-11-20, and whether who made it is known.
  static let changes: [(lastModified: String, isKnown: Bool)] = [
    ("\"2026-02-22T11:29:43.0255828Z\"", true), ("\"2026-11-20T23:59:59Z\"", true), ("\"2026-11-20\"", true),
    ("\"2026-11-21T00:00:00Z\"", false), ("\"2027-01-01\"", false), ("\"9999-12-31T00:00:00Z\"", false),
    ("\"yesterday\"", false), ("\"\"", false), ("20260222", false), ("{}", false), ("null", false),
  ]

  /// A change after the day judged hides the one before it: who had changed the object last by then, nobody says.
  @Test(arguments: changes.indices)
  func aChangeAfterTheDayJudgedIsNotTheLatest(_ index: Int) throws {
    let row = Self.changes[index]
    let record = KitosDocuments.usageRecord(1).replacing("\"2026-02-22T11:29:43.0255828Z\"", with: row.lastModified)
    let loaded = try LoadingFolder.load(["usages.json": "[\(record)]"])
    #expect(loaded.facts("kitos.usage") == [o1])
    #expect(loaded.facts("kitos.usage?modified_by") == (row.isKnown ? ["\(o1) | \(u1)"] : []))
    let holes = loaded.holes("kitos.usage?modified_by")
    #expect(holes.count == (row.isKnown ? 0 : 1) && holes.allSatisfy { $0.hasPrefix("\(o1) | * ") })
  }

  static let kinds: [(document: String, kind: String, relation: String)] = [
    (#"{"uuid":"O1","name":"N","parentContract":null,"organizationContext":null,"roles":[]}"#, "contracts", "contract"),
    (
      #"{"uuid":"O1","name":"N","oversight":{},"systemUsages":[],"organizationContext":null,"roles":[]}"#,
      "data-processing", "data_processing"
    ),
  ]

  @Test(arguments: kinds.indices)
  func readsTheOtherKinds(_ index: Int) throws {
    let row = Self.kinds[index]
    let loaded = try LoadingFolder.load(["x.json": "[" + row.document.replacing("O1", with: o1) + "]"])
    #expect(loaded.file("x.json").kind == "kitos.api-v2." + row.kind)
    #expect(loaded.facts("kitos.\(row.relation)?name") == ["\(o1) | N"])
    // The old document has no `createdBy` and `lastModifiedBy`: not said, so not known.
    #expect(loaded.holes("kitos.\(row.relation)?modified_by") == ["\(o1) | * (column-absent)"])
    #expect(loaded.isComplete)
  }

  @Test func aSingleObjectIsNoList() throws {
    let loaded = try LoadingFolder.load(["usage.json": KitosDocuments.usageRecord(1)])
    #expect(loaded.facts("kitos.usage") == [o1])
    #expect(loaded.holes("kitos.usage") == ["* (page)"])
    #expect(loaded.holes("kitos.usage_role") == ["* | * | * (page)"])
  }

  @Test func aSingleObjectBesideItsListLeavesNoHole() throws {
    let loaded = try LoadingFolder.load([
      "usage.json": KitosDocuments.usageRecord(1), "usages.json": KitosDocuments.usages(1..<4),
    ])
    #expect(loaded.holes("kitos.usage").isEmpty)
    #expect(loaded.holes("kitos.usage_role").isEmpty)
  }

  @Test func recordsThatDisagreeAreADoubtEvenWhereOneSaysNone() throws {
    let loaded = try LoadingFolder.load([
      "a.json": "[" + KitosDocuments.usageRecord(1, modifiedBy: nil) + "]",
      "b.json": "[" + KitosDocuments.usageRecord(1, modifiedBy: 1) + "," + KitosDocuments.usageRecord(2) + "]",
    ])
    #expect(loaded.holes("kitos.usage?modified_by").contains("\(o1) | * (conflict)"))
    #expect(!loaded.facts("kitos.usage?modified_by").contains("\(o1) | \(u1)"))
  }

  /// What stands in `roles`, the facts and the holes that it gives.
  static let assignments: [(roles: String, holes: [String])] = [
    (#"null"#, ["O1 | * | * (unusable)"]),
    (#"[{"user":{"uuid":"U1"},"role":{"uuid":"nonsense"}}]"#, ["O1 | U1 | * (unusable)"]),
    (#"[{"user":null,"role":{"uuid":"R1"}}]"#, ["O1 | * | R1 (unusable)"]),
    (#"[5]"#, ["O1 | * | * (unusable)"]),
    (#"{"user":{"uuid":"U1"}}"#, ["O1 | * | * (unusable)"]),
  ]

  @Test(arguments: assignments.indices)
  func aDamagedAssignmentLeavesAHole(_ index: Int) throws {
    let row = Self.assignments[index]
    func named(_ text: String) -> String {
      text.replacing("O1", with: o1).replacing("U1", with: u1).replacing("R1", with: r1)
    }
    let record = KitosDocuments.usageRecord(1).replacing(#""roles":[]"#, with: #""roles":"# + named(row.roles))
    let loaded = try LoadingFolder.load(["usages.json": "[\(record)]"])
    #expect(loaded.holes("kitos.usage_role") == row.holes.map(named))
    #expect(loaded.facts("kitos.usage") == [o1])
    #expect(loaded.file("usages.json").rejected == 1)
    #expect(!loaded.isComplete)
  }

  @Test func aUserWhomNoListHasIsADoubt() throws {
    let loaded = try LoadingFolder.load([
      "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(7, 1)]))]", "users.json": KitosDocuments.users(1..<3),
    ])
    #expect(loaded.holes("kitos.listed_user") == ["\(KitosDocuments.user(7)) | * (dangling)"])
    #expect(loaded.holes("kitos.api_access") == ["\(KitosDocuments.user(7)) | * | * (dangling)"])
  }

  @Test func anAmbiguousObjectIsNamed() throws {
    let text = #"[{"uuid":"\#(o1)","name":"x","organizationContext":null,"roles":[]}]"#
    let loaded = try LoadingFolder.load(["x.json": text])
    #expect(loaded.file("x.json").kind == nil)
    #expect(loaded.file("x.json").problems.contains { $0.message.contains("contracts") })
    #expect(!loaded.isComplete)
    let told = try LoadingFolder.load(["x.json": text], as: ["x.json=kitos.api-v2.contracts"])
    #expect(told.facts("kitos.contract") == [o1])
  }
}
