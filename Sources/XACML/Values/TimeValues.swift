/// A time of day, `13:20:00.5Z`.
public struct TimeValue: Hashable, Comparable, Sendable {
  var ofDay: Moment
  var zone: Int64?

  /// As a time of UTC; may lie before midnight or after the next.
  var instant: Moment { Moment(seconds: ofDay.seconds - (zone ?? 0) * 60, fraction: ofDay.fraction) }

  /// Whether both are equal, as their type compares.
  public static func == (left: TimeValue, right: TimeValue) -> Bool { left.instant == right.instant }
  /// Which of two comes first.
  public static func < (left: TimeValue, right: TimeValue) -> Bool { left.instant < right.instant }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(instant) }

  init(ofDay: Moment, zone: Int64?) {
    self.ofDay = ofDay
    self.zone = zone
  }

  init?(_ text: String) {
    var scanner = Scanner(text.trimmed)
    guard let time = Self.clock(&scanner), let zone = ZoneText.read(&scanner), scanner.isAtEnd else { return nil }
    // Midnight at the end of a day is midnight at its beginning.
    self.init(ofDay: Moment(seconds: time.seconds % 86_400, fraction: time.fraction), zone: zone)
  }

  /// `hh:mm:ss` with a fraction; 24:00:00 is allowed and gives the seconds of a whole day.
  static func clock(_ scanner: inout Scanner) -> Moment? {
    guard let hour = scanner.digits(2...2), scanner.take(":"), let minute = scanner.digits(2...2), scanner.take(":"),
      let second = scanner.digits(2...2)
    else { return nil }
    var fraction: Int64 = 0
    if scanner.take(".") {
      guard let read = scanner.fraction() else { return nil }
      fraction = read
    }
    guard minute < 60, second < 60, hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0) else {
      return nil
    }
    return Moment(seconds: hour * 3_600 + minute * 60 + second, fraction: fraction)
  }

  static func text(_ ofDay: Moment) -> String {
    "\(pad(ofDay.seconds / 3_600)):\(pad(ofDay.seconds / 60 % 60)):\(pad(ofDay.seconds % 60))"
      + fractionText(ofDay.fraction)
  }

  var text: String { Self.text(ofDay) + ZoneText.write(zone) }
}

/// A day, `2024-02-29+01:00`.
public struct DateValue: Hashable, Comparable, Sendable {
  var day: Day
  var zone: Int64?

  /// When the day begins, as seconds of UTC since 1970.
  var instant: Int64 { day.number * 86_400 - (zone ?? 0) * 60 }

  /// Whether both are equal, as their type compares.
  public static func == (left: DateValue, right: DateValue) -> Bool { left.instant == right.instant }
  /// Which of two comes first.
  public static func < (left: DateValue, right: DateValue) -> Bool { left.instant < right.instant }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(instant) }

  init(day: Day, zone: Int64?) {
    self.day = day
    self.zone = zone
  }

  init?(_ text: String) {
    var scanner = Scanner(text.trimmed)
    guard let day = Self.calendarDay(&scanner), let zone = ZoneText.read(&scanner), scanner.isAtEnd else { return nil }
    self.init(day: day, zone: zone)
  }

  static func calendarDay(_ scanner: inout Scanner) -> Day? {
    let isNegative = scanner.take("-")
    let start = scanner.peek
    guard let year = scanner.digits(4...9), scanner.take("-"), let month = scanner.digits(2...2), scanner.take("-"),
      let day = scanner.digits(2...2)
    else { return nil }
    // Years of more than four digits begin with none that is zero.
    if year < 10_000 ? false : start == UInt8(ascii: "0") { return nil }
    return Day(year: isNegative ? -year : year, month: month, day: day)
  }

  static func text(_ day: Day) -> String { "\(pad(day.year, to: 4))-\(pad(day.month))-\(pad(day.day))" }

  var text: String { Self.text(day) + ZoneText.write(zone) }

  func adding(_ duration: YearMonthDuration) -> DateValue? {
    day.adding(months: duration.months).map { DateValue(day: $0, zone: zone) }
  }
}

/// A day and a time of it, `2024-02-29T13:20:00Z`.
public struct DateTimeValue: Hashable, Comparable, Sendable {
  var day: Day
  var ofDay: Moment
  var zone: Int64?

  var instant: Moment {
    Moment(seconds: day.number * 86_400 + ofDay.seconds - (zone ?? 0) * 60, fraction: ofDay.fraction)
  }

  /// Whether both are equal, as their type compares.
  public static func == (left: DateTimeValue, right: DateTimeValue) -> Bool { left.instant == right.instant }
  /// Which of two comes first.
  public static func < (left: DateTimeValue, right: DateTimeValue) -> Bool { left.instant < right.instant }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) { hasher.combine(instant) }

  /// A moment as it reads in a time zone.
  init(_ moment: Moment, zone: Int64?) {
    let local = moment.seconds + (zone ?? 0) * 60
    let number = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    day = Day(number: number)
    ofDay = Moment(seconds: local - number * 86_400, fraction: moment.fraction)
    self.zone = zone
  }

  init(day: Day, ofDay: Moment, zone: Int64?) {
    self.day = day
    self.ofDay = ofDay
    self.zone = zone
  }

  /// A moment of UTC.
  public init(secondsSince1970 seconds: Int64) { self.init(Moment(seconds: seconds, fraction: 0), zone: 0) }

  /// Reads a moment as XML Schema writes it, `2026-11-20T09:00:00Z`; `nil` for what is none.
  public init?(_ text: String) {
    var scanner = Scanner(text.trimmed)
    guard let day = DateValue.calendarDay(&scanner), scanner.take("T"), let time = TimeValue.clock(&scanner),
      let zone = ZoneText.read(&scanner), scanner.isAtEnd
    else { return nil }
    self.init(
      day: time.seconds == 86_400 ? Day(number: day.number + 1) : day,
      ofDay: Moment(seconds: time.seconds % 86_400, fraction: time.fraction), zone: zone)
  }

  var text: String { DateValue.text(day) + "T" + TimeValue.text(ofDay) + ZoneText.write(zone) }

  func adding(_ duration: DayTimeDuration) -> DateTimeValue? {
    guard let sum = instant.adding(duration.length), abs(sum.seconds) < Moment.yearLimit * 31_000_000 else {
      return nil
    }
    return DateTimeValue(sum, zone: zone)
  }

  func adding(_ duration: YearMonthDuration) -> DateTimeValue? {
    day.adding(months: duration.months).map { DateTimeValue(day: $0, ofDay: ofDay, zone: zone) }
  }
}
