/// Identity numbers of people in a text: Norwegian, Danish, Swedish and Finnish ones, by their shape and the date in it.
///
/// **Readings.** A text is read as it is written, and in every way in which a program would read it that knows signs which
/// are spelt out: those of addresses (`%2D`), of pages and programs (`&#8209;`, `\u002d`) and of mail (`=2D`), alone and together,
/// to three levels (`%252D`). Each is a reading more, never in the place of the plain one: what is a sign to one is digits to
/// another, as in `x=010190-0101`. Where one text has both, signs are decoded everywhere in one reading, only behind digits in
/// another and only elsewhere in a third, so that `id=210190=2D0101` holds a number. A find is where it stands in the text, spelt
/// signs and all; finds that overlap are one.
///
/// **Groups.** Digits that nothing separates are a group. Between two groups of one number stand at most
/// ``DigitGroups/gapLength`` signs of any kind, blanks and line ends among them, but no letter: `010190x0101` and `010190 kr 0101`
/// are none. What nobody sees is no sign. What stands before the first group and behind the last says nothing.
///
/// **Numbers.** The groups are a date and a serial, with what each country's may be (``IdentityDigits``), in the ways in
/// which people write them:
///
/// - the date in one group or in three (``WrittenDate``), which have the same sign once or more often between two of them, blanks
///   aside; a comma only without blanks, since `10, 12, 61, 1234` is a list; no colon where it makes a time;
/// - behind any signs the serial, in one group or in two; or both in one group, or all digits one by one;
/// - in Finland the sign or letter of a century before three digits and a last sign, which must be right where another sign
///   stands in the place of the century's or a letter follows (``FinnishTail``).
///
/// Check digits are otherwise not looked at: a number with a slip in it is still somebody's. Where shape and date say
/// little, they must be right:
///
/// - *more digits before the date or behind the serial, without anything between*: see ``LongDigits`` for which rule then makes a
///   number, and ``IdentityScan`` for the same in two groups;
/// - *a day of this century with all its digits*, since a day before a time or a count looks alike: check digits in Sweden and,
///   with its year first, in Norway; serials from 4000 in Denmark and 500 in Norway;
/// - *other groupings* (`0101 90 0101`; `1234.56.78901` is an account) *and ten digits of a Norwegian number without its zero*.
///
/// **None of these.** Digits of uuids and digests (``ChanceDigits``), points in time, telephones after `+45`, `+46` and `+47`, and
/// whatever has another count of digits: organisations have nine.
///
/// Linear in the text, with at most twenty-two readings.
struct IdentityNumbers {
  /// A number in a text.
  struct Found {
    /// Where it stands, in bytes of UTF-8.
    var range: Range<Int>
    /// ASCII, without separators and century: the same for two spellings of one number.
    var number: [UInt8]
    /// Whether it is known where it begins and ends, as it is not in a longer row of digits.
    var isWhole: Bool
  }

  /// In the order of the text; none has a byte in common with another.
  private(set) var found: [Found] = []
  /// How much was looked at; see ``IdentityScan/steps``. Bytes of readings count too.
  private(set) var steps = 0

  init(_ text: String, onlyFirst: Bool = false) {
    let readings = Readings(text)
    // A uuid of one reading is none of another, where `%2F` stands before it: its digits are chance in all.
    var chance: [Range<Int>] = []
    for reading in readings {
      chance += ChanceDigits.ranges(in: reading.bytes).map(reading.source)
      steps += reading.bytes.count
    }
    chance = Self.joined(chance)
    for reading in readings {
      let scan = IdentityScan(reading, chance: chance, onlyFirst: onlyFirst)
      steps += scan.steps + reading.bytes.count
      found += scan.found
      if onlyFirst, !found.isEmpty { break }
    }
    found = Self.merged(found)
  }

  /// What overlaps is one, and called after the longest whole number in it.
  private static func merged(_ found: [Found]) -> [Found] {
    var merged: [Found] = []
    var best = 0..<0
    for next in found.sorted(by: {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }) {
      guard let last = merged.last, next.range.lowerBound < last.range.upperBound else {
        merged.append(next)
        best = next.range
        continue
      }
      if (next.isWhole && !last.isWhole) || (next.isWhole == last.isWhole && next.range.count > best.count) {
        merged[merged.count - 1].number = next.number
        merged[merged.count - 1].isWhole = next.isWhole
        best = next.range
      }
      merged[merged.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, next.range.upperBound)
    }
    return merged
  }

  /// In order, and each from what overlaps.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for next in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, next.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  // MARK: Whole texts

  /// The digits of a text that is nothing but groups of them and what may separate those, without a century; `nil` for any other.
  static func wholeNumber(_ reading: PlainText) -> IdentityDigits.Digits? {
    let all = DigitGroups(reading.bytes)
    guard !all.groups.isEmpty, !reading.bytes.contains(where: PlainText.isLetter),
      all.groups.dropLast().allSatisfy({ $0.gap.joins }), ChanceDigits.ranges(in: reading.bytes).isEmpty
    else { return nil }
    return IdentityDigits.withoutCentury(all.digits[...])
  }

  // MARK: At first sight

  /// Whether it is worth looking: ten digits with no letter and no more than a few signs between them, or six with the letter of
  /// a century. One pass, since every text of every export comes by.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without branches, since most texts need no more.
    var (count, foreign) = (0, UInt8(0))
    for byte in bytes {
      count &+= PlainText.isDigit(byte) ? 1 : 0
      foreign |= byte >= 0xC0 && !isLatinLead(byte) ? 1 : 0
    }
    if foreign != 0 { return bytes.count(where: mayBeginDigit) >= 9 }
    return count >= 9 && mayStand(inDigitsOf: bytes)
  }

  /// The same of ASCII and Latin letters that has nine digits.
  private static func mayStand(inDigitsOf bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Digits that may be of one number, digits in a row, and other signs in a row.
    var (chain, run, gap) = (0, 0, 0)
    var isSpelt = false
    var place = 0
    while place < bytes.count {
      // No number has a digit of these.
      if let end = ChanceDigits.end(in: bytes, from: place) {
        (chain, run, gap, place) = (0, 0, 0, end)
        continue
      }
      let byte = bytes[place]
      place += 1
      if PlainText.isDigit(byte) {
        (chain, run, gap) = (chain + 1, run + 1, 0)
        if chain >= 10 { return true }
        continue
      }
      // A byte in the midst of a letter.
      if byte & 0xC0 == 0x80 { continue }
      let next = place < bytes.count ? bytes[place] : 0
      if PlainText.isControl(byte) || SpeltSign.mayBegin(with: byte, next) { isSpelt = true }
      if byte < 0x80, PlainText.isLetter(byte) {
        // The last letter of a Finnish number, or that of its century.
        if chain >= 9, run >= 3 { return true }
        if chain >= 6, FinnishTail.isCentury(byte), PlainText.isDigit(next) { return true }
        chain = 0
      }
      (run, gap) = (0, gap + 1)
      if gap > DigitGroups.gapLength { chain = 0 }
    }
    return isSpelt
  }

  /// Whether a byte begins a letter of Latin or one of two signs beside them (U+00C0 to U+027F), which are seen and are no digit.
  private static func isLatinLead(_ byte: UInt8) -> Bool { byte &- 0xC3 < 7 }

  /// Whether a digit may begin with a byte: those of ASCII, and in UTF-8 all scalars of three bytes and more, and those of two
  /// that begin like `²` and the digits of Arabic and N'Ko. No letter of the languages of Europe does.
  private static func mayBeginDigit(_ byte: UInt8) -> Bool {
    PlainText.isDigit(byte) || byte >= 0xE0 || byte == 0xC2 || byte == 0xD9 || byte == 0xDB || byte == 0xDF
  }
}
