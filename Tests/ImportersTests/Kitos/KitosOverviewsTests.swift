import FactStore
import Testing

@testable import ImportCore
@testable import ImportKitos

/// The tables behind the pages of usages, contracts and data processing (OData).
@Suite struct KitosOverviewsTests {
  private let org = KitosDocuments.organisation
  private let o1 = KitosDocuments.object(1)
  private let o2 = KitosDocuments.object(2)
  private let u1 = KitosDocuments.user(1)
  private let u2 = KitosDocuments.user(2)
  private let r1 = KitosDocuments.role(1)
  private let r2 = KitosDocuments.role(2)

  private static func assignment(
    role: String = "3", uuid: String? = nil, user: String = "1", email: String? = #""user1@kommune.example""#
  ) -> String {
    let uuid = uuid.map { #""RoleUuid":\#($0),"# } ?? ""
    let email = email.map { #","Email":\#($0)"# } ?? ""
    return #"{"Id":9,\#(uuid)"RoleId":\#(role),"UserId":\#(user),"UserFullName":"User 1"\#(email),"ParentId":1}"#
  }

  private static func usage(
    _ number: Int = 1, _ assignments: [String] = [], more: String = ""
  ) -> String {
    """
    {"Id":\(number),"OrganizationId":1,"SourceEntityId":\(number),"SourceEntityUuid":"\(KitosDocuments.object(number))",\
    "SystemName":"System \(number)","ItSystemUuid":"\(KitosDocuments.object(900 + number))","ObjectOwnerId":2,\
    "LastChangedById":1,"LastChangedAt":"2026-08-20T00:00:00Z",\(more)\
    "RoleAssignments":[\(assignments.joined(separator: ","))],"OutgoingRelatedItSystemUsages":[]}
    """
  }

  private static func contract(_ number: Int = 1, _ assignments: [String] = []) -> String {
    """
    {"Id":\(number),"SourceEntityUuid":"\(KitosDocuments.object(number))","Name":"Contract \(number)",\
    "ContractTypeName":null,"LastEditedByUserId":1,"LastEditedAtDate":"2026-08-15T00:00:00Z",\
    "RoleAssignments":[\(assignments.joined(separator: ","))]}
    """
  }

  private static func registration(_ number: Int = 1, _ assignments: [String] = []) -> String {
    """
    {"Id":\(number),"Name":"Dpa \(number)","SourceEntityUuid":"\(KitosDocuments.object(number))",\
    "DataProcessorNamesAsCsv":"","LastChangedById":null,"LastChangedAt":null,\
    "RoleAssignments":[\(assignments.joined(separator: ","))]}
    """
  }

  private static func document(_ set: String, _ rows: [String], count: Int? = nil) -> String {
    let context = "https://kitos.example/odata/$metadata#\(set)(RoleAssignments())"
    return #"{"@odata.context":"\#(context)","@odata.count":\#(count ?? rows.count),"value":[\#n"#
      + rows.joined(separator: ",\n") + "\n]}"
  }

  private static let usages = "ItSystemUsageOverviewReadModels"
  private static let contracts = "ItContractOverviewReadModels"
  private static let registrations = "DataProcessingRegistrationReadModels"
  private static let users = "users.json=kitos.api-v2.users,organisation=\(KitosDocuments.organisation)"

  private func load(_ text: String, _ kind: String, beside files: [String: String] = [:]) throws -> LoadedSources {
    try LoadingFolder.load(
      files.merging(["x.json": text]) { $1 },
      as: ["x.json=\(kind),organisation=\(org)"] + (files["users.json"] == nil ? [] : [Self.users])
        + (files["table.json"] == nil ? [] : ["table.json=kitos.odata.users,organisation=\(org)"]))
  }

  @Test func readsWhoHoldsWhatOnUsages() throws {
    let link = #""OutgoingRelatedItSystemUsages":[{"ItSystemUsageUuid":"\#(o2)","ItSystemUsageName":"x"}]"#
    let row = Self.usage(1, [Self.assignment(uuid: "\"\(r1)\"")])
      .replacing(#""OutgoingRelatedItSystemUsages":[]"#, with: link)
    let loaded = try load(
      Self.document(Self.usages, [row, Self.usage(2)]), "kitos.odata.usages",
      beside: ["users.json": KitosDocuments.users(1..<3)])
    #expect(loaded.facts("kitos.usage") == [o1, o2])
    #expect(loaded.facts("kitos.usage?name") == ["\(o1) | System 1", "\(o2) | System 2"])
    #expect(loaded.facts("kitos.usage?organisation") == ["\(o1) | \(org)", "\(o2) | \(org)"])
    #expect(loaded.facts("kitos.usage_role") == ["\(o1) | \(u1) | \(r1)"])
    #expect(loaded.facts("kitos.usage_relation") == ["\(o1) | \(o2)"])
    #expect(loaded.origin("kitos.usage_role", "\(o1) | \(u1) | \(r1)") == "x.json:2 /value/0/RoleAssignments/0")
    #expect(loaded.store["kitos.usage_role"]!.completeness == .complete)
    #expect(loaded.isComplete)
    // Who made and changed them it says by number; only a document that explains numbers tells who that is.
    #expect(loaded.holes("kitos.usage?modified_by").count == 2)
  }

  @Test func theUserTableExplainsNumbers() throws {
    let table = KitosTables.document(
      [
        KitosTables.user(
          1,
          systemRights: KitosTables.right(1, 1).replacing(#"{"Id":1,"#, with: #"{"Id":1,"RoleId":3,"#))
      ], envelope: "\"@odata.count\":1,")
    let row = Self.usage(1, [Self.assignment(email: nil)])
    let loaded = try load(
      Self.document(Self.usages, [row]), "kitos.odata.usages", beside: ["table.json": table])
    #expect(loaded.facts("kitos.usage_role") == ["\(o1) | \(u1) | \(r1)"])
    #expect(loaded.facts("kitos.usage?created_by") == ["\(o1) | \(u2)"])
    #expect(loaded.facts("kitos.usage?modified_by") == ["\(o1) | \(u1)"])
    #expect(loaded.holes("kitos.usage_role").isEmpty)
  }

  @Test func rolesOnContractsAreNumbersThatTheColumnFilterExplains() throws {
    let text = Self.document(Self.contracts, [Self.contract(1, [Self.assignment()])])
    let users = ["users.json": KitosDocuments.users(1..<3)]
    let alone = try load(text, "kitos.odata.contracts", beside: users)
    #expect(alone.facts("kitos.contract_role").isEmpty)
    #expect(alone.holes("kitos.contract_role") == ["\(o1) | \(u1) | * (context)"])
    let names = #"[{"id":3,"uuid":"\#(r1)","name":"Kontraktejer"},{"id":4,"uuid":"\#(r2)","name":"Konsulent"}]"#
    let explained = try load(
      text, "kitos.odata.contracts", beside: users.merging(["names.json": names]) { $1 })
    #expect(explained.file("names.json").kind == "kitos.internal.grid-roles")
    #expect(explained.facts("kitos.contract_role") == ["\(o1) | \(u1) | \(r1)"])
    #expect(explained.holes("kitos.contract_role").isEmpty)
    // Two documents that disagree explain nothing.
    let other = #"[{"id":3,"uuid":"\#(r2)","name":"Kontraktejer"}]"#
    let disputed = try load(
      text, "kitos.odata.contracts", beside: users.merging(["names.json": names, "other.json": other]) { $1 })
    #expect(disputed.holes("kitos.contract_role").contains("\(o1) | \(u1) | * (conflict)"))
  }

  @Test func readsDataProcessing() throws {
    let loaded = try load(
      Self.document(Self.registrations, [Self.registration(1, [Self.assignment()])]), "kitos.odata.data-processing",
      beside: ["users.json": KitosDocuments.users(1..<3)])
    #expect(loaded.facts("kitos.data_processing?name") == ["\(o1) | Dpa 1"])
    #expect(loaded.holes("kitos.data_processing_role") == ["\(o1) | \(u1) | * (context)"])
    #expect(loaded.facts("kitos.data_processing?modified_by").isEmpty)
    #expect(loaded.holes("kitos.data_processing?modified_by").isEmpty)
  }

  /// Of one assignment: what is known of its user and role, the users being listed by uuid and address.
  static let assignments: [(String, user: Bool, role: Bool)] = [
    (assignment(uuid: "\"\(KitosDocuments.role(1))\""), true, true),
    (assignment(uuid: "\"\(KitosDocuments.role(1))\"", email: "null"), false, true),
    (assignment(uuid: "\"\(KitosDocuments.role(1))\"", email: "\"moved@kommune.example\""), false, true),
    (assignment(uuid: "\"\(KitosDocuments.role(1))\"", email: "\"nobody\""), false, true),
    (assignment(uuid: "\"\(KitosDocuments.role(1))\"", email: "7"), false, true),
    (assignment(uuid: "\"\(KitosDocuments.role(1))\"", user: "0", email: nil), false, true),
    (assignment(uuid: "\"00000000-0000-0000-0000-000000000000\""), true, false),
    (assignment(uuid: "\"none\""), true, false), (assignment(uuid: "null"), true, false),
    (assignment(role: "null"), true, false), (assignment(role: "\"3\""), true, false),
    (assignment(role: "-3"), true, false), ("{}", false, false), ("null", false, false), ("[]", false, false),
  ]

  @Test(arguments: assignments.indices)
  func whatIsNotKnownOfAnAssignmentStaysOpen(_ index: Int) throws {
    let row = Self.assignments[index]
    let loaded = try load(
      Self.document(Self.usages, [Self.usage(1, [row.0])]), "kitos.odata.usages",
      beside: ["users.json": KitosDocuments.users(1..<3)])
    let expected = "\(o1) | \(row.user ? u1 : "*") | \(row.role ? r1 : "*")"
    if row.user, row.role {
      #expect(loaded.facts("kitos.usage_role") == [expected])
      #expect(loaded.holes("kitos.usage_role").isEmpty)
    } else {
      #expect(loaded.facts("kitos.usage_role").isEmpty)
      #expect(loaded.holes("kitos.usage_role").contains { $0.hasPrefix(expected + " (") }, "\(expected)")
    }
  }

  /// A record without its roles, a list that is none, a row that is none: the roles of the object, or of any, stay open.
  @Test(arguments: [
    (#""RoleAssignments":[]"#, #""Roles":[]"#, "c0000000-0000-4000-8000-000000000001 | * | * (unusable)"),
    (#""RoleAssignments":[]"#, #""RoleAssignments":{}"#, "c0000000-0000-4000-8000-000000000001 | * | * (unusable)"),
    ("SourceEntityUuid", "SourceEntityGuid", "* | a0000000-0000-4000-8000-000000000001 | * (unusable)"),
  ])
  func damageIsNoAbsence(_ part: String, _ other: String, _ hole: String) throws {
    let row = part == "SourceEntityUuid" ? Self.usage(1, [Self.assignment()]) : Self.usage()
    let loaded = try load(
      Self.document(Self.usages, [row.replacing(part, with: other)]), "kitos.odata.usages",
      beside: ["users.json": KitosDocuments.users(1..<3)])
    #expect(loaded.facts("kitos.usage_role").isEmpty)
    #expect(loaded.holes("kitos.usage_role").contains(hole), "\(loaded.holes("kitos.usage_role"))")
  }

  @Test func isWholeWhenItsCountSaysSo() throws {
    for (count, isWhole) in [(1, true), (2, false), (0, false)] {
      let loaded = try load(
        Self.document(Self.usages, [Self.usage()], count: count), "kitos.odata.usages",
        beside: ["users.json": KitosDocuments.users(1..<3)])
      #expect(loaded.holes("kitos.usage_role").contains("* | * | * (page)") != isWhole, "\(count)")
    }
    let filtered = try LoadingFolder.load(
      ["x.json": Self.document(Self.usages, [Self.usage()])],
      as: [
        "x.json=kitos.odata.usages,organisation=\(org),query=/odata/\(Self.usages)?organizationUuid=\(org)&$filter=x"
      ])
    #expect(filtered.holes("kitos.usage_role").contains("* | * | * (page)"))
  }

  @Test func withoutItsOrganisationItIsAPart() throws {
    let loaded = try LoadingFolder.load(["x.json": Self.document(Self.usages, [Self.usage()])])
    let report = loaded.file("x.json")
    #expect(report.kind == "kitos.odata.usages")
    #expect(report.completeness == .partial)
    #expect(loaded.holes("kitos.usage?organisation") == ["\(o1) | * (context)"])
  }

  @Test func eachIsToldByItsContextOrItsKeys() throws {
    for (set, row, kind) in [
      (Self.usages, Self.usage(), "usages"), (Self.contracts, Self.contract(), "contracts"),
      (Self.registrations, Self.registration(), "data-processing"),
    ] {
      for text in [Self.document(set, [row]), #"{"value":[\#(row)]}"#, "[\(row)]"] {
        let loaded = try LoadingFolder.load(["x.json": text])
        #expect(loaded.file("x.json").kind == "kitos.odata.\(kind)", "\(text)")
      }
    }
  }
}
