import FactStore

/// A column of a list of employees that may say what `end` should: `end_date` beside an empty `end`, a state, a day of
/// resignation. It is not read, but no employment is taken to be open against it.
struct EndColumn: Sendable {
  let index: Int
  /// Whether `yes` in it says that the employment goes on.
  private let isOfActivity: Bool

  /// The columns of a list that are such ones, by their titles.
  static func others(of header: [String], besides end: Int?) -> [EndColumn] {
    header.indices.compactMap { index in
      let title = UnicodeText.folded(header[index])
      let words = title.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
      let mayTell =
        titles.contains(words.joined(separator: " ")) || words.contains { wholes.contains($0) }
        || parts.contains { title.contains($0) }
      guard index != end, mayTell else { return nil }
      return EndColumn(index: index, isOfActivity: words.contains { activity.contains($0) })
    }
  }

  /// Whether what stands there may mean another end than the one read.
  func contradicts(_ text: String, end: FactWriter.Cell) -> Bool {
    let text = TableInput.trim(UnicodeText.withoutInvisible(text))
    if text.isEmpty || end.isUnknown { return false }
    guard let day = DayReader.read(text) else {
      // Of an employment that ends, a state says nothing more.
      let state = UnicodeText.folded(text)
      return end == .none && !Self.current.contains(state) && !(isOfActivity ? Self.yes : Self.no).contains(state)
    }
    if day.isEndless { return false }
    return end == .none ? !day.isNoDate : end != .value(.date(day))
  }

  static let message =
    "a column that is not read may say that the employment ended, or on another day than `end` says; write the last day "
    + "into `end`, and take the other column out"

  private static let titles: Set<String> = [
    "to", "til", "tom", "t o m", "thru", "through", "exit", "left", "last day", "sidste dag", "siste dag", "valid to",
    "gyldig til", "til dato",
  ]
  private static let wholes: Set<String> = [
    "end", "ended", "ends", "until", "active", "aktiv", "status", "stop", "stopdate", "exit", "left",
  ]

  /// Within a word too: `slutdato`, `fratrædelsesdato`, `opphørsdato`.
  private static let parts = [
    "slutdato", "sluttdato", "slutdag", "sluttet", "fratr", "ophør", "opphør", "ophoer", "opphor", "opsagt", "oppsagt",
    "opsigelse", "oppsigelse", "afgang", "avgang", "afsked", "avskjed", "udløb", "utløp", "enddate", "terminat",
    "resign", "leaving", "leaver", "leavedate", "inactiv", "inaktiv", "disabled", "deaktiv", "validto", "gyldigtil",
    "tildato", "stopdato", "ansættelsesstatus", "ansettelsesstatus",
  ]
  private static let activity: Set<String> = ["active", "aktiv"]

  /// States of an employment that goes on.
  private static let current: Set<String> = [
    "active", "aktiv", "ansat", "ansatt", "employed", "current", "i arbejde", "i arbeid", "i jobb", "i job", "fast",
    "permanent", "open", "åben", "åpen", "-",
  ]
  private static let yes: Set<String> = ["ja", "yes", "true", "sand", "sann", "1", "x"]
  private static let no: Set<String> = ["nej", "nei", "no", "false", "falsk", "usann", "0"]
}
