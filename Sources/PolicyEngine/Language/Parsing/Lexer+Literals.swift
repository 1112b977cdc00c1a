import FactStore

extension Lexer {
  /// A text in double quotes, on one line. `{` and `}` have no meaning here: messages are read later.
  mutating func string() {
    let start = at
    at += 1
    var content: [UInt8] = []
    var isTerminated = false
    let body = at
    loop: while at < bytes.count {
      switch byte() {
      case UInt8(ascii: "\""):
        isTerminated = true
        break loop
      case UInt8(ascii: "\n"): break loop
      case UInt8(ascii: "\\"): escape(into: &content)
      default:
        content.append(byte())
        at += 1
      }
    }
    reportHiddenCharacters(from: body, to: isTerminated ? at : withoutReturn(at), in: "a text")
    if isTerminated {
      at += 1
    } else {
      report(
        .unterminatedString, "this text has no closing quote", from: start, to: max(start + 1, withoutReturn(at)),
        help: "end the text with `\"` on the line it starts on; a line break is written `\\n`")
    }
    add(.string, from: start, text: String(decoding: content, as: UTF8.self))
    // What comes next has probably been swallowed in part: the parser should not complain of it.
    if !isTerminated { add(.error, from: at) }
  }

  /// A text in quotes of another kind is reported once and read as a text. False where the quote is never closed.
  mutating func foreignString(closing: [UInt8], opening: Int) -> Bool {
    let start = at
    var end = at + opening
    // A bound, so that many opening quotes on one long line stay linear.
    let limit = min(bytes.count, start + 500)
    while end < limit, bytes[end] != UInt8(ascii: "\n"), !bytes[end...].starts(with: closing) { end += 1 }
    guard end < limit, bytes[end] != UInt8(ascii: "\n") else { return false }
    at = end + closing.count
    report(
      .unexpectedCharacter, "`\(slice(start, start + opening))` opens no text", from: start, to: at,
      help: "a text stands in double quotes `\"`")
    add(.string, from: start, text: slice(start + opening, end))
    return true
  }

  private func withoutReturn(_ end: Int) -> Int { end > 0 && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end }

  private mutating func escape(into content: inout [UInt8]) {
    let start = at
    at += 2
    switch at - 1 < bytes.count ? bytes[at - 1] : 0 {
    case UInt8(ascii: "\""): content.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): content.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "n"): content.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): content.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "u") where byte() == UInt8(ascii: "{"):
      at += 1
      let digits = at
      while at < bytes.count, at - digits < 9, Self.isHexadecimal(byte()) { at += 1 }
      let code = UInt32(slice(digits, at), radix: 16)
      let isClosed = byte() == UInt8(ascii: "}")
      if isClosed { at += 1 }
      if isClosed, let scalar = code.flatMap(Unicode.Scalar.init) {
        content.append(contentsOf: Character(scalar).utf8)
      } else {
        reportEscape(from: start, to: at, help: "write one to eight hexadecimal digits of a character, `\\u{e6}`")
      }
    default:
      // The byte after the backslash is read again as itself, so that a quote or a line end keeps its meaning.
      at = start + 1
      let next = at < bytes.count && byte() > 0x20 ? max(1, Self.scalarLength(bytes, at: at)) : 0
      reportEscape(
        from: start, to: at + next,
        help: "the escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{…}`; a backslash is written `\\\\`")
    }
  }

  private mutating func reportEscape(from start: Int, to end: Int, help: String) {
    report(.badEscape, "`\(slice(start, end))` is no escape", from: start, to: end, help: help)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  /// An integer or a date. `2026-1-5` would be a subtraction to the letter, and is refused as a date.
  mutating func number() {
    let start = at
    skipDigits()
    if at - start == 4, byte() == UInt8(ascii: "-"), Self.isDigit(byte(1)) {
      let afterYear = at
      at += 1
      skipDigits()
      if byte() == UInt8(ascii: "-"), Self.isDigit(byte(1)) {
        at += 1
        skipDigits()
        while Self.continuesName(byte()) { at += 1 }
        date(from: start)
        return
      }
      at = afterYear
    }
    let isFraction = byte() == UInt8(ascii: ".") && Self.isDigit(byte(1))
    if Self.startsName(byte()) || isFraction {
      while Self.continuesName(byte()) || byte() == UInt8(ascii: ".") && Self.isDigit(byte(1)) { at += 1 }
      report(
        .badNumber, "`\(slice(start, at))` is no number", from: start, to: at,
        help: isFraction
          ? "numbers are whole; choose a smaller unit" : "separate the number from the word, as in `30 days`")
      add(.int, from: start, text: "0")
    } else {
      add(.int, from: start, text: slice(start, at))
    }
  }

  private mutating func date(from start: Int) {
    let text = slice(start, at)
    if CalendarDate(text) == nil {
      report(
        .badDate, "`\(text)` is no date", from: start, to: at,
        help: "a date is a day of the calendar written `yyyy-MM-dd`, such as `2026-11-20`")
      add(.date, from: start, text: "1970-01-01")
    } else {
      add(.date, from: start, text: text)
    }
  }

  private mutating func skipDigits() { while Self.isDigit(byte()) { at += 1 } }
}
