/// Atoms and expressions.
extension Parser {
  /// `atom = REL "(" [ arg { "," arg } ] ")"`
  mutating func atom() throws(Failure) -> Atom {
    let start = current.start
    guard current.kind == .dotted || current.kind == .word else { try unexpected("an atom `relation(…)`") }
    let token = advance()
    try expect(.leftParenthesis, "`(` after `\(token.text)`", help: "an atom is `relation(column: value, …)`")
    var arguments: [Argument] = []
    var tallest = 0
    if current.kind != .rightParenthesis {
      repeat {
        if let argument = try argument() { arguments.append(argument) }
        tallest = max(tallest, height)
      } while take(.comma) != nil
    }
    try expect(.rightParenthesis, "`,` or `)`")
    height = tallest + 1
    return Atom(relation: Name(token.text, span(token)), arguments: arguments, span: span(from: start))
  }

  /// `arg = NAME [ ":" ( "_" | "none" | expr ) ]`; `nil` for one that was reported and passed over.
  private mutating func argument() throws(Failure) -> Argument? {
    height = 0
    let token = current
    let isNamed = token.kind == .word && peek(1).kind == .colon
    if !isNamed, token.kind == .word, Self.reserved.contains(token.text) {
      advance()
      report(
        .reservedWord, "`\(token.text)` can be no variable", at: span(token),
        help: "write `column: value`; every argument is named")
      return nil
    }
    if token.kind == .word, peek(1).kind == .equal {
      advance()
      let sign = advance()
      report(.unexpectedToken, "expected `:`, found `=`", at: span(sign), help: "write `\(token.text): value`")
      _ = try expression()
      return nil
    }
    switch peek(1).kind {
    case .comma, .rightParenthesis, .colon, .end, .error:
      guard token.kind == .word else { fallthrough }
      let column = try name("a column")
      let value: Argument.Value = take(.colon) != nil ? try argumentValue() : .punned
      return Argument(column: column, value: value, span: span(from: token.start))
    default:
      if token.kind == .rightParenthesis || token.kind == .end || token.kind == .error {
        try unexpected("an argument")
      }
      if token.kind == .word, peek(1).kind != .leftParenthesis, !Self.isOperator(peek(1).kind) {
        advance()
        try unexpected("`,`, `:` or `)`")
      }
      _ = try expression()
      report(
        .positionalArgument, "arguments go by name", at: span(from: token.start), help: "write `column: value`")
      return nil
    }
  }

  private static func isOperator(_ kind: Token.Kind) -> Bool { kind == .plus || kind == .minus || kind == .star }

  private mutating func argumentValue() throws(Failure) -> Argument.Value {
    if takeWord("_") { return .wildcard }
    if takeWord("none") { return .none }
    return .expression(try expression())
  }

  /// `expr = term { ( "+" | "-" ) term }`
  ///
  /// - Parameters:
  ///   - first: An operand in parentheses that has been read, with its place in `start`.
  mutating func expression(from first: Expression? = nil, start: Int? = nil) throws(Failure) -> Expression {
    let start = start ?? current.start
    var left = try term(from: first, start: start)
    while current.kind == .plus || current.kind == .minus {
      let sign: Arithmetic = advance().kind == .plus ? .plus : .minus
      let leftHeight = height
      let right = try term(from: nil, start: current.start)
      let span = span(from: start)
      try setHeight(max(leftHeight, height) + 1, at: span)
      left = .arithmetic(left, sign, right, span)
    }
    return left
  }

  /// `term = factor { "*" factor }`
  private mutating func term(from first: Expression?, start: Int) throws(Failure) -> Expression {
    var left: Expression
    if let first { left = first } else { left = try factor() }
    while take(.star) != nil {
      let leftHeight = height
      let right = try factor()
      let span = span(from: start)
      try setHeight(max(leftHeight, height) + 1, at: span)
      left = .arithmetic(left, .times, right, span)
    }
    return left
  }

  /// `factor = const | REL | NAME | call | aggregate | "(" expr ")" | "-" factor`
  private mutating func factor() throws(Failure) -> Expression {
    let token = current
    height = 1
    if let constant = try takeConstant() { return .constant(constant) }
    switch token.kind {
    case .dotted:
      if peek(1).kind == .leftParenthesis {
        try fail(
          .atomAsValue, "`\(token.text)(…)` is an atom and has no value", at: span(token),
          help: "write the atom as a part of its own, and use its variable here")
      }
      advance()
      return .parameter(Name(token.text, span(token)))
    case .leftParenthesis:
      advance()
      let inner = try nested { (parser) throws(Failure) in try parser.expression() }
      try expect(.rightParenthesis, "`)`")
      return inner
    case .minus:
      advance()
      let inner = try nested { (parser) throws(Failure) in try parser.factor() }
      let span = span(from: token.start)
      try setHeight(height + 1, at: span)
      return .negated(inner, span)
    case .word: return try word()
    default: try unexpected("a value", help: "a part of a body is an atom, `not`, a comparison or `( … or … )`")
    }
  }

  private mutating func word() throws(Failure) -> Expression {
    let token = current
    if peek(1).kind == .leftParenthesis {
      if let function = AggregateFunction(rawValue: token.text) { return .aggregate(try aggregate(function)) }
      if !Self.reserved.contains(token.text) { return try call() }
    }
    if token.text == "_" {
      try fail(
        .wildcardAsValue, "`_` has no value", at: span(token), help: "`_` stands only after a column, `column: _`")
    }
    if Self.reserved.contains(token.text) {
      try unexpected("a value", help: "`\(token.text)` is a word of the language and can be no variable")
    }
    advance()
    return .variable(Name(token.text, span(token)))
  }

  /// `call = NAME "(" [ expr { "," expr } ] ")"`
  private mutating func call() throws(Failure) -> Expression {
    let token = advance()
    try expect(.leftParenthesis, "`(`")
    var arguments: [Expression] = []
    var tallest = 0
    if current.kind != .rightParenthesis {
      tallest = try nested { (parser) throws(Failure) -> Int in
        var tallest = 0
        repeat {
          arguments.append(try parser.expression())
          tallest = max(tallest, parser.height)
        } while parser.take(.comma) != nil
        return tallest
      }
    }
    try expect(.rightParenthesis, "`,` or `)`")
    let span = span(from: token.start)
    try setHeight(tallest + 1, at: span)
    return .call(Name(token.text, self.span(token)), arguments, span)
  }

  /// `aggregate = AGGREGATE "(" names ")" "{" body "}"`; its word is one of ``AggregateFunction``
  private mutating func aggregate(_ function: AggregateFunction) throws(Failure) -> Aggregate {
    let token = advance()
    try expect(.leftParenthesis, "`(`")
    let variables = try names("a variable")
    try expect(.rightParenthesis, "`,` or `)`")
    if !function.definition.takesSeveral, variables.count > 1 {
      let several = AggregateFunction.allCases.filter(\.definition.takesSeveral).map { "`\($0.rawValue)`" }
        .joined(separator: " or ")
      report(
        .aggregateVariables, "`\(function.rawValue)` takes one variable", at: span(from: token.start),
        help: "only \(several) takes more than one")
    }
    try expect(
      .leftBrace, "`{` and a body",
      help: "an aggregate is `\(function.usage)`")
    let body = try nested { (parser) throws(Failure) in try parser.body() }
    try expect(.rightBrace, "`,` or `}`")
    let span = span(from: token.start)
    try setHeight(height + 1, at: span)
    return Aggregate(function: function, variables: variables, body: body, span: span)
  }
}
