import FactStore
import Localization

/// How the days of one column are written.
///
/// A column in which some day can only be month before day (`03-25-2026`) was written, or opened, by a program that puts
/// the month first. Then `03-04-2026` beside it is the fourth of March, and a spreadsheet may have turned it into
/// 2026-04-03 already: no value of the column is known.
package struct DayColumn: Sendable {
  /// Whether some value has the month where the day should be.
  package private(set) var isMixed = false

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { look(at: text) }
  }

  package mutating func look(at text: String) {
    if !isMixed, Self.hasMonthFirst(text) { isMixed = true }
  }

  /// What a value of the column is.
  package enum Reading: Hashable, Sendable {
    case day(CalendarDate)
    /// A day that programs write where they have none.
    case noDate
    /// A day that stands for "no end".
    case endless
    /// The column mixes the order of day and month.
    case mixed
    case wrong
  }

  package func read(_ text: String) -> Reading {
    guard let day = DayReader.read(text) else { return .wrong }
    if isMixed { return .mixed }
    return day.isNoDate ? .noDate : day.isEndless ? .endless : .day(day)
  }

  package static let mixture: Phrase =
    "some days of the column have the month first, others the day, so none of them is known"

  /// `03-25-2026`, `03/25/26`, `2026-25-03`: three numbers of which the middle or the last cannot be what it should.
  private static func hasMonthFirst(_ text: String) -> Bool {
    if isYearThenMonth(text.utf8) { return false }
    let parts = text.prefix { !$0.isWhitespace && $0 != "T" }.split(omittingEmptySubsequences: false) {
      $0 == "-" || $0 == "." || $0 == "/"
    }
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }) else {
      return false
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return false }
    let (month, day) = parts[0].count == 4 ? (numbers[2], numbers[1]) : (numbers[0], numbers[1])
    // The middle number is the month in every form that is read.
    return (1...12).contains(month) && (13...31).contains(day)
  }

  /// Whether a year and a month begin the text, as nearly every export writes days: then its second number is no day, whatever
  /// follows. Looks at eight bytes.
  private static func isYearThenMonth(_ bytes: String.UTF8View) -> Bool {
    var month = 0
    var place = 0
    for byte in bytes.prefix(8) {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") else { return false }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
        if place > 4 { month = month * 10 + Int(byte - UInt8(ascii: "0")) }
      }
      place += 1
    }
    return place == 8 && month <= 12
  }
}
