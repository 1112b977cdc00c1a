/// Texts of a workbook.
enum WorkbookText {
  /// The text with characters that are written as `_x000D_` (`ST_Xstring` of Office Open XML), of which `_x005F_` is the
  /// underscore itself. Linear.
  static func decoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    // Two in a row may be the halves of one character.
    func flush() {
      guard !units.isEmpty else { return }
      result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      units.removeAll(keepingCapacity: true)
    }
    while at < bytes.count {
      if let unit = unit(bytes, at) {
        units.append(unit)
        at += 7
      } else {
        flush()
        result.append(bytes[at])
        at += 1
      }
    }
    flush()
    return String(decoding: result, as: UTF8.self)
  }

  private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt16? {
    guard at + 7 <= bytes.count, bytes[at] == UInt8(ascii: "_"), bytes[at + 1] == UInt8(ascii: "x"),
      bytes[at + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[at + 2..<at + 6] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
