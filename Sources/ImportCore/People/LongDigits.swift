/// Numbers of people in a row of digits that is longer than any one of them.
///
/// The date alone says too little there: of the windows of fourteen chance digits one or two would hold a day and a month. So
/// one of these must be the case:
///
/// - *the row is nothing but numbers*, two or more of them, or one with zeros or a point in time before it or a day behind it.
///   Then the dates are enough: they must fit the whole row;
/// - *a window of eleven is Norwegian* and both check digits are right, those of D-numbers and synthetic ones too: one
///   chance window in four hundred;
/// - *a window of ten is Danish* and right in the check that all numbers had until 2007: one in three hundred. A Danish number
///   that was given since then without that check is seen alone, among numbers and behind zeros, but not among other digits:
///   every long number has windows with a day and a month;
/// - *the first or last ten are Swedish*, or the first twelve with their century, and the check digit is right.
///
/// A row that is a point in time as a whole (`20261120153000`) holds none.
enum LongDigits {
  typealias Digits = IdentityDigits.Digits

  /// Linear in the digits.
  /// - Parameter steps: grows by the windows looked at.
  static func holdNumber(_ digits: Digits, steps: inout Int) -> Bool {
    guard digits.count > 10, !IdentityDigits.isStamp(digits) else { return false }
    return holdsChecked(digits, &steps) || isMadeOfNumbers(digits, &steps)
  }

  private static func holdsChecked(_ digits: Digits, _ steps: inout Int) -> Bool {
    for start in digits.startIndex...(digits.endIndex - 10) {
      steps += 1
      if IdentityDigits.isCheckedDanish(digits[start..<start + 10]) { return true }
      if start + 11 <= digits.endIndex, IdentityDigits.isCheckedNorwegian(digits[start..<start + 11]) { return true }
    }
    if [digits.prefix(10), digits.suffix(10)].contains(where: IdentityDigits.isCheckedSwedish) { return true }
    return digits.count > 12 && (18...20).contains(IdentityDigits.pair(digits, 0))
      && IdentityDigits.isCheckedSwedish(digits.dropFirst(2).prefix(10))
  }

  // MARK: Several in a row

  private static let stampLengths = [8, 12, 14]

  private static func isMadeOfNumbers(_ digits: Digits, _ steps: inout Int) -> Bool {
    let count = digits.count
    guard count > 11 else { return false }
    func part(_ start: Int, _ length: Int) -> Digits { digits.dropFirst(start).prefix(length) }
    // By place: whether the digits before it can be parted so; what may come before the first number needs none itself.
    var isBefore = [Bool](repeating: false, count: count + 1)
    isBefore[0] = true
    let zeros = digits.prefix { $0 == 0 }.count
    // A number may begin with zero itself.
    for length in [zeros, zeros - 1] where length >= 2 { isBefore[length] = true }
    for length in stampLengths where length < count && isDayOrStamp(part(0, length)) { isBefore[length] = true }
    var isParted = [Bool](repeating: false, count: count + 1)
    for end in 10...count {
      for length in 10...13 where length <= end && (isBefore[end - length] || isParted[end - length]) {
        steps += 1
        if IdentityDigits.isNumber(part(end - length, length)) { isParted[end] = true }
      }
    }
    return isParted[count]
      || stampLengths.contains { count > $0 && isParted[count - $0] && isDayOrStamp(part(count - $0, $0)) }
  }

  private static func isDayOrStamp(_ digits: Digits) -> Bool {
    IdentityDigits.isStamp(digits) || (IdentityDigits.isWholeDay(digits) && IdentityDigits.pair(digits, 0) >= 18)
  }

  // MARK: Ids of people

  /// The same where ids of people stand: whatever the check digits are.
  static func mayHoldNumber(_ digits: Digits) -> Bool {
    guard digits.count > 10 else { return false }
    var steps = 0
    return holdNumber(digits, steps: &steps)
      || [digits.prefix(10), digits.suffix(10)].contains(where: IdentityDigits.isDanish)
      || [digits.prefix(11), digits.suffix(11)].contains(where: IdentityDigits.isNorwegian)
  }
}
