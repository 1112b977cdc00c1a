import FactStore
import Testing

@Suite struct KitosUsersTests {
  private let org = KitosDocuments.organisation
  private let u1 = KitosDocuments.user(1)
  private var context: [String] { ["users.json=kitos.api-v2.users,organisation=\(KitosDocuments.organisation)"] }

  @Test func readsAUserList() throws {
    let text = """
      [
       {"$type":"X","uuid":"A0000000-0000-4000-8000-000000000001","email":"Mette.Hansen@Kommune.example",
        "name":"Mette Hansen","apiAccess":true,"roles":["User","LocalAdmin"],"unknownKey":{"a":[1]}}
      ]
      """
    let loaded = try LoadingFolder.load(["users.json": text], as: context)
    #expect(loaded.facts("kitos.listed_user") == ["\(u1) | mette.hansen@kommune.example"])
    #expect(loaded.facts("kitos.listed_user?name") == ["\(u1) | mette.hansen@kommune.example | Mette Hansen"])
    #expect(loaded.facts("kitos.api_access") == ["\(u1) | mette.hansen@kommune.example | true"])
    #expect(loaded.facts("kitos.member") == ["\(u1) | \(org)"])
    #expect(loaded.facts("kitos.organisation_role") == ["\(u1) | \(org) | LocalAdmin", "\(u1) | \(org) | User"])
    #expect(loaded.facts("kitos.user_list") == [org])
    #expect(loaded.holes("kitos.listed_user").isEmpty)
    #expect(loaded.holes("kitos.member").isEmpty)
    #expect(loaded.holes("kitos.organisation_role").isEmpty)
    #expect(loaded.store["kitos.global_administrator"]!.completeness == .absent)
    #expect(loaded.origin("kitos.member", "\(u1) | \(org)") == "users.json:2 /0")
    #expect(loaded.origin("kitos.organisation_role", "\(u1) | \(org) | LocalAdmin") == "users.json:3 /0/roles/1")
    let report = loaded.file("users.json")
    #expect(report.kind == "kitos.api-v2.users")
    #expect((report.records, report.used, report.rejected) == (1, 1, 0))
    #expect(report.grade == .assumed)
    #expect(loaded.isComplete)
    #expect(loaded.systemsLoaded == ["kitos", "export"])
  }

  /// A record, the holes that it leaves, and a word of the reason. The organisation is known.
  static let damaged:
    [(record: String, listed: [String], flag: [String], member: [String], role: [String], reason: String)] = [
      (
        #"{"uuid":"x","email":"a@b.example","name":"N","apiAccess":true,"roles":["User"]}"#,
        ["* | a@b.example (unusable)"], ["* | a@b.example | true (unusable)"], ["* | ORG (unusable)"],
        ["* | ORG | User (unusable)"], "`uuid`"
      ),
      (
        #"{"uuid":"U1","email":"nobody","name":"N","apiAccess":true,"roles":["User"]}"#,
        ["U1 | * (unusable)"], ["U1 | * | * (dangling)", "U1 | * | true (unusable)"], [], [], "`email`"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","name":"N","apiAccess":1,"roles":["User"]}"#,
        [], ["U1 | * | * (dangling)", "U1 | a@b.example | * (unusable)"], [], [], "`apiAccess`"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","name":"N","apiAccess":true,"roles":["User","Weird"]}"#,
        [], [], [], ["U1 | ORG | * (unusable)"], "role"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","name":"N","apiAccess":true,"roles":[0,7]}"#,
        [], [], [], ["U1 | ORG | * (unusable)"], "number"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","name":"N","apiAccess":true,"roles":null}"#,
        [], [], [], ["U1 | ORG | * (unusable)"], "`roles`"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","firstName":"N","apiAccess":true}"#,
        [], [], [], ["U1 | ORG | * (unusable)"], "`roles`"
      ),
      (
        #"{"uuid":"U1","email":"a@b.example","name":"N","roles":["User"]}"#,
        [], ["U1 | * | * (dangling)", "U1 | a@b.example | * (unusable)"], [], [], "`apiAccess`"
      ),
      (
        #"{"uuid":"U1","uuid":"U1","email":"a@b.example","name":"N","apiAccess":true,"roles":[]}"#,
        ["* | * (unusable)"], ["* | * | * (unusable)"], ["* | ORG (unusable)"], ["* | ORG | * (unusable)"], "`uuid`"
      ),
      (
        "17", ["* | * (unusable)"], ["* | * | * (unusable)"], ["* | ORG (unusable)"], ["* | ORG | * (unusable)"],
        "expected a user"
      ),
    ]

  @Test(arguments: damaged.indices)
  func leavesAHoleForEachThingThatCannotBeUsed(_ index: Int) throws {
    let row = Self.damaged[index]
    func named(_ text: String) -> String {
      text.replacing("U1", with: u1).replacing("ORG", with: org)
    }
    // A sound record stands before it, so that the document is recognised as it would be in life.
    let text = "[\(KitosDocuments.userRecord(2)),\n" + named(row.record) + "]"
    let loaded = try LoadingFolder.load(["users.json": text], as: context)
    #expect(loaded.holes("kitos.listed_user") == row.listed.map(named))
    #expect(loaded.holes("kitos.api_access") == row.flag.map(named))
    #expect(loaded.holes("kitos.member") == row.member.map(named))
    #expect(loaded.holes("kitos.organisation_role") == row.role.map(named))
    let report = loaded.file("users.json")
    #expect((report.records, report.used, report.rejected) == (2, 1, 1))
    #expect(report.problems.contains { $0.line == 2 && $0.message.contains(row.reason) })
    #expect(!loaded.isComplete)
  }

  @Test func keepsWhatCanBeReadOfARejectedRecord() throws {
    let text = "[\(KitosDocuments.userRecord(1, roles: #"["LocalAdmin","Weird"]"#))]"
    let loaded = try LoadingFolder.load(["users.json": text], as: context)
    #expect(loaded.facts("kitos.organisation_role") == ["\(u1) | \(org) | LocalAdmin"])
    #expect(loaded.facts("kitos.member") == ["\(u1) | \(org)"])
  }

  @Test(arguments: [("null", "false"), ("true", "true"), ("false", "false")])
  func readsTheInternalDocumentOfOneUser(_ flag: String, _ expected: String) throws {
    let text = """
      {"uuid":"\(u1)","email":"a@b.example","firstName":"KITOS","lastName":null,"hasApiAccess":\(flag),
       "hasStakeHolderAccess":false,"roles":["User"],"defaultOrganizationUnit":null}
      """
    let loaded = try LoadingFolder.load(["users.json": text], as: context)
    #expect(loaded.facts("kitos.api_access") == ["\(u1) | a@b.example | \(expected)"])
    #expect(loaded.facts("kitos.listed_user?name") == ["\(u1) | a@b.example | KITOS"])
    #expect(loaded.holes("kitos.listed_user") == ["* | * (page)"])
    #expect(loaded.holes("kitos.api_access") == ["* | * | * (page)"])
    #expect(loaded.holes("kitos.member") == ["* | \(org) (page)"])
    #expect(loaded.facts("kitos.user_list").isEmpty)
    #expect(loaded.holes("kitos.user_list") == ["\(org) (page)"])
  }

  /// Objects of one organisation say nothing of whose users a list has: it may be a neighbour's.
  @Test func doesNotGuessTheOrganisation() throws {
    let loaded = try LoadingFolder.load([
      "users.json": KitosDocuments.users(1..<2), "usages.json": KitosDocuments.usages(1..<3),
    ])
    #expect(loaded.facts("kitos.member").isEmpty)
    #expect(!loaded.holes("kitos.member").isEmpty)
  }

  @Test(arguments: [
    [KitosDocuments.usageRecord(1), KitosDocuments.usageRecord(2, organisation: KitosDocuments.other)],
    [],
    [
      KitosDocuments.usageRecord(1),
      #"{"uuid":"\#(KitosDocuments.object(2))","systemContext":null,"organizationContext":{"uuid":7}}"#,
    ],
    [KitosDocuments.usageRecord(1), "{"],
  ])
  func doesNotGuessTheOrganisation(_ usages: [String]) throws {
    var files = ["users.json": KitosDocuments.users(1..<2)]
    if !usages.isEmpty { files["usages.json"] = "[" + usages.joined(separator: ",") + "]" }
    let loaded = try LoadingFolder.load(files)
    #expect(loaded.facts("kitos.member").isEmpty)
    #expect(loaded.holes("kitos.member") == ["\(u1) | * (context)"])
    #expect(loaded.holes("kitos.user_list") == ["* (context)"])
    #expect(loaded.holes("kitos.organisation_role") == ["\(u1) | * | User (context)"])
    #expect(loaded.facts("kitos.listed_user").count == 1)
  }

  @Test func dropsCredentialsAndSaysSo() throws {
    let text = "[" + KitosDocuments.userRecord(1).dropLast() + #","Password":"hunter2!","nested":{"salt":"pepper"}}]"#
    let loaded = try LoadingFolder.load(["users.json": text], as: context)
    let report = loaded.file("users.json")
    #expect(report.problems.contains { $0.message.contains("credentials") && $0.pointer == "/0/Password" })
    #expect(!"\(report) \(loaded.incompleteReasons)".contains("hunter2"))
    #expect(!"\(report)".contains("pepper"))
    let symbols = loaded.store.symbols
    #expect(!(0..<symbols.count).contains { symbols.text(SymbolID(raw: UInt32($0))).contains("hunter2") })
    #expect((report.used, report.rejected) == (1, 0))
  }

  @Test func ignoresEmptyCredentials() throws {
    let text = "[" + KitosDocuments.userRecord(1).dropLast() + #","Password":null,"Salt":""}]"#
    #expect(try LoadingFolder.load(["users.json": text], as: context).file("users.json").problems.isEmpty)
  }
}
