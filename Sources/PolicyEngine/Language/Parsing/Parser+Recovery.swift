/// Where reading goes on after an error.
extension Parser {
  static let itemKeywords = ["entity", "relation", "parameter", "fact", "policy"]
  static let clauseKeywords = [
    "title", "why", "fix", "obtain", "caveat", "severity", "basis", "controls", "for", "fail", "unverified", "except",
    "example",
  ]
  /// Words that can be no variable, since they start or join parts of a body.
  static let reserved: Set<String> = ["not", "or", "if", "in", "optional", "true", "false", "today", "none", "_"]

  /// Words that can stand after a variable, which may be called like a keyword: `title in { … }`.
  static let followers: Set<String> = ["in", "or", "and", "not"]

  /// Whether an item with a keyword starts `ahead` tokens on. No body contains such a pair of tokens.
  func startsKeywordItem(_ ahead: Int = 0) -> Bool {
    let token = peek(ahead)
    guard token.kind == .word, Self.itemKeywords.contains(token.text) else { return false }
    let next = peek(ahead + 1)
    guard next.kind != .dotted else { return true }
    return next.kind == .word && !Self.followers.contains(next.text) && (token.text == "entity" || token.isFirstOnLine)
  }

  /// Whether an item probably starts here: a keyword item, or a name at the margin.
  func seemsToStartItem() -> Bool {
    startsKeywordItem()
      || current.isFirstOnLine && current.indent == 0 && (current.kind == .dotted || current.kind == .word)
  }

  /// Whether a clause of a policy starts here. No body contains such a sequence of tokens.
  func startsClause() -> Bool {
    let token = current
    guard token.kind == .word, Self.clauseKeywords.contains(token.text) else { return false }
    let next = peek(1)
    switch next.kind {
    case .string: return true
    case .word where Self.followers.contains(next.text): return false
    case .word:
      return token.isFirstOnLine || isLanguage(next) && peek(2).kind == .string || token.text == "severity"
        || token.text == "basis" || token.text == "for"
    case .dotted: return token.isFirstOnLine || token.text == "for"
    default: return false
    }
  }

  func isLanguage(_ token: Token) -> Bool {
    token.kind == .word && token.text.utf8.count == 2 && token.text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      && !Self.reserved.contains(token.text)
  }

  mutating func skipToItem() {
    while current.kind != .end, !seemsToStartItem() { advance() }
    braces = 0
  }

  /// Goes on to the next clause, the brace that closes the policy, or the next item.
  mutating func skipToClause(level: Int) {
    while current.kind != .end {
      if startsClause() {
        braces = level
        return
      }
      if seemsToStartItem() || current.kind == .rightBrace && braces <= level { return }
      advance()
    }
  }

  /// Goes on to the next fact or expectation of an example, the brace that closes it, or the next clause.
  mutating func skipInExample(level: Int) {
    var isFirst = true
    while current.kind != .end {
      let startsLine = current.isFirstOnLine && (current.kind == .word || current.kind == .dotted)
      if startsClause() || seemsToStartItem() || startsLine && !isFirst
        || current.kind == .rightBrace && braces <= level
      {
        return
      }
      isFirst = false
      advance()
    }
  }
}
