/// A day, as numbers of the proleptic Gregorian calendar.
struct Day: Hashable, Sendable {
  var year: Int64
  var month: Int64
  var day: Int64

  /// `nil` where the calendar has no such day.
  init?(year: Int64, month: Int64, day: Int64) {
    guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Days since 1970-01-01, by the count of days in eras of 400 years.
  var number: Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  init(number: Int64) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Months later, the day clipped to the length of the month that is reached.
  func adding(months: Int64) -> Day? {
    let (index, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, abs(index / 12) < Moment.yearLimit else { return nil }
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    return Day(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
  }
}

/// Seconds and billionths of a billionth of one.
struct Moment: Hashable, Comparable, Sendable {
  static let perSecond: Int64 = 1_000_000_000_000_000_000
  static let yearLimit: Int64 = 1_000_000_000

  var seconds: Int64
  var fraction: Int64

  static func < (left: Moment, right: Moment) -> Bool {
    (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }

  /// The sum, `nil` where it is out of range.
  func adding(_ other: Moment) -> Moment? {
    let (seconds, overflows) = seconds.addingReportingOverflow(other.seconds)
    if overflows { return nil }
    let sum = fraction + other.fraction
    return sum >= Self.perSecond
      ? Moment(seconds: seconds + 1, fraction: sum - Self.perSecond) : Moment(seconds: seconds, fraction: sum)
  }

  var negated: Moment {
    fraction == 0
      ? Moment(seconds: -seconds, fraction: 0) : Moment(seconds: -seconds - 1, fraction: Self.perSecond - fraction)
  }
}

/// A time zone as minutes east of UTC; `nil` where none is given, which the decision point takes for UTC.
enum ZoneText {
  /// XML Schema ends at 14:00; requests of the conformance suite go on to 24:53 (IIA023), which does no harm.
  ///
  /// `Z`, `+hh:mm`, `-hh:mm` or nothing. The outer optional is `nil` where it is none of them.
  static func read(_ scanner: inout Scanner) -> Int64?? {
    if scanner.isAtEnd { return .some(nil) }
    if scanner.take("Z") { return .some(0) }
    let sign: Int64
    if scanner.take("+") {
      sign = 1
    } else if scanner.take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = scanner.digits(2...2), scanner.take(":"), let minutes = scanner.digits(2...2), minutes < 60,
      hours <= 24
    else { return nil }
    return .some(sign * (hours * 60 + minutes))
  }

  static func write(_ minutes: Int64?) -> String {
    guard let minutes else { return "" }
    if minutes == 0 { return "Z" }
    return (minutes < 0 ? "-" : "+") + pad(abs(minutes) / 60) + ":" + pad(abs(minutes) % 60)
  }
}

/// At least two digits, or as many as asked for.
func pad(_ number: Int64, to width: Int = 2) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// `.25`, or nothing.
func fractionText(_ fraction: Int64) -> String {
  guard fraction != 0 else { return "" }
  var digits = pad(fraction, to: 18)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}
