/// Which digits may be the identity number of a person: by their count, the date in them and, where that says little, their
/// check digits. Digits are values from 0 to 9, without what separates them.
enum IdentityDigits {
  typealias Digits = ArraySlice<UInt8>

  /// How a date with all four digits of its year begins.
  enum Order { case dayFirst, yearFirst, either }

  /// Whether these digits, which nothing else adjoins, are a number: ten, eleven, or twelve and thirteen with the century.
  static func isNumber(_ digits: Digits, _ order: Order = .either) -> Bool {
    switch digits.count {
    case 10: isDanish(digits) || isShortSwedish(digits) || isNorwegianWithoutZero(digits, checked: true)
    case 11: isNorwegian(digits)
    case 12: (order != .dayFirst && isSwedish(digits)) || (order != .yearFirst && isDanishWithCentury(digits))
    case 13: isNorwegianWithCentury(digits, order)
    default: false
    }
  }

  /// The same ten or eleven digits however the date of a Danish or Norwegian number is written; others as they are.
  static func withoutCentury(_ digits: Digits) -> Digits {
    if digits.count == 12, !isSwedish(digits), isDanishWithCentury(digits) { return shortened(digits, .dayFirst) }
    if digits.count == 13, isNorwegianWithCentury(digits, .dayFirst) { return shortened(digits, .dayFirst) }
    if digits.count == 13, isNorwegianWithCentury(digits, .yearFirst) { return shortened(digits, .yearFirst) }
    return digits
  }

  static func pair(_ digits: Digits, _ at: Int) -> Int {
    Int(digits[digits.startIndex + at]) * 10 + Int(digits[digits.startIndex + at + 1])
  }

  // MARK: Norway

  /// D-numbers add 40 to the day, synthetic ones 40, 65 or 80 to the month.
  static func isNorwegian(_ digits: Digits) -> Bool { isNorwegian(day: pair(digits, 0), month: pair(digits, 2)) }

  private static func isNorwegian(day: Int, month: Int) -> Bool {
    ((1...31).contains(day) || (41...71).contains(day))
      && ((1...12).contains(month) || (41...52).contains(month) || (66...77).contains(month)
        || (81...92).contains(month))
  }

  /// A spreadsheet took the zero of a day from 1 to 9. Of three numbers of ten digits one would look so: away from columns of
  /// people's ids the check digits must be right.
  static func isNorwegianWithoutZero(_ digits: Digits, checked: Bool) -> Bool {
    guard digits.count == 10, let first = digits.first, first > 0 else { return false }
    let whole: Digits = [0] + digits
    return isNorwegian(whole) && (!checked || hasNorwegianChecks(whole))
  }

  /// Whether both check digits at the end of eleven are right, those of synthetic numbers too.
  static func hasNorwegianChecks(_ digits: Digits) -> Bool {
    // A digit that makes each sum a multiple of eleven.
    weighed(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
      && weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  static func isCheckedNorwegian(_ digits: Digits) -> Bool { isNorwegian(digits) && hasNorwegianChecks(digits) }

  /// Who was born in this century has a serial from 500 on; a day that begins with its year stands before many kinds of number,
  /// and then the check digits must be right.
  private static func isNorwegianWithCentury(_ digits: Digits, _ order: Order) -> Bool {
    if order != .yearFirst, isNorwegian(digits), (18...20).contains(pair(digits, 4)) {
      if pair(digits, 4) < 20 || digits[digits.startIndex + 8] >= 5 { return true }
      if hasNorwegianChecks(shortened(digits, .dayFirst)) { return true }
    }
    guard order != .dayFirst, (18...20).contains(pair(digits, 0)),
      isNorwegian(day: pair(digits, 6), month: pair(digits, 4))
    else { return false }
    return pair(digits, 0) < 20 || hasNorwegianChecks(shortened(digits, .yearFirst))
  }

  private static func shortened(_ digits: Digits, _ order: Order) -> Digits {
    let serial = digits.dropFirst(8)
    let date = Array(digits.prefix(8))
    return order == .yearFirst
      ? Digits([date[6], date[7], date[4], date[5], date[2], date[3]] + serial)
      : Digits([date[0], date[1], date[2], date[3], date[6], date[7]] + serial)
  }

  // MARK: Denmark

  /// Day, month, year and four more; substitute numbers add 60 to the day.
  static func isDanish(_ digits: Digits) -> Bool {
    let day = pair(digits, 0)
    return ((1...31).contains(day) || (61...91).contains(day)) && (1...12).contains(pair(digits, 2))
  }

  /// Who was born in this century has a serial from 4000 on: a day and a time of it are no number.
  private static func isDanishWithCentury(_ digits: Digits) -> Bool {
    isDanish(digits) && (18...20).contains(pair(digits, 4))
      && (pair(digits, 4) < 20 || digits[digits.startIndex + 8] >= 4)
  }

  /// With the check digit that numbers had until 2007, and most have still; no substitute number.
  static func isCheckedDanish(_ digits: Digits) -> Bool {
    pair(digits, 0) <= 31 && isDanish(digits) && weighed(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  // MARK: Sweden

  /// Year, month, day and four more; coordination numbers add 60 to the day.
  static func isShortSwedish(_ digits: Digits) -> Bool {
    let day = pair(digits, 4)
    return (1...12).contains(pair(digits, 2)) && ((1...31).contains(day) || (61...91).contains(day))
  }

  /// The same with the century. In this one it may be a day with its time, so there the check digit must be right.
  private static func isSwedish(_ digits: Digits) -> Bool {
    guard (18...20).contains(pair(digits, 0)), isShortSwedish(digits.dropFirst(2)) else { return false }
    return pair(digits, 0) < 20 || hasSwedishCheck(digits.dropFirst(2))
  }

  /// With a right check digit; no coordination number.
  static func isCheckedSwedish(_ digits: Digits) -> Bool {
    pair(digits, 4) <= 31 && isShortSwedish(digits) && hasSwedishCheck(digits)
  }

  private static func hasSwedishCheck(_ digits: Digits) -> Bool {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let product = Int(digit.element) * (digit.offset % 2 == 0 ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum % 10 == 0
  }

  // MARK: Finland

  static func isFinnishDate(_ digits: Digits) -> Bool {
    (1...31).contains(pair(digits, 0)) && (1...12).contains(pair(digits, 2))
  }

  private static let finnishChecks: [UInt8] = Array("0123456789abcdefhjklmnprstuvwxy".utf8)

  /// - Parameter digits: day, month, year and three more.
  /// - Parameter sign: ASCII, a letter in lower case.
  static func isFinnishCheck(_ sign: UInt8, of digits: Digits) -> Bool {
    finnishChecks[digits.reduce(0) { $0 * 10 + Int($1) } % 31] == sign
  }

  // MARK: Days

  /// A day with all four digits of its year, in either order.
  static func isWholeDay(_ digits: Digits) -> Bool {
    guard digits.count == 8 else { return false }
    func isDay(_ century: Int, _ month: Int, _ day: Int) -> Bool {
      (18...20).contains(pair(digits, century)) && (1...12).contains(pair(digits, month))
        && (1...31).contains(pair(digits, day))
    }
    return isDay(0, 4, 6) || isDay(4, 2, 0)
  }

  /// `yyyyMMddHHmm`, with seconds and with thousandths.
  static func isStamp(_ digits: Digits) -> Bool {
    guard [12, 14, 17].contains(digits.count), (19...20).contains(pair(digits, 0)), (1...12).contains(pair(digits, 4)),
      (1...31).contains(pair(digits, 6))
    else { return false }
    return pair(digits, 8) < 24 && pair(digits, 10) < 60 && (digits.count < 14 || pair(digits, 12) < 60)
  }

  /// `HHmmss`.
  static func isTime(_ digits: Digits) -> Bool {
    pair(digits, 0) < 24 && pair(digits, 2) < 60 && pair(digits, 4) < 60
  }

  /// `0100` behind a time: hours and quarters.
  static func isZone(_ digits: Digits) -> Bool {
    pair(digits, 0) <= 14 && pair(digits, 2) % 15 == 0 && pair(digits, 2) < 60
  }

  private static func weighed(_ digits: Digits, _ weights: [Int]) -> Int {
    zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
  }
}
