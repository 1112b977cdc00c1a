import Importers
import Testing

@testable import ImportCore

@Suite struct ConfigurationTests {
  private let organisation = "00000000-0000-4000-8000-00000000000a"

  @Test func readsEverything() throws {
    let yaml = """
      # what the exports do not say
      sources:
        - path: "kitos/users-*.json"
          kind: kitos.api-v2.users
          organisation: 00000000-0000-4000-8000-00000000000A
          extracted_at: 2026-11-19
      expect:
        - kind: kitos.api-v2.users
          organisation: 00000000-0000-4000-8000-00000000000a
          records: 400
          max_age_days: 31
      ignore: ["*.facts"]
      parameters:
        kitos.max_local_admins: 3
        organisation.own_domains: [ballerup.dk]
      policies: [policies]
      """
    let read = try Configuration.read(Array(yaml.utf8), path: "x/tilsyn.yaml", .all)
    #expect(read.sources.count == 1)
    #expect(read.sources[0].context.organisation == organisation)
    #expect(read.sources[0].context.kind == "kitos.api-v2.users")
    #expect(read.sources[0].pattern.matches("kitos/users-1.json"))
    #expect(read.expectations[0].records == 400)
    #expect(read.expectations[0].maxAgeDays == 31)
    #expect(read.parameters["kitos.max_local_admins"]?.texts == ["3"])
    #expect(read.parameters["organisation.own_domains"]?.isList == true)
    #expect(read.policies == ["policies"])
    #expect(read.folder == "x")
    #expect(read.resolve("policies") == "x/policies")
  }

  /// What is written, the line of the error (0 for any), and words of it.
  static let errors: [(yaml: String, line: Int, words: String)] = [
    ("source: []", 1, "did you mean `sources`?"),
    ("ignore: []\nexpects: []", 2, "did you mean `expect`?"),
    ("sources:\n  - path: a\n    knd: kitos.api-v2.users", 3, "did you mean `kind`?"),
    ("sources:\n  - path: a\n    kind: kitos.api-v2.user", 3, "did you mean `kitos.api-v2.users`?"),
    ("sources:\n  - kind: kitos.api-v2.users", 2, "`path`"),
    ("sources:\n  - path: a\n    organisation: nine", 3, "must be a uuid"),
    ("sources:\n  - path: a\n    extracted_at: 19-11-2026", 3, "must be a date"),
    ("sources: {}", 1, "must be a list"),
    ("expect:\n  - kind: kitos.internal.unit-registrations", 2, "can be expected"),
    ("expect:\n  - kind: kitos.api-v2.users\n    records: many", 3, "whole number"),
    ("expect:\n  - records: 3", 2, "`kind`"),
    ("ignore: a", 1, "must be a list"),
    ("mappings: [nowhere.yaml]", 1, "nowhere.yaml"),
    ("a: [", 0, "not valid YAML"),
    ("ignore: []\nignore: []", 0, "twice"),
  ]

  @Test(arguments: errors.indices)
  func namesEveryError(_ index: Int) {
    let row = Self.errors[index]
    let error = #expect(throws: ConfigurationError.self) {
      try Configuration.read(Array(row.yaml.utf8), path: "tilsyn.yaml", .all)
    }
    // Where YAML itself is broken, its reader picks the line.
    #expect(
      error?.problems.contains { (row.line == 0 || $0.line == row.line) && "\($0)".contains(row.words) } == true,
      "\(error as Any)")
  }

  @Test func allErrorsAreNamedAtOnce() {
    let yaml = "sorces: []\nexpect:\n  - kind: x\n    record: 3\nparameters: [1]"
    let error = #expect(throws: ConfigurationError.self) {
      try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all)
    }
    #expect(error?.problems.map(\.line) == [1, 3, 4, 5])
  }

  /// An argument of `--as`, its path and its context.
  static let overrides: [(text: String, path: String, context: SourceContext)] = [
    ("a.json=kitos.api-v2.users", "a.json", SourceContext(kind: "kitos.api-v2.users")),
    (
      "dir/x=1.json=kitos.api-v2.users,organisation=00000000-0000-4000-8000-00000000000A", "dir/x=1.json",
      SourceContext(kind: "kitos.api-v2.users", organisation: "00000000-0000-4000-8000-00000000000a")
    ),
    (
      "p.json=kitos.api-v2.permissions,user=00000000-0000-4000-8000-000000000001,object=00000000-0000-4000-8000-000000000002",
      "p.json",
      SourceContext(
        kind: "kitos.api-v2.permissions", user: "00000000-0000-4000-8000-000000000001",
        object: "00000000-0000-4000-8000-000000000002")
    ),
  ]

  @Test(arguments: overrides.indices)
  func readsOverrides(_ index: Int) throws {
    let row = Self.overrides[index]
    let override = try SourceOverride(parsing: row.text, .all)
    #expect(override.path.text == row.path)
    #expect(override.context == row.context)
  }

  @Test(arguments: [
    ("a.json", "names no kind"), ("=kitos.api-v2.users", "names no kind"),
    ("a.json=kitos.api-v2.user", "did you mean `kitos.api-v2.users`?"),
    ("a.json=kitos.api-v2.users,organization=x", "did you mean `organisation`?"),
    ("a.json=kitos.api-v2.users,organisation=x", "must be a uuid"), ("a.json=kitos.api-v2.users,x", "no `key=value`"),
  ])
  func refusesOverrides(_ text: String, _ words: String) {
    let error = #expect(throws: ConfigurationError.self) { try SourceOverride(parsing: text, .all) }
    #expect("\(error as Any)".contains(words))
  }

  /// A pattern, a path, and whether the one fits the other.
  static let patterns: [(pattern: String, path: String, fits: Bool)] = [
    ("a.json", "a.json", true), ("a.json", "b/a.json", false), ("./a.json", "a.json", true),
    ("*.json", "a.json", true), ("*.json", "a/b.json", false), ("**/*.json", "a/b/c.json", true),
    ("**/*.json", "c.json", true), ("a/**", "a/b/c", true), ("a/**", "a", true), ("u-?.json", "u-1.json", true),
    ("u-?.json", "u-12.json", false), ("u-[12].json", "u-2.json", true), ("u-[12].json", "u-3.json", false),
    ("*a*b*", "xxaybz", true), ("*a*b*", "xxbya", false), ("", "a", false), ("[", "[", true), ("a*", "a", true),
    ("*-*-*.json", "u-1.json", false),
  ]

  @Test(arguments: patterns.indices)
  func matchesPaths(_ index: Int) {
    let row = Self.patterns[index]
    #expect(PathPattern(row.pattern).matches(row.path) == row.fits)
  }

  @Test func ignorePatternsWithoutAFolderFitAtAnyDepth() {
    #expect(PathPattern("*.facts").matchesAnyDepth("a/b/c.facts"))
    #expect(!PathPattern("a/*.facts").matchesAnyDepth("x/a/c.facts"))
  }

  @Test func aContextOfTheCommandLineOverrulesTheFile() throws {
    var configuration = Configuration(.all)
    configuration.sources = [
      .init(
        pattern: PathPattern("*.json"),
        context: SourceContext(kind: "kitos.api-v2.users", organisation: organisation, extractedBy: "x"), line: 1)
    ]
    let folder = try LoadingFolder(["a.json": KitosDocuments.users(1..<2)])
    let loaded = try folder.load(as: ["a.json=kitos.api-v2.unit-role-types"], configuration: configuration)
    #expect(loaded.file("a.json").kind == "kitos.api-v2.unit-role-types")
    #expect(try folder.load(configuration: configuration).facts("kitos.user_list") == [organisation])
  }
}
