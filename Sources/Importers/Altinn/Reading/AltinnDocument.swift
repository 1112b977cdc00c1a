import FactStore
import Formats

/// A JSON document of Altinn that was read.
struct AltinnDocument: SourceDocument {
  let kind: AltinnKind
  let rows: AltinnRows
  /// Of each record.
  let problems: [[SourceReport.Problem]]
  let lost: [Damage]
  let cut: Damage?
  /// Why the document is a part only; `nil` where it is a whole list.
  let partial: String?

  var records: Int { problems.count + lost.count }
  var damageOfWhole: String? { cut?.text }

  func inform(_ survey: inout Survey, file: FileID) {
    for keys in rows.joins { survey.parties.join(keys) }
    for row in rows.rows {
      for case .party(let key) in row.cells.values.sorted(by: Self.order) { survey.parties.join([key]) }
    }
  }

  /// People without another name are numbered as they come, so the order must not hang on a hash.
  private static func order(_ left: AltinnRows.Cell, _ right: AltinnRows.Cell) -> Bool { "\(left)" < "\(right)" }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in kind.relations { writer.cover(relation, grade: kind.grade) }
    report.grade = kind.grade
    for row in rows.rows {
      writer.add(row.relation, row.cells.mapValues { cell($0, survey) }, at: row.place)
    }
    for gap in rows.gaps {
      writer.addHole(
        gap.relation, gap.known.compactMapValues { cell($0, survey).known }, reason: gap.reason, text: gap.text,
        at: gap.place)
    }
    for problems in problems { report.count(problems) }
    for damage in lost {
      addHoles(writer, .unusable, damage)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut)
      report.fail(cut)
    }
    if let partial {
      addHoles(writer, .page, Damage(place: Place(line: 1), text: partial))
      report.completeness = .partial
      report.limits.append(partial)
    }
  }

  private func cell(_ cell: AltinnRows.Cell, _ survey: Survey) -> FactWriter.Cell {
    switch cell {
    case .cell(let cell): cell
    case .party(let key): survey.parties.cell(key)
    }
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ damage: Damage) {
    for relation in kind.relations { writer.addHole(relation, reason: reason, text: damage.text, at: damage.place) }
  }
}
