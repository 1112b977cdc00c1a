import Testing

@testable import XACML

/// Regular expressions are those of XML Schema, with the anchors and reluctant quantities of XPath.
struct PatternTests {
  static let rows: [(pattern: String, text: String, matches: Bool?)] = [
    // What both dialects have.
    (#"^a|b$"#, "xxb", true), (#"^(a|b)$"#, "xxb", false), ("", "", true), ("a||b", "", true), ("()", "x", true),
    ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true), ("^a{2}?$", "aa", true), ("^a+?b*?c??$", "aab", true),
    ("^a{0}$", "", true), ("^(a?)*$", "aaa", true), ("^.$", "\n", false), ("^.$", "\r", false), ("^.$", "😀", true),
    (#"^\$\.\^$"#, "$.^", true), (#"^\p{Lu}\p{Ll}+\P{L}$"#, "Ærø1", true), ("a$b", "a$b", false),
    // Escapes of many beyond ASCII.
    (#"^\w+$"#, "søknadßжあ", true), (#"^\w$"#, "_", false), (#"^\w$"#, "+", true), (#"^\W$"#, "-", true),
    (#"^\d+$"#, "12٣४", true), (#"^\D$"#, "٣", false), (#"^\s$"#, "\u{A0}", false), (#"^\s$"#, "\u{B}", false),
    (#"^\S$"#, "\u{A0}", true), (#"^\i\c*$"#, "Å:a-1.b·", true), (#"^\i$"#, "1", false), (#"^\I$"#, "1", true),
    (#"^\C$"#, " ", true), (#"^[\w-]+$"#, "ø-æ", true), (#"^[^\W\d]$"#, "å", true), (#"^[^\W\d]$"#, "7", false),
    // Classes.
    ("^[a-z-[aeiou]]+$", "bcd", true), ("^[a-z-[aeiou]]$", "e", false), ("^[^0-9-[æøå]]$", "ø", false),
    ("^[a-z-[m-z-[xy]]]$", "x", true), (#"^[\w-[\p{IsLatin-1Supplement}]]$"#, "ø", false), ("^[-a]+$", "a-", true),
    ("^[a-]+$", "a-", true), ("^[a^]$", "^", true), (#"^[\-\]\[\\]+$"#, #"-][\"#, true), ("^[.*+?]$", ".", true),
    (#"^\p{IsGreek}$"#, "λ", true), (#"^\P{IsBasicLatin}$"#, "a", false), (#"^\p{Cn}$"#, "\u{378}", true),
    ("^[\u{10000}-\u{10FFFF}]$", "😀", true),
    // Long repetitions.
    ("^a{1001}$", String(repeating: "a", count: 1_001), true),
    ("^a{1001}$", String(repeating: "a", count: 1_000), false),
    ("^(ab{0,1500}){2}$", "a" + String(repeating: "b", count: 1_200) + "a", true),
    ("^((a{40}){40}){2}$", String(repeating: "a", count: 3_200), true),
    ("^((a{40}){40}){2}$", String(repeating: "a", count: 3_199), false), ("^a{2000,}$", "aaa", false),
    // What other dialects have, and what nobody has.
    ("(?i)abc", "ABC", nil), ("(?:a)", "a", nil), ("(?P<n>a)", "a", nil), ("(?<n>a)", "a", nil), ("(?=a)", "a", nil),
    (#"\bord\b"#, "ord", nil), (#"\B"#, "a", nil), (#"\Aord\z"#, "ord", nil), (#"\Z"#, "", nil),
    (#"\Qa.b\E"#, "a.b", nil),
    (#"\pN"#, "1", nil), (#"\p{Greek}"#, "λ", nil), (#"\p{IsNowhere}"#, "a", nil), (#"\p{^L}"#, "1", nil),
    ("[[:alpha:]]", "a", nil), (#"\x41"#, "A", nil), (#"\x{41}"#, "A", nil), (#"\u0041"#, "A", nil),
    (#"\f"#, "\u{C}", nil),
    (#"\v"#, "\u{B}", nil), (#"\a"#, "\u{7}", nil), (#"\0"#, "\0", nil), (#"(a)\1"#, "aa", nil), (#"\h"#, " ", nil),
    (#"\R"#, "\n", nil), (#"\X"#, "a", nil), (#"\K"#, "a", nil), (#"\-"#, "-", true), (#"\ "#, " ", nil),
    (#"\@"#, "@", nil),
    ("a++", "a", nil), ("a*+", "a", nil), ("a**", "a", nil), ("a{2}{3}", "a", nil), ("{2}", "a", nil), ("*", "", nil),
    ("a{,3}", "a", nil), ("a{3,2}", "a", nil), ("a{x}", "a{x}", nil), ("a{", "a{", nil), ("a}", "a}", nil),
    ("a]", "a]", nil),
    ("(a", "a", nil), ("a)", "a", nil), ("[a", "a", nil), ("[]", "", nil), ("[]a]", "]", nil), ("[^]", "", nil),
    ("[z-a]", "b", nil), (#"[a-\d]"#, "a", nil), (#"[\d-z]"#, "a", nil), ("[a-c-e]", "d", nil),
    ("[a-z-[b]c]", "c", nil),
    ("[-[a]]", "b", nil), ("[a[b]", "b", nil), ("a{100001}", "a", nil), ("a{99999999999999999999}", "a", nil),
    ("\\", "", nil), ("[\\", "", nil),
  ]

  @Test(arguments: rows.indices)
  func table(_ index: Int) throws {
    let row = Self.rows[index]
    guard let matches = row.matches else {
      #expect(throws: Failure.self, "\(row.pattern)") {
        try Patterns.shared.matches(row.pattern, row.text, work: Work())
      }
      return
    }
    #expect(
      try Patterns.shared.matches(row.pattern, row.text, work: Work()) == matches,
      "\(row.pattern) on \(row.text.prefix(40))")
  }

  @Test(arguments: [
    ("(?i)a", "(?i"), (#"\b"#, #"`\b` is no escape"#), ("a{100001}", "100001"), ("[z-a]", "z-a"),
    (#"(\w{1000}){100}"#, "too large"), (#"((((a{9999}){9999}){9999}){9999}){9999}"#, "more than can be tried"),
    (#"(a)\1"#, "not supported"),
  ])
  func messages(_ pattern: String, _ says: String) {
    do throws(Failure) {
      _ = try Patterns.shared.matches(pattern, "a", work: Work())
      Issue.record("\(pattern) was taken")
    } catch {
      #expect(error.message.contains(says.replacing("(?i", with: "(?")), "\(error.message)")
    }
  }

  /// Random expressions of the grammar, written in one of the ways that it has for each, against a matcher that knows the
  /// tree alone.
  @Test func agreesWithANaiveMatcher() throws {
    var (yes, no) = (0, 0)
    for seed in 1...3_000 {
      var random = RandomPattern(seed: UInt64(seed))
      let (pattern, tree) = random.pattern()
      for _ in 0..<6 {
        let text = random.text()
        let expected = NaivePattern.matches(tree, text)
        let answer = try Patterns.shared.matches(pattern, text, work: Work())
        #expect(answer == expected, "seed \(seed): \(pattern) on \(text.debugDescription)")
        if expected { yes += 1 } else { no += 1 }
      }
    }
    #expect(yes > 3_000 && no > 3_000, "\(yes) \(no)")
  }

  /// Whatever is taken, a text that no grammar was asked for is refused or matched, and nothing else happens.
  @Test func takesAnyTextForAnExpression() {
    var random = RandomPattern(seed: 7)
    var refused = 0
    for _ in 0..<5_000 {
      let pattern = random.noise()
      do throws(Failure) { _ = try Patterns.shared.matches(pattern, "aø1-", work: Work()) } catch {
        refused += 1
        #expect(!error.message.contains("too large"), "\(pattern)")
      }
    }
    #expect(refused > 1_000)
  }
}
