extension Lexer {
  /// A sign of the language, or a report of what stands in its place.
  mutating func sign() {
    let start = at
    at += 1
    let second = byte()
    let isEqual = second == UInt8(ascii: "=")
    let kind: Token.Kind
    var more = 0
    switch bytes[start] {
    case UInt8(ascii: "("): kind = .leftParenthesis
    case UInt8(ascii: ")"): kind = .rightParenthesis
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":") where second == UInt8(ascii: "-"):
      at += 1
      foreign("`:-`", from: start, help: "a rule is written `head if body`")
      return
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "?"): kind = .question
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"): kind = .minus
    case UInt8(ascii: "*"): kind = .star
    case UInt8(ascii: "."):
      guard second == UInt8(ascii: ".") else {
        foreign("`.`", from: start, help: "a dot joins names without white space; a rule needs no dot at its end")
        return
      }
      (kind, more) = (.range, 1)
    case UInt8(ascii: "="):
      kind = .equal
      if isEqual {
        report(
          .unexpectedCharacter, "`==` is not part of the language", from: start, to: start + 2, help: "write `=`")
        more = 1
      }
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: ">") {
        report(
          .unexpectedCharacter, "`<>` is not part of the language", from: start, to: start + 2, help: "write `!=`")
        (kind, more) = (.notEqual, 1)
      } else {
        (kind, more) = isEqual ? (.lessOrEqual, 1) : (.less, 0)
      }
    case UInt8(ascii: ">"): (kind, more) = isEqual ? (.greaterOrEqual, 1) : (.greater, 0)
    case UInt8(ascii: "!") where isEqual: (kind, more) = (.notEqual, 1)
    default:
      unknown(from: start)
      return
    }
    at += more
    add(kind, from: start)
  }

  private mutating func foreign(_ what: String, from start: Int, help: String) {
    report(.unexpectedCharacter, "\(what) is not part of the language", from: start, to: at, help: help)
    add(.error, from: start)
  }

  /// One report for a run of characters that start nothing.
  private mutating func unknown(from start: Int) {
    at = start
    if byte() == UInt8(ascii: "'"), foreignString(closing: [UInt8(ascii: "'")], opening: 1) { return }
    // The typographic quotes “…” that word processors write.
    if bytes[at...].starts(with: [0xE2, 0x80, 0x9C]), foreignString(closing: [0xE2, 0x80, 0x9D], opening: 3) {
      return
    }
    let length = Self.scalarLength(bytes, at: at)
    if length > 1, slice(at, at + length).unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
      foreignName(from: start)
      return
    }
    let help: String
    switch byte() {
    case UInt8(ascii: "'"): help = "a text stands in double quotes"
    case UInt8(ascii: ";"): help = "nothing needs a terminator; the parts of a body are joined by `,`"
    case UInt8(ascii: "!"): help = "write `not` before an atom, or `not { … }`"
    case UInt8(ascii: "&"): help = "the parts of a body are joined by `,`"
    case UInt8(ascii: "|"): help = "alternatives are written `( … or … )`"
    case UInt8(ascii: "#"): help = "a comment starts with `//`"
    case UInt8(ascii: "/"): help = byte(1) == UInt8(ascii: "*") ? "a comment starts with `//`" : "there is no division"
    case 0x80...: help = "outside texts and comments only ASCII is used; a text stands in double quotes `\"`"
    default: help = "remove it, or put it in a text in double quotes"
    }
    repeat { at += 1 } while at < bytes.count && Self.startsNothing(byte())
    let shown = slice(start, at)
    let isHidden = shown.unicodeScalars.contains { Self.isHidden($0.value) }
    let what = isHidden ? "an invisible character" : "`\(shown.prefix(20))`"
    foreign(what, from: start, help: help)
  }

  private static func startsNothing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...: true
    case 0..<0x20: byte != 0x09 && byte != 0x0A && byte != 0x0D
    case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x7F:
      true
    default: false
    }
  }
}
