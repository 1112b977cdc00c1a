import Testing

@testable import PolicyEngine

/// Globs, by a table and against a recursive definition.
@Suite struct GlobTests {
  private func matches(_ pattern: String, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { Glob(pattern).matches($0) }
  }

  @Test(arguments: [
    ("", "", true), ("", "a", false), ("*", "", true), ("*", "abc", true), ("?", "", false), ("?", "æ", true),
    ("?", "ab", false), ("??", "æ", false), ("a*c", "abbc", true), ("a*c", "abcd", false), ("*@a.dk", "x@a.dk", true),
    ("*@a.dk", "x@a.dk.com", false), ("a*b*c", "a1b2b3c", true), ("a*b*c", "a1c2b", false), ("**a**", "bab", true),
    ("*?", "", false), ("*?", "å", true), ("A", "a", false), ("a\\*", "a\\x", true), ("[a]", "a", false),
    ("*ab", "aab", true), ("*a?b", "aaaxb", true), ("æ*å", "æøå", true),
  ])
  func table(_ pattern: String, _ text: String, expected: Bool) {
    #expect(matches(pattern, text) == expected)
  }

  @Test func againstTheDefinition() {
    func naive(_ pattern: Substring.UnicodeScalarView, _ text: Substring.UnicodeScalarView) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      let rest = pattern.dropFirst()
      if first == "*" {
        return naive(rest, text) || (!text.isEmpty && naive(pattern, text.dropFirst()))
      }
      guard let next = text.first, first == "?" || first == next else { return false }
      return naive(rest, text.dropFirst())
    }
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word(_ alphabet: [String], _ most: Int) -> String {
      (0..<random(most + 1)).map { _ in alphabet[random(alphabet.count)] }.joined()
    }
    var matching = 0
    for _ in 0..<20_000 {
      let pattern = word(["a", "b", "æ", "*", "?"], 6)
      let text = word(["a", "b", "æ"], 8)
      let expected = naive(Substring(pattern).unicodeScalars, Substring(text).unicodeScalars)
      matching += expected ? 1 : 0
      #expect(matches(pattern, text) == expected, "`\(pattern)` on `\(text)`")
    }
    #expect(matching > 1000)
  }

  @Test func manyStarsTakeNoExponentialTime() {
    let pattern = String(repeating: "*a", count: 50) + "*b"
    #expect(!matches(pattern, String(repeating: "a", count: 20_000)))
  }
}
