/// `policy = "policy" ID "{" { clause } "}"`
extension Parser {
  mutating func policy(_ documentation: String, from start: Int) throws(Failure) -> PolicyDeclaration {
    guard current.kind == .dotted || current.kind == .word else {
      try unexpected("the name of the policy", help: "as in `policy kitos.api-user-is-functional-mailbox { … }`")
    }
    let id = hyphenated()
    if !Self.isPolicyName(id.text) {
      report(
        .badPolicyName, "`\(id.text)` is no name of a policy", at: id.span,
        help: "write the pack, a dot, and words joined by hyphens, as in `kitos.api-user-is-functional-mailbox`")
    }
    let open = try expect(.leftBrace, "`{` and the clauses of the policy")
    let level = braces
    var clauses: [PolicyDeclaration.Clause] = []
    while take(.rightBrace) == nil {
      if current.kind == .end || startsKeywordItem() {
        report(
          .unclosedBrace, "the policy `\(id.text)` has no closing brace", at: span(open),
          help: "end the policy with `}`")
        break
      }
      let before = at
      do throws(Failure) {
        clauses.append(try clause())
      } catch {
        if at == before { advance() }
        skipToClause(level: level)
        if current.kind != .end, current.kind != .rightBrace, !startsClause() { break }
      }
    }
    return PolicyDeclaration(id: id, clauses: clauses, doc: documentation, span: span(from: start))
  }

  /// `ID = NAME "." WORD { "-" WORD }`
  private static func isPolicyName(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(Lexer.continuesName) else { return false }
    return parts[1].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(Lexer.continuesName) }
  }

  private mutating func clause() throws(Failure) -> PolicyDeclaration.Clause {
    if current.kind == .dotted || current.kind == .word && ["not", "optional"].contains(current.text) {
      try fail(
        .missingComma, "this part is not joined to the body before it", at: behindLast,
        help: "join the parts of a body by `,`")
    }
    guard current.kind == .word else {
      try unexpected("a clause or `}`", help: "a clause starts with one of \(Self.list(Self.clauseKeywords))")
    }
    let start = current.start
    let keyword = try clauseKeyword()
    switch keyword {
    case "title": return .title(try texts(), span(from: start))
    case "why": return .why(try texts(), span(from: start))
    case "fix": return .fix(try texts(), span(from: start))
    case "obtain": return .obtain(try texts(), span(from: start))
    case "caveat": return .caveat(try texts(), span(from: start))
    case "severity":
      let severity = try choice(Severity.self, "a severity")
      return .severity(severity, span(from: start))
    case "basis":
      let kind = try choice(Basis.Kind.self, "a basis")
      return .basis(Basis(kind: kind, texts: try texts()), span(from: start))
    case "controls": return .controls(try strings("the name of a control in quotes"), span(from: start))
    case "for": return .population(try population(from: start))
    case "fail": return .fail(try finding(from: start, takesGroups: true))
    case "unverified": return .unverified(try finding(from: start, takesGroups: false))
    case "except": return .except(try finding(from: start, takesGroups: false))
    default: return .example(try example(from: start))
    }
  }

  private mutating func clauseKeyword() throws(Failure) -> String {
    let token = current
    if Self.clauseKeywords.contains(token.text) {
      advance()
      return token.text
    }
    let help: String
    if let meant = Spelling.nearest(to: token.text, among: Self.clauseKeywords) {
      help = "did you mean `\(meant)`?"
      if peek(1).kind == .string || peek(1).kind == .word || peek(1).kind == .dotted {
        report(.unknownKeyword, "`\(token.text)` starts no clause", at: span(token), help: help)
        advance()
        return meant
      }
    } else {
      help = "a clause starts with one of \(Self.list(Self.clauseKeywords))"
    }
    try fail(.unknownKeyword, "`\(token.text)` starts no clause", at: span(token), help: help)
  }

  private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

  /// One of the words that an enumeration lists.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, _ what: String
  ) throws(Failure) -> Choice {
    let words = Choice.allCases.map(\.rawValue)
    guard current.kind == .word else { try unexpected("\(what), one of \(Self.list(words))") }
    let token = current
    if let choice = Choice(rawValue: token.text) {
      advance()
      return choice
    }
    let meant = Spelling.nearest(to: token.text, among: words)
    report(
      .unknownKeyword, "`\(token.text)` is not \(what)", at: span(token),
      help: meant.map { "did you mean `\($0)`?" } ?? "write one of \(Self.list(words))")
    guard let meant, let choice = Choice(rawValue: meant) else { throw Failure() }
    advance()
    return choice
  }

  /// `texts = STRING | LANG STRING { LANG STRING }`
  private mutating func texts() throws(Failure) -> Texts {
    var entries: [Texts.Entry] = []
    if current.kind == .string {
      let text = try string("a text")
      entries.append(.init(language: nil, text: text))
      guard isLanguage(current), peek(1).kind == .string else { return Texts(entries) }
      report(
        .missingLanguage, "this text names no language, and the next one does", at: text.span,
        help: "write its language before it, as in `en \"…\"`")
    }
    while isLanguage(current), peek(1).kind == .string || entries.isEmpty {
      let language = advance()
      let text = try string("a text in quotes")
      if entries.contains(where: { $0.language == language.text }) {
        report(
          .duplicateLanguage, "the text in `\(language.text)` is given twice", at: span(language),
          help: "remove one of them")
      }
      entries.append(.init(language: language.text, text: text))
    }
    if entries.isEmpty { try unexpected("a text in quotes", help: "write `\"…\"`, or `en \"…\" da \"…\" nb \"…\"`") }
    return Texts(entries)
  }

  /// `"for" [ names "in" ] body`; `for v in NAME` and `for v in { … }` are short for `for v in v in …`.
  private mutating func population(from start: Int) throws(Failure) -> PolicyDeclaration.Population {
    var names: [Name] = []
    if current.kind == .word, peek(1).kind == .comma || isWord("in", 1) {
      names = try self.names("a name of the population")
      guard takeWord("in") else { try unexpected("`in` and a body") }
      let isSet = current.kind == .leftBrace
      let isName = current.kind == .dotted && endsMembership(peek(1))
      if names.count == 1, let name = names.first, isSet || isName {
        let first = try membership(of: .variable(name), start: name.span.start)
        let body = try rest(of: [first], isGroup: false)
        return .init(names: names, body: body, span: span(from: start))
      }
    }
    let body = try body()
    return .init(names: names, body: body, span: span(from: start))
  }

  private func endsMembership(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .rightBrace, .word, .dotted, .end, .error: !(token.kind == .word && token.text == "in")
    default: false
    }
  }

  /// `texts [ "per" names ] "if" body`
  private mutating func finding(
    from start: Int, takesGroups: Bool
  ) throws(Failure) -> PolicyDeclaration.Finding {
    let message = try texts()
    var per: [Name] = []
    if isWord("per") {
      let token = advance()
      per = try names("a variable")
      if !takesGroups {
        report(.misplacedPer, "only `fail` takes `per`", at: span(token), help: "remove `per` and its names")
        per = []
      }
    }
    guard takeWord("if") else {
      if current.kind == .error { throw Failure() }
      try fail(.missingIf, "this clause has no `if`", at: behindLast, help: "write `if` and a body after the message")
    }
    let body = try body()
    return .init(message: message, per: per, body: body, span: span(from: start))
  }
}
