import FactStore
import ImportCore
import Localization

/// What one record of Visma says: rows, what is wrong with it, and who it is.
struct VismaRecord {
  struct Row {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var line: Int
  }

  /// Rows that an element would have held which is not there.
  struct Gap {
    var relation: String
    var cells: [String: FactWriter.Cell]
    var missing: String
    var line: Int
  }

  var rows: [Row] = []
  var gaps: [Gap] = []
  var problems: [SourceReport.Problem] = []
  /// The person whom ``token`` is of.
  var person = FactWriter.Cell.none
  var token: String?
  var line = 1

  mutating func add(_ relation: String, _ cells: [String: FactWriter.Cell], _ element: VismaElement) {
    rows.append(Row(relation: relation, cells: cells, line: element.line))
  }

  mutating func lack(
    _ missing: String, _ element: VismaElement, _ relations: [String], _ cells: [String: FactWriter.Cell]
  ) {
    gaps += relations.map { Gap(relation: $0, cells: cells, missing: missing, line: element.line) }
  }

  mutating func refuse(_ element: VismaElement, _ message: Phrase) -> FactWriter.Cell {
    problems.append(.init(line: element.line, message: message))
    return .unknown(message)
  }

  /// What is not there although it should be, as other systems read it; nothing to reject the record for.
  static func unsaid(_ name: String) -> FactWriter.Cell { .unknown(Phrase("`\(name)` is missing"), .columnAbsent) }
}
