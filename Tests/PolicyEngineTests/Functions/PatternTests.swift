import Testing

@testable import PolicyEngine

/// Regular expressions: what matches, what is refused, and that no pattern takes for ever.
@Suite struct PatternTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let compiled = try Pattern(pattern)
    return Array(text.utf8).withUnsafeBufferPointer { compiled.matches($0) }
  }

  @Test(arguments: [
    ("b", "abc", true), ("^b", "abc", false), ("^abc$", "abc", true), ("^abc$", "abc\n", false),
    ("^a.c$", "aæc", true), ("^a..c$", "aæc", false), ("(?i)ABC", "xabcx", true), ("ABC", "abc", false),
    ("", "", true), ("^$", "", true), ("a", "", false), ("a.c", "a\nc", false), ("\\d+", "x42", true),
    ("(api|svc)[-_]", "svc_kitos", true),
  ])
  func search(_ pattern: String, _ text: String, expected: Bool) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(arguments: ["(", "[a", "a{2,1}", "*", "(?<=a)b", "\\1", "a**", "((a{1000}){1000}){1000}"])
  func refused(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  @Test func messageNamesThePart() {
    #expect(throws: PatternError(message: "missing ]: [a")) { try Pattern("x[a") }
  }

  @Test func tooLong() {
    #expect(throws: PatternError.self) { try Pattern(String(repeating: "a", count: Pattern.maximalLength + 1)) }
    #expect(throws: (any Error).self) { try Pattern(String(repeating: "(", count: Pattern.maximalLength)) }
    _ = try? Pattern(String(repeating: "(", count: 2048) + String(repeating: ")", count: 2048))
  }

  @Test func patternsThatBacktrackersChokeOn() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try !matches("^(a+)+$", text + "!"))
    #expect(try !matches("(a|aa)*b$", text))
    #expect(try !matches("(x+x+)+y", String(repeating: "x", count: 20_000)))
  }
}
