extension Value {
  /// Reads the lexical form of a type; `nil` where the text is no value of it. XPath expressions are not read here:
  /// they need the category and the namespaces of the place where they stand.
  public init?(_ text: String, as type: DataType) {
    switch type {
    case .string: self = .string(text)
    case .boolean:
      switch text.trimmed {
      case "true", "1": self = .boolean(true)
      case "false", "0": self = .boolean(false)
      default: return nil
      }
    case .integer:
      guard let number = Self.integer(text.trimmed) else { return nil }
      self = .integer(number)
    case .double:
      guard let number = Self.double(text.trimmed) else { return nil }
      self = .double(number)
    case .time:
      guard let value = TimeValue(text) else { return nil }
      self = .time(value)
    case .date:
      guard let value = DateValue(text) else { return nil }
      self = .date(value)
    case .dateTime:
      guard let value = DateTimeValue(text) else { return nil }
      self = .dateTime(value)
    case .dayTimeDuration:
      guard let value = DayTimeDuration(text) else { return nil }
      self = .dayTimeDuration(value)
    case .yearMonthDuration:
      guard let value = YearMonthDuration(text) else { return nil }
      self = .yearMonthDuration(value)
    case .anyURI: self = .anyURI(text.trimmed)
    case .hexBinary:
      guard let bytes = Self.hex(text.trimmed) else { return nil }
      self = .hexBinary(bytes)
    case .base64Binary:
      guard let bytes = Self.base64(text) else { return nil }
      self = .base64Binary(bytes)
    case .x500Name:
      guard let name = DistinguishedName(text) else { return nil }
      self = .x500Name(name)
    case .rfc822Name:
      guard let name = MailName(text) else { return nil }
      self = .rfc822Name(name)
    case .ipAddress:
      guard let address = NetworkAddress(text) else { return nil }
      self = .ipAddress(address)
    case .dnsName:
      guard let name = DomainName(text) else { return nil }
      self = .dnsName(name)
    case .xpathExpression: return nil
    case .foreign(let name): self = .foreign(type: name.text, text: text)
    }
  }

  /// The canonical lexical form; for names and addresses as they were written.
  public var text: String {
    switch self {
    case .string(let text), .anyURI(let text), .foreign(_, let text): text
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .double(let value): Self.text(value)
    case .time(let value): value.text
    case .date(let value): value.text
    case .dateTime(let value): value.text
    case .dayTimeDuration(let value): value.text
    case .yearMonthDuration(let value): value.text
    case .hexBinary(let bytes): bytes.map { pad16($0) }.joined()
    case .base64Binary(let bytes): Self.base64Text(bytes)
    case .x500Name(let value): value.text
    case .rfc822Name(let value): value.text
    case .ipAddress(let value): value.text
    case .dnsName(let value): value.text
    case .xpathExpression(let value): value.path
    }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// An integer of 64 bits; a larger one is no value that can be used.
  private static func integer(_ text: String) -> Int64? {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    return isDigits(digits) ? Int64(text) : nil
  }

  private static func double(_ text: String) -> Double? {
    switch text {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default: break
    }
    var rest = text[...]
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    let parts = rest.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first else { return nil }
    if parts.count == 2 {
      let exponent = parts[1].hasPrefix("-") || parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
      guard isDigits(exponent) else { return nil }
    }
    let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.contains(where: { !$0.isEmpty }), halves.allSatisfy({ $0.isEmpty || isDigits($0) }) else { return nil }
    // Digits must stand on both sides of what `Double` takes for a point.
    let whole = halves[0].isEmpty ? "0" : String(halves[0])
    let part = halves.count > 1 && !halves[1].isEmpty ? "." + halves[1] : ""
    return Double((text.hasPrefix("-") ? "-" : "") + whole + part + (parts.count == 2 ? "e" + parts[1] : ""))
  }

  /// As XPath writes a number: decimal between a millionth and a million, else with an exponent.
  private static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    let size = abs(value)
    if value == value.rounded(), size < 1e6 { return value == 0 && value.sign == .minus ? "-0" : String(Int64(value)) }
    var text = "\(value)".uppercased()
    if size >= 1e-6, size < 1e6 {
      return text.contains("E") ? decimal(text) : text
    }
    if !text.contains("E") { text = scientific(text) }
    let at = text.firstIndex(of: "E")!
    let mantissa = text[..<at]
    // `E-07` and `E+07` are written `E-7` and `E7`.
    let exponent = Int(text[text.index(after: at)...].drop { $0 == "+" }) ?? 0
    return "\(mantissa)\(mantissa.contains(".") ? "" : ".0")E\(exponent)"
  }

  /// `1.5E-05` as `0.000015`.
  private static func decimal(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: "E")
    let digits = parts[0].filter { $0 != "." }
    let exponent = Int(parts[1]) ?? 0
    return sign + "0." + String(repeating: "0", count: max(0, -exponent - 1)) + digits.replacing(/0+$/, with: "")
  }

  /// `1234567.5` as `1.2345675E6`.
  private static func scientific(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let digits = (parts[0] + (parts.count > 1 ? parts[1] : "")).replacing(/0+$/, with: "")
    let rest = digits.dropFirst()
    return "\(sign)\(digits.prefix(1)).\(rest.isEmpty ? "0" : String(rest))E\(parts[0].count - 1)"
  }

  private static func hex(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0]! * 16 + digits[$0 + 1]!) }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let positions: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($1, UInt32($0)) })

  private static func base64(_ text: String) -> [UInt8]? {
    let symbols = text.utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard symbols.count % 4 == 0 else { return nil }
    let padding = symbols.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: symbols.count, by: 4) {
      let isLast = start + 4 == symbols.count
      var bits: UInt32 = 0
      for (place, symbol) in symbols[start..<start + 4].enumerated() {
        if isLast, place >= 4 - padding {
          bits <<= 6
        } else {
          guard let position = positions[symbol] else { return nil }
          bits = bits << 6 | position
        }
      }
      let count = isLast ? 3 - padding : 3
      // Bits that padding leaves over are zero in a well-formed value.
      if count < 3, bits & ((1 << (UInt32(3 - count) * 8)) - 1) != 0 { return nil }
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - UInt32(index) * 8))) }
    }
    return bytes
  }

  private static func base64Text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for index in 0..<3 { bits = bits << 8 | (index < group.count ? UInt32(group[start + index]) : 0) }
      for index in 0..<4 {
        out.append(index <= group.count ? alphabet[Int(bits >> (18 - UInt32(index) * 6) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

private func pad16(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}
