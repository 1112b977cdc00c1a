import FactStore
import Testing

/// Documents of Kitos that say different things of one user or object, or that speak of some only.
@Suite struct KitosDisputeTests {
  private static let org = KitosDocuments.organisation
  private static let u1 = KitosDocuments.user(1)
  private static let u2 = KitosDocuments.user(2)
  private static let table = "t.json=kitos.odata.users,organisation=\(org)"
  private static let deleted = KitosTables.document([
    KitosTables.user(1, organisationRoles: #"["User","LocalAdmin"]"#).replacing(
      #""Deleted":false"#, with: #""Deleted":true"#)
  ])

  /// The user table has user 1 as deleted; another document has it as living.
  @Test(arguments: [
    ("kitos.api-v2.users", "[\(KitosDocuments.userRecord(1))]"),
    ("kitos.internal.user", KitosDocuments.userRecord(1)),
    ("kitos.odata.users", KitosTables.document([KitosTables.user(1)])),
    ("kitos.ui.users", "Navn;Email;API bruger\r\nA;user1@kommune.example;Ja\r\n"),
    ("kitos.ui.roster", "Id;Fornavn (påkrævet);Email (påkrævet)\r\n1;A;USER1@kommune.example\r\n"),
    (
      "kitos.internal.cross-organisation-users",
      #"[{"uuid":"\#(KitosDocuments.user(1))","name":"A","email":"user1@kommune.example","apiAccess":true,"#
        + #""stakeholderAccess":false,"organizationsWhereActive":["Y"]}]"#
    ),
  ])
  func deletedHereAndLivingThereIsPossible(_ kind: String, _ text: String) throws {
    let name = text.hasPrefix("[") || text.hasPrefix("{") ? "p.json" : "p.csv"
    let loaded = try LoadingFolder.load(
      ["t.json": Self.deleted, name: text], as: [Self.table, "\(name)=\(kind),organisation=\(Self.org)"])
    #expect(Set(loaded.facts("kitos.user_in_dispute")) == ["\(Self.u1) | user1@kommune.example"])
    #expect(loaded.facts("kitos.deleted_user") == [Self.u1])
    for relation in ["kitos.listed_user", "kitos.api_access", "kitos.organisation_role", "kitos.member"] {
      #expect(loaded.facts(relation).isEmpty, "\(relation)")
    }
    #expect(loaded.holes("kitos.listed_user").contains("\(Self.u1) | user1@kommune.example (conflict)"))
  }

  @Test func aDeletedUserHoldsNothing() throws {
    let loaded = try LoadingFolder.load(["t.json": Self.deleted], as: [Self.table])
    #expect(loaded.facts("kitos.deleted_user") == [Self.u1])
    for relation in [
      "kitos.user_in_dispute", "kitos.listed_user", "kitos.api_access", "kitos.organisation_role", "kitos.member",
      "kitos.admin_role_grant",
    ] {
      #expect(loaded.facts(relation).isEmpty && loaded.holes(relation).isEmpty, "\(relation)")
    }
  }

  /// A new user with the address of one who was deleted is another user.
  @Test func anAddressThatIsGivenAgainIsNoDispute() throws {
    let again = KitosDocuments.userRecord(3).replacing("User3@", with: "user1@")
    let loaded = try LoadingFolder.load(
      ["t.json": Self.deleted, "p.json": "[\(again)]"],
      as: [Self.table, "p.json=kitos.api-v2.users,organisation=\(Self.org)"])
    #expect(loaded.facts("kitos.user_in_dispute").isEmpty)
    #expect(loaded.facts("kitos.listed_user") == ["\(KitosDocuments.user(3)) | user1@kommune.example"])
  }

  @Test func anObjectInTheFeedOfDeletionsIsPossible() throws {
    let loaded = try LoadingFolder.load(
      [
        "u.json": "[\(KitosDocuments.usageRecord(1, roles: [(1, 1)])),\(KitosDocuments.usageRecord(2))]",
        "d.json": #"[{"entityType":"ItSystemUsage","entityUuid":"\#(KitosDocuments.object(1))","#
          + #""occurredAtUtc":"2026-01-01T00:00:00Z"}]"#,
      ], as: ["u.json=kitos.api-v2.usages", "d.json=kitos.api-v2.deletions"])
    #expect(loaded.facts("kitos.usage") == [KitosDocuments.object(2)])
    #expect(loaded.facts("kitos.usage_role").isEmpty)
    #expect(
      loaded.holes("kitos.usage_role")
        == ["\(KitosDocuments.object(1)) | \(Self.u1) | \(KitosDocuments.role(1)) (conflict)"])
  }

  /// The relations of a usage: none, one, one that cannot be read, and no such key.
  @Test(arguments: [
    (#","outgoingSystemRelations":[]"#, [String](), [String]()),
    (
      #","outgoingSystemRelations":[{"toSystemUsage":{"uuid":"\#(KitosDocuments.object(2))"}}]"#,
      ["\(KitosDocuments.object(1)) | \(KitosDocuments.object(2))"], []
    ),
    (#","outgoingSystemRelations":[{"toSystemUsage":null}]"#, [], ["\(KitosDocuments.object(1)) | * (unusable)"]),
    (#","outgoingSystemRelations":7"#, [], ["\(KitosDocuments.object(1)) | * (unusable)"]),
    ("", [], ["\(KitosDocuments.object(1)) | * (column-absent)"]),
  ])
  func readsRelations(_ written: String, _ facts: [String], _ holes: [String]) throws {
    let loaded = try LoadingFolder.load(
      ["u.json": "[\(KitosDocuments.usageRecord(1, relations: written))]"], as: ["u.json=kitos.api-v2.usages"])
    #expect(loaded.facts("kitos.usage_relation") == facts)
    #expect(loaded.holes("kitos.usage_relation") == holes)
  }

  /// Where a user is active, and of which of these organisations nothing says what it may do there.
  @Test(arguments: [
    (["X"], [String]()), (["X", "Y"], ["X", "Y"]), (["Eksempel Kommune"], []),
    (["Eksempel Kommune", "Y"], ["Y"]), ([], []),
  ])
  func rolesWhereNothingWasLoadedAreOpen(_ active: [String], _ open: [String]) throws {
    let names = active.map { "\"\($0)\"" }.joined(separator: ",")
    let across =
      #"[{"uuid":"\#(Self.u1)","name":"A","email":"user1@kommune.example","apiAccess":true,"#
      + #""stakeholderAccess":false,"organizationsWhereActive":[\#(names)]}]"#
    let loaded = try LoadingFolder.load(
      ["p.json": "[\(KitosDocuments.userRecord(1))]", "u.json": KitosDocuments.usages(1..<2), "x.json": across],
      as: [
        "p.json=kitos.api-v2.users,organisation=\(Self.org)", "u.json=kitos.api-v2.usages",
        "x.json=kitos.internal.cross-organisation-users",
      ])
    #expect(loaded.holes("kitos.organisation_role") == open.map { "\(Self.u1) | \($0) | * (hidden)" })
    #expect(loaded.holes("kitos.member") == open.map { "\(Self.u1) | \($0) (hidden)" })
  }

  /// Of two organisations of one name, the one whose users were not loaded is open, under its uuid.
  @Test func organisationsOfOneNameAreEachOpen() throws {
    let other = "77777777-0000-4000-8000-000000000077"
    let across =
      #"[{"uuid":"\#(Self.u1)","name":"A","email":"user1@kommune.example","apiAccess":true,"stakeholderAccess":false,"#
      + #""organizationsWhereActive":["Eksempel Kommune","Eksempel Kommune"]}]"#
    let loaded = try LoadingFolder.load(
      [
        "p.json": "[\(KitosDocuments.userRecord(1))]", "u.json": KitosDocuments.usages(1..<2),
        "v.json": KitosDocuments.usages(2..<3, organisation: other), "x.json": across,
      ],
      as: [
        "p.json=kitos.api-v2.users,organisation=\(Self.org)", "u.json=kitos.api-v2.usages",
        "v.json=kitos.api-v2.usages", "x.json=kitos.internal.cross-organisation-users",
      ])
    #expect(loaded.holes("kitos.organisation_role").contains("\(Self.u1) | \(other) | * (hidden)"))
    #expect(loaded.holes("kitos.member").contains("\(Self.u1) | \(other) (hidden)"))
  }

  /// A list that names no organisation may be anybody's, whatever the others speak of.
  @Test(arguments: [
    ("kitos.api-v2.users", "[\(KitosDocuments.userRecord(1))]"),
    ("kitos.odata.users", KitosTables.document([KitosTables.user(1)])),
    ("kitos.ui.users", "Navn;Email;API bruger\r\nA;user1@kommune.example;Ja\r\n"),
  ])
  func noOrganisationIsTakenFromOthers(_ kind: String, _ text: String) throws {
    let name = text.hasPrefix("[") || text.hasPrefix("{") ? "p.json" : "p.csv"
    let loaded = try LoadingFolder.load(
      [name: text, "u.json": KitosDocuments.usages(1..<2)], as: ["\(name)=\(kind)", "u.json=kitos.api-v2.usages"])
    #expect(loaded.facts("kitos.user_list").isEmpty)
    #expect(loaded.holes("kitos.user_list") == ["* (context)"])
  }

  /// What one user was answered, and what the table of some users shows, says nothing of others.
  @Test func answersCoverTheirOwnUsers() throws {
    let loaded = try LoadingFolder.load(
      [
        "p.json": "[\(KitosDocuments.userRecord(1)),\(KitosDocuments.userRecord(5))]",
        "t.json": KitosTables.document([KitosTables.user(1)]),
        "a.json": #"{"read":true,"modify":false,"delete":false}"#,
      ],
      as: [
        "p.json=kitos.api-v2.users,organisation=\(Self.org)", Self.table,
        "a.json=kitos.api-v2.permissions,user=\(Self.u1),object=\(KitosDocuments.object(1))",
      ])
    let other = KitosDocuments.user(5)
    #expect(loaded.holes("kitos.permission") == ["\(other) | * | * | * (hidden)"])
    #expect(loaded.holes("kitos.system_integrator") == ["\(other) (hidden)"])
    #expect(loaded.holes("kitos.stakeholder_access") == ["\(other) | * (hidden)"])
    #expect(loaded.holes("kitos.local_admin_made_by") == ["\(other) | * | * (hidden)"])
  }

  /// Who made a local administrator: a user of the table, one whom it does not have, nobody, or what is no number.
  @Test(arguments: [
    ("2", ["\(KitosDocuments.user(1)) | \(KitosDocuments.organisation) | \(KitosDocuments.user(2))"], [String]()),
    ("1", ["\(KitosDocuments.user(1)) | \(KitosDocuments.organisation) | \(KitosDocuments.user(1))"], []),
    ("99", [], []),
    ("null", [], ["\(KitosDocuments.user(1)) | \(KitosDocuments.organisation) | * (context)"]),
    (#""2""#, [], ["\(KitosDocuments.user(1)) | \(KitosDocuments.organisation) | * (context)"]),
  ])
  func readsWhoMadeALocalAdministrator(_ owner: String, _ facts: [String], _ holes: [String]) throws {
    let user = KitosTables.user(1, organisationRoles: #"["LocalAdmin"]"#).replacing(
      #""Role":"LocalAdmin","ObjectOwnerId":2"#, with: #""Role":"LocalAdmin","ObjectOwnerId":\#(owner)"#)
    let loaded = try LoadingFolder.load(["t.json": KitosTables.document([user])], as: [Self.table])
    #expect(loaded.facts("kitos.local_admin_made_by") == facts)
    #expect(loaded.holes("kitos.local_admin_made_by") == holes)
  }
}
