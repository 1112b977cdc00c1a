extension NormalForm {
  /// The normal form of a raw text, or `nil` when the text is none. Surrounding white space is dropped.
  ///
  /// - `email`: one `@`, nothing empty, no white space; lower case (Kitos and Exchange compare without case).
  /// - `domain`: lower case, no trailing dot, labels of letters, digits and hyphens.
  /// - `uuid`: 36 characters, lower case, with or without braces.
  /// - `orgnr`: nine digits, spaces dropped. `cvr`: eight digits, a `DK` in front and spaces dropped.
  public func normalise(_ raw: String) -> String? {
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
    let lower = text.lowercased()
    let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      !lower.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }),
      !lower.contains(where: { "<>(),;:\"".contains($0) })
    else { return nil }
    return lower
  }

  private static func domain(_ text: String) -> String? {
    var lower = text.lowercased()
    if lower.hasSuffix(".") { lower.removeLast() }
    let labels = lower.split(separator: ".", omittingEmptySubsequences: false)
    guard !lower.isEmpty,
      labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
    else { return nil }
    return lower
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
