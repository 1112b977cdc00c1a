/// Text from an export, made harmless for a terminal, a log and a reader: nothing in it moves the cursor, changes the
/// reading direction or hides.
///
/// Exports hold what strangers typed. A name with an escape sequence could repaint the screen, one with a bidirectional
/// control could make `fail` read as something else. Such scalars are printed as `\u{1B}`.
package enum InertText {
  /// The same text with every hazardous scalar spelt out; line breaks and tabs become `\n`, `\r` and `\t`.
  package static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isHazard(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a scalar acts on its surroundings instead of being seen: controls, format characters (bidirectional marks,
  /// zero-width characters, tags, byte order marks), line and paragraph separators, variation selectors past the first
  /// sixteen, noncharacters.
  package static func isHazard(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    if scalar.value < 0xA0 { return true }
    // Latin letters and signs, but for the soft hyphen: most of what is not ASCII in these exports.
    if scalar.value < 0x300 { return scalar.value == 0xAD }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return (0xE0100...0xE01EF).contains(scalar.value)
    }
  }
}
