/// `file = { {DOC} ( relation | rule | fact | parameter | entity | policy ) }`
extension Parser {
  mutating func items() -> [Item] {
    var items: [Item] = []
    while current.kind != .end {
      let before = at
      let documentation = takeDocumentation()
      let indent = current.indent
      do throws(Failure) {
        let start = current.start
        if let item = try item(documentation) {
          items.append(item)
          itemStarts.append(start)
        }
        if case .rule = items.last { ruleIndent = indent } else { ruleIndent = nil }
      } catch {
        if at == before { advance() }
        skipToItem()
        ruleIndent = nil
      }
      braces = 0
    }
    return items
  }

  /// The `///` lines between the token before and the current one.
  private mutating func takeDocumentation() -> String {
    var lines: [String] = []
    let from = at > 0 ? tokens[at - 1].end : 0
    while commentAt < comments.count, comments[commentAt].start < current.start {
      if comments[commentAt].isDocumentation, comments[commentAt].isFirstOnLine, comments[commentAt].start >= from {
        comments[commentAt].isAttached = true
        lines.append(comments[commentAt].text)
      }
      commentAt += 1
    }
    return lines.joined(separator: "\n")
  }

  private mutating func item(_ documentation: String) throws(Failure) -> Item? {
    switch current.kind {
    case .dotted: return try rule(documentation)
    case .word where peek(1).kind == .leftParenthesis:
      reportUndotted(current)
      return try rule(documentation)
    case .word:
      let start = current.start
      switch try itemKeyword() {
      case "entity":
        let name = try typeName()
        return .entity(EntityDeclaration(name: name, doc: documentation, span: span(from: start)))
      case "relation": return .relation(try relation(documentation, from: start))
      case "parameter": return .parameter(try parameter(documentation, from: start))
      case "fact": return .fact(try atom())
      default: return .policy(try policy(documentation, from: start))
      }
    case .rightBrace:
      try fail(
        .unexpectedToken, "this `}` closes nothing", at: span(current), help: "remove it, or open the brace before")
    default:
      try unexpected(
        "an item", help: "an item is `relation`, `entity`, `parameter`, `fact`, `policy` or a rule `head if body`")
    }
  }

  /// Takes the keyword of an item; a slip of the pen is reported and read as what was meant.
  private mutating func itemKeyword() throws(Failure) -> String {
    let token = current
    if Self.itemKeywords.contains(token.text) {
      advance()
      return token.text
    }
    if startsClause() {
      try fail(
        .clauseOutsidePolicy, "`\(token.text)` stands outside a policy", at: span(token),
        help: "clauses stand between the braces of `policy pack.name { … }`; look for a `}` too many above")
    }
    let isFollowedByName = peek(1).kind == .dotted || peek(1).kind == .word
    if isFollowedByName, let meant = Spelling.nearest(to: token.text, among: Self.itemKeywords) {
      report(
        .unknownKeyword, "`\(token.text)` starts no item", at: span(token), help: "did you mean `\(meant)`?")
      advance()
      return meant
    }
    try fail(
      .unknownKeyword, "`\(token.text)` starts no item", at: span(token),
      help: "an item is `relation`, `entity`, `parameter`, `fact`, `policy` or a rule `head if body`")
  }

  /// `rule = atom "if" body`
  private mutating func rule(_ documentation: String) throws(Failure) -> Item? {
    let start = current
    let ruleAbove = ruleIndent
    let behindLast = behindLast
    let head = try atom()
    if takeWord("if") {
      let body = try body()
      return .rule(Rule(head: head, body: body, doc: documentation, span: span(from: start.start)))
    }
    if let ruleAbove, start.indent > ruleAbove {
      report(
        .missingComma, "this part is not joined to the body before it", at: behindLast,
        help: "join the parts of a body by `,`")
      if take(.comma) != nil { _ = try body() }
      return nil
    }
    if current.kind == .error { throw Failure() }
    try fail(
      .missingIf, "`\(head.relation.text)(…)` has no `if`", at: self.behindLast,
      help: "a rule is `head if body`; a fact is written `fact \(head.relation.text)(…)`")
  }

  /// `relation REL "(" column { "," column } ")" { "key" names | "references" NAME REL "." NAME }`
  private mutating func relation(_ documentation: String, from start: Int) throws(Failure) -> RelationDeclaration {
    let name = try relationName()
    try expect(.leftParenthesis, "`(` and the columns")
    var columns: [RelationDeclaration.Column] = []
    repeat { columns.append(try column()) } while take(.comma) != nil
    try expect(.rightParenthesis, "`,` or `)`", help: "a column is `name: type`, `name?: type` where it may be empty")
    var key: [Name] = []
    var references: [RelationDeclaration.Reference] = []
    while true {
      if takeWord("key") {
        key += try names("a column of the key")
      } else if takeWord("references") {
        references.append(try reference())
      } else {
        break
      }
    }
    return RelationDeclaration(
      name: name, columns: columns, key: key, references: references, doc: documentation, span: span(from: start))
  }

  private mutating func reference() throws(Failure) -> RelationDeclaration.Reference {
    let column = try name("the column that refers")
    let target = try expect(.dotted, "the column referred to, `relation.name.column`")
    let parts = target.text.split(separator: ".")
    guard parts.count >= 3, let last = parts.last else {
      try fail(
        .badReference, "`\(target.text)` names no column of a relation", at: span(target),
        help: "write the relation and its column, as in `references user kitos.listed_user.user`")
    }
    let dot = target.end - last.utf8.count
    return RelationDeclaration.Reference(
      column: column,
      target: Name(
        parts.dropLast().joined(separator: "."), Span(file: file, start: target.start, end: dot - 1)),
      targetColumn: Name(String(last), Span(file: file, start: dot, end: target.end)))
  }

  /// `column = NAME [ "?" ] ":" type [ "values" STRING { "," STRING } ]`
  private mutating func column() throws(Failure) -> RelationDeclaration.Column {
    let name = try name("a column name")
    let isOptional = take(.question) != nil
    try expect(.colon, "`:` and the type of `\(name.text)`")
    let type = try typeName()
    var values: [StringLiteral] = []
    if takeWord("values") {
      values.append(try string("a value in quotes"))
      while current.kind == .comma, peek(1).kind == .string {
        advance()
        values.append(try string("a value in quotes"))
      }
    }
    return RelationDeclaration.Column(name: name, isOptional: isOptional, type: type, values: values)
  }

  /// `parameter REL ":" [ "set" ] type "=" ( const | set ) [ "within" INT ".." INT ]`
  private mutating func parameter(_ documentation: String, from start: Int) throws(Failure) -> ParameterDeclaration {
    let name = try relationName(what: "parameter")
    try expect(.colon, "`:` and the type of `\(name.text)`")
    let isSet = isWord("set") && (peek(1).kind == .word || peek(1).kind == .dotted)
    if isSet { advance() }
    let type = try typeName()
    try expect(.equal, "`=` and a value")
    let valueAt = current
    let isWrittenAsSet = current.kind == .leftBrace
    let values = isWrittenAsSet ? try set() : [try constant()]
    if isSet != isWrittenAsSet {
      report(
        .parameterValue, isSet ? "a set is expected here" : "one value is expected here, not a set",
        at: span(valueAt), help: isSet ? "write `{ … }`" : "declare the parameter as `set \(type.text)`")
    }
    var range: ClosedRange<Int64>?
    if takeWord("within") { range = try self.range() }
    return ParameterDeclaration(
      name: name, isSet: isSet, type: type, values: values, range: range, doc: documentation,
      span: span(from: start))
  }

  private mutating func range() throws(Failure) -> ClosedRange<Int64> {
    let start = current.start
    let low = try integer("the least value, as in `1..20`")
    try expect(.range, "`..` and the greatest value")
    let high = try integer("the greatest value, as in `1..20`")
    guard low <= high else {
      try fail(
        .emptyRange, "`\(low)..\(high)` holds no value", at: span(from: start), help: "write the least value first")
    }
    return low...high
  }
}
