import Testing

@testable import PolicyEngine

/// Every code that the parser can give, where it points, and that nothing else is said.
@Suite struct DiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// `code@line:column` in order.
    let expected: [String]
    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }
    var testDescription: String { expected.joined(separator: " ") }
  }

  static let cases = [
    // texts, numbers, dates, signs
    Case("fact a.b(c: \"x)\nfact a.c(d: 1)", "unterminated-string@1:13"),
    Case("policy a.b {\n  title \"t\n  severity high\n  why \"w\" }", "unterminated-string@2:9"),
    Case("policy a.b { title en \"t\n da \"d\"\n  severity hi }", "unterminated-string@1:23", "unknown-keyword@3:12"),
    Case(
      #"fact a.b(c: "\q\u{110000}\u{}\x")"#, "bad-escape@1:14", "bad-escape@1:16", "bad-escape@1:26", "bad-escape@1:30"),
    Case("fact a.b(c: \"\\", "unterminated-string@1:13", "bad-escape@1:14"),
    Case("fact a.b(c: 2026-02-30, d: 2026-1-5, e: 2024-02-29T10)", "bad-date@1:13", "bad-date@1:28", "bad-date@1:41"),
    Case("fact a.b(c: 30days, d: 1.5)", "bad-number@1:13", "bad-number@1:24"),
    Case("fact a.b(c: 9223372036854775808)", "number-too-large@1:13"),
    Case("a.b(x) if x == 3, y <> 4", "unexpected-character@1:13", "unexpected-character@1:21"),
    Case("a.b(x) if c.d(x);\nb.c(x) if q.r(x) | q.s(x)", "unexpected-character@1:17", "unexpected-character@2:18"),
    Case("fact a.b(c: 'x', d: “y”)", "unexpected-character@1:13", "unexpected-character@1:21"),
    Case("a.b(x) :- c.d(x)", "unexpected-character@1:8"),
    Case("fact æ.b(c: 1)", "unexpected-character@1:6"),
    Case("fact a.b(c: \"\u{202E}\") // \u{1B}[1m", "hidden-character@1:14", "hidden-character@1:21"),
    // items
    Case(
      "polcy a.b { titel \"x\" sverity hihg }", "unknown-keyword@1:1", "unknown-keyword@1:13", "unknown-keyword@1:23",
      "unknown-keyword@1:31"),
    Case("foo\nfact a.b(c: 1)\nbar baz", "unknown-keyword@1:1", "unknown-keyword@3:1"),
    Case("a.b(x: 1)\nc.d(y) if e.f(y)", "missing-if@1:10"),
    Case("a.b(x) if c.d(x)\n  e.f(x), g.h(x)\nfact q.r(s: 1)", "missing-comma@1:17"),
    Case("a.b(x) if c.d(x),\nfact q.r(s: 1)", "trailing-comma@1:17"),
    Case("a.b(x) if c.d(x),\nb.c(y) if q.r(y)", "trailing-comma@1:17"),
    Case("}\nfact a.b(c: 1)", "unexpected-token@1:1"),
    Case("title \"x\"", "clause-outside-policy@1:1"),
    Case("relation foo(x: text)\nfoo(x) if a.b(x)", "undotted-name@1:10", "undotted-name@2:1"),
    Case(
      "relation a.b(x text)\nrelation a.c(x: )\nentity _", "unexpected-token@1:16", "unexpected-token@2:17",
      "unexpected-token@3:8"),
    Case("relation a.b(x: text) references x foo.bar", "bad-reference@1:36"),
    Case("parameter p.q: set text = \"a\"\nparameter p.r: int = {1}", "parameter-value@1:27", "parameter-value@2:22"),
    Case("parameter p.q: int = 2 within 3..1", "empty-range@1:31"),
    Case("parameter p.q: int = x", "unexpected-token@1:22"),
    Case("relation a.b(", "unexpected-end@1:14"),
    // bodies
    Case("a.b(x) if", "unexpected-end@1:10"),
    Case("a.b(x) if c(y: 1)", "undotted-name@1:11"),
    Case(
      "a.b(x) if a.b(1, \"x\", in, x = 3)", "positional-argument@1:15", "positional-argument@1:18",
      "reserved-word@1:23", "unexpected-token@1:29"),
    Case("a.b(x) if _ = 3", "wildcard-as-value@1:11"),
    Case("a.b(x) if 1 < x < 3", "chained-comparison@1:17"),
    Case("a.b(x) if not x in {\"a\"}, x not in {}", "not-without-braces@1:11", "not-without-braces@1:29"),
    Case("a.b(x) if not (a.b(x) or c.d(x))", "not-without-braces@1:11"),
    Case("a.b(x) if (a.b(x))", "group-without-or@1:11"),
    Case("a.b(x) if a.b(x) and c.d(x)", "missing-comma@1:18"),
    Case("a.b(x) if a.b(x) or c.d(x)", "or-without-parentheses@1:18"),
    Case(
      "a.b(x) if e.f(x) > 3\na.c(x) if x = e.f(x)\na.d(x) if e.f(x) in {}", "atom-as-value@1:11", "atom-as-value@2:15",
      "atom-as-value@3:11"),
    Case("a.b(x) if min(a, b) { c.d(a) } > 3, count(x) > 3", "aggregate-variables@1:11", "unexpected-token@1:46"),
    Case("a.b(x) if x in y", "unexpected-token@1:16"),
    Case("a.b(x) if c.d(x, (x + ", "unexpected-end@1:22"),
    Case("a.b(x) if c.d(x\nfact a.b(c: 1)", "unexpected-token@2:1"),
    // policies
    Case(
      "policy a.b {\n  fail \"x\" a.b(c)\n  severity high\n  for x in a.b(x\n  fail \"y\" if not { a.b(x), c.d(\n  unverified \"u\" per x if a.b(x)\n}\nfact x.y(z: 2026-13-01)",
      "missing-if@2:11", "unexpected-token@5:3", "unexpected-token@6:14", "bad-date@8:13"),
    Case("policy a.b {\n  severity high\n\nrelation a.c(x: text)", "unclosed-brace@1:12"),
    Case("policy a.b {\n  severity high", "unclosed-brace@1:12"),
    Case(
      "policy a.b {\n  fail \"x\" if a.b(c)\n    not a.c(c)\n  title \"t\" da \"x\" }", "missing-comma@2:21",
      "missing-language@4:9"),
    Case("policy a.b { fail en \"a\" en \"b\" if a.b(x), }", "duplicate-language@1:26", "trailing-comma@1:42"),
    Case("policy a.b { fail if a.b(x) except \"e\" per x if a.b(x) }", "unexpected-token@1:19", "misplaced-per@1:40"),
    Case(
      "policy a.b-c- { }\npolicy a { }\npolicy a.b.c { }", "bad-policy-name@1:8", "bad-policy-name@2:8",
      "bad-policy-name@3:8"),
    Case("policy a.b { for x, y a.b(x, y) }", "unexpected-token@1:23"),
    Case(
      "policy a.b { severity\n basis ours\n controls\n why \"x\" }", "unknown-keyword@2:2", "unexpected-token@3:2",
      "unexpected-token@4:2"),
    // examples
    Case(
      "policy a.b { example \"e\" { a.b(c: 1), a.b(d: 2) expct fail x: 1 } }", "unexpected-token@1:37",
      "unexpected-token@1:49"),
    Case(
      "policy a.b { example \"e\" { expect fial y: 2 a.b(c: 3) } example \"f\" { a.b(c: 1) } }", "unknown-keyword@1:35",
      "given-after-expect@1:45", "missing-expect@1:65"),
    Case(
      "policy a.b { example \"e\" { a.b(c 1) } example \"f\" { partial foo expect pass } }", "unexpected-token@1:34",
      "undotted-name@1:61"),
    // depth
    Case("a.b(x) if " + String(repeating: "(", count: 300) + "x", "nesting-too-deep@1:212"),
    Case("a.b(x) if " + String(repeating: "not { ", count: 300), "nesting-too-deep@1:1217"),
    Case("a.b(x) if " + String(repeating: "-", count: 300) + "x = 1", "nesting-too-deep@1:212"),
    Case("a.b(x) if x" + String(repeating: " + 1", count: 300) + " = 2", "nesting-too-deep@1:11"),
    Case("a.b(x) if " + String(repeating: "f(", count: 300), "nesting-too-deep@1:413"),
    // not an error
    Case("relation a.b(x: text) /// stray", "stray-documentation@1:23"),
  ]

  @Test(arguments: cases) func codesAndPlaces(of test: Case) {
    let source = SourceText(path: "t.policy", text: test.text)
    let found = Parser.parse([source]).diagnostics.map { diagnostic in
      let place = source.position(of: diagnostic.span.start)
      return "\(diagnostic.code)@\(place.line):\(place.column)"
    }
    #expect(found == test.expected)
  }

  /// Code, place and help of each are fixed in `Tests/Golden/diagnostics`, whose runner stands with the checks.
  @Test(arguments: SyntaxCode.allCases.filter { $0 != .tooLong }) func everyCodeHasAGoldenCase(_ code: SyntaxCode) {
    #expect(DiagnosticGoldenTests.cases.contains(code.rawValue))
  }

  /// A code means one thing, so the parser and the checks share none.
  @Test func codesAreTheParsersOrTheChecks() {
    let all = SyntaxCode.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue)
    #expect(Set(all).count == all.count)
  }

  @Test func invalidUtf8IsReportedOnceAndTheRestIsRead() {
    let bytes = Array("fact a.b(c: \"".utf8) + [0xC0, 0xAF, 0xED, 0xA0, 0x80] + Array("\")\nfoo".utf8)
    let parsed = Parser.parse([SourceText(path: "t.policy", bytes: bytes)])
    #expect(parsed.diagnostics.map(\.code) == ["invalid-utf8", "unknown-keyword"])
  }

  @Test func noFileGivesMoreThanTheLimit() {
    let text = String(repeating: "foo\n", count: 1000)
    let diagnostics = Samples.parse(text).diagnostics
    #expect(diagnostics.count == Parser.diagnosticLimit + 1)
    #expect(diagnostics.last?.code == "too-many-errors")
  }

  /// The style of messages: lower case, no full stop, no Swift type names.
  @Test(arguments: cases) func messagesFollowTheStyle(of test: Case) {
    for diagnostic in Samples.parse(test.text).diagnostics {
      for text in [diagnostic.message, diagnostic.help] {
        #expect(!text.isEmpty)
        #expect(!text.hasSuffix("."), "\(text)")
        #expect(text.first?.isUppercase == false, "\(text)")
        #expect(!text.contains("Optional("), "\(text)")
      }
      #expect(diagnostic.code.allSatisfy { $0.isLetter || $0 == "-" || $0.isNumber })
    }
  }

  @Test(arguments: [("titel", "title"), ("parmeter", "parameter"), ("polciy", "policy")])
  func slipsAreRecognised(wrong: String, right: String) {
    let all = Parser.itemKeywords + Parser.clauseKeywords
    #expect(Spelling.nearest(to: wrong, among: all) == right)
    #expect(Spelling.nearest(to: "zzzzzz", among: all) == nil)
  }
}
