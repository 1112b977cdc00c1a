import FactStore
import ImportCore
import Localization

/// A column of a list of employees that is not read and may say what `end` should: `end_date` beside an empty `end`, a state, a
/// day of resignation, a remark. No employment is taken to be open against it.
struct EndColumn: Sendable {
  let index: Int
  private let content: Content

  private enum Content {
    /// A day or a state, by its title.
    case end
    /// Whether the employment goes on: `yes` says that it does.
    case activity
    /// Anything: only words of leaving count.
    case remark
  }

  /// The columns of a list beside those that are read.
  static func others(of header: [String], besides read: [Int]) -> [EndColumn] {
    header.indices.filter { !read.contains($0) }.map { index in
      let isActivity = words(header[index]).contains { activity.contains($0) }
      return EndColumn(index: index, content: !mayTell(header[index]) ? .remark : isActivity ? .activity : .end)
    }
  }

  /// Whether a column with the title may say when, or that, an employment ended.
  static func mayTell(_ title: String) -> Bool {
    let words = words(title)
    if titles.contains(words.joined(separator: " ")) || words.contains(where: { wholes.contains($0) }) { return true }
    let title = UnicodeText.folded(title)
    return parts.contains { title.contains($0) }
  }

  /// Whether the title speaks of a state, so that no day is to be expected.
  static func isState(_ title: String) -> Bool {
    words(title).contains { word in states.contains(word) || stateEnds.contains { word.hasSuffix($0) } }
  }

  /// Whether a column with the title may say when an employment ended.
  static func mayBeDay(_ title: String) -> Bool { mayTell(title) && !isState(title) }

  private static func words(_ title: String) -> [String] {
    UnicodeText.folded(title).split { !($0.isLetter || $0.isNumber) }.map { String($0) }
  }

  /// Whether what stands there may mean another end than the one read.
  func contradicts(_ text: String, end: FactWriter.Cell) -> Bool {
    let text = TableInput.trim(UnicodeText.withoutInvisible(text))
    if text.isEmpty || end.isUnknown { return false }
    let state = UnicodeText.folded(text)
    // Of an employment that ends, words say nothing more.
    if content == .remark { return end == .none && Self.parts.contains { state.contains($0) } }
    guard let day = DayReader.read(text) else {
      let goesOn = content == .activity ? Self.yes : Self.no
      return end == .none && !Self.current.contains(state) && !goesOn.contains(state)
    }
    if day.isEndless { return false }
    return end == .none ? !day.isNoDate : end != .value(.date(day))
  }

  static let message: Phrase = """
    a column that is not read may say that the employment ended, or on another day than `end` says; write the last day \
    into `end`, and take the other column out
    """

  private static let titles: Set<String> = [
    "to", "til", "tom", "t o m", "thru", "through", "exit", "left", "last day", "sidste dag", "siste dag", "valid to",
    "gyldig til", "til dato", "slut", "slutt", "till", "till och med", "giltig till", "sista dag", "til og med",
  ]
  private static let wholes: Set<String> = [
    "end", "ended", "ends", "until", "active", "aktiv", "status", "stop", "stopdate", "exit", "left",
  ]

  /// Within a word too: `slutdato`, `fratrædelsesdato`, `opphørsdato`.
  private static let parts = [
    "slutdato", "sluttdato", "slutdag", "sluttet", "fratr", "ophør", "opphør", "ophoer", "opphor", "opsagt", "oppsagt",
    "opsigelse", "oppsigelse", "afgang", "avgang", "afsked", "avskjed", "udløb", "utløp", "enddate", "terminat",
    "resign", "leaving", "leaver", "leavedate", "inactiv", "inaktiv", "disabled", "deaktiv", "validto", "gyldigtil",
    "tildato", "stopdato", "ansættelsesstatus", "ansettelsesstatus", "slutdatum", "slutat", "avslut", "afslut",
    "uppsag",
    "uppsäg", "upphör", "entledig", "anställningsstatus",
  ]
  private static let activity: Set<String> = ["active", "aktiv"]
  private static let states: Set<String> = ["active", "aktiv", "status", "inactive", "inaktiv", "state"]
  private static let stateEnds = ["status", "disabled", "deaktiveret", "deaktivert"]

  /// States of an employment that goes on.
  private static let current: Set<String> = [
    "active", "aktiv", "ansat", "ansatt", "anställd", "employed", "current", "i arbejde", "i arbeid", "i jobb", "i job",
    "fast",
    "permanent", "open", "åben", "åpen", "öppen", "pågående", "-",
  ]
  private static let yes: Set<String> = ["ja", "yes", "true", "sand", "sann", "1", "x"]
  private static let no: Set<String> = ["nej", "nei", "no", "false", "falsk", "usann", "0"]
}
