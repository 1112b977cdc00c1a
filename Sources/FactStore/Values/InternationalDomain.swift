import CIDN2

/// A domain name in its one form: letters, not their ASCII code (`xn--…`); lower case; no dot at the end.
enum InternationalDomain {
  /// `nil` for what can be no domain. UTS 46 decides which spellings are one name (`ß` is no `ss` there).
  static func normalise(_ text: String) -> String? {
    guard
      let ascii = convert(
        text, { idn2_to_ascii_8z($0, $1, Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)) }),
      let letters = convert(ascii, { idn2_to_unicode_8z8z($0, $1, 0) })
    else { return nil }
    let name = letters.hasSuffix(".") ? String(letters.dropLast()) : letters
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let isLabel: (Substring) -> Bool = { label in
      !label.isEmpty && !label.hasPrefix("xn--")
        && label.unicodeScalars.allSatisfy { scalar in
          scalar.value < 0x80 ? isPlain(scalar) : UnicodeText.isWritten(scalar)
        }
    }
    return labels.allSatisfy(isLabel) ? name : nil
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
  }

  private static func convert(
    _ text: String, _ function: (UnsafePointer<CChar>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> String? {
    if text.utf8.contains(0) { return nil }
    var result: UnsafeMutablePointer<CChar>?
    let code = text.withCString { function($0, &result) }
    guard code == IDN2_OK.rawValue, let result else { return nil }
    defer { idn2_free(result) }
    return String(cString: result)
  }
}
