import FactStore
import ImportCore

/// A register of mailboxes or of approvals.
struct RegisterDocument: SourceDocument {
  var register: Register
  var rows: [Row]
  /// Columns that the table lacks.
  var absent: [String]
  var lost: [Damage]
  var cut: Damage?
  var notes: [String]

  struct Row: Sendable, ReadRecord {
    var place: Place
    var cells: [String: FactWriter.Cell] = [:]
    /// Addresses in `copied_to`.
    var copies: [FactWriter.Cell] = []
    /// The supplier and scope that it approves; `nil` where it is about something else.
    var client: Client?
    var problems: [SourceReport.Problem] = []
    /// Whether characters that show nothing were left out of an address.
    var wasCleaned = false

    init(place: Place) { self.place = place }

    enum Client: Sendable {
      case known(supplier: String, scope: String)
      case unknown(String)
    }
  }

  var damageOfWhole: String? { cut?.text }
  var records: Int { rows.count + lost.count }
  var problemCount: Int { rows.problemCount }

  private var relation: RelationSchema { register.schemas[0] }

  func enlist(in survey: inout Survey, file: FileID) {
    for row in rows {
      guard let key = row.cells[relation.key[0]]?.text else { continue }
      survey.note(relation.name, key: key, cells: optionalColumns.map { row.cells[$0] ?? .none })
    }
  }

  private var optionalColumns: [String] { relation.columns.filter(\.isOptional).map(\.name) }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    report.notes += notes
    if records == 0, cut == nil { return report.limits.append(EmptyList.limit(register.yamlKey)) }
    for schema in register.schemas { writer.cover(schema.name, grade: .assumed) }
    report.grade = .assumed
    let cleaned = rows.filter(\.wasCleaned).count
    if cleaned > 0 { report.notes.append(EmptyList.cleaned(cleaned)) }
    for column in absent {
      let text = "the register has no column `\(column)`"
      if column == "copied_to" {
        writer.addHole("register.approval_copied_to", reason: .columnAbsent, text: text)
      } else if optionalColumns.contains(column) {
        for name in [column, column + "_email"] where optionalColumns.contains(name) {
          writer.addAbsentColumn(relation.name, name, text: text)
        }
      }
      report.limits.append("`\(column)`: the register has no such column")
    }
    for row in rows { write(row, survey, writer, &report) }
    for damage in lost {
      addHoles(writer, .unusable, damage)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut)
      report.fail(cut)
    }
  }

  private func write(_ row: Row, _ survey: Survey, _ writer: FactWriter, _ report: inout SourceReport) {
    var cells = row.cells
    if let key = cells[relation.key[0]]?.text {
      for (index, name) in optionalColumns.enumerated() where survey.isDisputed(relation.name, key: key, index) {
        cells[name] = .unknown("rows of one key disagree in `\(name)`", .conflict)
      }
    }
    writer.add(relation.name, cells, at: row.place)
    switch row.client {
    case .known(let supplier, let scope):
      writer.add(
        "register.approved_client",
        [
          "approval": row.cells["approval"] ?? .none, "supplier": survey.parties.cell(.organisation(supplier)),
          "scope": .text(scope),
        ], at: row.place)
    case .unknown(let why): writer.addHole("register.approved_client", reason: .unusable, text: why, at: row.place)
    case nil: break
    }
    for email in row.copies {
      writer.add(
        "register.approval_copied_to", ["approval": row.cells["approval"] ?? .none, "email": email], at: row.place)
    }
    report.count(row.problems)
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ damage: Damage) {
    for schema in register.schemas {
      writer.addHole(schema.name, reason: reason, text: damage.text, at: damage.place)
    }
  }
}
