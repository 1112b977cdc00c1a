import FactStore
import Formats
import ImportCore

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
  let ask: AltinnAsk
  let path: String

  var records: Int { problems.count + lost.count }
  var problemCount: Int { problems.reduce(0) { $0 + $1.count } }
  var damageOfWhole: String? { cut?.text }

  func inform(_ survey: inout Survey, file: FileID) {
    for keys in rows.joins { survey.parties.join(keys) }
    for key in rows.disputed { survey.parties.dispute(key) }
    for organisation in ask.organisations { survey.altinn.scope.add(organisation) }
    if kind == .myClients, let user = ask.user { survey.altinn.scope.noteCaller(user) }
    for row in rows.rows {
      for column in Self.catalogued[row.relation] ?? [] {
        if case .cell(.value(.text(let code)))? = row.cells[column] { survey.altinn.scope.noteRole(code) }
      }
    }
    let answered = answered
    for relation in kind.relations {
      guard AltinnAsk.ownColumn(relation) != nil else { continue }
      survey.altinn.scope.note(relation, answers: answered, in: path)
    }
    // People without another name are numbered as they come: by the names of the columns, never by a hash or a token.
    for row in rows.rows {
      for (_, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
        if case .party(let key) = cell { survey.parties.join([key]) }
      }
    }
  }

  /// The columns by which a catalogue says that a role is one.
  private static let catalogued = [
    "altinn.role": ["role"], "altinn.role_code": ["code"], "altinn.legacy_role": ["code"],
  ]

  /// The organisations of which the document has all rows: the one that was asked for; where nothing says what was asked,
  /// those that it shows.
  private var answered: [PartyKey] {
    // What one of its people sees says nothing of the others of a supplier: who they are, its list of them says.
    if kind == .myClients { return [] }
    if ask.to != nil || ask.answered != nil { return ask.answered.map { [$0] } ?? [] }
    if kind.isTable {
      return rows.rows.compactMap { row in
        guard row.cells["holder"] != nil, case .party(let key)? = row.cells["party"] else { return nil }
        return key
      }
    }
    return rows.rows.compactMap { row in
      guard let column = AltinnAsk.ownColumn(row.relation), case .party(let key)? = row.cells[column] else {
        return nil
      }
      return key
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in kind.relations { writer.cover(relation, grade: kind.grade) }
    report.grade = kind.grade
    var problems = problems
    for row in rows.rows {
      writer.add(row.relation, row.cells.mapValues { cell($0, survey) }, at: row.place)
      guard let known = withoutUnknownRole(row.relation, row.cells, survey) else { continue }
      doubt(row.record, row.place, &problems)
      for relation in AltinnRoles.alternatives(to: row.relation) {
        addHole(writer, relation, known, .unusable, AltinnRoles.unknown, row.place, survey)
      }
    }
    for gap in rows.gaps where !isAnswered(gap, survey) {
      let known = withoutUnknownRole(gap.relation, gap.known, survey)
      if known != nil { doubt(gap.record, gap.place, &problems) }
      addHole(writer, gap.relation, known ?? gap.known, gap.reason, gap.text, gap.place, survey)
    }
    for problems in problems { report.count(problems) }
    for damage in lost {
      addHoles(writer, .unusable, damage, survey)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut, survey)
      report.fail(cut)
    }
    if let partial {
      addHoles(writer, .page, Damage(place: Place(line: 1), text: partial), survey)
      report.completeness = .partial
      report.limits.append(partial)
    }
    for relation in kind.relations { writeMissing(relation, writer, survey) }
  }

  /// What is known of a row whose role is in no catalogue: all but the role. `nil` where every role of it is known.
  private func withoutUnknownRole(
    _ relation: String, _ cells: [String: AltinnRows.Cell], _ survey: Survey
  ) -> [String: AltinnRows.Cell]? {
    var known = cells
    for column in AltinnRoles.columns(of: relation) {
      if case .cell(.value(.text(let code)))? = cells[column], !survey.altinn.scope.knows(role: code) {
        known[column] = nil
      }
    }
    return known.count < cells.count ? known : nil
  }

  /// Says once of a record that a role of it is in no catalogue.
  private func doubt(_ record: Int, _ place: Place, _ problems: inout [[SourceReport.Problem]]) {
    guard problems.indices.contains(record), !problems[record].contains(where: { $0.message == AltinnRoles.unknown })
    else { return }
    problems[record].append(.init(line: place.line, pointer: place.pointer, message: AltinnRoles.unknown))
  }

  /// What other organisations in scope have, no answer says.
  private func writeMissing(_ relation: String, _ writer: FactWriter, _ survey: Survey) {
    guard let column = AltinnAsk.ownColumn(relation) else { return }
    for organisation in survey.altinn.scope.missing(relation, in: path, survey.parties) {
      let name = survey.parties.name(of: organisation) ?? ""
      writer.addHole(
        relation, [column: .text(name)], reason: .context,
        text: "no answer of \(name) was loaded, and those of others say nothing of it", at: Place(line: 1))
    }
  }

  /// Whose clients a list of people leaves open, their own lists of clients say.
  private func isAnswered(_ gap: AltinnRows.Gap, _ survey: Survey) -> Bool {
    guard kind == .agents, gap.reason == .columnAbsent, case .party(let agent)? = gap.known["agent"] else {
      return false
    }
    return survey.altinn.scope.hasAsked(agent, survey.parties)
  }

  private func cell(_ cell: AltinnRows.Cell, _ survey: Survey) -> FactWriter.Cell {
    switch cell {
    case .cell(let cell): cell
    case .party(let key): survey.parties.cell(key)
    }
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ damage: Damage, _ survey: Survey) {
    for relation in kind.relations { addHole(writer, relation, [:], reason, damage.text, damage.place, survey) }
  }

  /// A hole with all that is known of what may be missing: by the record, and by what was asked for.
  private func addHole(
    _ writer: FactWriter, _ relation: String, _ known: [String: AltinnRows.Cell], _ reason: Hole.Reason, _ text: String,
    _ place: Place, _ survey: Survey
  ) {
    if writer.schemas[relation]?.lost == .nothing { return }
    let columns = Set(writer.schemas[relation]?.columns.map(\.name) ?? [])
    let all = ask.known(of: relation).merging(known) { $1 }
    writer.addHole(
      relation, all.filter { columns.contains($0.key) }.compactMapValues { cell($0, survey).known }, reason: reason,
      text: text, at: place)
  }
}
