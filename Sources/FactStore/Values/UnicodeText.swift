import CUTF8Proc

/// Texts as readers see them: what looks the same compares the same.
public enum UnicodeText {
  /// The text in composed form (NFC), as nearly every program writes it; a Mac's file names and some exports are decomposed.
  /// Texts in plain ASCII are returned as they are.
  public static func canonical(_ text: String) -> String {
    if isPlain(text) { return text }
    return map(text, [UTF8PROC_STABLE, UTF8PROC_COMPOSE]) ?? text
  }

  /// A name for comparing: composed, without case, without characters that show nothing, one space for any white space.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text.lowercased() }
    let words = withoutInvisible(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return isPlain(words)
      ? words.lowercased() : foldedToTheEnd(words) { [UTF8PROC_STABLE, UTF8PROC_COMPOSE, UTF8PROC_CASEFOLD] }
  }

  /// The words of somebody's name, for comparing: two texts that a reader takes for one name give the same. Compatible forms
  /// are one, as are composed and decomposed letters, cases, orders of words, `å` and `aa`, `æ`, `ä` and `ae`, `ø`, `ö` and
  /// `oe`; signs and white space of any kind and number part words, and what nobody sees is not there. Linear but for the
  /// sorting of the words; empty for a text without letters and digits.
  public static func nameWords(_ text: String) -> String {
    words(text).map { spelt($0.unicodeScalars) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .joined(separator: " ")
  }

  /// The words of a text in its order: without case, in compatible composed form, without what nobody sees.
  public static func words(_ text: String) -> [String] {
    let folded = isPlain(text) ? text.lowercased() : caseless(withoutInvisible(text))
    return folded.unicodeScalars.split { !isWritten($0) }.map { String($0) }
  }

  /// Letters of the north as they are typed where a keyboard lacks them.
  private static func spelt(_ word: String.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word {
      switch scalar {
      case "å": result.append(contentsOf: "aa".unicodeScalars)
      case "æ", "ä": result.append(contentsOf: "ae".unicodeScalars)
      case "ø", "ö": result.append(contentsOf: "oe".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Without the characters that show nothing.
  public static func withoutInvisible(_ text: String) -> String {
    guard hasInvisible(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isInvisible($0) }))
  }

  package static func hasInvisible(_ text: String) -> Bool { text.unicodeScalars.contains(where: isInvisible) }

  /// Characters without width, marks of writing direction, variation selectors, soft hyphens, controls. White space is none
  /// of them: it shows, and separates.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    if scalar.properties.isWhitespace { return false }
    switch scalar.properties.generalCategory {
    case .control, .format: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
    }
  }

  /// Whether a character beyond ASCII is one that words are written with: a letter, a mark on one, or a digit. What a wrong
  /// encoding makes of letters (`Ã¸`) mostly is not.
  package static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      true
    default: false
    }
  }

  /// Whether Latin letters stand beside letters of an alphabet that has the same shapes: `а` is Cyrillic, and a word with
  /// both is not what it looks like.
  static func mixesAlphabets(_ text: String) -> Bool {
    var hasLatin = false
    var hasLookAlike = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: hasLatin = true
      case 0x370...0x3FF, 0x400...0x58F, 0x13A0...0x13FF, 0x1C80...0x1C8F, 0x1F00...0x1FFF, 0x2C80...0x2CFF,
        0xA4D0...0xA4FF, 0xA640...0xA69F, 0xAB70...0xABBF:
        hasLookAlike = true
      default: break
      }
    }
    return hasLatin && hasLookAlike
  }

  /// Compatible characters made one (full width, ligatures, letters in circles), composed.
  public static func compatible(_ text: String) -> String? {
    map(text, [UTF8PROC_STABLE, UTF8PROC_COMPAT, UTF8PROC_COMPOSE])
  }

  /// Without case, in the compatible form.
  static func caseless(_ text: String) -> String {
    foldedToTheEnd(text) { [UTF8PROC_STABLE, UTF8PROC_COMPAT, UTF8PROC_COMPOSE, UTF8PROC_CASEFOLD] }
  }

  /// Folding a text that was composed after folding can fold it further; three rounds are more than any text is known to need.
  private static func foldedToTheEnd(_ text: String, _ options: () -> [utf8proc_option_t]) -> String {
    var text = text
    for _ in 0..<4 {
      guard let next = map(text, options()), !next.utf8.elementsEqual(text.utf8) else { break }
      text = next
    }
    return text
  }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// `nil` where the library cannot, which no valid text makes it.
  private static func map(_ text: String, _ options: [utf8proc_option_t]) -> String? {
    var text = text
    return text.withUTF8 { bytes -> String? in
      var result: UnsafeMutablePointer<UInt8>?
      let flags = options.reduce(UInt32(0)) { $0 | UInt32($1.rawValue) }
      let length = utf8proc_map(
        bytes.baseAddress, bytes.count, &result, utf8proc_option_t(rawValue: .init(flags)))
      guard length >= 0, let result else { return nil }
      defer { free(result) }
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
  }
}
