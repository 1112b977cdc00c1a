/// National identity numbers (fødselsnummer and D-number) at the moment of reading: what is kept is a token of this run.
///
/// A token joins the documents of one run. It is made with a key that is drawn when the program starts and never leaves it,
/// so that nobody can try all numbers against a token; and no token is ever a fact. See ``PartyIndex``.
enum NationalIdentity {
  private static let key = SipHash.random()

  /// The token of a number of eleven digits, spaces aside; `nil` for anything else. Check digits are not looked at: a number
  /// with a slip in it is still somebody's.
  static func token(_ text: String) -> String? {
    let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
    guard digits.count == 11, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    let digest = digits.withUnsafeBufferPointer { key.digest($0) }
    return String(digest, radix: 16)
  }

  /// Whether a text holds something that may be an identity number: eleven digits in a row, the first six a date as these
  /// numbers have it (D-numbers add 40 to the day, synthetic ones 40 or 80 to the month), alone or with a space or hyphen behind it.
  static func mayStand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { mayStand(in: $0) }
  }

  /// The same of bytes.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 11 else { return false }
    // Eleven digits of a uuid in a row are chance.
    if bytes.count == 36, [8, 13, 18, 23].allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) { return false }
    var run: [UInt8] = []
    for byte in bytes {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        run.append(byte - UInt8(ascii: "0"))
      } else if run.count == 6, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
        continue
      } else {
        if isDated(run) { return true }
        run = []
      }
    }
    return isDated(run)
  }

  private static func isDated(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11 else { return false }
    let day = Int(digits[0]) * 10 + Int(digits[1])
    let month = Int(digits[2]) * 10 + Int(digits[3])
    let isDay = (1...31).contains(day) || (41...71).contains(day)
    return isDay && [0, 40, 65, 80].contains { (1...12).contains(month - $0) }
  }
}
