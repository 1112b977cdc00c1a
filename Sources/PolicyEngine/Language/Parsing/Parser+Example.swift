/// `"example" STRING "{" { given } expect { expect } "}"`
extension Parser {
  mutating func example(from start: Int) throws(Failure) -> PolicyDeclaration.Example {
    let title = try string("the title of the example in quotes")
    try expect(.leftBrace, "`{` and the facts of the example")
    let level = braces
    var given: [PolicyDeclaration.Given] = []
    var expectations: [PolicyDeclaration.Expectation] = []
    var isSound = true
    while take(.rightBrace) == nil {
      let before = at
      do throws(Failure) {
        try line(&given, &expectations)
      } catch {
        isSound = false
        if at == before { advance() }
        skipInExample(level: level)
        braces = min(braces, level)
        if startsClause() || seemsToStartItem() || current.kind == .end { throw error }
      }
    }
    let span = span(from: start)
    if expectations.isEmpty, isSound {
      report(
        .missingExpect, "this example expects nothing", at: title.span,
        help: "end it with `expect`, as in `expect fail user: \"u1\"`")
    }
    return .init(title: title, given: given, expectations: expectations, span: span)
  }

  /// Words that say how much of a relation was loaded.
  private static let states: [String: @Sendable (Name, Span) -> PolicyDeclaration.Given] = [
    "partial": { .partial($0, $1) }, "absent": { .absent($0, $1) }, "without": { .without($0, $1) },
  ]

  /// One fact, completeness statement or expectation.
  private mutating func line(
    _ given: inout [PolicyDeclaration.Given], _ expectations: inout [PolicyDeclaration.Expectation]
  ) throws(Failure) {
    let token = current
    let isGiven: Bool
    switch token.kind {
    case .word where token.text == "expect":
      expectations.append(try expectation())
      return
    case .word where Self.states[token.text] != nil && peek(1).kind != .leftParenthesis:
      advance()
      let name = try relationName()
      if let state = Self.states[token.text] { given.append(state(name, span(from: token.start))) }
      isGiven = true
    case .dotted:
      given.append(.fact(try atom()))
      isGiven = true
    case .comma:
      advance()
      report(
        .unexpectedToken, "expected a fact or `expect`, found `,`", at: span(token),
        help: "the facts of an example stand one after the other, without commas")
      return
    case .word where peek(1).kind == .leftParenthesis:
      reportUndotted(token)
      given.append(.fact(try atom()))
      isGiven = true
    default:
      let words = ["expect"] + Self.states.keys.sorted()
      let meant = token.kind == .word ? Spelling.nearest(to: token.text, among: words) : nil
      try unexpected(
        "a fact, `partial`, `absent`, `without`, `expect` or `}`", help: meant.map { "did you mean `\($0)`?" } ?? "")
    }
    if isGiven, !expectations.isEmpty {
      report(
        .givenAfterExpect, "this stands after an `expect`", at: span(from: token.start),
        help: "write all facts of an example before its expectations")
    }
  }

  /// `"expect" ( "fail" | … ) [ NAME ":" const { "," NAME ":" const } ]`
  private mutating func expectation() throws(Failure) -> PolicyDeclaration.Expectation {
    let start = advance()
    let verdict = try choice(PolicyDeclaration.Expectation.Verdict.self, "a verdict")
    var subject: [(name: Name, value: Constant)] = []
    if current.kind == .word, peek(1).kind == .colon {
      repeat {
        let name = try name("a name of the population")
        try expect(.colon, "`:` and a constant")
        subject.append((name, try constant()))
      } while take(.comma) != nil
    }
    return .init(verdict: verdict, subject: subject, span: span(from: start.start))
  }
}
