/// What stands behind the date of a Finnish number: a sign or letter for the century, three digits, and a digit or letter.
struct FinnishTail {
  /// Behind it.
  private(set) var end: Int
  /// In lower case: the letter of the century where there is one, the digits, and the last sign.
  private(set) var signs: [UInt8]
  /// Whether the last sign is right.
  private(set) var isRight: Bool
  /// Whether nothing but the sign of a century stands before the digits, and no letter or digit behind the last.
  private(set) var isStrict: Bool

  private static let centuries: [UInt8] = Array("+-abcdefuvwxy".utf8)

  static func isCentury(_ byte: UInt8) -> Bool { centuries.contains(PlainText.lowered(byte)) }

  /// Looks at a dozen bytes at most. With other signs in the place of the century, with more before it, or with a letter behind
  /// the last sign, that one must be right; see ``isRight``.
  /// - Parameter date: its six digits.
  init?(_ bytes: [UInt8], from start: Int, date: IdentityDigits.Digits) {
    var at = start
    var century: UInt8?
    while at < bytes.count, at - start <= DigitGroups.gapLength, !PlainText.isWord(bytes[at]) { at += 1 }
    if at < bytes.count, PlainText.isLetter(bytes[at]) {
      guard Self.isCentury(bytes[at]) else { return nil }
      century = PlainText.lowered(bytes[at])
      at += 1
    }
    let first = at
    guard first > start, first - start <= DigitGroups.gapLength + 1, first + 4 <= bytes.count,
      bytes[first..<first + 3].allSatisfy(PlainText.isDigit)
    else { return nil }
    let last = PlainText.lowered(bytes[first + 3])
    guard PlainText.isDigit(last) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last) else { return nil }
    end = first + 4
    let serial = bytes[first..<first + 3]
    signs = (century.map { [$0] } ?? []) + serial + [last]
    isStrict =
      first - start == 1 && Self.isCentury(bytes[start])
      && (end == bytes.count || !PlainText.isAlphanumeric(bytes[end]))
    isRight = IdentityDigits.isFinnishCheck(last, of: date + serial.map { $0 - UInt8(ascii: "0") })
    // Four digits and more behind them are another kind of number.
    if PlainText.isDigit(last), end < bytes.count, PlainText.isDigit(bytes[end]) { return nil }
  }
}
