/// Cuts the bytes of one file into tokens and comments. Never fails: what it cannot read is reported, and stands as
/// an ``Token/Kind/error`` that the parser passes over without a second message. Linear.
struct Lexer {
  let bytes: [UInt8]
  let file: Int
  var at = 0
  var lineStart = 0
  var isFirstOnLine = true
  var tokens: [Token] = []
  var comments: [Comment] = []
  var diagnostics: [Diagnostic] = []
  /// Of tokens, comments and diagnostics together.
  let limit: Int

  init(_ source: SourceText, file: Int, limit: Int) {
    bytes = source.bytes
    self.file = file
    self.limit = limit
  }

  /// What was read so far.
  var count: Int { tokens.count + comments.count + diagnostics.count }
  /// Whether there was more than may be: the rest was not read.
  var isCut: Bool { count > limit }

  /// The byte `ahead` places on, or 0 past the end.
  func byte(_ ahead: Int = 0) -> UInt8 { at + ahead < bytes.count ? bytes[at + ahead] : 0 }

  /// Reads the whole file; the last token is ``Token/Kind/end``.
  mutating func run() {
    checkEncoding()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      at = 3
      lineStart = 3
    }
    while at < bytes.count, !isCut { next() }
    let end = tokens.last?.end ?? at
    tokens.append(Token(kind: .end, start: end, end: end, text: "", indent: 0, isFirstOnLine: true))
  }

  private mutating func next() {
    let first = byte()
    switch first {
    case UInt8(ascii: "\n"):
      at += 1
      lineStart = at
      isFirstOnLine = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): comment()
    case UInt8(ascii: "\""): string()
    case _ where Self.startsName(first): name()
    case _ where Self.isDigit(first): number()
    default: sign()
    }
  }

  mutating func add(_ kind: Token.Kind, from start: Int, text: String = "") {
    tokens.append(
      Token(
        kind: kind, start: start, end: at, text: text, indent: start - lineStart, isFirstOnLine: isFirstOnLine))
    isFirstOnLine = false
  }

  mutating func report(_ code: SyntaxCode, _ message: String, from start: Int, to end: Int, help: String) {
    // One long text may have as many slips as bytes.
    if isCut { return }
    diagnostics.append(
      Diagnostic(
        code: code.rawValue, message: message, span: Span(file: file, start: start, end: end), help: help))
  }

  /// The source between two offsets.
  func slice(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private mutating func comment() {
    let start = at
    while at < bytes.count, byte() != UInt8(ascii: "\n") { at += 1 }
    var end = at
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    reportHiddenCharacters(from: start, to: end, in: "a comment")
    var slashes = start
    while slashes < end, bytes[slashes] == UInt8(ascii: "/") { slashes += 1 }
    let isDocumentation = slashes - start == 3
    // Four slashes and more are an ordinary comment that starts with slashes.
    var text = isDocumentation ? slashes : start + 2
    if text < end, bytes[text] == UInt8(ascii: " ") { text += 1 }
    comments.append(
      Comment(
        start: start, end: end, text: slice(text, end), isDocumentation: isDocumentation,
        isFirstOnLine: isFirstOnLine))
  }

  private mutating func name() {
    let start = at
    var kind = Token.Kind.word
    while Self.continuesName(byte()) { at += 1 }
    while byte() == UInt8(ascii: "."), Self.startsName(byte(1)) {
      kind = .dotted
      at += 1
      while Self.continuesName(byte()) { at += 1 }
    }
    if byte() >= 0x80 {
      foreignName(from: start)
    } else {
      add(kind, from: start, text: slice(start, at))
    }
  }

  /// A name with letters outside ASCII, which might look like another name: reported, and read as a name.
  mutating func foreignName(from start: Int) {
    while byte() >= 0x80 || Self.continuesName(byte()) || byte() == UInt8(ascii: ".") && byte(1) != byte() { at += 1 }
    let text = slice(start, at)
    report(
      .unexpectedCharacter, "`\(text.prefix(40))` is no name", from: start, to: at,
      help: "names are made of the ASCII letters, digits and `_`; a text stands in double quotes `\"`")
    add(text.contains(".") ? .dotted : .word, from: start, text: text)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func startsName(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) && byte >= 0x41 || byte == UInt8(ascii: "_")
  }

  static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }
}
