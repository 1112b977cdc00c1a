import FactStore
import Importers
import Testing

@testable import ImportCore

@Suite struct MappingTests {
  /// Loads files with a mapping, both under `mapping:` of a `tilsyn.yaml`.
  static func load(_ files: [String: String], _ yaml: String, jobs: Int = 2) throws -> LoadedSources {
    let configuration = try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all)
    return try LoadingFolder(files).load(configuration: configuration, jobs: jobs)
  }

  static let relation = """
    mapping:
      relations:
        shop.right:
          doc: "who may do what"
          columns:
            id: int
            user: { type: shop.user, doc: "who" }
            level: { type: text, values: [read, write] }
            email: email
            since: { type: date, optional: true }
            active: { type: bool, optional: true }

    """

  /// One source in each format, with the same three facts.
  static let formats: [(name: String, text: String, file: String)] = [
    (
      "a.jsonl",
      """
      {"id":1,"user":"u1","level":"read","email":"A@B.dk","since":"2024-01-01","active":true}
      {"id":2,"user":" u2 ","level":"write","email":"c@d.dk","since":null,"active":false,"more":[1,{}]}
      {"id":"3","user":"u3","level":"read","email":"e@f.dk","since":"","active":"nej"}

      """, "{ path: a.jsonl, format: jsonl, FACT }"
    ),
    (
      "a.json",
      """
      {"total": 3, "data": {"items": [
        {"id":1,"user":"u1","level":"read","email":"A@B.dk","since":"2024-01-01","active":true},
        {"id":2,"user":"u2","level":"write","email":"c@d.dk","active":false},
        {"id":3,"user":"u3","level":"read","email":"e@f.dk","since":null,"active":"nej"}]}}
      """, "{ path: a.json, format: json, records: /data/items, grade: counted, total: /total, FACT }"
    ),
    (
      "a.csv",
      """
      email;active;since;user;level;id
      A@B.dk;true;01-01-2024;u1;read;1
      c@d.dk;false;;u2;write;2
      e@f.dk;nej;;"u3";read;3

      """, "{ path: a.csv, format: csv, FACT }"
    ),
    (
      "a.tsv", "1\tu1\tread\tA@B.dk\t2024-01-01\t1\n2\tu2\twrite\tc@d.dk\t\t0\n3\tu3\tread\te@f.dk\t\tfalse\n",
      "{ path: a.tsv, format: tsv, header: false, fields: [id, user, level, email, since, active], FACT }"
    ),
  ]

  /// An empty cell may mean a value, in every format; a value that the column cannot have is an error of the mapping.
  @Test(arguments: ["jsonl", "json", "csv"])
  func emptyMayMeanAValue(_ format: String) throws {
    let texts = [
      "jsonl": "{\"user\":\"u1\",\"form\":null}\n{\"user\":\"u2\"}\n{\"user\":\"u3\",\"form\":\"AS\"}\n",
      "json": #"[{"user":"u1","form":""},{"user":"u2","form":null},{"user":"u3","form":"AS"}]"#,
      "csv": "user,form\nu1,\nu2,  \nu3,AS\n",
    ]
    let yaml = """
      mapping:
        relations: { shop.user: { doc: d, columns: { user: text, form: { type: text, values: ["*", AS] } } } }
        files: [{ path: a, format: \(format), facts: [{ relation: shop.user, empty: { form: { const: VALUE } } }] }]

      """
    let configuration = try Configuration.read(
      Array(yaml.replacing("VALUE", with: "\"*\"").utf8), path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["a": texts[format]!]).load(configuration: configuration)
    #expect(loaded.facts("shop.user") == ["u1 | *", "u2 | *", "u3 | AS"])
    #expect(loaded.isComplete)
    #expect(throws: ConfigurationError.self) {
      try Configuration.read(Array(yaml.replacing("VALUE", with: "BRL").utf8), path: "tilsyn.yaml", .all)
    }
  }

  /// A record may have no such fact, in every format: no row and no hole. Where every record says so, it is in doubt.
  @Test(arguments: ["jsonl", "json", "csv"], [true, false])
  func emptyMayMeanNoneOfIt(_ format: String, _ someHaveOne: Bool) throws {
    let grants = ["write", "", "  "].map { someHaveOne ? $0 : "" }
    let text =
      switch format {
      case "csv": "user,level\n" + grants.enumerated().map { "u\($0),\($1)\n" }.joined()
      case "json":
        "[" + grants.enumerated().map { #"{"user":"u\#($0)","level":"\#($1)"}"# }.joined(separator: ",") + "]"
      default: grants.enumerated().map { #"{"user":"u\#($0)","level":"\#($1)"}"# + "\n" }.joined()
      }
    let yaml = """
      mapping:
        relations:
          shop.user: { doc: d, columns: { user: text } }
          shop.right: { doc: d, columns: { user: text, level: { type: text, values: [read, write] } } }
        files:
          - path: a
            format: \(format)
            facts: [{ relation: shop.user }, { relation: shop.right, empty: { level: none-of-it } }]

      """
    let configuration = try Configuration.read(Array(yaml.utf8), path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["a": text]).load(configuration: configuration)
    #expect(loaded.facts("shop.user").count == 3 && loaded.files[0].used == 3)
    #expect(loaded.facts("shop.right") == (someHaveOne ? ["u0 | write"] : []))
    #expect(loaded.holes("shop.right") == (someHaveOne ? [] : ["* | * (page)"]))
    #expect(loaded.files[0].notes.map { $0.english } == (someHaveOne ? [] : ["`level` is empty in every record"]))
    // What is there and cannot be used is no empty cell.
    let wrong = try LoadingFolder(["a": text.replacing(someHaveOne ? "write" : "u0", with: "x")]).load(
      configuration: configuration)
    if someHaveOne { #expect(wrong.holes("shop.right") == ["u0 | * (unusable)"]) }
    // Only a required column has that meaning.
    let optional = yaml.replacing("values: [read, write]", with: "values: [read, write], optional: true")
    #expect(throws: ConfigurationError.self) {
      try Configuration.read(Array(optional.utf8), path: "tilsyn.yaml", .all)
    }
  }

  /// Of a record whose list is missing, what the record itself says decides: none, or not known.
  @Test(arguments: [("u1", ["u1 | * (unusable)"]), ("", [])])
  func noneOfItAroundAMissingList(_ login: String, _ holes: [String]) throws {
    let yaml = """
      mapping:
        relations: { shop.right: { doc: d, columns: { user: text, level: text } } }
        files:
          - path: a.json
            format: json
            facts:
              - relation: shop.right
                each: /rights
                columns: { user: "../login", level: kind }
                empty: { user: none-of-it }

      """
    let text = #"[{"login":"u0","rights":[{"kind":"read"}]},{"login":"\#(login)"}]"#
    let loaded = try Self.load(["a.json": text], yaml)
    #expect(loaded.facts("shop.right") == ["u0 | read"])
    #expect(loaded.holes("shop.right") == holes)
  }

  @Test(arguments: formats.indices)
  func readsEveryFormat(_ index: Int) throws {
    let row = Self.formats[index]
    let fact = "facts: [{ relation: shop.right, empty: { since: none, active: unknown } }]"
    let loaded = try Self.load(
      [row.name: row.text], Self.relation + "  files:\n    - " + row.file.replacing("FACT", with: fact))
    #expect(
      loaded.facts("shop.right") == [
        "1 | u1 | read | a@b.dk", "2 | u2 | write | c@d.dk", "3 | u3 | read | e@f.dk",
      ])
    #expect(loaded.facts("shop.right?since") == ["1 | u1 | read | a@b.dk | 2024-01-01"])
    #expect(loaded.facts("shop.right?active").count == 3)
    #expect(loaded.holes("shop.right").isEmpty)
    #expect(loaded.isComplete, "\(loaded.incompleteReasons)")
    #expect(loaded.store["shop.right"]?.grade == (row.name == "a.json" ? .counted : .assumed))
    #expect(loaded.file(row.name).used == 3)
    #expect(loaded.systemsLoaded == ["shop", "export"])
  }

  @Test func aTotalThatDisagreesIsADoubt() throws {
    let row = Self.formats[1]
    let fact = "facts: [{ relation: shop.right, empty: { since: none, active: unknown } }]"
    let yaml = Self.relation + "  files:\n    - " + row.file.replacing("FACT", with: fact)
    for total in ["4", "\"3\"", "null"] {
      let text = row.text.replacing("\"total\": 3", with: "\"total\": \(total)")
      let loaded = try Self.load([row.name: text], yaml)
      #expect(loaded.holes("shop.right") == ["* | * | * | * (page)"])
      #expect(loaded.store["shop.right"]?.grade == .assumed)
    }
  }

  /// The record, what `empty` says of `level`, the facts and the holes, and whether the record is rejected.
  static let empties: [(record: String, empty: String, facts: [String], holes: [String], isRejected: Bool)] = [
    (#"{"a":"x","level":""}"#, "keep", ["x | "], [], false),
    (#"{"a":"x"}"#, "keep", [], ["x | * (unusable)"], true),
    (#"{"a":"x","level":null}"#, "unknown", [], ["x | * (unusable)"], false),
    (#"{"a":"x","level":""}"#, "reject", [], ["x | * (unusable)"], true),
    (#"{"a":"x","level":"  "}"#, "reject", [], ["x | * (unusable)"], true),
    (#"{"a":"x","level":{"b":1}}"#, "unknown", [], ["x | * (unusable)"], true),
    (#"{"a":"x","level":true}"#, "keep", [], ["x | * (unusable)"], true),
    (#"{"a":"x","level":12}"#, "reject", ["x | 12"], [], false),
    (#"{"a":"x","level":1.50}"#, "reject", ["x | 1.50"], [], false),
    (#"["x"]"#, "keep", [], ["* | * (unusable)"], true),
    (#"{"a":"x","level":"y","level":"z"}"#, "keep", [], ["* | * (unusable)"], true),
    (#"{"a":"x","level":"y"#, "keep", [], ["* | * (truncated)", "* | * (unusable)"], true),
  ]

  @Test(arguments: empties.indices)
  func saysWhatEmptyMeans(_ index: Int) throws {
    let row = Self.empties[index]
    func yaml(_ columns: String) -> String {
      """
      mapping:
        relations:
          t.r: { columns: { a: text, level: text\(columns) } }
        files:
          - { path: a.jsonl, format: jsonl, facts: [{ relation: t.r, empty: { level: \(row.empty) } }] }
      """
    }
    let sound = #"{"a":"s","level":"t"}"#
    let loaded = try Self.load(["a.jsonl": sound + "\n\n" + row.record], yaml(""))
    #expect(loaded.facts("t.r") == (["s | t"] + row.facts).sorted())
    #expect(loaded.holes("t.r") == row.holes)
    let report = loaded.file("a.jsonl")
    #expect(report.rejected == (row.isRejected ? 1 : 0))
    #expect(report.records == 2)
    #expect(loaded.origin("t.r", "s | t") == "a.jsonl:1")
    #expect(report.problems.filter { $0.line == 3 }.isEmpty != row.isRejected)
  }

  @Test func readsNestedLists() throws {
    let yaml = """
      mapping:
        relations:
          t.member: { columns: { org: text, group: text, user: t.user, source: text } }
          t.tag: { columns: { org: text, tag: text } }
        files:
          - path: a.json
            format: json
            facts:
              - relation: t.member
                each: /groups/*/members
                columns: { org: "../../name", group: "../name", user: /person/id, source: { const: ad } }
              - relation: t.tag
                each: /tags
                missing: none
                columns: { org: "../name", tag: "." }
      """
    let text = """
      [
        {"name": "o1", "tags": ["x", "y"], "groups": [
          {"name": "g1", "members": [{"person": {"id": "u1"}},
                                     {"person": {"id": "u2"}}]},
          {"name": "g2", "members": []}]},
        {"name": "o2", "groups": [{"name": "g3"}]},
        {"name": "o3"}
      ]
      """
    let loaded = try Self.load(["a.json": text], yaml)
    #expect(loaded.facts("t.member") == ["o1 | g1 | u1 | ad", "o1 | g1 | u2 | ad"])
    #expect(loaded.facts("t.tag") == ["o1 | x", "o1 | y"])
    #expect(loaded.holes("t.member") == ["o2 | g3 | * | ad (unusable)", "o3 | * | * | ad (unusable)"])
    #expect(loaded.holes("t.tag").isEmpty)
    #expect(loaded.origin("t.member", "o1 | g1 | u2 | ad") == "a.json:4 /0/groups/0/members/1")
    #expect((loaded.file("a.json").used, loaded.file("a.json").rejected) == (1, 2))
  }

  @Test func mayFillARelationOfAnImporter() throws {
    let yaml = """
      mapping:
        files:
          - path: people.csv
            format: csv
            facts:
              - { relation: employees.person, columns: { person: Nr, name: Navn }, empty: { name: unknown } }
              - { relation: employees.email, columns: { person: Nr, email: Mail } }
      """
    let loaded = try Self.load(["people.csv": "Nr,Navn,Mail\n1,Mette,M@K.dk\n2,,x@k.dk\n"], yaml)
    #expect(loaded.facts("employees.email") == ["1 | m@k.dk", "2 | x@k.dk"])
    #expect(loaded.holes("employees.person?name") == ["2 | * (unusable)"])
    #expect(loaded.store["employees.employment"]?.completeness == .absent)
    #expect(loaded.systemsLoaded == ["employees", "export"])
  }

  @Test func aMissingColumnIsNamed() throws {
    let yaml = """
      mapping:
        relations: { t.r: { columns: { a: text, b: text } } }
        files: [{ path: a.csv, format: csv, facts: [{ relation: t.r }] }]
      """
    let loaded = try Self.load(["a.csv": "a,c\n1,2\n"], yaml)
    #expect(loaded.file("a.csv").problems.contains { $0.message.contains("`b`") })
    #expect(loaded.holes("t.r") == ["* | * (truncated)"])
    #expect(!loaded.isComplete)
  }

  /// What a mapping says, the line of the error, and words of it.
  static let errors: [(yaml: String, line: Int, words: String)] = [
    ("mapping:\n  relation: {}", 2, "did you mean `relations`?"),
    (
      "mapping:\n  files: [{ path: a.csv, format: csv, facts: [{ relation: dfo.email, columns: { employee: a, email: b } }] }]",
      2, "`dfo.email` is filled by its own exports only"
    ),
    ("mapping:\n  relations: { nodot: { columns: { a: text } } }", 2, "`nodot` is no name"),
    ("mapping:\n  relations: { t.r: { columns: { a: txt } } }", 2, "did you mean `text`?"),
    ("mapping:\n  relations: { t.r: { columns: { a: thing } } }", 2, "there is no type `thing`"),
    ("mapping:\n  relations: { t.r: { columns: { A: text } } }", 2, "`A` is no name of a column"),
    ("mapping:\n  relations: { t.r: { columns: {} } }", 2, "has no columns"),
    ("mapping:\n  relations: { t.r: { columns: { a: text }, key: [b] } }", 2, "`b` in `key`"),
    (
      "mapping:\n  relations: { t.r: { columns: { a: text }, references: [{ column: a, target: t.x }] } }", 2,
      "refers to"
    ),
    ("mapping:\n  files:\n    - path: a", 3, "`format` is missing"),
    ("mapping:\n  files:\n    - { path: a, format: cvs }", 3, "did you mean `csv`?"),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.persn }] }", 3,
      "did you mean `employees.person`?"
    ),
    ("mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.person }] }", 3, "empty `name`"),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.email, columns: { e: x } }] }",
      3,
      "no column `e`"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.email, empty: { email: none } }] }",
      3,
      "is required"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.email, empty: { email: keep } }] }",
      3,
      "`keep` is for texts"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.email, columns: { email: { const: x } } }] }",
      3, "is no email"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, facts: [{ relation: employees.email, columns: { email: Password } }] }",
      3, "credentials"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: csv, header: false, facts: [{ relation: employees.email }] }", 3,
      "`fields`"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: json, grade: counted, facts: [{ relation: employees.email }] }", 3,
      "`total`"
    ),
    (
      "mapping:\n  files:\n    - { path: a, format: json, records: items, facts: [{ relation: employees.email }] }", 3,
      "JSON pointer"
    ),
  ]

  @Test(arguments: errors.indices)
  func namesEveryError(_ index: Int) {
    let row = Self.errors[index]
    let error = #expect(throws: ConfigurationError.self) {
      try Mapping.read(Array(row.yaml.utf8), path: "m.yaml", .all)
    }
    #expect(error?.problems.contains { $0.line == row.line && "\($0)".contains(row.words) } == true, "\(error as Any)")
  }

  @Test func aRelationOfAnImporterCannotBeDeclaredAgain() throws {
    let yaml = "mapping:\n  relations: { employees.person: { columns: { person: person } } }"
    #expect(throws: ConfigurationError.self) { try Self.load([:], yaml) }
  }
}
