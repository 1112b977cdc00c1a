import FactStore
import Testing

@Suite struct KitosRoleTypesTests {
  private let r1 = KitosDocuments.role(1)
  private let relations = [
    "kitos.usage_role_type", "kitos.contract_role_type", "kitos.data_processing_role_type", "kitos.unit_role_type",
  ]

  @Test(arguments: [
    ("kitos.api-v2.usage-role-types", 0), ("kitos.api-v2.contract-role-types", 1),
    ("kitos.api-v2.data-processing-role-types", 2), ("kitos.api-v2.unit-role-types", 3),
  ])
  func takesTheKindFromTheContext(_ kind: String, _ index: Int) throws {
    let loaded = try LoadingFolder.load(["roles.json": KitosDocuments.roleTypes([1])], as: ["roles.json=\(kind)"])
    #expect(loaded.facts(relations[index]) == ["\(r1) | R1 | true"])
    #expect(loaded.facts(relations[index] + "?available") == ["\(r1) | true"])
    #expect(loaded.store[relations[index]]?.grade == .closed)
    #expect(loaded.holes(relations[index]).isEmpty)
    for other in relations where other != relations[index] { #expect(loaded.store[other]?.completeness == .absent) }
  }

  @Test func takesTheKindWhoseObjectsUseTheRoles() throws {
    let loaded = try LoadingFolder.load([
      "roles.json": KitosDocuments.roleTypes([1, 2]),
      "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(1, 2)]))]",
    ])
    #expect(loaded.facts(relations[0]).count == 2)
    #expect(loaded.file("roles.json").kind == "kitos.api-v2.usage-role-types")
    #expect(loaded.file("roles.json").notes.contains { $0.contains("usage-role-types") })
  }

  @Test func anUnknownKindIsADoubtInAllFour() throws {
    let loaded = try LoadingFolder.load(
      [
        "roles.json": KitosDocuments.roleTypes([1]), "known.json": KitosDocuments.roleTypes([2]),
      ], as: ["known.json=kitos.api-v2.unit-role-types"])
    #expect(loaded.holes(relations[3]) == ["\(r1) | R1 | true (context)"])
    #expect(loaded.facts(relations[3]).count == 1)
    #expect(loaded.holes(relations[0]) == ["* | * | * (absent)"])
  }

  @Test func aWithdrawnRoleIsADoubt() throws {
    let loaded = try LoadingFolder.load([
      "roles.json": KitosDocuments.roleTypes([1]),
      "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(1, 1), (1, 9)]))]",
    ])
    #expect(loaded.holes(relations[0]) == ["\(KitosDocuments.role(9)) | * | * (dangling)"])
  }

  @Test func aWithdrawnRoleCanBeFetchedSingly() throws {
    let single = #"{"isAvailable":false,"writeAccess":true,"uuid":"\#(KitosDocuments.role(9))","name":"Projektleder"}"#
    let loaded = try LoadingFolder.load([
      "role-9.json": single, "roles.json": KitosDocuments.roleTypes([1]),
      "usages.json": "[\(KitosDocuments.usageRecord(1, roles: [(1, 1), (1, 9)]))]",
    ])
    #expect(loaded.holes(relations[0]).isEmpty)
    #expect(loaded.facts(relations[0] + "?available").contains("\(KitosDocuments.role(9)) | false"))
    #expect(loaded.store[relations[0]]?.grade == .closed)
  }

  @Test func aSingleRoleTypeIsNoList() throws {
    let loaded = try LoadingFolder.load(
      ["role.json": #"{"isAvailable":true,"writeAccess":false,"uuid":"\#(r1)","name":"Dataejer"}"#],
      as: ["role.json=kitos.api-v2.usage-role-types"])
    #expect(loaded.facts(relations[0]) == ["\(r1) | Dataejer | false"])
    #expect(loaded.holes(relations[0]) == ["* | * | * (page)"])
  }

  @Test func numbersAreRefused() throws {
    let text = #"[{"writeAccess":1,"uuid":"\#(r1)","name":"Dataejer"}]"#
    let loaded = try LoadingFolder.load(["roles.json": text], as: ["roles.json=kitos.api-v2.usage-role-types"])
    #expect(loaded.holes(relations[0]) == ["\(r1) | Dataejer | * (unusable)"])
    #expect(loaded.file("roles.json").problems.contains { $0.message.contains("X-KITOS-SERIALIZE-ENUM-AS-INTEGER") })
  }
}
