/// Takes an expression apart (XPath 1.0, section 3.7).
struct XPathLexer {
  enum Token: Equatable {
    case number(Double)
    case literal([UInt8])
    case binary(XPathOperator)
    case union, slash, doubleSlash
    case open, close, openBracket, closeBracket, comma, at, dot, doubleDot, doubleColon
    /// `a`, `p:a`
    case name(prefix: String, local: String)
    /// `*`, `p:*`
    case anyName(prefix: String)
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private(set) var tokens: [Token] = []

  /// - Throws: where a character belongs to no token.
  init(_ text: String) throws(XPathFailure) {
    scalars = Array(text.unicodeScalars)
    while let token = try next() { tokens.append(token) }
  }

  private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    place += 1
    return true
  }

  /// Whether a star or a name that comes now is an operator: it is after anything that can end an operand.
  private var isOperatorNext: Bool {
    switch tokens.last {
    case nil, .at, .doubleColon, .open, .openBracket, .comma, .binary, .union, .slash, .doubleSlash: false
    default: true
    }
  }

  private mutating func next() throws(XPathFailure) -> Token? {
    while let space = peek, Self.isSpace(space) { place += 1 }
    guard let scalar = peek else { return nil }
    let after = place + 1 < scalars.count ? scalars[place + 1] : nil
    if Self.isDigit(scalar) || (scalar == "." && after.map(Self.isDigit) == true) { return try number() }
    if Self.startsName(scalar) { return try name() }
    place += 1
    switch scalar {
    case "(": return .open
    case ")": return .close
    case "[": return .openBracket
    case "]": return .closeBracket
    case ",": return .comma
    case "@": return .at
    case "|": return .union
    case "+": return .binary(.plus)
    case "-": return .binary(.minus)
    case "=": return .binary(.equal)
    case "!":
      guard take("=") else { throw .invalid }
      return .binary(.unequal)
    case "<": return .binary(take("=") ? .atMost : .less)
    case ">": return .binary(take("=") ? .atLeast : .greater)
    case "/": return take("/") ? .doubleSlash : .slash
    case ".": return take(".") ? .doubleDot : .dot
    case ":":
      guard take(":") else { throw .invalid }
      return .doubleColon
    case "*": return isOperatorNext ? .binary(.times) : .anyName(prefix: "")
    case "\"", "'": return try literal(until: scalar)
    default: throw .invalid
    }
  }

  private mutating func literal(until quote: Unicode.Scalar) throws(XPathFailure) -> Token {
    let start = place
    while let scalar = peek, scalar != quote { place += 1 }
    guard peek != nil else { throw .invalid }
    defer { place += 1 }
    return .literal(Array(text(start..<place).utf8))
  }

  private mutating func number() throws(XPathFailure) -> Token {
    let start = place
    while let scalar = peek, Self.isDigit(scalar) { place += 1 }
    if take(".") { while let scalar = peek, Self.isDigit(scalar) { place += 1 } }
    return .number(XPathNumber.read(Array(text(start..<place).utf8)[...]))
  }

  private mutating func name() throws(XPathFailure) -> Token {
    let first = part()
    if isOperatorNext {
      switch first {
      case "and": return .binary(.and)
      case "or": return .binary(.or)
      case "div": return .binary(.divide)
      case "mod": return .binary(.remainder)
      default: throw .invalid
      }
    }
    // A colon within a name has no space around it, and `::` follows an axis.
    guard peek == ":", place + 1 < scalars.count, scalars[place + 1] != ":" else {
      return .name(prefix: "", local: first)
    }
    place += 1
    if take("*") { return .anyName(prefix: first) }
    guard let scalar = peek, Self.startsName(scalar) else { throw .invalid }
    return .name(prefix: first, local: part())
  }

  private mutating func part() -> String {
    let start = place
    while let scalar = peek, Self.continuesName(scalar) { place += 1 }
    return text(start..<place)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// NCName: as XML has it, without the colon.
  private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }
  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }
}
