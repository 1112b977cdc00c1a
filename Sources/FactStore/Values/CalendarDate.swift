/// A day of the Gregorian calendar, as days since 1970-01-01.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let days: Int32
  /// So many days from 1970-01-01.
  public init(days: Int32) { self.days = days }

  /// `nil` unless the three numbers name a day between the years 1 and 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from the civil calendar, years starting in March so that the leap day is last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `yyyy-MM-dd`, and nothing else.
  public init?(_ text: some StringProtocol) {
    var parts = (year: 0, month: 0, day: 0)
    var count = 0
    for byte in text.utf8 {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch count {
      case 0...3 where (0...9).contains(digit): parts.year = parts.year * 10 + digit
      case 5...6 where (0...9).contains(digit): parts.month = parts.month * 10 + digit
      case 8...9 where (0...9).contains(digit): parts.day = parts.day * 10 + digit
      case 4 where byte == UInt8(ascii: "-"), 7 where byte == UInt8(ascii: "-"): break
      default: return nil
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month from 1 and day from 1, by the Gregorian calendar.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// ISO 8601, `2026-11-20`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Which of two comes first.
  public static func < (left: Self, right: Self) -> Bool { left.days < right.days }
}
