extension NormalForm {
  /// The normal form of a raw text, or `nil` when the text is none. Surrounding white space is dropped.
  ///
  /// - `email`: one `@`, nothing empty, no white space, nothing invisible; compared without case (Kitos and Exchange do) and
  ///   in compatible composed form; the domain as below.
  /// - `domain`: labels of letters, digits and hyphens, lower case, in letters (never `xn--…`), no dot at the end.
  /// - `uuid`: 36 characters, lower case, with or without braces.
  /// - `orgnr`: nine digits, spaces dropped. `cvr`: eight digits, a `DK` in front and spaces dropped.
  public func normalise(_ raw: String) -> String? {
    if self == .email || self == .uuid {
      var raw = raw
      switch raw.withUTF8({ Self.plain($0, isEmail: self == .email) }) {
      case .value(let text): return text
      case .none: return nil
      case .ask: break
      }
    }
    let text = Self.trimmed(raw)
    switch self {
    case .email: return Self.email(text)
    case .domain: return Self.domain(text)
    case .uuid: return Self.uuid(text)
    case .orgnr: return Self.digits(text, 9)
    case .cvr: return Self.digits(Self.withoutCountry(text), 8)
    }
  }

  /// By scalars: a space that a combining mark follows is white space, and the mark is part of the text.
  private static func trimmed(_ raw: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let head = raw.unicodeScalars.drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(head[...last])
  }

  private static func email(_ text: String) -> String? {
    guard let text = legible(text) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, let domain = domain(String(parts[1])) else {
      return nil
    }
    let local = UnicodeText.caseless(String(parts[0]))
    guard !local.hasPrefix("'"), !UnicodeText.mixesAlphabets("\(local)@\(domain)"),
      local.unicodeScalars.first.map({ !$0.properties.isGraphemeExtend }) == true,
      local.unicodeScalars.allSatisfy({ scalar in
        scalar.value < 0x80 ? isPlainLocal(scalar) : UnicodeText.isWritten(scalar)
      })
    else { return nil }
    return "\(local)@\(domain)"
  }

  private static func domain(_ text: String) -> String? {
    guard let text = legible(text), let name = InternationalDomain.normalise(text), !UnicodeText.mixesAlphabets(name)
    else { return nil }
    return name
  }

  /// The text in compatible form; `nil` where it holds what cannot be seen, or no writing at all: such a text looks like an
  /// address that it is not.
  private static func legible(_ text: String) -> String? {
    let isLegible = text.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x80
        ? scalar.value > 0x20 && scalar.value != 0x7F
        : !UnicodeText.isInvisible(scalar) && (UnicodeText.isWritten(scalar) || isWideSign(scalar))
    }
    return isLegible ? UnicodeText.compatible(text) : nil
  }

  /// Full-width signs and the dots of East Asia, which have a form in ASCII.
  private static func isWideSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFF01...0xFF5E, 0xFE52, 0xFE63, 0xFE6B, 0x3002, 0xFF61: true
    default: false
    }
  }

  private static func isPlainLocal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && !"<>(),;:\"?@".unicodeScalars.contains(scalar)
  }

  private static func uuid(_ text: String) -> String? {
    var lower = text.lowercased()
    if lower.hasPrefix("{"), lower.hasSuffix("}") { lower = String(lower.dropFirst().dropLast()) }
    let bytes = Array(lower.utf8)
    guard bytes.count == 36 else { return nil }
    for (at, byte) in bytes.enumerated() {
      if at == 8 || at == 13 || at == 18 || at == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        guard isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) else { return nil }
      }
    }
    return lower
  }

  /// By bytes: the sign for kelvin is equal to a K, and no country.
  private static func withoutCountry(_ text: String) -> String {
    let isDenmark = text.utf8.prefix(2).map { $0 & 0xDF }.elementsEqual("DK".utf8)
    return isDenmark ? String(text.dropFirst(2)) : text
  }

  private static func digits(_ text: String, _ count: Int) -> String? {
    let packed = text.filter { $0 != " " && $0 != "\u{A0}" }
    guard packed.utf8.count == count,
      packed.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return packed
  }
}
