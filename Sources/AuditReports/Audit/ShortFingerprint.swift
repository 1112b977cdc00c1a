/// The identity of a finding as people type it.
package enum ShortFingerprint {
  /// Digits that are shown; more than enough to tell the findings of one audit apart.
  package static let shownDigits = 12

  /// Decimal digits that may stand in a row: more of them may read as an identity number, which no report shows.
  private static let decimalDigits = 7

  /// The first digits, seven of them at least.
  package static func of(_ fingerprint: String) -> String {
    var run = 0
    var count = 0
    for digit in fingerprint.utf8.prefix(shownDigits) {
      run = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) ? run + 1 : 0
      if run > decimalDigits { break }
      count += 1
    }
    return String(fingerprint.prefix(count))
  }
}
