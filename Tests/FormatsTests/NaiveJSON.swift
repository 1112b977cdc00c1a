/// A JSON value as the tests see it.
indirect enum PlainJSON: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([PlainJSON])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: PlainJSON
  }
}

/// A JSON parser as the grammar has it, one character at a time. Nil for anything that is not one valid value.
struct NaiveJSON {
  private let text: [Unicode.Scalar]
  private var at = 0

  /// Parses a whole text, with a limit on nesting and no key twice in an object.
  static func parse(_ bytes: [UInt8], depth: Int = 64) -> PlainJSON? {
    guard let string = String(validating: bytes, as: UTF8.self) else { return nil }
    var parser = NaiveJSON(text: Array(string.unicodeScalars))
    guard let value = parser.value(depth) else { return nil }
    return parser.at == parser.text.count ? value : nil
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private mutating func space() {
    while at < text.count, " \n\r\t".unicodeScalars.contains(text[at]) { at += 1 }
  }

  private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard at < text.count, text[at] == expected else { return false }
    at += 1
    return true
  }

  private mutating func word(_ expected: String) -> Bool {
    expected.unicodeScalars.allSatisfy { take($0) }
  }

  private mutating func value(_ depth: Int) -> PlainJSON? {
    space()
    defer { space() }
    guard at < text.count else { return nil }
    switch text[at] {
    case "n": return word("null") ? .null : nil
    case "t": return word("true") ? .bool(true) : nil
    case "f": return word("false") ? .bool(false) : nil
    case "\"": return string().map { .string($0) }
    case "[": return array(depth - 1)
    case "{": return object(depth - 1)
    default: return number()
    }
  }

  private mutating func array(_ depth: Int) -> PlainJSON? {
    guard depth >= 0 else { return nil }
    at += 1
    space()
    if take("]") { return .array([]) }
    var elements: [PlainJSON] = []
    while let element = value(depth) {
      elements.append(element)
      if take("]") { return .array(elements) }
      guard take(",") else { return nil }
    }
    return nil
  }

  private mutating func object(_ depth: Int) -> PlainJSON? {
    guard depth >= 0 else { return nil }
    at += 1
    space()
    if take("}") { return .object([]) }
    var members: [PlainJSON.Member] = []
    while true {
      space()
      guard let key = string() else { return nil }
      space()
      // Keys are told apart by their code points, as JSON has it, and not by how they look.
      guard take(":"), let value = value(depth),
        !members.contains(where: { Array($0.key.utf8) == Array(key.utf8) })
      else { return nil }
      members.append(.init(key: key, value: value))
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt16] = []
    while at < text.count {
      let scalar = text[at]
      at += 1
      if scalar == "\"" { return String(validating: units, as: UTF16.self) }
      if scalar.value < 0x20 { return nil }
      guard scalar == "\\" else {
        units += Array(String(Character(scalar)).utf16)
        continue
      }
      guard at < text.count else { return nil }
      let escape = text[at]
      at += 1
      switch escape {
      case "\"", "\\", "/": units.append(UInt16(escape.value))
      case "b": units.append(8)
      case "f": units.append(12)
      case "n": units.append(10)
      case "r": units.append(13)
      case "t": units.append(9)
      case "u":
        guard at + 4 <= text.count else { return nil }
        let digits = text[at..<at + 4]
        guard digits.allSatisfy({ Character($0).isHexDigit && $0.isASCII }) else { return nil }
        guard let unit = UInt16(String(String.UnicodeScalarView(digits)), radix: 16) else { return nil }
        units.append(unit)
        at += 4
      default: return nil
      }
    }
    return nil
  }

  private mutating func digits() -> Bool {
    let start = at
    while at < text.count, ("0"..."9").contains(text[at]) { at += 1 }
    return at > start
  }

  private mutating func number() -> PlainJSON? {
    let start = at
    _ = take("-")
    if !take("0"), !digits() { return nil }
    if take("."), !digits() { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if !digits() { return nil }
    }
    return .number(String(String.UnicodeScalarView(text[start..<at])))
  }
}
