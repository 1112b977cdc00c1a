/// Values that a spreadsheet would take for a formula, and what keeps it from doing so: a `'` in front, as OWASP advises
/// for exports.
///
/// A formula begins with `=`, `+`, `-` or `@`, in whatever width, perhaps after blanks and quotation marks. Tabs and line
/// breaks are no danger here: they are written as `\t`, `\n` and `\r`, and what begins with `\` is text.
enum FormulaGuard {
  static let mark = UInt8(ascii: "'")

  /// Whether a value needs the mark. Looks at its beginning only.
  static func isNeeded(_ text: String) -> Bool {
    // Nearly every value begins with a letter or a digit.
    guard let first = text.utf8.first, !isPlain(first) else { return false }
    for scalar in text.unicodeScalars where !isPassedOver(scalar) { return isBeginning(scalar) }
    return false
  }

  /// The value without the mark. What needs one and begins with `'` has two, so that every value comes back as it was.
  static func removed(_ text: String) -> String {
    guard text.utf8.first == mark else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isNeeded(rest) ? rest : text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Blanks and quotation marks that a reader of tables may drop.
  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "´", "‘", "’", "“", "”": true
    // A hazard is spelt out, and what begins with `\` is text.
    default: scalar.properties.isWhitespace && !InertText.isHazard(scalar)
    }
  }

  /// The signs that begin a formula, and those that a program may take for them: full width, small, raised and lowered.
  private static func isBeginning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{2212}", "\u{FB29}": true
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}": true
    case "\u{207A}", "\u{207B}", "\u{207C}", "\u{208A}", "\u{208B}", "\u{208C}": true
    default: false
    }
  }
}
