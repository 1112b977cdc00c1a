import FactStore
import ImportCore

/// What a document of Altinn says, before it is known what parties are called.
struct AltinnRows: Sendable {
  enum Cell: Sendable {
    case cell(FactWriter.Cell)
    case party(PartyKey)

    static func text(_ text: String) -> Cell { .cell(.text(text)) }
    static let nothing = Cell.cell(.none)
    static func unknown(_ reason: String, _ kind: Hole.Reason = .unusable) -> Cell { .cell(.unknown(reason, kind)) }
  }

  struct Row: Sendable {
    var relation: String
    var cells: [String: Cell]
    var place: Place
    /// The number of the record that it was read from.
    var record: Int
  }

  struct Gap: Sendable {
    var relation: String
    var known: [String: Cell]
    var reason: Hole.Reason
    var text: String
    var place: Place
    var record: Int
  }

  private(set) var rows: [Row] = []
  private(set) var gaps: [Gap] = []
  /// Identifiers that stand together and mean one party.
  private(set) var joins: [[PartyKey]] = []
  /// Parties that have an identifier which cannot be read.
  private(set) var disputed: [PartyKey] = []
  /// Of the record at hand.
  private(set) var problems: [SourceReport.Problem] = []
  private var record = 0

  mutating func add(_ relation: String, _ cells: [String: Cell], at place: Place) {
    rows.append(Row(relation: relation, cells: cells, place: place, record: record))
  }

  mutating func lack(
    _ relation: String, _ known: [String: Cell] = [:], reason: Hole.Reason = .unusable, text: String, at place: Place
  ) {
    gaps.append(
      Gap(relation: relation, known: known, reason: reason, text: text, place: place, record: record))
  }

  mutating func join(_ keys: [PartyKey]) { if keys.count > 1 { joins.append(keys) } }

  mutating func dispute(_ key: PartyKey) { disputed.append(key) }

  mutating func refuse(_ message: String, at place: Place) {
    problems.append(.init(line: place.line, pointer: place.pointer, message: message))
  }

  /// The problems of the record that was read, which are then forgotten.
  mutating func takeProblems() -> [SourceReport.Problem] {
    defer {
      problems = []
      record += 1
    }
    return problems
  }
}
