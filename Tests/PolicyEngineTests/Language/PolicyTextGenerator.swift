import TestSupport

/// Writes random texts of the grammar: as tokens, so that any white space and comments can stand between them.
struct PolicyTextGenerator {
  var random: SplitMix64
  private var depth = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func one(_ choices: String...) -> String { choices[below(choices.count)] }
  private mutating func flip() -> Bool { below(2) == 0 }

  private mutating func several(_ separator: String, _ part: (inout Self) -> [String]) -> [String] {
    var tokens = part(&self)
    while below(3) == 0 { tokens += [separator] + part(&self) }
    return tokens
  }

  /// The tokens of one file; a documentation line is a token of its own.
  mutating func file() -> [String] { (0..<1 + below(5)).flatMap { _ in item() } }

  private mutating func item() -> [String] {
    var tokens = below(4) == 0 ? ["/// doc \(below(9))"] : []
    switch below(6) {
    case 0: tokens += ["entity", one("person", "kitos.user", "a-b.c-d")]
    case 1: tokens += relation()
    case 2: tokens += ["fact"] + atom()
    case 3: tokens += parameter()
    case 4: tokens += atom() + ["if"] + body()
    default: tokens += policy()
    }
    return tokens
  }

  private mutating func variable() -> String { one("a", "user", "count", "policy", "days", "x_1", "title", "fail") }
  private mutating func column() -> String { one("a", "user", "if", "in", "title", "for", "not", "key", "values") }
  private mutating func dotted() -> String { one("a.b", "kitos.may_write", "q.r.s", "not.if") }
  private mutating func string() -> String {
    one(#""""#, #""x""#, #""æ漢 {var} {{""#, #""\"\\\n\t\u{1b}""#, #""// no comment""#, #""a longer text with words""#)
  }

  private mutating func relation() -> [String] {
    var tokens =
      ["relation", dotted(), "("]
      + several(",") { own in
        var column = [own.column()] + (own.flip() ? ["?"] : []) + [":", own.one("text", "date", "kitos.user")]
        if own.below(4) == 0 { column += ["values"] + own.several(",") { [$0.string()] } }
        return column
      } + [")"]
    if flip() { tokens += ["key"] + several(",") { [$0.column()] } }
    while below(3) == 0 { tokens += ["references", column(), one("a.b.c", "kitos.user.user.if")] }
    return tokens
  }

  private mutating func parameter() -> [String] {
    let isSet = flip()
    var tokens = ["parameter", dotted(), ":"] + (isSet ? ["set"] : []) + [one("int", "text", "a.b"), "="]
    tokens += isSet ? set() : constant()
    if below(3) == 0 { tokens += ["within", one("-3", "0"), "..", one("0", "12")] }
    return tokens
  }

  private mutating func set() -> [String] {
    below(4) == 0 ? ["{", "}"] : ["{"] + several(",") { $0.constant() } + ["}"]
  }

  private mutating func constant() -> [String] {
    switch below(6) {
    case 0: [string()]
    case 1: [one("0", "7", "9223372036854775807")]
    case 2: ["-", one("0", "7")]
    case 3: [one("0", "30"), "days"]
    case 4: [one("2024-02-29", "0001-01-01")]
    default: [one("true", "false", "today")]
    }
  }

  private mutating func atom() -> [String] {
    if below(8) == 0 { return [dotted(), "(", ")"] }
    return [dotted(), "("]
      + several(",") { own in
        switch own.below(4) {
        case 0: [own.variable()]
        case 1: [own.column(), ":", own.one("_", "none")]
        default: [own.column(), ":"] + own.expression()
        }
      } + [")"]
  }

  private mutating func body() -> [String] { several(",") { $0.literal() } }

  private mutating func literal() -> [String] {
    depth += 1
    defer { depth -= 1 }
    switch below(depth > 4 ? 3 : 9) {
    case 0: return atom()
    case 1: return ["not"] + (flip() ? ["optional"] : []) + atom()
    case 2: return ["optional"] + atom()
    case 3: return ["not", "{"] + body() + ["}"]
    case 4:
      return ["("] + body() + ["or"] + body() + (flip() ? ["or"] + body() : []) + [")"]
    case 5: return expression() + ["in"] + (flip() ? set() : [dotted()])
    case 6: return ["starts_with", "("] + expression() + [","] + expression() + [")"]
    default: return expression() + [one("=", "!=", "<", "<=", ">", ">=")] + expression()
    }
  }

  private mutating func expression() -> [String] {
    depth += 1
    defer { depth -= 1 }
    switch below(depth > 5 ? 3 : 11) {
    case 0: return constant()
    case 1: return [variable()]
    case 2: return [dotted()]
    case 3: return ["("] + expression() + [")"]
    case 4: return ["-"] + factor()
    case 5: return ["lower", "("] + (flip() ? expression() : []) + [")"]
    case 6: return [one("count", "min"), "(", variable(), ")", "{"] + body() + ["}"]
    default: return factor() + [one("+", "-", "*")] + factor()
    }
  }

  private mutating func factor() -> [String] {
    flip() ? [variable()] : flip() ? ["("] + expression() + [")"] : constant()
  }

  private mutating func texts() -> [String] {
    flip() ? [string()] : flip() ? ["en", string()] : ["en", string(), "da", string(), "nb", string()]
  }

  private mutating func policy() -> [String] {
    var tokens = ["policy", one("a.b", "kitos.api-user-is-not-a-person", "x.y_z-2"), "{"]
    for _ in 0..<below(6) { tokens += clause() }
    return tokens + ["}"]
  }

  private mutating func clause() -> [String] {
    switch below(9) {
    case 0: return [one("title", "why", "fix", "obtain", "caveat")] + texts()
    case 1: return ["severity", one("high", "info")]
    case 2: return ["basis", one("stated", "ours")] + texts()
    case 3: return ["controls"] + several(",") { [$0.string()] }
    case 4:
      switch below(4) {
      case 0: return ["for"] + atom()
      case 1: return ["for", variable(), "in"] + (flip() ? set() : [dotted()])
      case 2: return ["for", variable(), "in"] + (flip() ? set() : [dotted()]) + [","] + atom()
      default: return ["for"] + several(",") { [$0.variable()] } + ["in"] + atom() + [","] + literal()
      }
    case 5: return ["fail"] + texts() + (flip() ? ["per", variable()] : []) + ["if"] + body()
    case 6: return [one("unverified", "except")] + texts() + ["if"] + body()
    default:
      var tokens = ["example", string(), "{"]
      for _ in 0..<below(3) { tokens += flip() ? atom() : [one("partial", "absent", "without"), dotted()] }
      tokens += ["expect", one("fail", "pass", "empty")]
      if flip() { tokens += several(",") { [$0.variable(), ":"] + $0.constant() } }
      return tokens + ["}"]
    }
  }

  /// Joins tokens with random white space and comments, numbered so that each can be found again.
  mutating func joined(_ tokens: [String]) -> (text: String, comments: [String]) {
    var text = ""
    var comments: [String] = []
    for token in tokens {
      if token.hasPrefix("///") {
        text += "\n" + token + "\n"
        continue
      }
      switch below(14) {
      case 0: text += "\n"
      case 1: text += "\n\n\n  "
      case 2 where below(3) == 0:
        comments.append("// note \(comments.count)")
        text += (flip() ? " " : "\n") + comments[comments.count - 1] + " \t" + (flip() ? "\n" : "\r\n\r\n")
      default: text += " "
      }
      text += token
    }
    return (text, comments)
  }
}
