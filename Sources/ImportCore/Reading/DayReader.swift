import FactStore
import Localization

/// A day as exports write it.
///
/// `yyyy-MM-dd`, also with a midnight behind it, and the Danish and Norwegian `dd-MM-yyyy` and `dd.MM.yyyy` (also with
/// one digit for day or month). Days with `/` are refused: `03/04/2026` is March to one reader and April to another.
package enum DayReader {
  /// `nil` when the text is no day in one of these forms.
  package static func read(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    if text.utf8.count > 10, midnights.contains(String(text.dropFirst(10))) {
      return CalendarDate(String(text.prefix(10)))
    }
    for separator in ["-", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
        let day = number(parts[0]), let month = number(parts[1]), let year = number(parts[2])
      {
        return CalendarDate(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// What to write instead, for a text that is no day.
  package static let help: Phrase =
    "write it as 2026-11-20 or 20-11-2026; `/` is refused, since day and month cannot be told apart"

  private static let midnights: Set<String> = ["T00:00:00", "T00:00:00Z", " 00:00:00", "T00:00", " 00:00"]

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(digits) : nil
  }
}
