import FactStore
import Localization

extension Facts {
  /// What a record says of one column, as far as the record alone decides it.
  package enum Cell: Sendable {
    case cell(FactWriter.Cell)
    /// A party under one of its names; what facts call it is known when all documents are.
    case party(PartyKey)
    /// What the other documents decide.
    case late(@Sendable (Survey) -> FactWriter.Cell)

    package static let nothing = Cell.cell(.none)
    package static func text(_ text: String) -> Cell { .cell(.text(text)) }
    package static func value(_ value: Value) -> Cell { .cell(.value(value)) }
    package static func unknown(_ reason: Phrase, _ kind: Hole.Reason = .unusable) -> Cell {
      .cell(.unknown(reason, kind))
    }

    /// The text of a value that is one, and that nothing else decides.
    package var text: String? { if case .cell(let cell) = self { cell.text } else { nil } }

    /// What it says once all documents have spoken.
    package func settled(_ survey: Survey) -> FactWriter.Cell {
      switch self {
      case .cell(let cell): cell
      case .party(let key): survey.parties.cell(key)
      case .late(let decide): decide(survey)
      }
    }
  }
}
