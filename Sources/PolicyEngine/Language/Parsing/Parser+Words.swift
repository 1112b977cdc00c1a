import FactStore

/// Names, texts and constants.
extension Parser {
  /// A name without a dot. Keywords are names where only a name can stand.
  mutating func name(_ what: String) throws(Failure) -> Name {
    guard current.kind == .word, current.text != "_" else { try unexpected(what) }
    let token = advance()
    return Name(token.text, span(token))
  }

  mutating func names(_ what: String) throws(Failure) -> [Name] {
    var names = [try name(what)]
    while take(.comma) != nil { names.append(try name(what)) }
    return names
  }

  /// The name of a relation or parameter. One without a dot is reported, and read all the same.
  mutating func relationName(what: String = "relation") throws(Failure) -> Name {
    if current.kind == .word, current.text != "_" {
      reportUndotted(current, what: what)
    } else if current.kind != .dotted {
      try unexpected("the name of a \(what)", help: "it has a dot, as in `kitos.user`")
    }
    let token = advance()
    return Name(token.text, span(token))
  }

  mutating func reportUndotted(_ token: Token, what: String = "relation") {
    report(
      .undottedName, "`\(token.text)` is no name of a \(what)", at: span(token),
      help: "the name of a \(what) has a dot: `pack.\(token.text)`")
  }

  /// `type = NAME | REL`, hyphens allowed.
  mutating func typeName() throws(Failure) -> Name {
    guard current.kind == .word || current.kind == .dotted, current.text != "_" else {
      try unexpected("a type", help: "such as `text`, `int`, `email` or an entity like `kitos.user`")
    }
    return hyphenated()
  }

  /// The current token and all that follow it without a gap and look like parts of a hyphenated name.
  mutating func hyphenated() -> Name {
    let start = current.start
    advance()
    while current.start == tokens[at - 1].end {
      switch current.kind {
      case .minus, .word, .dotted, .int, .date: advance()
      default: return hyphenatedName(from: start)
      }
    }
    return hyphenatedName(from: start)
  }

  private func hyphenatedName(from start: Int) -> Name {
    let span = span(from: start)
    return Name(String(decoding: source.bytes[span.start..<span.end], as: UTF8.self), span)
  }

  mutating func string(_ what: String) throws(Failure) -> StringLiteral {
    let token = try expect(.string, what)
    return StringLiteral(token.text, span(token))
  }

  mutating func strings(_ what: String) throws(Failure) -> [StringLiteral] {
    var strings = [try string(what)]
    while take(.comma) != nil { strings.append(try string(what)) }
    return strings
  }

  mutating func integer(_ what: String) throws(Failure) -> Int64 {
    let start = current.start
    let isNegative = take(.minus) != nil
    let token = try expect(.int, what)
    return int64(token, isNegative: isNegative, from: start)
  }

  /// The number behind digits; one that does not fit is reported and read as 0.
  mutating func int64(_ token: Token, isNegative: Bool, from start: Int) -> Int64 {
    if let number = Int64((isNegative ? "-" : "") + token.text) { return number }
    report(
      .numberTooLarge, "`\(token.text.prefix(40))` is too large", at: span(from: start),
      help: "integers go from \(Int64.min) to \(Int64.max)")
    return 0
  }

  /// `const = STRING | INT [ "days" ] | "true" | "false" | DATE | "today"`, an integer with or without a minus.
  mutating func constant() throws(Failure) -> Constant {
    if let constant = try takeConstant() { return constant }
    try unexpected("a constant", help: "a text in quotes, a number, a date, `true`, `false` or `today`")
  }

  /// The constant here, if one is here.
  mutating func takeConstant() throws(Failure) -> Constant? {
    let token = current
    switch token.kind {
    case .string:
      advance()
      return Constant(.string(token.text), span(token))
    case .date:
      advance()
      return CalendarDate(token.text).map { Constant(.date($0), span(token)) }
    case .int, .minus:
      if token.kind == .minus, peek(1).kind != .int { return nil }
      let number = try integer("a number")
      let isDays = takeWord("days")
      return Constant(isDays ? .days(number) : .int(number), span(from: token.start))
    case .word:
      let value: Constant.Value
      switch token.text {
      case "true": value = .bool(true)
      case "false": value = .bool(false)
      case "today": value = .today
      default: return nil
      }
      advance()
      return Constant(value, span(token))
    default: return nil
    }
  }

  /// `set = "{" [ const { "," const } ] "}"`
  mutating func set() throws(Failure) -> [Constant] {
    try expect(.leftBrace, "`{` and the constants of a set")
    var constants: [Constant] = []
    if take(.rightBrace) != nil { return constants }
    repeat { constants.append(try constant()) } while take(.comma) != nil
    try expect(.rightBrace, "`,` or `}`")
    return constants
  }
}
