import FactStore
import Foundation
import Testing

@Suite struct CalendarDateTests {
  /// Foundation's proleptic Gregorian calendar is the oracle.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    return calendar
  }()

  @Test func everyDayOfTwoCenturies() throws {
    let first = try #require(CalendarDate(year: 1899, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2101, month: 12, day: 31))
    var wrong: [String] = []
    var expected = (year: 1899, month: 1, day: 1)
    for days in first.days...last.days {
      let date = CalendarDate(days: days)
      let found = date.components
      // Foundation is asked for each month's length; the days in between follow.
      if expected.day == 1 || days == last.days {
        let known = Self.calendar.dateComponents(
          [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
        if (known.year!, known.month!, known.day!) != expected { wrong.append("the walk itself at \(expected)") }
      }
      if found != expected { wrong.append("\(days): \(found) for \(expected)") }
      if CalendarDate(year: expected.year, month: expected.month, day: expected.day) != date {
        wrong.append("\(days) from \(expected)")
      }
      if CalendarDate(date.description) != date { wrong.append("\(days) from text \(date)") }
      expected.day += 1
      let start = DateComponents(year: expected.year, month: expected.month)
      if expected.day > 28,
        expected.day > Self.calendar.range(of: .day, in: .month, for: Self.calendar.date(from: start)!)!.count
      {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
    }
    #expect(expected == (2102, 1, 1))
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(arguments: [1, 4, 99, 100, 101, 399, 400, 401, 1582, 1600, 1900, 2000, 9996, 9999])
  func farYears(_ year: Int) throws {
    let date = try #require(CalendarDate(year: year, month: 12, day: 31))
    #expect(date.components == (year, 12, 31))
    #expect(CalendarDate(date.description) == date)
    let february = try #require(CalendarDate(year: year, month: 3, day: 1))
    let before = CalendarDate(days: february.days - 1)
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    #expect(before.components == (year, 2, isLeap ? 29 : 28))
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  static let texts: [(text: String, days: Int32?)] = [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-20", 20_777), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896), ("2024-02-29", 19_782),
    ("", nil), ("2026-11-2", nil), ("2026-11-020", nil), ("26-11-2026", nil), ("20-11-2026", nil),
    ("2026/11/20", nil), ("2026-1120-", nil), (" 2026-11-20", nil), ("2026-11-20 ", nil), ("2026-11-20T", nil),
    ("2023-02-29", nil), ("1900-02-29", nil), ("2026-13-01", nil), ("2026-00-01", nil), ("2026-01-00", nil),
    ("2026-04-31", nil), ("2026-01-32", nil), ("0000-01-01", nil), ("+026-01-01", nil), ("-001-01-01", nil),
    ("2026-+1-01", nil), ("2026-1a-01", nil), ("٢٠٢٦-01-01", nil), ("２０26-1-1", nil), ("2026‐11‐20", nil),
  ]

  @Test(arguments: texts) func isReadOrRefused(_ text: String, _ days: Int32?) {
    #expect(CalendarDate(text)?.days == days)
    #expect(CalendarDate(text[...])?.days == days)
  }

  @Test func numbersThatAreNoDay() {
    for (year, month, day) in [(2026, 2, 29), (0, 1, 1), (10_000, 1, 1), (2026, 1, -1), (2026, -1, 1), (.max, 1, 1)] {
      #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }
  }
}
