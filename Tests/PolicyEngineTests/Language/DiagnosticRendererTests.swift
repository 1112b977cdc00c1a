import Testing

@testable import PolicyEngine

@Suite struct DiagnosticRendererTests {
  static func render(_ text: String, color: Bool = false) -> String {
    let source = SourceText(path: "packs/t.policy", text: text)
    return DiagnosticRenderer.render(Parser.parse([source]).diagnostics, sources: [source], color: color)
  }

  static func diagnostic(_ start: Int, _ end: Int, message: String = "here", help: String = "") -> Diagnostic {
    Diagnostic(code: "test", message: message, span: Span(file: 0, start: start, end: end), help: help)
  }

  @Test func allErrorsOfAFile() {
    let text = "policy a.b {\n  sverity high\n  fail \"x\" kitos.user(user)\n}\nfact a.b(c: 2026-02-30)"
    let expected = """
      error[unknown-keyword]: `sverity` starts no clause
       --> packs/t.policy:2:3
        |
      2 |   sverity high
        |   ^^^^^^^
        = help: did you mean `severity`?

      error[missing-if]: this clause has no `if`
       --> packs/t.policy:3:11
        |
      3 |   fail "x" kitos.user(user)
        |           ^
        = help: write `if` and a body after the message

      error[bad-date]: `2026-02-30` is no date
       --> packs/t.policy:5:13
        |
      5 | fact a.b(c: 2026-02-30)
        |             ^^^^^^^^^^
        = help: a date is a day of the calendar written `yyyy-MM-dd`, such as `2026-11-20`

      """
    #expect(Self.render(text) == expected)
  }

  /// Tabs take up to four columns, wide characters two, combining ones none.
  @Test func tabsAndWideCharacters() {
    let text = String(repeating: "\n", count: 9) + "\tfact\ta.b(c: \"漢字e\u{301}\", x y)"
    let expected = """
      error[unexpected-token]: expected `,`, `:` or `)`, found `y`
        --> packs/t.policy:10:24
         |
      10 |     fact    a.b(c: "漢字e\u{301}", x y)
         |                               ^
         = help: write `,`, `:` or `)` here

      """
    #expect(Self.render(text) == expected)
  }

  /// Nothing from a file reaches the terminal as a control or direction character.
  @Test func hiddenCharactersAreInert() {
    let text = "fact a.b(c: \"\u{1B}[31m\u{202E}\u{7F}\", \u{9B}x)"
    let rendered = DiagnosticRenderer.render(
      Parser.parse([SourceText(path: "a\u{1B}]0;b", text: text)]).diagnostics + [
        Self.diagnostic(0, 4, message: "bad \u{1B}\nname", help: "\u{202E}")
      ],
      sources: [SourceText(path: "a\u{1B}]0;b", text: text)], color: false)
    let hidden = rendered.unicodeScalars.filter { $0 != "\n" && Lexer.isHidden($0.value) }
    #expect(hidden.isEmpty)
    #expect(rendered.contains(#"1 | fact a.b(c: "\u{1B}[31m\u{202E}\u{7F}", \u{9B}x)"#))
    #expect(rendered.contains(#"bad \u{1B}\u{A}name"#))
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let text = "fact a.b(c: \"" + String(repeating: "x", count: 300) + "\", here " + String(repeating: "y", count: 300)
    let source = SourceText(path: "t", text: text)
    let rendered = DiagnosticRenderer.render([Self.diagnostic(316, 320)], sources: [source], color: false)
    let lines = rendered.split(separator: "\n")
    #expect(lines[3].count <= 124 + 4)
    #expect(lines[3].hasPrefix("1 | …xxx") && lines[3].hasSuffix("yyy…"))
    let column = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) } ?? 0
    #expect(String(lines[3].dropFirst(column).prefix(4)) == "here")
    #expect(lines[4].count { $0 == "^" } == 4)
  }

  @Test func aSpanOverSeveralLinesUnderlinesTheFirst() {
    let source = SourceText(path: "t", text: "fact a.b(\n  c: 1)\n")
    let expected = """
      error[test]: here
       --> t:1:6
        |
      1 | fact a.b(
        |      ^^^^

      """
    #expect(DiagnosticRenderer.render([Self.diagnostic(5, 18)], sources: [source], color: false) == expected)
  }

  @Test func placesAtTheEndAndWithoutSource() {
    let source = SourceText(path: "t", text: "")
    #expect(
      DiagnosticRenderer.render([Self.diagnostic(0, 0)], sources: [source], color: false)
        == "error[test]: here\n --> t:1:1\n  |\n1 | \n  | ^\n")
    #expect(
      DiagnosticRenderer.render([Self.diagnostic(3, 9, help: "do it")], sources: [], color: false)
        == "error[test]: here\nhelp: do it\n")
  }

  @Test func colourAddsOnlyColour() {
    let text = "foo bar\nrelation a.b(x: text) /// stray"
    let plain = Self.render(text)
    let coloured = Self.render(text, color: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(Self.render("relation a.b(x: text) /// stray").hasPrefix("warning[stray-documentation]: "))
  }
}
