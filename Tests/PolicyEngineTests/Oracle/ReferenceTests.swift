import FactStore
import PolicyEngine
import TestSupport
import Testing

/// What random properties cannot see, because a fault would turn both sides alike, or what they meet too seldom.
@Suite struct ReferenceTests {
  /// `known` has 7, `bare` has none, `vague` is unknown, and one row may exist besides; keyed by `name`.
  static let database: NaiveDatabase = {
    let schema = RelationSchema(
      "s.r", doc: "", columns: [ColumnSchema("name", .text), ColumnSchema("end", .int, optional: true)], key: ["name"])
    func text(_ value: String) -> NaiveValue { .value(.text(value)) }
    return NaiveDatabase(
      schemas: SchemaSet([schema]),
      facts: [
        "s.r": [[text("known")], [text("bare")], [text("vague")]], "s.r?end": [[text("known"), .value(.int(7))]],
      ],
      holes: ["s.r": [[text("extra")]], "s.r?end": [[text("vague"), .any], [text("extra"), .any]]])
  }()

  @Test(arguments: [
    ("s.r(name: n)", ["bare", "known", "vague"], ["bare", "extra", "known", "vague"]),
    ("s.r(name: n, end: _)", ["known"], ["extra", "known", "vague"]),
    ("s.r(name: n, end: none)", ["bare"], ["bare", "extra", "vague"]),
    ("s.r(name: n, end: 7)", ["known"], ["extra", "known", "vague"]),
    ("s.r(name: n, end: 8)", [], ["extra", "vague"]),
    ("s.r(name: n, end: e), e > 8", [], ["extra", "vague"]),
    ("s.r(name: n), not s.r(name: n, end: 7)", ["bare"], ["bare", "extra", "vague"]),
    ("s.r(name: n), not s.r(name: n, end: none)", ["known"], ["extra", "known", "vague"]),
    ("s.r(name: n), not { s.r(name: n, end: e), e < 8 }", ["bare"], ["bare", "extra", "vague"]),
    ("s.r(name: n), min(e) { s.r(name: n, end: e) } = 7", ["known"], ["extra", "known", "vague"]),
    ("s.r(name: n), sum(e) { s.r(name: n, end: e) } = 0", ["bare"], ["bare", "extra", "vague"]),
    (
      "s.r(name: n), count(e) { s.r(name: n, end: e) } >= 0", ["bare", "known", "vague"],
      [
        "bare", "extra", "known", "vague",
      ]
    ),
  ])
  func facets(_ body: String, _ certain: [String], _ possible: [String]) {
    expect(body, Self.database, certain, possible)
  }

  /// `a` has 1 and 2 and perhaps −3, `b` has 5, `c` has who knows what, `d` perhaps 4, `e` nothing.
  static let numbers: NaiveDatabase = {
    let keys = RelationSchema("s.k", doc: "", columns: [ColumnSchema("name", .text)])
    let values = RelationSchema("s.n", doc: "", columns: [ColumnSchema("name", .text), ColumnSchema("value", .int)])
    func text(_ value: String) -> NaiveValue { .value(.text(value)) }
    func row(_ name: String, _ number: Int64) -> NaiveRow { [text(name), .value(.int(number))] }
    return NaiveDatabase(
      schemas: SchemaSet([keys, values]),
      facts: ["s.k": Set("abcde".map { [text(String($0))] }), "s.n": [row("a", 1), row("a", 2), row("b", 5)]],
      holes: ["s.n": [row("a", -3), row("d", 4), [text("c"), .any]]])
  }()

  @Test(arguments: [
    ("sum(v) { s.n(name: n, value: v) } >= 0", "abde", "abcde"),
    ("sum(v) { s.n(name: n, value: v) } >= 1", "b", "abcd"),
    ("sum(v) { s.n(name: n, value: v) } = 3", "", "acd"),
    ("sum(v) { s.n(name: n, value: v) } > 4", "b", "bc"),
    ("min(v) { s.n(name: n, value: v) } >= -5", "ab", "abcd"),
    ("min(v) { s.n(name: n, value: v) } = 1", "", "ac"),
    ("min(v) { s.n(name: n, value: v) } > 1", "b", "bcd"),
    ("max(v) { s.n(name: n, value: v) } = 2", "a", "acd"),
    ("max(v) { s.n(name: n, value: v) } <= 3", "a", "acd"),
    ("count(v) { s.n(name: n, value: v) } = 2", "", "ac"),
    ("count(v) { s.n(name: n, value: v) } >= 2", "a", "ac"),
    ("count(v) { s.n(name: n, value: v) } = 0", "e", "cde"),
    ("count(v) { s.n(name: n, value: v) } + 1 < 3", "bde", "bcde"),
    ("t = count(v) { s.n(name: n, value: v) }, t > 1", "a", "ac"),
    ("t = sum(v) { s.n(name: n, value: v) }, t + 1 > 0", "abde", "abcde"),
    ("not { s.n(name: n, value: v), v < 3 }", "bde", "bcde"),
  ])
  func intervals(_ test: String, _ certain: String, _ possible: String) {
    expect("s.k(name: n), " + test, Self.numbers, certain.map { String($0) }, possible.map { String($0) })
  }

  private func expect(_ body: String, _ database: NaiveDatabase, _ certain: [String], _ possible: [String]) {
    let text = "relation d.q(name: text)\n\nd.q(name: n) if\n  \(body)\n"
    let (program, diagnostics) = Parser.parse([SourceText(path: "facets.policy", text: text)])
    #expect(diagnostics.isEmpty)
    let result = NaiveEvaluator.evaluate(program, database, today: CalendarDate(days: 0))
    #expect(Self.names(result.certain["d.q"]) == certain)
    #expect(Self.names(result.possible["d.q"]) == possible)
  }

  private static func names(_ rows: Set<NaiveRow>?) -> [String] {
    (rows ?? []).compactMap { if case .value(.text(let name)) = $0[0] { name } else { nil } }.sorted()
  }

  @Test func anAbsentRelationIsEmptyToOptionalAndOpenToOthers() {
    var database = Self.database
    database.facts = [:]
    database.holes = ["s.r": [[.any]], "s.r?end": [[.any, .any]]]
    database.absent = ["s.r"]
    let text = """
      relation d.plain(name: text)

      relation d.lenient(name: text)

      d.plain(name: "x") if
        not s.r()

      d.lenient(name: "x") if
        not { optional s.r() }
      """
    let (program, _) = Parser.parse([SourceText(path: "optional.policy", text: text)])
    let result = NaiveEvaluator.evaluate(program, database, today: CalendarDate(days: 0))
    #expect(Self.names(result.certain["d.plain"]) == [])
    #expect(Self.names(result.possible["d.plain"]) == ["x"])
    #expect(Self.names(result.certain["d.lenient"]) == ["x"])
    database.absent = []
    let partial = NaiveEvaluator.evaluate(program, database, today: CalendarDate(days: 0))
    #expect(Self.names(partial.certain["d.lenient"]) == [])
  }
}
