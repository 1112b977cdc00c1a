import Testing

@testable import Evidence

struct CanonicalJSONTests {
  private static func text(_ value: CanonicalJSON) -> String { String(decoding: value.bytes, as: UTF8.self) }

  /// Names in the order of their UTF-16, as RFC 8785, 3.2.3 shows it: a pair of surrogates comes before U+FB33.
  @Test func namesStandInTheOrderOfTheirCodeUnits() {
    let names = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
    let json = CanonicalJSON.object(Dictionary(uniqueKeysWithValues: names.map { ($0, .null) }))
    #expect(
      Self.text(json)
        == "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"\u{F6}\":null,\"\u{20AC}\":null,\"\u{1F600}\":null,\"\u{FB33}\":null}"
    )
  }

  @Test func textsAreEscapedInOneWay() {
    #expect(
      Self.text(.text("\u{20AC}$\u{0F}\nA'B\"\\\"/\u{08}\t\u{0C}"))
        == "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\t\\f\"")
  }

  @Test func whatIsCanonicalReadsBack() {
    let value = CanonicalJSON.object([
      "a": .list([.int(-1), .bool(true), .null, .text("æ")]), "b": .object([:]), "c": .list([]),
    ])
    #expect(CanonicalJSON(canonical: value.bytes) == value)
  }

  @Test(arguments: [
    "{ }", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1.0}", "{\"a\":\"\\u00e6\"}", "{\"a\":1}\n", "{\"a\":1,\"a\":1}",
    "[1]",
    "{\"a\":9007199254740992}", "{\"a\":-0}",
  ]) func nothingElseReads(_ text: String) {
    #expect(CanonicalJSON(canonical: Array(text.utf8)) == nil)
  }
}
