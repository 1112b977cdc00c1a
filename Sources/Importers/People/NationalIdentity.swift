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

  /// The token of a Norwegian number, separators aside and with or without its leading zero; `nil` for anything else.
  static func token(_ text: String) -> String? {
    guard let digits = IdentityNumbers(PlainText(text).bytes).wholeNumber else { return nil }
    switch digits.count {
    case 11: return token(of: digits)
    case 10 where IdentityNumbers.isNorwegianWithoutZero(digits.map { Int($0 - UInt8(ascii: "0")) }, checked: false):
      return token(of: [UInt8(ascii: "0")] + digits)
    default: return nil
    }
  }

  /// The token of what stands in a column of people's identity numbers, of whatever country, however it is written: the same
  /// for a number with and without its separators or its leading zero. `nil` where nothing is in it.
  static func token(inColumn text: String) -> String? {
    if let norwegian = token(text) { return norwegian }
    let kept = PlainText(text).bytes.filter { IdentityNumbers.isDigit($0) || ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
      .map { IdentityNumbers.isDigit($0) ? $0 : $0 | 0x20 }.drop { $0 == UInt8(ascii: "0") }
    return kept.isEmpty ? nil : token(of: Array(kept))
  }

  private static func token(of bytes: [UInt8]) -> String {
    String(bytes.withUnsafeBufferPointer { key.digest($0) }, radix: 16)
  }

  /// Whether a text holds something that may be an identity number.
  public static func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayStand(in: $0) }
  }

  /// The same of bytes.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Nine digits and a letter are the least; most texts have none.
    guard bytes.count >= 10 else { return false }
    if bytes.allSatisfy({ $0 < 0x80 }) {
      guard IdentityNumbers.mayHold(bytes) else { return false }
      return !IdentityNumbers(Array(bytes)).ranges(onlyFirst: true).isEmpty
    }
    let plain = PlainText(String(decoding: bytes, as: UTF8.self)).bytes
    guard plain.count(where: IdentityNumbers.isDigit) >= 9 else { return false }
    return !IdentityNumbers(plain).ranges(onlyFirst: true).isEmpty
  }

  /// The same of an id of a person, where a number may have lost its leading zero: nine digits are one there when they are a
  /// date and a serial.
  static func mayBeID(ofPerson text: String) -> Bool {
    if mayStand(in: text) { return true }
    guard let found = IdentityNumbers(PlainText(text).bytes).wholeNumber else { return false }
    let digits = found.map { Int($0 - UInt8(ascii: "0")) }
    switch digits.count {
    case 9: return IdentityNumbers.isDanish([0] + digits) || IdentityNumbers.isShortSwedish([0] + digits)
    case 10: return IdentityNumbers.isNorwegianWithoutZero(digits, checked: false)
    default: return false
    }
  }

  /// The text with every number in it replaced.
  public static func masked(_ text: String) -> String { masked(text) { _ in mask } }

  /// The same with a name for each number, which is given as it is written without its separators.
  static func masked(_ text: String, naming name: (String) -> String) -> String {
    guard mayStand(in: text) else { return text }
    let plain = PlainText(text)
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    for range in IdentityNumbers(plain.bytes).ranges() {
      result.append(contentsOf: scalars[at..<plain.places[range.lowerBound]])
      let written = plain.bytes[range].filter { !IdentityNumbers.separators.contains($0) }
      result.append(contentsOf: name(String(decoding: written, as: UTF8.self)).unicodeScalars)
      at = plain.places[range.upperBound - 1] + 1
    }
    result.append(contentsOf: scalars[at...])
    return String(result)
  }
}
