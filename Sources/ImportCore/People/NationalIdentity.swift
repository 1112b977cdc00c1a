/// National identity numbers at the moment of reading: what is kept is a token of this run.
///
/// A token joins the documents of one run. It is made with a key that is drawn when the program starts and never leaves it,
/// so that nobody can try all numbers against a token; and no token is ever a fact. See ``PartyIndex``.
///
/// Which texts hold a number is decided here for facts, holes, keys, paths and messages alike; see ``IdentityNumbers``.
public enum NationalIdentity {
  private static let key = SipHash.random()
  /// What is shown in the place of a number.
  public static let mask = "(identity number)"

  // MARK: Tokens

  /// The token of a Norwegian number, separators and century aside and with or without its leading zero; `nil` for anything else.
  package static func token(_ text: String) -> String? {
    guard let digits = wholeNumber(text) else { return nil }
    if digits.count == 11 { return token(of: ascii(digits)) }
    if IdentityDigits.isNorwegianWithoutZero(digits, checked: false) { return token(of: ascii([0] + digits)) }
    return nil
  }

  /// The token of what stands in a column of people's identity numbers, of whatever country, however it is written: the same
  /// for a number with and without its separators, its leading zero or, in Denmark and Norway, its century, and with a word beside
  /// it. `nil` where nothing is in it, and where two are: a token of both would be nobody's.
  package static func token(inColumn text: String) -> String? {
    guard text.utf8.count <= longestCell else { return nil }
    if let norwegian = token(text) { return norwegian }
    if let digits = wholeNumber(text), digits.count < 13 { return token(ofSigns: ascii(digits)) }
    let found = IdentityNumbers(text).found
    if found.count > 1 || found.contains(where: { !$0.isWhole }) { return nil }
    guard let one = found.first else { return token(ofSigns: PlainText(text).bytes.filter(PlainText.isAlphanumeric)) }
    return token(String(decoding: one.number, as: UTF8.self)) ?? token(ofSigns: one.number)
  }

  /// More than this is no number of anybody, whatever is in it.
  private static let longestCell = 1 << 10

  /// The digits of a text that is nothing but one number, in the first reading where they may be one: `%20` is no part of it.
  private static func wholeNumber(_ text: String) -> IdentityDigits.Digits? {
    guard text.utf8.count <= longestCell else { return nil }
    var first: IdentityDigits.Digits?
    for reading in Readings(text) {
      guard let digits = IdentityNumbers.wholeNumber(reading) else { continue }
      if IdentityDigits.isNumber(digits) { return digits }
      first = first ?? digits
    }
    return first
  }

  private static func token(ofSigns signs: [UInt8]) -> String? {
    let kept = signs.map(PlainText.lowered).drop { $0 == UInt8(ascii: "0") }
    return kept.isEmpty ? nil : token(of: Array(kept))
  }

  private static func token(of bytes: [UInt8]) -> String {
    String(bytes.withUnsafeBufferPointer { key.digest($0) }, radix: 16)
  }

  private static func ascii(_ digits: IdentityDigits.Digits) -> [UInt8] { digits.map { $0 + UInt8(ascii: "0") } }

  // MARK: Whether one is there

  /// Whether a text holds something that may be an identity number.
  public static func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayStand(in: $0) }
  }

  /// The same of bytes.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Nine digits and a letter are the least; most texts have none.
    guard bytes.count >= 10, IdentityNumbers.mayStand(in: bytes) else { return false }
    return TextWindows(bytes: bytes).contains { part in
      !IdentityNumbers(String(decoding: part, as: UTF8.self), onlyFirst: true).found.isEmpty
    }
  }

  /// The same of an id of a person, where a number may have lost its leading zero: nine digits are one there when they are a
  /// date and a serial. How its digits are grouped, and which digits stand before or behind it, says nothing there.
  package static func mayBeID(ofPerson text: String) -> Bool {
    guard text.utf8.count >= 9 else { return false }
    if mayStand(in: text) { return true }
    guard text.utf8.count <= longestCell else { return false }
    return Readings(text).contains { reading in
      guard let digits = IdentityNumbers.wholeNumber(reading) else { return false }
      switch digits.count {
      case 9: return IdentityDigits.isDanish([0] + digits) || IdentityDigits.isShortSwedish([0] + digits)
      case 10: return IdentityDigits.isNumber(digits) || IdentityDigits.isNorwegianWithoutZero(digits, checked: false)
      default: return IdentityDigits.isNumber(digits) || LongDigits.mayHoldNumber(digits)
      }
    }
  }

  // MARK: Without it

  /// The text with every number in it replaced.
  public static func masked(_ text: String) -> String { masked(text) { _ in mask } }

  /// So often is a text looked through. What is taken away may have adjoined a number that was not seen for its digits.
  private static let passes = 4

  /// The same with a name for each number, which is given as it is written without its separators. A text that holds one to
  /// the last is replaced as a whole.
  package static func masked(_ text: String, naming name: (String) -> String) -> String {
    var text = text
    for _ in 0..<passes {
      guard mayStand(in: text) else { return text }
      text = maskedOnce(text, name)
    }
    return mayStand(in: text) ? mask : text
  }

  private static func maskedOnce(_ text: String, _ name: (String) -> String) -> String {
    var text = text
    let result = text.withUTF8 { masked(TextWindows(bytes: $0), name) }
    return String(decoding: result, as: UTF8.self)
  }

  static func masked(_ windows: TextWindows, _ name: (String) -> String) -> [UInt8] {
    var result: [UInt8] = []
    windows.forEach {
      IdentityNumbers(String(decoding: $0, as: UTF8.self)).found
    } _: { found, settled in
      var at = settled.lowerBound
      for number in found {
        result += windows.bytes[at..<number.range.lowerBound]
        result += name(String(decoding: number.number, as: UTF8.self)).utf8
        at = number.range.upperBound
      }
      result += windows.bytes[at..<settled.upperBound]
    }
    return result
  }
}
