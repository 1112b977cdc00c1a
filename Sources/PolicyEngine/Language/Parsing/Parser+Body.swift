/// `body = literal { "," literal }`
extension Parser {
  /// What was read where a literal or the start of a parenthesised expression can stand.
  enum Part {
    case literal(Literal)
    case expression(Expression)
  }

  /// - Parameter isGroup: whether an `or` may follow.
  mutating func body(isGroup: Bool = false) throws(Failure) -> [Literal] {
    try rest(of: [try literal()], isGroup: isGroup)
  }

  /// The body whose first literal has been read. A body ends where no comma follows.
  mutating func rest(of first: [Literal], isGroup: Bool) throws(Failure) -> [Literal] {
    var body = first
    var tallest = height
    while true {
      if isWord("and") {
        report(
          .missingComma, "`and` is not part of the language", at: span(current),
          help: "join the parts of a body by `,`")
      } else if current.kind != .comma {
        break
      }
      let comma = advance()
      if endsBody() {
        reportTrailing(comma)
        break
      }
      let start = at
      let next = try literal()
      if isWord("if"), case .atom = next, !isGroup {
        // The head of the next rule: the comma before it was one too many.
        at = start
        reportTrailing(comma)
        break
      }
      body.append(next)
      tallest = max(tallest, height)
    }
    if case .atom(let atom, _)? = body.last, Self.comparison(current.kind) != nil || isWord("in") {
      try fail(
        .atomAsValue, "`\(atom.relation.text)(…)` is an atom and has no value", at: atom.span,
        help: "bind the column to a variable, and compare that")
    }
    if !isGroup, isWord("or") {
      try fail(
        .orWithoutParentheses, "`or` stands outside parentheses", at: span(current),
        help: "write `( … or … )`")
    }
    height = tallest
    return body
  }

  private func endsBody() -> Bool {
    switch current.kind {
    case .rightBrace, .rightParenthesis, .end: true
    default: startsClause() || startsKeywordItem() || isWord("or")
    }
  }

  private mutating func reportTrailing(_ comma: Token) {
    report(
      .trailingComma, "nothing follows this comma", at: span(comma), help: "remove the comma, or add what is missing")
  }

  mutating func literal() throws(Failure) -> Literal { asLiteral(try part()) }

  /// A truth value alone holds where it is true.
  private func asLiteral(_ part: Part) -> Literal {
    switch part {
    case .literal(let literal): literal
    case .expression(let value):
      .comparison(value, .equal, .constant(Constant(.bool(true), value.span)), value.span)
    }
  }

  private mutating func part() throws(Failure) -> Part {
    let start = current.start
    switch current.kind {
    case .dotted where peek(1).kind == .leftParenthesis:
      return .literal(.atom(try atom(), optional: false))
    case .word where current.text == "not": return .literal(try negation())
    case .word where current.text == "optional" && (peek(1).kind == .dotted || peek(1).kind == .word):
      advance()
      return .literal(.atom(try atom(), optional: true))
    case .word where peek(1).kind == .leftParenthesis && peek(2).kind == .word && peek(3).kind == .colon:
      // A call has no named arguments, so this is a relation whose name lacks its dot.
      reportUndotted(current)
      return .literal(.atom(try atom(), optional: false))
    case .leftParenthesis: return try parenthesised()
    default: return try comparison(from: try expression(), start: start)
    }
  }

  /// `"not" ( [ "optional" ] atom | "{" body "}" )`
  private mutating func negation() throws(Failure) -> Literal {
    let start = advance()
    if current.kind == .dotted, peek(1).kind == .leftParenthesis {
      let atom = try atom()
      return .notAtom(atom, span(from: start.start))
    }
    if take(.leftBrace) != nil {
      let inner = try nested { (parser) throws(Failure) in try parser.body() }
      try expect(.rightBrace, "`,` or `}`")
      return .notBody(inner, span(from: start.start))
    }
    let isOptional = isWord("optional")
    if !isOptional, current.kind != .error, current.kind != .end {
      report(
        .notWithoutBraces, "`not` stands before an atom or `{ … }`", at: span(start), help: "write `not { … }`")
    }
    let inner = try nested { (parser) throws(Failure) in try parser.literal() }
    return .notBody([inner], span(from: start.start))
  }

  /// `"(" body "or" body { "or" body } ")"`, or an expression that starts with a parenthesis.
  private mutating func parenthesised() throws(Failure) -> Part {
    let start = advance()
    let group = try nested { (parser) throws(Failure) -> Part in
      let first = try parser.part()
      if case .expression = first, parser.current.kind == .rightParenthesis { return first }
      var branches = [try parser.rest(of: [parser.asLiteral(first)], isGroup: true)]
      var tallest = parser.height
      while parser.takeWord("or") {
        branches.append(try parser.body(isGroup: true))
        tallest = max(tallest, parser.height)
      }
      parser.height = tallest
      return .literal(.or(branches, parser.span(from: start.start)))
    }
    try expect(.rightParenthesis, "`or`, `,` or `)`")
    switch group {
    case .expression(let inner):
      return try comparison(from: try expression(from: inner, start: start.start), start: start.start)
    case .literal(.or(let branches, _)):
      let span = span(from: start.start)
      if branches.count == 1 {
        report(
          .groupWithoutOr, "these parentheses hold no `or`", at: span,
          help: "remove them: parentheses group alternatives, or parts of an expression")
      }
      return .literal(.or(branches, span))
    case .literal: return group
    }
  }

  /// `expr [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) expr | "in" ( set | REL ) ]`
  private mutating func comparison(from left: Expression, start: Int) throws(Failure) -> Part {
    if isWord("not"), isWord("in", 1) {
      let wrong = advance()
      report(
        .notWithoutBraces, "`not in` is not part of the language", at: span(wrong),
        help: "write `not { … in … }`")
    }
    if takeWord("in") { return .literal(try membership(of: left, start: start)) }
    guard let sign = Self.comparison(current.kind) else { return .expression(left) }
    let leftHeight = height
    advance()
    let right = try expression()
    height = max(leftHeight, height)
    if Self.comparison(current.kind) != nil {
      try fail(
        .chainedComparison, "a comparison has two sides", at: span(current),
        help: "write two comparisons, joined by `,`")
    }
    return .literal(.comparison(left, sign, right, span(from: start)))
  }

  mutating func membership(of left: Expression, start: Int) throws(Failure) -> Literal {
    if current.kind == .leftBrace {
      let constants = try set()
      return .inSet(left, constants, span(from: start))
    }
    guard let token = take(.dotted) else {
      try unexpected(
        "a set, a parameter or a relation",
        help: "such as `{ \"a\", \"b\" }` or `kitos.trusted_domains`")
    }
    return .inName(left, Name(token.text, span(token)), span(from: start))
  }

  private static func comparison(_ kind: Token.Kind) -> Comparison? {
    switch kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
}
