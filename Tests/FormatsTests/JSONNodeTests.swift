import Formats
import Testing

/// What a node tells of its value.
@Suite struct JSONNodeTests {
  private func node(_ text: String) throws -> JSONNode {
    try #require(JSONRecords.read(Array(text.utf8)).records.first).node.get()
  }

  @Test func scalars() throws {
    let record = try node(
      """
      {"s": "a\\"\\u00e6\\n\\ud83d\\ude00", "i": -12, "d": 1.50, "t": true, "f": false,
       "n": null, "e": "", "o": {}, "l": [ ]}
      """)
    #expect(record.kind == .object)
    #expect(record.count == 9)
    #expect(record.members.map(\.key) == ["s", "i", "d", "t", "f", "n", "e", "o", "l"])
    #expect(record["s"]?.string == "a\"æ\n😀")
    #expect(record["s"]?.withTextBytes { $0.count } == 9)
    #expect(record["i"]?.int == -12)
    #expect(record["d"]?.double == 1.5)
    #expect(record["d"]?.int == nil)
    #expect(record["d"]?.numberText == "1.50")
    #expect(record["t"]?.bool == true)
    #expect(record["f"]?.bool == false)
    #expect(record["n"]?.isNull == true)
    #expect(record["n"]?.line == 2)
    #expect(record["e"]?.string == "")
    #expect(record["o"]?.kind == .object)
    #expect(record["l"]?.elements.isEmpty == true)
    #expect(record["x"] == nil)
    #expect(record["i"]?.string == nil)
    #expect(record["s"]?["a"] == nil)
  }

  @Test(arguments: [
    ("9223372036854775807", JSONKind.int), ("-9223372036854775808", .int), ("9223372036854775808", .double),
    ("-9223372036854775809", .double), ("18446744073709551616", .double), ("99999999999999999999999999", .double),
    ("0", .int), ("-0", .int), ("1e3", .double), ("1.0", .double), ("1E-400", .double), ("1e400", .double),
  ])
  func numbersAreKeptExactly(_ text: String, kind: JSONKind) throws {
    let number = try #require(try node("[\(text)]").elements.isEmpty ? try node("[\(text)]") : nil)
    #expect(number.kind == kind)
    #expect(number.numberText == text)
    #expect(number.int == (kind == .int ? Int64(text) : nil))
  }

  @Test func tooLargeForFloatingPoint() throws {
    #expect(try node("[1e400]").double == nil)
    #expect(try node("[9223372036854775808]").double == 9_223_372_036_854_775_808)
  }

  @Test func linesOfNestedValues() throws {
    let record = try node("\n{\"a\": [\n1,\n\n{\"b\":\n2}],\n\"c\": 3}")
    #expect(record.line == 2)
    #expect(record["a"]?.line == 2)
    #expect(record["a"]?.elements.map(\.line) == [3, 5])
    #expect(record["a"]?.elements.last?["b"]?.line == 6)
    #expect(record["c"]?.line == 7)
  }
}
