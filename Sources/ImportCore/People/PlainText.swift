/// One reading of a text as ASCII, for the eye of ``IdentityNumbers``: digits and letters of other scripts and widths as they
/// are read, every space and dash as one, any other sign as `~`, and without what nobody sees.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// Of each byte, where what stands for it begins and ends in the text, in bytes of UTF-8.
  private var starts: [Int] = []
  private var ends: [Int] = []

  /// The text as it is written. Linear.
  init(_ text: String) {
    reserve(text.utf8.count)
    var at = 0
    for scalar in text.unicodeScalars {
      let end = at + UTF8.width(scalar)
      append(scalar, from: at, to: end)
      at = end
    }
  }

  private init(capacity: Int) { reserve(capacity) }

  private mutating func reserve(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  /// Where some bytes, which are no fewer than one, stand in the text.
  func source(of range: Range<Int>) -> Range<Int> { starts[range.lowerBound]..<ends[range.upperBound - 1] }

  // MARK: Spelt signs

  /// `%252520` is three deep; nobody writes more.
  private static let depth = 3

  /// Whether some sign may be spelt out: a byte that begins one, before one that may follow it.
  var maySpellOut: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for at in 0..<max(0, bytes.count - 1) where SpeltSign.mayBegin(with: bytes[at], bytes[at + 1]) { return true }
      return false
    }
  }

  /// Which signs a reading decodes: `x=210190=2D1234` has one before its digits that is none, and one behind that is.
  enum Extent: CaseIterable { case everywhere, behindDigits, notBehindDigits }

  /// The text as a program reads it that knows how such signs are spelt out; `nil` where none is. Linear.
  ///
  /// A sign is behind a digit where no letter stands between.
  func decoded(_ kinds: SpeltSign.Kinds, _ extent: Extent) -> PlainText? {
    var text = self
    for turn in 0..<Self.depth {
      guard let next = text.decodedOnce(kinds, extent) else { return turn == 0 ? nil : text }
      text = next
    }
    return text
  }

  private func decodedOnce(_ kinds: SpeltSign.Kinds, _ extent: Extent) -> PlainText? {
    bytes.withUnsafeBufferPointer { bytes in
      var text: PlainText?
      var copied = 0
      var isBehindDigit = false
      var at = 0
      while at < bytes.count {
        guard extent == .everywhere || isBehindDigit == (extent == .behindDigits),
          let sign = SpeltSign(bytes, at: at, kinds)
        else {
          isBehindDigit = Self.isDigit(bytes[at]) || (isBehindDigit && !Self.isLetter(bytes[at]))
          at += 1
          continue
        }
        // Most texts spell out nothing of a kind, and are not copied.
        if text == nil { text = PlainText(capacity: bytes.count) }
        text?.append(copied..<at, of: self)
        text?.append(sign.scalar, from: starts[at], to: ends[sign.end - 1])
        at = sign.end
        copied = at
      }
      text?.append(copied..<bytes.count, of: self)
      return text
    }
  }

  private mutating func append(_ range: Range<Int>, of other: PlainText) {
    bytes += other.bytes[range]
    starts += other.starts[range]
    ends += other.ends[range]
  }

  // MARK: Scalars

  private mutating func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
    guard let byte = Self.byte(scalar) else { return }
    bytes.append(byte)
    starts.append(start)
    ends.append(end)
  }

  /// A letter that is none of ASCII.
  private static let letter: UInt8 = 0x80
  private static let sign = UInt8(ascii: "~")

  /// What an ASCII reader takes a scalar for; `nil` for what is not seen.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return isControl(byte) ? nil : byte
    }
    // Letters, signs and full stops of full width; the minus sign.
    if (0xFF01...0xFF5E).contains(scalar.value) { return UInt8(scalar.value - 0xFEE0) }
    if scalar == "\u{2212}" { return UInt8(ascii: "-") }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: return properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) }
    case .format, .nonspacingMark, .enclosingMark, .spacingMark, .control: return nil
    case .dashPunctuation: return UInt8(ascii: "-")
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return UInt8(ascii: " ")
    case .connectorPunctuation: return UInt8(ascii: "_")
    default: break
    }
    // Fillers and the empty braille cell are letters and signs by their category, and nobody sees them.
    if properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800 { return nil }
    // Digits in circles and the like.
    if let value = properties.numericValue, (0...9).contains(value), value == value.rounded() {
      return UInt8(ascii: "0") + UInt8(value)
    }
    return properties.isAlphabetic || properties.numericType != nil ? letter : sign
  }
}

/// What the bytes of a reading are.
extension PlainText {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  /// Control characters that no space is for: nobody sees them.
  static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && !isBlank(byte)) || byte == 0x7F }
  /// A letter in lower case; all others as they are.
  static func lowered(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}
