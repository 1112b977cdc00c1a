import FactStore
import Testing

@testable import ImportCore
@testable import ImportKitos

/// The table behind the Kitos pages (OData).
@Suite struct KitosUserTableTests {
  private let org = KitosDocuments.organisation
  private let u1 = KitosDocuments.user(1)
  private let u2 = KitosDocuments.user(2)
  private var context: [String] { ["*.json=kitos.odata.users,organisation=\(KitosDocuments.organisation)"] }

  private func load(_ users: [String], envelope: String = "") throws -> LoadedSources {
    try LoadingFolder.load(["table.json": KitosTables.document(users, envelope: envelope)], as: context)
  }

  @Test func readsEverythingThatItSays() throws {
    let user = KitosTables.user(
      1, more: #""LastLogin":"2026-06-14T08:15:00.1Z","#, organisationRoles: #"["User","LocalAdmin"]"#,
      systemRights: KitosTables.right(1, 1) + "," + KitosTables.right(2, 2, write: false, owner: "77"))
    let loaded = try load([user], envelope: "\"@odata.count\":1,")
    let o1 = KitosDocuments.object(1)
    let r1 = KitosDocuments.role(1)
    let expected: [(String, [String])] = [
      ("kitos.user_list", [org]), ("kitos.listed_user", ["\(u1) | user1@kommune.example"]),
      ("kitos.listed_user?name", ["\(u1) | user1@kommune.example | User 1"]),
      ("kitos.api_access", ["\(u1) | user1@kommune.example | true"]),
      ("kitos.stakeholder_access", ["\(u1) | false"]), ("kitos.last_login", ["\(u1) | 2026-06-14"]),
      ("kitos.login_field", [u1]), ("kitos.deleted_user", []), ("kitos.global_administrator", []),
      ("kitos.organisation_role", ["\(u1) | \(org) | LocalAdmin", "\(u1) | \(org) | User"]),
      ("kitos.admin_role_grant", ["\(u1) | \(org) | LocalAdmin | \(u2)", "\(u1) | \(org) | User | \(u2)"]),
      (
        "kitos.usage_role",
        ["\(o1) | \(u1) | \(r1)", "\(KitosDocuments.object(2)) | \(u1) | \(KitosDocuments.role(2))"]
      ),
      ("kitos.business_role_grant", ["\(u1) | \(o1) | \(r1) | \(u2)"]),
      ("kitos.usage_role_type", ["\(r1) | R1 | true", "\(KitosDocuments.role(2)) | R2 | false"]),
    ]
    for (relation, facts) in expected { #expect(loaded.facts(relation) == facts, "\(relation)") }
    #expect(
      loaded.holes("kitos.business_role_grant")
        == ["\(u1) | \(KitosDocuments.object(2)) | \(KitosDocuments.role(2)) | * (context)"])
    for relation in ["kitos.listed_user", "kitos.global_administrator", "kitos.unit_role", "kitos.api_access"] {
      #expect(loaded.store[relation]!.completeness == .complete, "\(relation)")
    }
    #expect(loaded.holes("kitos.usage_role_type?available").count == 2)
    #expect(loaded.origin("kitos.usage_role", "\(o1) | \(u1) | \(r1)") == "table.json:2 /value/0/ItSystemRights/0")
    let report = loaded.file("table.json")
    #expect((report.records, report.used, report.grade) == (1, 1, .counted))
    #expect(loaded.isComplete)
  }

  /// The envelope, how many of two users are there, and whether more may follow.
  @Test(arguments: [
    ("\"@odata.count\":2,", false, CompletenessGrade.counted), ("\"@odata.count\":3,", true, .assumed),
    ("\"@odata.count\":1,", true, .assumed), ("", false, .assumed),
    ("\"@odata.nextLink\":\"https://kitos.example/next\",", true, .assumed),
    ("\"@odata.count\":4,\"@odata.nextLink\":\"https://kitos.example/next\",", true, .assumed),
  ])
  func isWholeWhenItsCountSaysSo(_ envelope: String, _ isDoubted: Bool, _ grade: CompletenessGrade) throws {
    let loaded = try load([KitosTables.user(1), KitosTables.user(2)], envelope: envelope)
    #expect(loaded.holes("kitos.listed_user").contains("* | * (page)") == isDoubted)
    #expect(loaded.holes("kitos.usage_role").contains("* | * | * (page)") == isDoubted)
    #expect(loaded.file("table.json").grade == grade)
    #expect(loaded.isComplete)
  }

  @Test func pagesOfOneTableAreOneList() throws {
    let count = "\"@odata.count\":3,"
    let files = [
      "a.json": KitosTables.document(
        [KitosTables.user(1), KitosTables.user(2)], envelope: count + "\"@odata.nextLink\":\"x\","),
      "b.json": KitosTables.document([KitosTables.user(3)], envelope: count),
    ]
    #expect(try LoadingFolder.load(files, as: context).holes("kitos.listed_user").isEmpty)
    let twice = files.merging(["b.json": KitosTables.document([KitosTables.user(2)], envelope: count)]) { $1 }
    #expect(try LoadingFolder.load(twice, as: context).holes("kitos.listed_user") == ["* | * (page)"])
  }

  /// What stands in a record, and what it makes of a relation.
  @Test(arguments: [
    (#""IsGlobalAdmin":true,"#, "kitos.global_administrator", ["U"]),
    (#""Deleted":true,"#, "kitos.deleted_user", ["U"]),
    (#""IsSystemIntegrator":true,"#, "kitos.system_integrator", ["U"]),
    (#""HasApiAccess":null,"#, "kitos.api_access", ["U | user1@kommune.example | false"]),
    (#""HasStakeHolderAccess":true,"#, "kitos.stakeholder_access", ["U | true"]),
    (#""LastLogin":null,"#, "kitos.last_login", []), (#""LastLogin":null,"#, "kitos.login_field", ["U"]),
  ])
  func readsFlags(_ written: String, _ relation: String, _ facts: [String]) throws {
    let key = written.prefix { $0 != ":" }
    var user = KitosTables.user(1)
    if let start = user.range(of: key + ":"), key != "\"LastLogin\"" {
      let end = user[start.upperBound...].firstIndex(of: ",")!
      user.replaceSubrange(start.lowerBound...end, with: written)
    } else {
      user = KitosTables.user(1, more: written)
    }
    let loaded = try load([user])
    #expect(loaded.facts(relation) == facts.map { $0.replacing("U", with: u1) })
    #expect(loaded.store[relation]!.completeness == .complete)
  }

  @Test func aGlobalAdminRoleIsOneEverywhere() throws {
    let loaded = try load([KitosTables.user(1, organisationRoles: #"["GlobalAdmin"]"#)])
    #expect(loaded.facts("kitos.global_administrator") == [u1])
    #expect(loaded.facts("kitos.organisation_role").isEmpty)
  }

  /// What is wrong, the relation that it leaves open for the user, and words of the reason.
  @Test(arguments: [
    (#""OrganizationRights":[{"Role":7}]"#, "kitos.organisation_role", "U | ORG | * (unusable)", "number"),
    (#""OrganizationRights":[{"Role":"Weird"}]"#, "kitos.organisation_role", "U | ORG | * (unusable)", "role"),
    (#""OrganizationRights":{}"#, "kitos.organisation_role", "U | ORG | * (column-absent)", "no list"),
    (#""Other":[]"#, "kitos.organisation_role", "U | ORG | * (column-absent)", ""),
    (#""OrganizationRights":[{"Id":1}]"#, "kitos.organisation_role", "U | ORG | * (unusable)", "no `Role`"),
  ])
  func leavesAHoleForWhatCannotBeUsed(_ written: String, _ relation: String, _ hole: String, _ words: String) throws {
    let text = KitosTables.user(1).replacing(
      #""OrganizationRights":[{"Id":1,"UserId":1,"Role":"User","ObjectOwnerId":2}]"#, with: written)
    let loaded = try load([text, KitosTables.user(2)])
    #expect(loaded.holes(relation) == [hole.replacing("U", with: u1).replacing("ORG", with: org)])
    let report = loaded.file("table.json")
    #expect(words.isEmpty || report.problems.contains { $0.message.contains(words) && $0.line == 2 })
    #expect(words.isEmpty == loaded.isComplete)
  }

  @Test func takesTheOrganisationFromItsOwnAddress() throws {
    let text = KitosTables.document([KitosTables.user(1)]).replacing(
      "#Users(OrganizationRights())", with: "#Users/GetUsersByUuid(organizationUuid=\(org))")
    let loaded = try LoadingFolder.load(["table.json": text.replacing("$metadata#Users/", with: "$metadata#Users,")])
    #expect(loaded.facts("kitos.member") == ["\(u1) | \(org)"])
  }

  @Test func withoutAnOrganisationTheUsersAreStillKnown() throws {
    let loaded = try LoadingFolder.load(["table.json": KitosTables.document([KitosTables.user(1)])])
    #expect(loaded.holes("kitos.member") == ["\(u1) | * (context)"])
    #expect(loaded.facts("kitos.api_access").count == 1)
    #expect(loaded.file("table.json").notes.contains { $0.contains("organisation=…") })
  }

  /// A user list leaves global administrators out, and the table has them for its own users.
  @Test func theTableAnswersWhatTheUserListLeavesOut() throws {
    let loaded = try LoadingFolder.load(
      ["table.json": KitosTables.document([KitosTables.user(1)]), "users.json": KitosDocuments.users(1..<3)],
      as: [
        "table.json=kitos.odata.users,organisation=\(org)", "users.json=kitos.api-v2.users,organisation=\(org)",
      ])
    #expect(loaded.holes("kitos.global_administrator") == ["\(u2) (hidden)"])
    #expect(loaded.facts("kitos.api_access").count == 2)
  }

  /// The table covers the roles of its own users; of others, only lists of the objects tell.
  @Test func theTableSaysNothingOfOtherUsers() throws {
    var files = ["table.json": KitosTables.document([KitosTables.user(1)]), "users.json": KitosDocuments.users(1..<3)]
    let contexts = [
      "table.json=kitos.odata.users,organisation=\(org)", "users.json=kitos.api-v2.users,organisation=\(org)",
    ]
    let loaded = try LoadingFolder.load(files, as: contexts)
    for relation in ["kitos.usage_role", "kitos.contract_role", "kitos.data_processing_role", "kitos.unit_role"] {
      #expect(loaded.holes(relation) == ["* | \(u2) | * (hidden)"], "\(relation)")
    }
    files["usages.json"] = KitosDocuments.usages(1..<3)
    let more = try LoadingFolder.load(files, as: contexts)
    #expect(more.holes("kitos.usage_role").isEmpty)
    #expect(more.holes("kitos.contract_role") == ["* | \(u2) | * (hidden)"])
  }

  @Test func aRoleTypeListSaysWhatIsAvailable() throws {
    let user = KitosTables.user(1, systemRights: KitosTables.right(1, 1) + "," + KitosTables.right(1, 2))
    let loaded = try LoadingFolder.load(
      ["table.json": KitosTables.document([user]), "types.json": KitosDocuments.roleTypes([1])],
      as: ["table.json=kitos.odata.users,organisation=\(org)", "types.json=kitos.api-v2.usage-role-types"])
    #expect(loaded.facts("kitos.usage_role_type?available") == ["\(KitosDocuments.role(1)) | true"])
    #expect(loaded.holes("kitos.usage_role_type?available") == ["\(KitosDocuments.role(2)) | * (column-absent)"])
    #expect(loaded.holes("kitos.usage_role_type").isEmpty)
  }

  @Test func dropsPasswordsAndMakesThemAFact() throws {
    let user = KitosTables.user(1, more: #""Password":"canary-7f3a","Salt":"canary-7f3a","#)
    let loaded = try load([user])
    let name = try #require(loaded.facts("kitos.document").first)
    #expect(name.hasPrefix("kitos.odata.users") && !name.contains("table.json"))
    #expect(loaded.facts("kitos.document_with_credentials") == ["\(name) | table.json"])
    #expect(!"\(loaded.files)\(loaded.incompleteReasons)\(loaded.warnings)".contains("canary"))
    let symbols = loaded.store.symbols
    #expect(!(0..<symbols.count).contains { symbols.text(SymbolID(raw: UInt32($0))).contains("canary") })
  }
}
