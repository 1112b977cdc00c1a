/// Text that holds nothing: white space of any kind, and characters that nobody sees.
public enum Blank {
  package static func isBlank(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isBlank)
  }

  /// The same for UTF-8. Nearly every cell that holds something shows it with its first byte.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    if first > 0x20, first < 0x7F { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(isBlank)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
      || scalar.properties.isDefaultIgnorableCodePoint
  }
}
