import FactStore
import ImportCore
import Localization

/// What documents of changes tell each other: whom each token means, and which of them has the last word on a key.
///
/// Two documents are compared by their days only: an adapter may write its own hour as if it were UTC.
struct ChangeSurvey: SurveyPart {
  /// The documents that speak of the same things.
  struct Scope: Hashable, Sendable {
    var organisation: String?
    var kind: ChangeKind
  }

  /// What became of the last event of a document, in the light of all others.
  enum Standing {
    case stands
    /// Another document says what there is.
    case superseded
    /// A later snapshot does not have it.
    case removed(by: CalendarDate)
    case open(FactWriter.Doubt)
  }

  private struct Subject: Hashable, Sendable {
    var scope: Scope
    var key: ChangeKey
  }

  private struct Said: Sendable {
    var day: CalendarDate
    var content: [String: FactWriter.Cell]?
    var isDisputed = false
  }

  private struct Listing: Sendable {
    var file: FileID
    var day: CalendarDate
    /// It is a snapshot, and whole: what it does not have is not there.
    var isClosed: Bool
    var keys: Set<ChangeKey>
  }

  /// A document of which lines are lost.
  private struct Opened: Sendable {
    var file: FileID
    var day: CalendarDate?
    var keys: LostKeys
  }

  private var names: [String: (text: String, isListed: Bool)] = [:]
  private var documents: [Scope: Int] = [:]
  private var said: [Subject: Said] = [:]
  private var listings: [Scope: [Listing]] = [:]
  private var opened: [Scope: [Opened]] = [:]

  /// Calls a person by a place: the first in a list of people, else the first at all.
  mutating func name(_ token: String, _ text: String, isListed: Bool) {
    if let known = names[token], known.isListed || !isListed { return }
    names[token] = (text, isListed)
  }

  func name(of token: String) -> String? { names[token]?.text }

  mutating func count(_ scope: Scope) { documents[scope, default: 0] += 1 }

  mutating func add(_ document: ChangeDocument, _ file: FileID) {
    let scope = document.scope
    if document.extent != .changes, let day = document.newest?.day {
      listings[scope, default: []].append(
        Listing(
          file: file, day: day, isClosed: document.extent == .snapshot && document.isWhole, keys: document.present))
    }
    let open = document.open
    if !open.isEmpty {
      opened[scope, default: []].append(Opened(file: file, day: document.newest?.day, keys: open))
    }
    // What one document says is its own affair.
    guard documents[scope] ?? 0 > 1 else { return }
    for (key, event) in document.last {
      let subject = Subject(scope: scope, key: key)
      guard let known = said[subject], known.day >= event.day else {
        said[subject] = Said(day: event.day, content: event.content)
        continue
      }
      if known.day == event.day, known.content != event.content { said[subject]?.isDisputed = true }
    }
  }

  func standing(_ key: ChangeKey, _ event: ChangeEvent, _ scope: Scope, _ file: FileID) -> Standing {
    if let known = said[Subject(scope: scope, key: key)] {
      if known.day > event.day { return .superseded }
      if known.isDisputed {
        return .open(.init(text: Phrase("two files of one day say different things of it"), reason: .conflict))
      }
    }
    // A line that is lost elsewhere may be the later word.
    let isOpen = (opened[scope] ?? []).contains { other in
      other.file != file && other.day.map { $0 >= event.day } ?? true && other.keys.mayHold(key)
    }
    if isOpen { return .open(LostKeys.doubt) }
    guard event.content != nil else { return .stands }
    let lacking = (listings[scope] ?? []).filter { $0.file != file && $0.day >= event.day && !$0.keys.contains(key) }
    if let day = lacking.lazy.filter({ $0.isClosed && $0.day > event.day }).map(\.day).min() {
      return .removed(by: day)
    }
    return lacking.isEmpty
      ? .stands
      : .open(.init(text: Phrase("another file, of the same day or later, does not list it"), reason: .conflict))
  }

  /// Whether a snapshot has all that there was on a day.
  func hasSnapshot(_ scope: Scope, since day: CalendarDate?) -> Bool {
    (listings[scope] ?? []).contains { listing in listing.isClosed && day.map { listing.day >= $0 } ?? true }
  }

  /// Whether some list of people was loaded.
  func hasPeople(_ organisation: String?) -> Bool { documents[Scope(organisation: organisation, kind: .person)] != nil }
}

extension Survey {
  /// What documents of changes tell each other.
  var changes: ChangeSurvey {
    get { self[ChangeSurvey.self] }
    _modify { yield &self[ChangeSurvey.self] }
  }
}
