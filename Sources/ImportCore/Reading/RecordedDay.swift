import FactStore

/// The day of something that a register recorded.
package enum RecordedDay {
  /// Whether the text is what programs write where there is no date: a day of year 1, or the first of 1900.
  package static func isNone(_ text: String) -> Bool { text.hasPrefix("0001-01-01") || text.hasPrefix("1900-01-01") }

  /// The day of a date or of a point in time; `nil` for what is none, and for what programs write where there is none.
  package static func read(_ text: String) -> CalendarDate? {
    if isNone(text) { return nil }
    return CalendarDate(String(text.prefix(10)))
  }

  /// The last day on which something of `day` is no more than two years ago, by the calendar.
  package static func lastWithinTwoYears(of day: CalendarDate) -> CalendarDate {
    let (year, month, number) = CalendarDate(days: day.days + 1).components
    // A day that the later year does not have is the first of March there.
    let then =
      CalendarDate(year: year + 2, month: month, day: number) ?? CalendarDate(year: year + 2, month: 3, day: 1)
    return then.map { CalendarDate(days: $0.days - 1) } ?? day
  }
}
