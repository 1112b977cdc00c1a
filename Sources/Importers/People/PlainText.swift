/// A text as ASCII, for the eye of ``IdentityNumbers``: digits and letters of other scripts and widths as they are read, every
/// space and dash as one, and without what nobody sees.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// Of each byte, the place of its scalar in the text.
  private(set) var places: [Int] = []

  init(_ text: String) {
    let scalars = text.unicodeScalars
    bytes.reserveCapacity(scalars.count)
    places.reserveCapacity(scalars.count)
    for (place, scalar) in scalars.enumerated() {
      guard let byte = Self.byte(scalar) else { continue }
      bytes.append(byte)
      places.append(place)
    }
  }

  /// What an ASCII reader takes a scalar for; `nil` for what is not seen.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(scalar.value) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: return properties.numericValue.map { UInt8(ascii: "0") + UInt8($0) }
    case .format, .nonspacingMark, .enclosingMark, .control: return nil
    case .dashPunctuation: return UInt8(ascii: "-")
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return UInt8(ascii: " ")
    default: break
    }
    // Letters, signs and full stops of full width; the minus sign; digits in circles and the like.
    if (0xFF01...0xFF5E).contains(scalar.value) { return UInt8(scalar.value - 0xFEE0) }
    if scalar == "\u{2212}" { return UInt8(ascii: "-") }
    if let value = properties.numericValue, (0...9).contains(value), value == value.rounded() {
      return UInt8(ascii: "0") + UInt8(value)
    }
    return 1
  }
}
