/// One scalar as programs spell it out in texts that cannot carry it.
///
/// What would be a control character is none of these: `%01` before `0190` is a percent sign before a number.
struct SpeltSign {
  /// Who spells so; a text may use one and hold the signs of another by chance.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `%20`, `%C2%A0`, `%u2011` of addresses.
    static let percent = Kinds(rawValue: 1)
    /// `&#8209;`, `&#x2D;`, `&nbsp;` of pages; `\u2011`, `\u{200B}`, `\x2D`, `\055`, `\t` of programs; `_x0020_` of workbooks.
    static let program = Kinds(rawValue: 2)
    /// `=2D`, `=C2=A0` of mail.
    static let quoted = Kinds(rawValue: 4)
  }

  private(set) var scalar: Unicode.Scalar
  /// Behind it.
  private(set) var end: Int

  /// Whose signs begin so.
  static func kind(of byte: UInt8) -> Kinds? {
    switch byte {
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "_"): .program
    case UInt8(ascii: "="): .quoted
    default: nil
    }
  }

  /// Whether a sign may be spelt out that begins with these two bytes.
  static func mayBegin(with first: UInt8, _ second: UInt8) -> Bool {
    let letter = PlainText.lowered(second)
    let isHexadecimal = PlainText.isDigit(second) || letter &- UInt8(ascii: "a") < 6
    return switch first {
    case UInt8(ascii: "%"): isHexadecimal || letter == UInt8(ascii: "u")
    case UInt8(ascii: "="): isHexadecimal
    case UInt8(ascii: "&"): second == UInt8(ascii: "#") || PlainText.isLetter(second)
    case UInt8(ascii: "_"): letter == UInt8(ascii: "x")
    case UInt8(ascii: "\\"): "uxtnrfvb\\".utf8.contains(letter) || PlainText.isDigit(second)
    default: false
    }
  }

  /// The sign that is spelt out at a place; `nil` where none is. Looks at three dozen bytes at most.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ kinds: Kinds) {
    guard let kind = Self.kind(of: bytes[start]), kinds.contains(kind) else { return nil }
    var reader = SpeltSignReader(bytes: bytes, at: start + 1)
    let found: UInt32? =
      switch bytes[start] {
      case UInt8(ascii: "%"): reader.skip("u") ? reader.number(4...4) : reader.octets(mark: "%")
      case UInt8(ascii: "="): reader.octets(mark: "=")
      case UInt8(ascii: "&"): reader.reference()
      case UInt8(ascii: "\\"): reader.escape()
      default: reader.workbook()
      }
    guard let found, let scalar = Unicode.Scalar(found), !scalar.isASCII || !PlainText.isControl(UInt8(found)) else {
      return nil
    }
    self.scalar = scalar
    end = reader.at
  }
}

private struct SpeltSignReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int

  /// - Parameter text: in lower case; what is read is folded somewhere, so that `\X2D` is what `\x2D` is.
  mutating func skip(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { bytes[at...].starts(with: $0) { PlainText.lowered($0) == $1 } }
    if isThere { at += text.utf8CodeUnitCount }
    return isThere
  }

  /// A number of so many digits, by default hexadecimal ones; stays where it is at any other.
  mutating func number(_ count: ClosedRange<Int>, radix: UInt32 = 16) -> UInt32? {
    var value: UInt32 = 0
    var end = at
    while end < bytes.count, end - at < count.upperBound, let digit = Self.value(bytes[end]), digit < radix {
      value = value &* radix &+ digit
      end += 1
    }
    guard end - at >= count.lowerBound else { return nil }
    at = end
    return value
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch PlainText.lowered(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32((byte | 0x20) - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// Two digits, and where they are the first byte of a longer scalar of UTF-8 its others, each after `mark`. A byte that
  /// belongs to none is a sign of some other encoding: most often its space that does not break.
  mutating func octets(mark: StaticString) -> UInt32? {
    guard let first = number(2...2) else { return nil }
    if first < 0x80 { return first }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
    let after = at
    var scalar = first & (0x3F >> UInt32(more))
    for _ in 0..<more {
      guard skip(mark), let next = number(2...2), next & 0xC0 == 0x80 else {
        at = after
        return 0xA0
      }
      scalar = scalar << 6 | next & 0x3F
    }
    return more == 0 ? 0xA0 : scalar
  }

  /// A character reference of a page.
  mutating func reference() -> UInt32? {
    if skip("#") {
      let isHexadecimal = skip("x")
      guard let value = number(1...7, radix: isHexadecimal ? 16 : 10) else { return nil }
      _ = skip(";")
      return value
    }
    // Browsers know some without their semicolon.
    for (name, value) in [("nbsp", 0xA0), ("shy", 0xAD), ("middot", 0xB7), ("amp", 0x26)] as [(StaticString, UInt32)]
    where skip(name) {
      _ = skip(";")
      return value
    }
    let name = bytes[at...].prefix(32).prefix(while: PlainText.isAlphanumeric)
    guard let first = name.first, PlainText.isLetter(first), name.endIndex < bytes.count,
      bytes[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    at = name.endIndex + 1
    switch String(decoding: name.map(PlainText.lowered), as: UTF8.self) {
    case "zwj", "zwnj", "lrm", "rlm", "zerowidthspace", "nobreak": return 0x200B
    // All others are signs or letters, and what stands between two groups of digits is what separates them.
    default: return 0xA0
    }
  }

  /// What a backslash begins.
  mutating func escape() -> UInt32? {
    if skip("u{") {
      guard let value = number(1...6), skip("}") else { return nil }
      return value
    }
    if skip("u") {
      // Eight digits of a sign of the basic plane begin with four zeros; else it is one of four in capitals.
      let isLong = bytes[at - 1] == UInt8(ascii: "U") && bytes[at...].prefix(4).elementsEqual("0000".utf8)
      return isLong ? number(8...8) : number(4...4)
    }
    if skip("x") { return octets(mark: "\\x") }
    if let octal = number(3...3, radix: 8) { return octal < 0x80 ? octal : 0xA0 }
    for letter in ["t", "n", "r", "f", "v", "b"] as [StaticString] where skip(letter) { return 0x20 }
    return skip("\\") ? UInt32(UInt8(ascii: "\\")) : nil
  }

  mutating func workbook() -> UInt32? {
    guard skip("x"), let value = number(4...4), skip("_") else { return nil }
    return value
  }
}
