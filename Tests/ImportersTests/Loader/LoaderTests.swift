import FactStore
import FoundationEssentials
import Importers
import Testing

@testable import ImportCore

@Suite struct LoaderTests {
  private let organisation = KitosDocuments.organisation

  private func folder() throws -> LoadingFolder {
    try LoadingFolder([
      "kitos/users.json": KitosDocuments.users(1..<20), "kitos/usages.json": KitosDocuments.usages(1..<9),
      "kitos/roles.json": KitosDocuments.roleTypes([1, 2]), "hr/employees.csv": "id,email\n1,a@b.dk\n2,c@d.dk\n",
      "mail/m.csv": "PrimarySmtpAddress\na@b.dk\n", "README.md": "# Notes, and more notes\n",
      "notes.txt": "a list, of words", ".hidden": "x", ".git/config": "x",
      "x.facts": "1\t2\n",
    ])
  }

  private func digest(_ loaded: LoadedSources) -> String {
    var text = loaded.files.map { "\($0)" }.joined(separator: "\n")
    for relation in loaded.store.relations {
      text += "\n\(relation.name) \(relation.completeness)"
      for row in 0..<relation.facts.count {
        let values = zip(relation.columns, relation.facts.row(row)).map {
          "\(loaded.store.symbols.decode($1, as: $0.type))"
        }
        text += "\n\(values) \(relation.origin(ofRow: row, symbols: loaded.store.symbols)!)"
      }
      text += "\n" + relation.holes.map { "\($0.reason) \($0.text) \($0.origin as Any)" }.joined(separator: "\n")
    }
    return text
  }

  @Test func theResultDoesNotDependOnTheOrderOfPathsNorOnThreads() throws {
    let folder = try folder()
    let paths = ["kitos/users.json", "hr", "kitos/usages.json", "mail/m.csv", "kitos/roles.json"]
      .map { "\(folder.path)/\($0)" }
    let date = CalendarDate("2026-11-20")!
    let expected = digest(try Loader(configuration: Configuration(.all), asOf: date, jobs: 1).load(paths))
    for order in [paths.reversed(), Array(paths[2...] + paths[..<2]), paths + [folder.path + "/kitos/../hr/"]] {
      #expect(digest(try Loader(configuration: Configuration(.all), asOf: date, jobs: 2).load(order)) == expected)
    }
  }

  @Test func walksAFolder() throws {
    let folder = try folder()
    var configuration = Configuration(.all)
    configuration.ignore = [PathPattern("*.facts")]
    let loaded = try folder.load(configuration: configuration)
    #expect(
      loaded.files.map { "\($0.path) \($0.kind ?? "-")" } == [
        ".git ignored", ".hidden ignored", "README.md ignored", "hr/employees.csv organisation.employees",
        "kitos/roles.json kitos.api-v2.role-types", "kitos/usages.json kitos.api-v2.usages",
        "kitos/users.json kitos.api-v2.users", "mail/m.csv exchange.mailboxes", "notes.txt ignored", "x.facts ignored",
      ])
    #expect(loaded.isComplete)
    #expect(loaded.systemsLoaded == ["kitos", "mailbox", "employees", "export"])
    #expect(loaded.digests.count == 7)
    #expect(loaded.files.allSatisfy { $0.records == $0.used + $0.rejected + $0.outOfScope })
  }

  @Test func survivesLinksThatLeadBack() throws {
    let folder = try folder()
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/kitos/loop", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/lost", withDestinationPath: "/nowhere/at/all")
    let loaded = try folder.load()
    #expect(loaded.file("lost").problems[0].message.contains("link"))
    #expect(loaded.facts("employees.person").count == 2)
    #expect(loaded.files.count { $0.path.hasSuffix("users.json") } == 1)
  }

  @Test func aPathThatIsNotThereIsNamed() throws {
    let folder = try folder()
    let loaded = try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!).load([
      folder.path + "/hr", folder.path + "/missing",
    ])
    #expect(!loaded.isComplete)
    #expect(loaded.facts("employees.person").count == 2)
  }

  @Test func reportsProgress() throws {
    let folder = try folder()
    let seen = Mutexed<[LoadProgress]>([])
    _ = try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!).load([folder.path]) {
      progress in
      seen.change { $0.append(progress) }
    }
    let last = seen.value.last!
    #expect(last.filesDone == last.filesTotal)
    #expect(last.bytesDone == last.bytesTotal)
    #expect(zip(seen.value, seen.value.dropFirst()).allSatisfy { $0.filesDone < $1.filesDone })
  }

  /// What is expected, and how many reasons for doubt that gives.
  static let expectations: [(kind: String, organisation: String?, records: Int?, age: Int?, reasons: Int)] = [
    ("kitos.api-v2.users", nil, 19, nil, 0), ("kitos.api-v2.users", nil, 20, nil, 1),
    ("kitos.api-v2.users", KitosDocuments.organisation, 19, nil, 1),
    ("kitos.api-v2.users", KitosDocuments.other, 1, nil, 1), ("kitos.api-v2.contracts", nil, nil, nil, 1),
    ("organisation.employees", nil, 2, nil, 0), ("organisation.employees", nil, 2, 31, 1),
    ("kitos.api-v2.usages", nil, nil, 10, 0), ("kitos.api-v2.usages", nil, nil, 9, 1),
    ("kitos.api-v2.usages", KitosDocuments.organisation, 9, 9, 2),
  ]

  @Test(arguments: expectations.indices)
  func comparesWithWhatIsExpected(_ index: Int) throws {
    let row = Self.expectations[index]
    var configuration = Configuration(.all)
    configuration.ignore = [PathPattern("*.facts")]
    configuration.sources = [
      .init(pattern: PathPattern("kitos/usages.json"), context: SourceContext(extractedAt: "2026-11-10"), line: 1)
    ]
    configuration.expectations = [
      .init(kind: row.kind, organisation: row.organisation, records: row.records, maxAgeDays: row.age, line: 2)
    ]
    let loaded = try folder().load(configuration: configuration)
    #expect(loaded.incompleteReasons.count == row.reasons)
    #expect(loaded.isComplete == (row.reasons == 0))
    let relation = Registry.all.relations(ofKind: row.kind).last!
    let isDoubted = loaded.store[relation]!.holes.contains { $0.reason == .expected || $0.reason == .absent }
    #expect(isDoubted == (row.reasons > 0))
  }

  @Test func aCopyDoesNotMeetAnExpectation() throws {
    var configuration = Configuration(.all)
    configuration.expectations = [.init(kind: "organisation.employees", records: 3, line: 1)]
    let text = "id,email\n1,a@b.dk\n2,c@d.dk\n"
    let loaded = try LoadingFolder(["a.csv": text, "b.csv": text]).load(configuration: configuration)
    #expect(!loaded.isComplete)
  }

  /// The answers of Kitos about two users may be the same: they are two, where the configuration says whose they are.
  @Test(arguments: [("\(KitosDocuments.user(2))", 0), ("\(KitosDocuments.user(1))", 1)])
  func oneAnswerAboutTwoUsersIsTwo(_ second: String, _ reasons: Int) throws {
    var configuration = Configuration(.all)
    configuration.expectations = [.init(kind: "kitos.api-v2.permissions", records: 2, line: 1)]
    configuration.sources = [("a.json", KitosDocuments.user(1)), ("b.json", second)].map { path, user in
      let context = SourceContext(kind: "kitos.api-v2.permissions", user: user, object: KitosDocuments.object(9))
      return .init(pattern: PathPattern(path), context: context, line: 1)
    }
    let answer = #"{"read":true,"modify":false,"delete":false,"fieldPermissions":{"fields":[]}}"#
    let loaded = try LoadingFolder(["a.json": answer, "b.json": answer]).load(configuration: configuration)
    #expect(loaded.incompleteReasons.count == reasons)
  }

  @Test func entriesThatFitNoFileAreMentioned() throws {
    var configuration = Configuration(.all)
    configuration.sources = [.init(pattern: PathPattern("kitos/user.json"), context: SourceContext(), line: 4)]
    let loaded = try LoadingFolder(["a.csv": "id,email\n1,a@b.dk\n"]).load(
      as: ["nothing.json=kitos.api-v2.users"], configuration: configuration)
    #expect(loaded.warnings.count == 2)
    #expect(loaded.isComplete)
  }

  /// An entry that says what a file is announces it: where there is none, what it would fill is open as far as the entry says
  /// of whom it speaks.
  @Test(
    arguments: [
      (
        "altinn.package-permissions,organisation=310000001,query=from=310000001", "altinn.given_package",
        "310000001 | * | * | *"
      ),
      (
        "altinn.package-permissions,query=from=310000001&to=310000002", "altinn.given_package",
        "310000001 | 310000002 | * | *"
      ),
      ("altinn.system-users,organisation=310000001", "altinn.system_user", "* | 310000001 | * | *"),
      (
        "altinn.my-clients,user=11111111-aaaa-4aaa-8aaa-000000000001", "altinn.client_delegation",
        "* | * | 11111111-aaaa-4aaa-8aaa-000000000001 | *"
      ),
      (
        "kitos.api-v2.users,organisation=11111111-aaaa-4aaa-8aaa-000000000001", "kitos.member",
        "* | 11111111-aaaa-4aaa-8aaa-000000000001"
      ),
      ("kitos.api-v2.users", "kitos.member", "* | *"),
    ] as [(String, String, String)])
  func whatAnEntryAnnouncesIsMissed(_ entry: String, _ relation: String, _ hole: String) throws {
    let override = try SourceOverride(parsing: "gone.json=\(entry)", .all)
    var configuration = Configuration(.all)
    configuration.sources = [.init(pattern: PathPattern("gone.json"), context: override.context, line: 4)]
    // Another document of the kind is there.
    let other = "other.json=\(override.context.kind ?? "")"
    let folder = try LoadingFolder(["other.json": "[]"])
    for loaded in [
      try folder.load(as: [other], configuration: configuration), try folder.load(as: [other, "gone.json=\(entry)"]),
    ] {
      #expect(loaded.holes(relation).contains("\(hole) (expected)"), "\(loaded.holes(relation))")
      #expect(loaded.warnings.count == 1)
    }
    // A file that fits is a file that came, whatever is in it.
    try folder.write("gone.json", Array("[]".utf8))
    let whole = try folder.load(as: [other], configuration: configuration)
    #expect(!whole.holes(relation).contains { $0.hasSuffix("(expected)") })
  }
}
