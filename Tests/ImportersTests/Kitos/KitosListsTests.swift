import FactStore
import Importers
import Testing

@testable import ImportCore

/// The secretariat's lists, units, the catalogue, roles on objects, permissions and deletions.
@Suite struct KitosListsTests {
  private let org = KitosDocuments.organisation
  private let u1 = KitosDocuments.user(1)
  private let u2 = KitosDocuments.user(2)
  private let o1 = KitosDocuments.object(1)
  private let r1 = KitosDocuments.role(1)
  private static let person = #""uuid":"\#(KitosDocuments.user(1))","name":"N","email":"A@b.example""#

  /// A document, its kind when it must be told, the relations and what they hold, `facts / holes`.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var told: String?
    var facts: [String: [String]] = [:]
    var holes: [String: [String]] = [:]
    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(
      name: "cross-organisation users",
      text: #"[{\#(person),"apiAccess":true,"stakeholderAccess":false,"organizationsWhereActive":["X","Y"]}]"#,
      facts: [
        "kitos.listed_user": ["U1 | a@b.example"], "kitos.api_access": ["U1 | a@b.example | true"],
        "kitos.stakeholder_access": ["U1 | false"], "kitos.active_in": ["U1 | X", "U1 | Y"],
      ],
      holes: [
        "kitos.listed_user": ["* | * (hidden)"], "kitos.api_access": ["* | * | false (hidden)"], "kitos.active_in": [],
      ]),
    Sample(
      name: "rights holders", text: #"[{\#(person),"apiAccess":false,"orgName":"X"}]"#,
      facts: ["kitos.listed_user": ["U1 | a@b.example"], "kitos.organisation_role": []],
      holes: ["kitos.organisation_role": ["* | * | * (hidden)", "U1 | * | RightsHolderAccess (context)"]]),
    Sample(
      name: "local administrators", text: #"[{\#(person),"organization":{"uuid":"ORG","name":"X"}}]"#,
      facts: ["kitos.organisation_role": ["U1 | ORG | LocalAdmin"]],
      holes: ["kitos.organisation_role": ["* | * | * (hidden)"]]),
    Sample(
      name: "global administrators", text: "[{\(person)}]", told: "kitos.internal.global-admins",
      facts: ["kitos.global_administrator": ["U1"]], holes: ["kitos.global_administrator": []]),
    Sample(
      name: "system integrators", text: "[{\(person)}]", told: "kitos.internal.system-integrators",
      facts: ["kitos.system_integrator": ["U1"]], holes: ["kitos.system_integrator": []]),
    Sample(
      name: "units",
      text: #"[{"uuid":"O1","name":"Top","parentOrganizationUnit":null,"origin":"Kitos"},"#
        + #"{"uuid":"O2","name":"Below","parentOrganizationUnit":{"uuid":"O1","name":"Top"}}]"#,
      told: "kitos.api-v2.units,organisation=ORG",
      facts: [
        "kitos.unit": ["O1", "O2"], "kitos.unit?parent": ["O2 | O1"],
        "kitos.unit?organisation": ["O1 | ORG", "O2 | ORG"],
      ], holes: ["kitos.unit": [], "kitos.unit?parent": []]),
    Sample(
      name: "catalogue",
      text: #"[{"uuid":"O1","name":"S","parentSystem":null,"rightsHolder":{"uuid":"ORG","name":"X"},"#
        + #""createdBy":null,"lastModified":"2026-02-22T11:29:43Z","lastModifiedBy":{"uuid":"U1","name":"N"}}]"#,
      facts: [
        "kitos.system": ["O1"], "kitos.system?rights_holder": ["O1 | ORG"], "kitos.system?modified_by": ["O1 | U1"],
      ], holes: ["kitos.system": [], "kitos.system?created_by": []]),
    Sample(
      name: "roles on a usage",
      text: #"[{"user":{"uuid":"U1","name":"N","email":"a@b.example"},"role":{"uuid":"R1","name":"R"}}]"#,
      told: "kitos.internal.usage-roles,object=O1", facts: ["kitos.usage_role": ["O1 | U1 | R1"]]),
    Sample(
      name: "roles on something", text: #"[{"user":{"uuid":"U1","name":"N"},"role":{"uuid":"R1","name":"R"}}]"#,
      facts: ["kitos.usage_role": [], "kitos.contract_role": []]),
    Sample(
      name: "roles on units",
      text: #"[{"roleAssignment":{"user":{"uuid":"U1","email":"a@b.example"},"role":{"uuid":"R1"}},"#
        + #""organizationUnitUuid":"O1","organizationUnitName":"Top"}]"#,
      facts: ["kitos.unit_role": ["O1 | U1 | R1"]], holes: ["kitos.unit_role": ["* | * | * (context)"]]),
    Sample(
      name: "permissions", text: #"{"read":true,"modify":true,"delete":false}"#,
      told: "kitos.api-v2.permissions,user=U1,object=O1",
      facts: ["kitos.permission": ["U1 | O1 | delete | false", "U1 | O1 | modify | true", "U1 | O1 | read | true"]],
      holes: ["kitos.permission": []]),
    Sample(
      name: "permissions of nobody", text: #"{"read":true,"modify":true,"delete":false}"#,
      facts: ["kitos.permission": []],
      holes: [
        "kitos.permission": [
          "* | * | delete | false (context)", "* | * | modify | true (context)", "* | * | read | true (context)",
        ]
      ]),
    Sample(
      name: "permission to create", text: #"{"create":true}"#,
      told: "kitos.api-v2.contract-create-permission,user=U1,organisation=ORG",
      facts: ["kitos.create_permission": ["U1 | ORG | contract | true"]]),
    Sample(
      name: "deletions",
      text: #"[{"entityType":"ItContract","entityUuid":"O1","occurredAtUtc":"2026-01-01T00:00:00Z"}]"#,
      facts: ["kitos.deleted_object": ["O1"]], holes: ["kitos.deleted_object": []]),
    Sample(
      name: "role types of administrators",
      text:
        #"[{"uuid":"R1","name":"R","writeAccess":true,"isActive":false,"isLocallyAvailable":false,"isObligatory":false}]"#,
      told: "kitos.api-v2.usage-role-types",
      facts: ["kitos.usage_role_type": ["R1 | R | true"], "kitos.usage_role_type?available": ["R1 | false"]]),
    Sample(
      name: "role types that contradict themselves",
      text:
        #"[{"uuid":"R1","name":"R","writeAccess":true,"isActive":false,"isLocallyAvailable":true,"isObligatory":false}]"#,
      told: "kitos.api-v2.usage-role-types", facts: ["kitos.usage_role_type?available": []],
      holes: ["kitos.usage_role_type?available": ["R1 | * (column-absent)"]]),
  ]

  private func named(_ text: String) -> String {
    text.replacing("U1", with: u1).replacing("U2", with: u2).replacing("O1", with: o1)
      .replacing("O2", with: KitosDocuments.object(2)).replacing("R1", with: r1).replacing("ORG", with: org)
  }

  @Test(arguments: samples)
  func readsWhatADocumentSays(_ sample: Sample) throws {
    let loaded = try LoadingFolder.load(
      ["x.json": named(sample.text)], as: sample.told.map { ["x.json=" + named($0)] } ?? [])
    let report = loaded.file("x.json")
    #expect(report.records == report.used && report.records > 0, "\(report.problems)")
    for (relation, facts) in sample.facts {
      #expect(loaded.facts(relation) == facts.map(named).sorted(), "\(relation)")
    }
    for (relation, holes) in sample.holes {
      #expect(loaded.holes(relation) == holes.map(named).sorted(), "\(relation)")
    }
    #expect(loaded.isComplete)
  }

  /// A broken value in each document: the record is rejected, and what it would have said is a hole.
  @Test(arguments: samples.filter { $0.text.hasPrefix("[") && $0.text.contains("1\"") })
  func leavesAHoleForWhatCannotBeUsed(_ sample: Sample) throws {
    for broken in ["\"uuid\":\"nobody\"", "\"uuid\":17"] {
      let key =
        sample.name == "deletions"
        ? "\"entityUuid\":\"O1\""
        : sample.text.contains("\"R1\"") ? "\"uuid\":\"R1\"" : "\"uuid\":\"\(sample.text.contains("O1") ? "O1" : u1)\""
      let with = sample.name == "deletions" ? broken.replacing("uuid", with: "entityUuid") : broken
      guard let range = sample.text.range(of: key) else { continue }
      let text = sample.text.replacingCharacters(in: range, with: with)
      let loaded = try LoadingFolder.load(
        ["x.json": named(text)], as: sample.told.map { ["x.json=" + named($0)] } ?? [])
      let report = loaded.file("x.json")
      #expect(report.rejected == 1 && !loaded.isComplete, "\(sample.name): \(report)")
      #expect(report.problems.contains { $0.message.contains("uuid") || $0.message.contains("Uuid") })
      let relations = Registry.all.relations(ofKind: report.kind ?? "")
      #expect(relations.contains { !loaded.holes($0).isEmpty }, "\(sample.name)")
      #expect(!"\(report)".contains("nobody"))
    }
  }

  @Test func aUserListFillsWhatTheOtherListsLeaveOut() throws {
    let text = Self.samples[0].text
    let loaded = try LoadingFolder.load(
      ["x.json": text, "users.json": KitosDocuments.users(1..<3)],
      as: ["users.json=kitos.api-v2.users,organisation=\(org)"])
    #expect(loaded.holes("kitos.listed_user").isEmpty)
    #expect(loaded.holes("kitos.api_access").isEmpty)
  }

  @Test func aWholeListOfGlobalAdministratorsAnswersForAll() throws {
    func holes(_ list: String) throws -> [String] {
      try LoadingFolder.load(
        ["g.json": list, "users.json": KitosDocuments.users(1..<3)],
        as: ["users.json=kitos.api-v2.users,organisation=\(org)", "g.json=kitos.internal.global-admins"]
      ).holes("kitos.global_administrator")
    }
    #expect(try holes("[{\(Self.person)}]").isEmpty)
    // Nobody but a global administrator can read the list, so an empty one is none.
    #expect(try holes("[]").contains("* (page)"))
    #expect(try holes("[{\(Self.person)},17]").contains("* (unusable)"))
    #expect(try holes("[{\(Self.person)},17]").count == 3)
  }

  @Test func theNameOfAnOrganisationIsLookedUp() throws {
    let loaded = try LoadingFolder.load([
      "r.json": Self.samples[1].text.replacing("\"X\"", with: "\"Eksempel Kommune\""),
      "usages.json": KitosDocuments.usages(1..<2),
    ])
    #expect(loaded.facts("kitos.organisation_role") == ["\(u1) | \(org) | RightsHolderAccess"])
  }

  @Test func rolesAreOnWhatTheirObjectIs() throws {
    let roles = #"[{"user":{"uuid":"U1","name":"N"},"role":{"uuid":"R1","name":"R"}}]"#
    let loaded = try LoadingFolder.load(
      ["roles.json": named(roles), "usages.json": KitosDocuments.usages(1..<2)],
      as: ["roles.json=kitos.internal.usage-roles,object=\(o1)"])
    #expect(loaded.facts("kitos.usage_role") == ["\(o1) | \(u1) | \(r1)"])
    let used = try LoadingFolder.load([
      "roles.json": named(roles), "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(2, 1)]))]",
    ])
    #expect(used.file("roles.json").kind == "kitos.internal.usage-roles")
    #expect(used.holes("kitos.usage_role") == ["* | \(u1) | \(r1) (context)"])
  }

  @Test func theTopmostUnitSpeaksForAll() throws {
    let units = named(Self.samples[5].text)
    let roles = named(Self.samples[9].text)
    for (object, isWhole) in [(o1, true), (KitosDocuments.object(2), false)] {
      let loaded = try LoadingFolder.load(
        ["units.json": units, "roles.json": roles],
        as: [
          "units.json=kitos.api-v2.units,organisation=\(org)", "roles.json=kitos.internal.unit-roles,object=\(object)",
        ])
      #expect(loaded.holes("kitos.unit_role").isEmpty == isWhole)
    }
  }

  @Test func fullPagesOfUnitsMayBeFollowedByMore() throws {
    let units = (0..<250).map { #"{"uuid":"\#(KitosDocuments.object($0))","name":"x","parentOrganizationUnit":null}"# }
    let loaded = try LoadingFolder.load(
      ["units.json": "[\(units.joined(separator: ","))]"], as: ["units.json=kitos.api-v2.units,organisation=\(org)"])
    #expect(loaded.holes("kitos.unit") == ["* (page)"])
  }
}
