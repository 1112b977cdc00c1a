/// Looking at, taking and demanding tokens.
extension Parser {
  var current: Token { tokens[at] }

  func peek(_ ahead: Int) -> Token { tokens[min(at + ahead, tokens.count - 1)] }

  func isWord(_ text: String, _ ahead: Int = 0) -> Bool {
    let token = peek(ahead)
    return token.kind == .word && token.text == text
  }

  func span(_ token: Token) -> Span { Span(file: file, start: token.start, end: token.end) }

  /// From the start of a token to the end of the one taken last.
  func span(from start: Int) -> Span {
    Span(file: file, start: start, end: max(start, at > 0 ? tokens[at - 1].end : start))
  }

  /// The place right after the token taken last, where something is missing.
  var behindLast: Span {
    let end = at > 0 ? tokens[at - 1].end : current.start
    return Span(file: file, start: end, end: end)
  }

  @discardableResult mutating func advance() -> Token {
    let token = current
    if token.kind == .leftBrace { braces += 1 }
    if token.kind == .rightBrace { braces = max(0, braces - 1) }
    if token.kind != .end { at += 1 }
    return token
  }

  mutating func take(_ kind: Token.Kind) -> Token? { current.kind == kind ? advance() : nil }

  mutating func takeWord(_ text: String) -> Bool {
    guard isWord(text) else { return false }
    advance()
    return true
  }

  @discardableResult mutating func expect(
    _ kind: Token.Kind, _ what: String, help: String = ""
  ) throws(Failure) -> Token {
    guard let token = take(kind) else { try unexpected(what, help: help) }
    return token
  }

  mutating func report(_ code: SyntaxCode, _ message: String, at span: Span, help: String) {
    diagnostics.append(Diagnostic(code: code.rawValue, message: message, span: span, help: help))
  }

  /// Reports that something else was expected here, unless the lexer has already said what is wrong.
  mutating func unexpected(_ expected: String, help: String = "") throws(Failure) -> Never {
    let help = help.isEmpty ? "write \(expected) here" : help
    switch current.kind {
    case .error: break
    case .end: report(.unexpectedEnd, "the text ends where \(expected) is expected", at: behindLast, help: help)
    default:
      report(
        .unexpectedToken, "expected \(expected), found \(describe(current))", at: span(current), help: help)
    }
    throw Failure()
  }

  mutating func fail(_ code: SyntaxCode, _ message: String, at span: Span, help: String) throws(Failure) -> Never {
    report(code, message, at: span, help: help)
    throw Failure()
  }

  func describe(_ token: Token) -> String {
    if token.kind == .end { return "the end of the text" }
    let text = String(decoding: source.bytes[token.start..<token.end], as: UTF8.self)
    let short = text.count > 40 ? text.prefix(39) + "…" : text[...]
    return token.kind == .string ? "the text \(short)" : "`\(short)`"
  }

  /// Runs a part that can contain itself, and refuses to go deeper than ``depthLimit``.
  mutating func nested<Result>(
    _ part: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.depthLimit { try tooDeep(at: span(current)) }
    return try part(&self)
  }

  /// Sets the height of what was read, and refuses trees that would overflow the stack of whoever walks them.
  mutating func setHeight(_ height: Int, at span: Span) throws(Failure) {
    if height > Self.depthLimit { try tooDeep(at: span) }
    self.height = height
  }

  private mutating func tooDeep(at span: Span) throws(Failure) -> Never {
    try fail(
      .nestingTooDeep, "this is nested deeper than \(Self.depthLimit) levels", at: span,
      help: "give the inner part a relation or rule of its own")
  }
}
