extension Lexer {
  /// Reports the first bytes that are not UTF-8. The rest of the file is read all the same, so that its other
  /// errors are seen in the same run.
  mutating func checkEncoding() {
    var index = 0
    while index < bytes.count {
      let length = Self.scalarLength(bytes, at: index)
      if length == 0 {
        report(
          .invalidUTF8, "this file is not UTF-8", from: index, to: index + 1,
          help: "save the file with the encoding UTF-8")
        return
      }
      index += length
    }
  }

  /// Characters that an editor hides or that turn the reading order round: a rule must read as it works.
  mutating func reportHiddenCharacters(from start: Int, to end: Int, in place: String) {
    var index = start
    while index < end {
      let length = max(1, Self.scalarLength(bytes, at: index))
      if let scalar = Self.hiddenScalar(bytes, at: index, length: length) {
        let hex = String(scalar, radix: 16, uppercase: true)
        report(
          .hiddenCharacter, "\(place) holds the invisible character U+\(hex)", from: index, to: index + length,
          help: "remove it, or write `\\u{\(hex)}` in a text")
      }
      index += length
    }
  }

  /// The code of a control or direction character at an index, if there is one. Tab is allowed.
  private static func hiddenScalar(_ bytes: [UInt8], at index: Int, length: Int) -> UInt32? {
    if length == 1 {
      let byte = bytes[index]
      return byte < 0x20 && byte != 0x09 || byte == 0x7F ? UInt32(byte) : nil
    }
    var code = UInt32(bytes[index]) & (0xFF >> UInt32(length + 1))
    for next in 1..<length { code = code << 6 | UInt32(bytes[index + next]) & 0x3F }
    return isHidden(code) ? code : nil
  }

  /// Control characters, and those that change the direction of writing or have no width.
  static func isHidden(_ code: UInt32) -> Bool {
    switch code {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The number of bytes of the well-formed scalar at an index, or 0 where there is none (Unicode, table 3-7).
  static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for next in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + next]) { return 0 }
    return length
  }
}
