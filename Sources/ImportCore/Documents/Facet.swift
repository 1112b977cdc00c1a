import FactStore
import Localization

/// Optional columns of a relation with one row for each key: records of one key that differ in one leave it unknown, also
/// where one of them says that there is none, which leaves no fact behind.
package struct Facet: Sendable {
  let relation: String
  let key: String
  let columns: [String]
  /// For people: what disagrees.
  let records: Phrase

  package init(_ relation: String, key: String, columns: [String], noun: String) {
    self.init(relation, key: key, columns: columns, records: Phrase("records of one \(Phrase(stringLiteral: noun))"))
  }

  package init(_ relation: String, key: String, columns: [String], records: Phrase) {
    self.relation = relation
    self.key = key
    self.columns = columns
    self.records = records
  }

  /// Notes what a row says, for the rows of other documents.
  func note(_ row: Facts.Row, in survey: inout Survey) {
    guard row.relation == relation, let cell = row.cells[key], let key = name(cell, survey) else { return }
    survey.note(relation, key: key, cells: columns.map { row.cells[$0]?.settled(survey) ?? .none })
  }

  /// What names the row, by itself or once all documents have informed the survey.
  private func name(_ cell: Facts.Cell, _ survey: Survey) -> String? {
    if case .late(let decide) = cell { return decide(survey).text }
    return cell.text
  }

  /// Makes unknown what the rows of one key disagree in.
  func settle(_ cells: inout [String: FactWriter.Cell], _ survey: Survey) {
    guard let key = cells[key]?.text else { return }
    for (index, name) in columns.enumerated() where survey.isDisputed(relation, key: key, index) {
      cells[name] = .unknown("\(records) disagree in `\(name)`", .conflict)
    }
  }
}
