import Importers
import Testing

@testable import ImportCore

/// A mapping never reads a password, whatever way leads to it; that one is there is reported, whatever reads the file.
@Suite struct MappedCredentialTests {
  private static let canary = "kanariefugl-4711"

  private static func mapping(_ file: String, _ fact: String) -> String {
    """
    mapping:
      relations:
        shop.right: { columns: { user: text, level: text }, key: [user, level] }
        shop.secret: { columns: { user: text, password: text } }
      files:
        - { \(file), facts: [{ relation: shop.right, \(fact) }] }
    """
  }

  /// Ways that lead to a value below, beside or through credentials.
  static let ways: [(file: String, fact: String)] = [
    ("path: a, format: json", "columns: { user: u, level: Password }"),
    ("path: a, format: json", "columns: { user: u, level: /Password }"),
    ("path: a, format: json", "columns: { user: u, level: /Password/x }"),
    ("path: a, format: json", "columns: { user: u, level: /Salt/0 }"),
    ("path: a, format: json", "columns: { user: u, level: /a/api_key/b/c }"),
    ("path: a, format: json", "columns: { user: u, level: \"../../Password\" }"),
    ("path: a, format: json", "columns: { user: u, level: \"..//Password/x\" }"),
    ("path: a, format: json", "columns: { user: u, level: \"/client~1secret\" }"),
    ("path: a, format: json", "columns: { user: u, level: \"/client~0Secret/0\" }"),
    ("path: a, format: json", "each: /Password, columns: { user: \"../u\", level: x }"),
    ("path: a, format: json", "each: /rows/*/tokens, columns: { user: \"../u\", level: . }"),
    ("path: a, format: json, records: /Password", "columns: { user: u, level: l }"),
    ("path: a, format: json, records: /a/credentials/0", "columns: { user: u, level: l }"),
    ("path: a, format: json, grade: counted, total: /Password/count", "columns: { user: u, level: l }"),
    ("path: a, format: jsonl", "columns: { user: u, level: passwd }"),
    ("path: a, format: csv", "columns: { user: u, level: Adgangskode }"),
    ("path: a, format: csv", "columns: { user: u, level: \"Client Secret\" }"),
    ("path: a, format: tsv, header: false, fields: [u, pwd]", "columns: { user: u, level: u }"),
    ("path: a, format: csv", "columns: { user: u, level: u } }, { relation: shop.secret, columns: { user: u }"),
  ]

  @Test(arguments: ways.indices) func noWayLeadsToOne(_ index: Int) {
    let row = Self.ways[index]
    let yaml = Self.mapping(row.file, row.fact)
    let error = #expect(throws: ConfigurationError.self) { try Mapping.read(Array(yaml.utf8), path: "m.yaml", .all) }
    #expect(error?.problems.contains { $0.message.contains("credentials") } == true, "\(error as Any)")
  }

  /// Files in which a password lies beside what is read.
  static let files: [(file: String, text: String)] = [
    ("format: json", #"[{"u":"a","l":"x","KEY":"CANARY"}]"#),
    ("format: json", #"[{"u":"a","l":"x","n":{"KEY":["CANARY"]}}]"#),
    ("format: json", #"[{"u":"a","l":"x","n":[[{"o":{"KEY":{"value":"CANARY"}}}]]}]"#),
    ("format: json, records: /d", #"{"d":[{"u":"a","l":"x"}],"KEY":"CANARY"}"#),
    ("format: jsonl", #"{"u":"a","l":"x","KEY":"CANARY"}"# + "\n"),
    ("format: jsonl", #"{"u":"a","l":"x","n":{"KEY":"CANARY"}}"# + "\n"),
    ("format: csv", "u,l,KEY\na,x,CANARY\n"), ("format: csv", "KEY;u;l\nCANARY;a;x\n"),
    ("format: tsv", "u\tKEY\tl\na\tCANARY\tx\n"),
  ]

  @Test(arguments: files.indices, ["Password", "api_key", "clientSecret", "kodeord", "connectionString", "salt"])
  func itsPresenceIsReportedAndItsValueKept(_ index: Int, _ key: String) throws {
    let row = Self.files[index]
    let text = row.text.replacing("KEY", with: key).replacing("CANARY", with: Self.canary)
    let yaml = Self.mapping("path: a, \(row.file)", "columns: { user: u, level: l }")
    let loaded = try MappingTests.load(["a": text], yaml)
    #expect(loaded.facts("shop.right") == ["a | x"])
    #expect(loaded.file("a").problems.contains { $0.message.contains("contains credentials (`\(key)`)") })
    #expect(!"\(loaded.files)\(loaded.incompleteReasons)\(loaded.warnings)".contains(Self.canary))
  }

  /// A file of several blocks whose last line alone holds one, named as it stands or with an escape.
  @Test(arguments: ["Password", "Pass\\u0077ord", "apiKey"]) func theLastLineOfALargeFileIsLookedAt(
    _ key: String
  ) throws {
    let lines = 30_000
    let filler = String(repeating: "x", count: 100)
    var text = ""
    for number in 0..<lines { text += #"{"u":"a","l":"\#(number % 9)","more":"\#(filler)"}"# + "\n" }
    text += #"{"u":"a","l":"x","\#(key)":"\#(Self.canary)"}"# + "\n"
    #expect(text.utf8.count > 3 << 20)
    let yaml = Self.mapping("path: a, format: jsonl", "columns: { user: u, level: l }")
    let loaded = try MappingTests.load(["a": text], yaml)
    let problems = loaded.file("a").problems.filter { $0.message.contains("contains credentials") }
    #expect(problems.map(\.line) == [lines + 1])
  }
}
