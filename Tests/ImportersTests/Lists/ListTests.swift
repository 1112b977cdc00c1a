import FactStore
import Testing

@testable import ImportCore
@testable import ImportKitos

/// Whether a list is whole, by what its files, their names and their queries say: for every kind of list that is split.
@Suite struct ListTests {
  static let org = KitosDocuments.organisation

  /// A kind of list, a document of so many of its records, and a relation that it fills.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    var relation: String
    var document: @Sendable (Range<Int>) -> String
    var testDescription: String { name }
  }

  static func list(_ range: Range<Int>, _ record: (Int) -> String) -> String {
    "[" + range.map(record).joined(separator: ",\n") + "]"
  }

  static let kinds: [Kind] = [
    Kind(
      name: "kitos.api-v2.users", path: "/api/v2/organizations/\(org)/users", relation: "kitos.listed_user",
      document: { KitosDocuments.users($0) }),
    Kind(
      name: "kitos.api-v2.usages", path: "/api/v2/it-system-usages", relation: "kitos.usage",
      document: { KitosDocuments.usages($0) }),
    Kind(
      name: "kitos.api-v2.contracts", path: "/api/v2/it-contracts", relation: "kitos.contract_role",
      document: {
        list($0) {
          #"{"uuid":"\#(KitosDocuments.object($0))","name":"K","organizationContext":{"uuid":"\#(org)"},"roles":[],"#
            + #""parentContract":null,"procurement":{}}"#
        }
      }),
    Kind(
      name: "kitos.api-v2.units", path: "/api/v2/organizations/\(org)/organization-units", relation: "kitos.unit",
      document: {
        list($0) { #"{"uuid":"\#(KitosDocuments.object($0))","name":"U","parentOrganizationUnit":null}"# }
      }),
    Kind(
      name: "kitos.api-v2.systems", path: "/api/v2/it-systems", relation: "kitos.system",
      document: {
        list($0) { #"{"uuid":"\#(KitosDocuments.object($0))","name":"S","exposedInterfaces":[],"parentSystem":null}"# }
      }),
    Kind(
      name: "kitos.odata.users", path: "/odata/GetUsersByUuid(organizationUuid=\(org))", relation: "kitos.member",
      document: { KitosTables.document($0.map { KitosTables.user($0) }) }),
  ]

  /// The files of a list, each with the parameters of its query; and whether it is whole.
  static let lists: [(files: [(name: String, records: Range<Int>, query: String?)], isWhole: Bool)] = [
    ([("a-0.json", 1..<4, nil)], true),
    ([("a-0.json", 1..<4, "page=0&pageSize=100")], true),
    ([("a-0.json", 1..<4, "page=0&pageSize=3")], false),
    ([("a-0.json", 1..<4, "page=0&pageSize=3"), ("a-1.json", 4..<5, "page=1&pageSize=3")], true),
    ([("a-0.json", 1..<4, "page=0&pageSize=3"), ("a-2.json", 4..<5, "page=2&pageSize=3")], false),
    ([("a.json", 1..<4, "page=1")], false),
    ([("a.json", 1..<4, "$top=3")], false), ([("a.json", 1..<4, "$skip=3")], false),
    ([("a.json", 1..<4, "$top=3&$skip=0"), ("b.json", 4..<5, "$top=3&$skip=3")], true),
    ([("a.json", 1..<4, "$top=3&$skip=0"), ("b.json", 4..<5, "$top=3&$skip=6")], false),
    ([("a-0.json", 1..<4, nil), ("a-1.json", 4..<6, nil)], true),
    ([("a-0.json", 1..<4, nil), ("a-2.json", 4..<6, nil)], false),
    ([("a_page2.json", 1..<4, nil)], false),
    ([("a-2.json", 1..<4, nil), ("a-3.json", 4..<6, nil)], false),
    ([("a.json", 1..<101, nil)], false), ([("a.json", 1..<101, "page=0&pageSize=250")], true),
    ([("a.json", 1..<4, "changedSinceGtEq=2026-11-01")], false),
    // What was asked for in part takes nothing from the whole list beside it.
    ([("a.json", 1..<9, nil), ("b.json", 2..<4, "nameContains=x")], true),
    ([("a.json", 1..<3, nil), ("b.json", 3..<9, "nameContains=x")], false),
  ]

  @Test(arguments: kinds, lists.indices) func isTold(_ kind: Kind, _ index: Int) throws {
    let row = Self.lists[index]
    let folder = try LoadingFolder()
    var contexts: [String] = []
    for file in row.files {
      try folder.write(file.name, Array(kind.document(file.records).utf8))
      let query = file.query.map { ",query=\(kind.path)?\($0)" } ?? ""
      contexts.append("\(file.name)=\(kind.name),organisation=\(Self.org)\(query)")
    }
    let loaded = try folder.load(as: contexts)
    let holes = loaded.holes(kind.relation).filter { $0.hasSuffix("(page)") }
    #expect(holes.isEmpty == row.isWhole, "\(row.files.map(\.name)): \(holes)")
    #expect(loaded.isComplete && loaded.files.contains { $0.completeness == .partial } != row.isWhole)
  }

  /// A next page is a next page, whatever the document counts, and however it links to it.
  @Test(arguments: [
    (#""@odata.count":2,"#, true), (#""@odata.count":2,"@odata.nextLink":"x?$skip=2","#, false),
    (#""@odata.count":3,"#, false), (#""@odata.count":2,"links":{"next":"x"},"#, false),
    (#""@odata.count":2,"links":{"next":null},"#, true), (#""@odata.count":2,"hasMore":true,"#, false),
    (#""@odata.count":2,"nextLink":"","#, true), (#""@odata.count":2,"_links":{"next":{"href":"x"}},"#, false),
    (#""nextPageToken":"t","#, false),
  ])
  func aLinkToMoreIsOne(_ envelope: String, _ isWhole: Bool) throws {
    let table = KitosTables.document([KitosTables.user(1), KitosTables.user(2)], envelope: envelope)
    let loaded = try LoadingFolder.load(["t.json": table], as: ["t.json=kitos.odata.users,organisation=\(Self.org)"])
    #expect(loaded.holes("kitos.listed_user").isEmpty == isWhole)
    // Each record says of itself whether its user is deleted.
    #expect(loaded.holes("kitos.deleted_user").isEmpty)
    let mapping = """
      mapping:
        relations: { t.r: { columns: { a: text } } }
        files: [{ path: t.json, format: json, records: /value, facts: [{ relation: t.r, columns: { a: Uuid } }] }]

      """
    #expect(try MappingTests.load(["t.json": table], mapping).holes("t.r").isEmpty == isWhole)
  }

  /// The mail directory, by its size and its command.
  @Test(
    arguments: [
      (999, nil, true), (1000, nil, false), (1001, nil, true), (1000, "Get-Recipient -ResultSize Unlimited", true),
      (20, "Get-Recipient -ResultSize 20", false), (19, "Get-Recipient -ResultSize 20", true),
      (20, "Get-Mailbox -ResultSize Unlimited", false), (20, "Get-Recipient -ResultSize Unlimited -Filter {x}", false),
    ] as [(Int, String?, Bool)])
  func aDirectoryMayBeCut(_ count: Int, _ command: String?, _ isWhole: Bool) throws {
    let rows = (1...count).map { "m\($0)@kommune.example,UserMailbox\r\n" }.joined()
    let loaded = try LoadingFolder.load(
      ["m.csv": "PrimarySmtpAddress,RecipientTypeDetails\r\n" + rows],
      as: ["m.csv=exchange.mailboxes" + (command.map { ",query=\($0)" } ?? "")])
    #expect(loaded.holes("mailbox.entry").filter { $0.hasSuffix("(page)") }.isEmpty == isWhole)
  }

  /// A part beside the whole takes nothing from it.
  @Test func aPartBesideTheWholeDirectory() throws {
    func csv(_ range: Range<Int>) -> String {
      "PrimarySmtpAddress\r\n" + range.map { "m\($0)@kommune.example\r\n" }.joined()
    }
    let files = ["a.csv": csv(1..<30), "b.csv": csv(1..<4)]
    let loaded = try LoadingFolder.load(files, as: ["b.csv=exchange.mailboxes,query=Get-Recipient -Filter {x}"])
    #expect(!loaded.holes("mailbox.entry").contains { $0.hasSuffix("(page)") })
  }

  /// Every kind of list of Kitos, empty: what cannot be empty proves nothing.
  @Test(arguments: KitosKind.allCases.filter { !$0.isTable && $0 != .userTable && $0 != .internalUser })
  func anEmptyListProvesNothingWhereNoneIsEmpty(_ kind: KitosKind) throws {
    // Of whom and what an answer is, the configuration says; without that it leaves more open than its being empty.
    let user = kind == .permissions || kind.createdKind != nil ? ",user=\(KitosDocuments.user(1))" : ""
    let object = kind == .unitRoles ? "" : ",object=\(KitosDocuments.object(1))" + user
    let loaded = try LoadingFolder.load(
      ["x.json": "[]"], as: ["x.json=\(kind.rawValue),organisation=\(Self.org)\(object)"])
    let main = Registry.all.relations(ofKind: kind.rawValue).first { $0 != "kitos.user_list" }!
    let hasHole = loaded.holes(main).contains { $0.hasSuffix("(page)") }
    #expect(hasHole == !kind.list.mayBeEmpty, "\(kind) \(main)")
    #expect(loaded.facts("kitos.user_list").isEmpty)
  }

  @Test func anEmptyTableOfUsersProvesNothing() throws {
    let title = "Navn;Email;Seneste login;API bruger;Lokal Admin\r\n"
    for (name, text, kind) in [
      ("o.csv", title, "kitos.ui.users"), ("o.csv", title + ";;;;\r\n", "kitos.ui.users"),
      ("t.json", KitosTables.document([], envelope: #""@odata.count":0,"#), "kitos.odata.users"),
    ] {
      let loaded = try LoadingFolder.load([name: text], as: ["\(name)=\(kind),organisation=\(Self.org)"])
      #expect(loaded.holes("kitos.api_access") == ["* | * | * (page)"], "\(kind)")
      #expect(loaded.holes("kitos.user_list") == ["\(Self.org) (page)"] && loaded.facts("kitos.user_list").isEmpty)
      // Beside a list that names users it says nothing.
      let beside = try LoadingFolder.load(
        [name: text, "users.json": KitosDocuments.users(1..<3)],
        as: ["\(name)=\(kind),organisation=\(Self.org)", "users.json=kitos.api-v2.users,organisation=\(Self.org)"])
      #expect(beside.holes("kitos.api_access").isEmpty, "\(kind)")
    }
  }
}
