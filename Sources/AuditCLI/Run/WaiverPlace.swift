import ArgumentParser
import Audit
import AuditReports
import FactStore
import Formats
import ImportCore
import Localization
import Waivers

/// The file of waivers that a command changes or lists.
struct WaiverPlace {
  let path: FilePath
  let waivers: [Waiver]
  private let bytes: [UInt8]

  /// Reads the file that is named, else `waivers.yaml` where the command runs.
  /// - Parameter mayBeMissing: whether one that is not there has no entries.
  init(_ option: WaiverOption, _ environment: Environment, mayBeMissing: Bool = false) throws {
    path = option.path(environment) ?? FilePath(WaiverReader.fileName)
    guard FileStatus.exists(path) else {
      guard mayBeMissing else {
        throw CommandFailure.notJudged(
          "there is no file of waivers `\(path.shown)`", help: "name it with -w; `tilsyn waiver add` writes one")
      }
      (waivers, bytes) = ([], Array(WaiverDocument.empty.utf8))
      return
    }
    let path = path
    (waivers, bytes) = try ConfigurationFailure.explained { try WaiverReader.read(path) }
  }

  func document() throws -> WaiverDocument {
    try ConfigurationFailure.explained { try WaiverDocument(bytes, path: path.shown) }
  }

  /// Writes the file, where what is written reads as it should.
  func write(_ document: WaiverDocument) throws {
    let bytes = document.bytes
    _ = try ConfigurationFailure.explained { try WaiverReader.read(bytes, path: path.shown) }
    let file = try AtomicFile(OutputPlace(path))
    try file.write(bytes)
    try AtomicFile.commit([file])
  }

  /// The waiver of an id.
  func waiver(_ id: String) throws -> Waiver {
    if let waiver = waivers.first(where: { $0.id == id }) { return waiver }
    let near = Suggestion.nearest(to: id, in: waivers.map(\.id))
    throw CommandFailure.usage(
      "`\(path.shown)` has no waiver `\(id)`",
      help: near.map { "did you mean `\($0)`?" } ?? "`tilsyn waiver list` lists them")
  }

  func unwieldy(_ error: WaiverDocument.Unwieldy) -> CommandFailure {
    .notJudged(
      "`\(path.shown)`, line \(error.line): the entry is written in another style than `waiver add` writes",
      help: "change it in an editor, or write each key on a line of its own")
  }

  /// `W-2026-003`, one more than the last of that year.
  func nextID(year: Int) -> String {
    let head = "W-\(year)-"
    let last = waivers.compactMap { $0.id.hasPrefix(head) ? Int($0.id.dropFirst(head.count)) : nil }.max() ?? 0
    let number = String(last + 1)
    return head + String(repeating: "0", count: max(0, 3 - number.count)) + number
  }

  static func day(_ text: String, of flag: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw CommandFailure.usage("`\(text)` is no date of \(flag)", help: "write it as 2026-11-20")
    }
    return day
  }

  /// Ends the command where a waiver would not count.
  func refuse(_ waiver: Waiver, for found: Finding, _ result: AuditResult, _ people: SamePerson) throws {
    if let other = waivers.first(where: { $0.id == waiver.id }) {
      throw CommandFailure.usage(
        "there is a waiver `\(waiver.id)` in `\(path.shown)`, line \(other.line)", help: "give another --id")
    }
    let file = WaiverFile(file: .init(path: path.shown, sha256: ""), waivers: waivers + [waiver])
    let outcomes = JudgeWaivers(result: result, file: file, people: people).judge().outcomes
    if let other = outcomes.dropLast().first(where: { $0.state == .accepted && $0.waiver.fits(found) }) {
      throw CommandFailure.usage(
        "the finding is waived by `\(other.waiver.id)` until \(other.waiver.expires.description)",
        help: "`tilsyn waiver renew \(other.waiver.id)` gives it more time")
    }
    guard let state = outcomes.last?.state, state != .accepted else { return }
    throw CommandFailure.notJudged("the waiver would not count: it is \(state.word)", help: Self.cure(state))
  }

  /// What to do about a waiver that does not count.
  static func cure(_ state: WaiverOutcome.State) -> Phrase {
    switch state {
    case .accepted, .notJudged: ""
    case .expired: "mend what it is for, or renew it with `tilsyn waiver renew`"
    case .future: "let it begin on the day on which it was approved"
    case .unknownPolicy: "`tilsyn policy list` lists the policies"
    case .selfApproved: "somebody else than the owner has to accept it"
    case .tooLong:
      "give a day at most \(Waiver.longestDays) days after the approval, \(Waiver.longestCriticalDays) for a policy of critical severity"
    case .overBroad: "name one finding by its fingerprint, with all its witnesses: `tilsyn waiver add` does"
    case .stale: "remove it; `tilsyn waiver prune` does"
    }
  }
}
