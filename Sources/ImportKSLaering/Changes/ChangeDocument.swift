import FactStore
import ImportCore
import Localization

/// A document of changes of one kind: what it comes to.
struct ChangeDocument: SourceDocument {
  let kind: ChangeKind
  /// As reports show it: people are called by it and the line on which they first stand.
  let path: String
  let context: SourceContext
  /// The last event of each key: the one with the latest time, of equal ones the later line.
  private(set) var last: [ChangeKey: ChangeEvent] = [:]
  /// Lines of which nothing can be used.
  private(set) var lost: [LostLine] = []
  /// Keys that other lines leave open.
  private(set) var doubts: [LostLine] = []
  /// What is wrong with lines of which the rest is used.
  private(set) var rejected: [[SourceReport.Problem]] = []
  /// Lines of which everything is used.
  private(set) var used = 0
  /// By token, the line on which a person first stands.
  private(set) var people: [String: Int] = [:]
  /// Some line changes or takes away what was there before.
  var hasChanges = false
  /// Where reading ended before the file did.
  var cut: Damage?
  var secrets = SecretSearch()
  /// The first and the last time of what was added.
  private var added: ClosedRange<Int64>?
  private var firstAdded: Int?
  private(set) var newest: ChangeEvent?

  init(kind: ChangeKind, path: String, context: SourceContext) {
    self.kind = kind
    self.path = path
    self.context = context
  }

  var records: Int { used + rejected.count + lost.count }
  var problemCount: Int { rejected.count + lost.count + doubts.count }
  var damageOfWhole: Phrase? { cut?.text }

  // MARK: Reading

  mutating func note(_ token: String, line: Int) { if people[token] == nil { people[token] = line } }

  mutating func lose(_ line: LostLine) { lost.append(line) }

  mutating func doubt(_ line: LostLine) { doubts.append(line) }

  mutating func reject(_ line: Int, _ problems: [SourceReport.Problem]) { rejected.append(problems) }

  mutating func say(_ key: ChangeKey, _ event: ChangeEvent, isAdded: Bool, isRejected: Bool) {
    if !isRejected { used += 1 }
    if event.content != nil { firstAdded = min(firstAdded ?? event.line, event.line) }
    if isAdded {
      added = added.map { min($0.lowerBound, event.at)...max($0.upperBound, event.at) } ?? event.at...event.at
    }
    if newest.map({ $0.at <= event.at }) ?? true { newest = event }
    if let known = last[key], known.at > event.at { return }
    last[key] = event
  }

  // MARK: What it is

  /// What the document is of what there is.
  enum Extent: String {
    /// All that there is at one time, as the configuration says.
    case snapshot
    /// Adds of one time: all that there is, or a first synchronisation.
    case assumed
    /// What changed within some time.
    case changes
  }

  /// An answer of one time takes no longer than this, in seconds.
  private static let answerTime: Int64 = 600

  var extent: Extent {
    if hasChanges || asksForRange { return .changes }
    if let added, added.upperBound - added.lowerBound > Self.answerTime { return .changes }
    return isSaidToBeSnapshot ? .snapshot : .assumed
  }

  var isSaidToBeSnapshot: Bool { words.contains("snapshot") }

  private var asksForRange: Bool { words.contains("fromdate") || words.contains("todate") }

  private var words: [Substring] {
    (context.query ?? "").lowercased().split { !($0.isLetter || $0.isNumber) }
  }

  /// Every line was read, so that what is not in it is not there.
  var isWhole: Bool { lost.isEmpty && doubts.isEmpty && cut == nil }

  /// Whether a line without a whole key may take back what another one says. A snapshot has nothing but adds, and of a range
  /// what was removed comes first.
  func mayTakeBack(_ line: LostLine) -> Bool {
    switch extent {
    case .snapshot: false
    case .assumed: firstAdded.map { line.damage.place.line < $0 } ?? true
    case .changes: true
    }
  }

  /// The keys whose last word may be lost.
  var open: LostKeys { LostKeys(lost + doubts, isCut: cut != nil && extent == .changes, isOpen: mayTakeBack) }

  /// The keys that are there at the end of it.
  var present: Set<ChangeKey> { Set(last.lazy.filter { $0.value.content != nil }.map(\.key)) }

  var scope: ChangeSurvey.Scope { ChangeSurvey.Scope(organisation: context.organisation, kind: kind) }

  func inform(_ survey: inout Survey, file: FileID) {
    for (token, line) in people.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      survey.parties.join([.person(token: token)])
      survey.changes.name(token, "\(path), line \(line)", isListed: kind == .person)
    }
    survey.changes.count(scope)
  }

  func enlist(in survey: inout Survey, file: FileID) { survey.changes.add(self, file) }
}
