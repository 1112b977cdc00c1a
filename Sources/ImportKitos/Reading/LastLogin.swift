import FactStore
import ImportCore
import Localization

/// The latest login that a document tells, as of the day judged.
enum LastLogin {
  static let later: Phrase =
    "the latest login is after the day judged; whether there was one before, the document does not say"

  static func cell(_ day: CalendarDate, asOf: CalendarDate?) -> FactWriter.Cell {
    if day.isNoDate || day == .epoch { return .none }
    if day.isEndless { return .unknown(later) }
    if let asOf, day > asOf { return .unknown(later) }
    return .value(.date(day))
  }
}
