import FactStore
import Formats
import ImportCore

/// Units or sub-units: one, a list, or the answer of a search.
struct UnitDocument: SourceDocument {
  private struct Row: Sendable, ReadRecord {
    var place: Place
    var unit = FactWriter.Cell.none
    var form = FactWriter.Cell.none
    var parent = FactWriter.Cell.none
    var deleted = FactWriter.Cell.none
    var problems: [SourceReport.Problem] = []
    /// Nothing of the record could be read.
    var isLost = false
  }

  private var rows: [Row] = []
  private var lost: [Damage] = []
  private var cut: Damage?
  /// Why more units may exist than the document holds; `nil` where it is a register of all.
  private var partial: String?

  static let relations = ["er.unit", "er.deleted", "party.ended", "party.ended_on"]

  var records: Int { rows.count + lost.count }
  var problemCount: Int { rows.problemCount }
  var damageOfWhole: String? { cut?.text }

  init(_ input: DocumentInput) {
    let list = input.jsonList(kind: RegisterKind.units.rawValue)
    lost = list.lost
    cut = list.cut
    if list.isSingle, let record = list.records.first {
      guard let embedded = record.node["_embedded"] else {
        rows = [Self.row(record.node, record.place)]
        return
      }
      if embedded["enheter"] == nil, embedded["underenheter"] == nil, cut == nil {
        cut = Damage(
          place: Place(line: embedded.line, pointer: "/_embedded"), text: "the answer has no list `enheter` of units")
      }
      for (name, value) in embedded.members where name == "enheter" || name == "underenheter" {
        if value.kind != .array, cut == nil {
          cut = Damage(place: Place(line: value.line, pointer: "/_embedded/\(name)"), text: "`\(name)` is no list")
        }
        for (index, element) in value.elements.enumerated() {
          rows.append(Self.row(element, Place(line: element.line, pointer: "/_embedded/\(name)/\(index)")))
        }
      }
      partial =
        Envelope.saysMore(record.node)
        ? "the answer says that more units follow" : Envelope.total(record.node)?.doubt(of: "units", read: rows.count)
    } else {
      rows = list.records.map { Self.row($0.node, $0.place) }
    }
  }

  private static let subUnits: Set<String> = ["BEDR", "AAFY"]

  private static func row(_ node: JSONNode, _ place: Place) -> Row {
    var row = Row(place: place)
    guard node.kind == .object else { return lost(row, "expected a unit, an object in `{}`") }
    func refuse(_ key: String, _ message: String) -> FactWriter.Cell {
      row.problems.append(.init(line: place.line, pointer: place.pointer + "/" + key, message: message))
      return .unknown(message)
    }
    func number(_ key: String) -> FactWriter.Cell? {
      guard let value = node[key], !value.isNull else { return nil }
      guard let text = value.string ?? value.numberText, let number = NormalForm.orgnr.read(text) else {
        return refuse(key, "`\(key)` is no number of nine digits")
      }
      return .text(number)
    }
    row.unit = number("organisasjonsnummer") ?? refuse("organisasjonsnummer", "`organisasjonsnummer` is missing")
    let form = node["organisasjonsform"]?["kode"]?.string.flatMap {
      $0.utf8.count <= 8 ? OrganisationForm.code($0) : nil
    }
    row.form = form.map { .text($0) } ?? refuse("organisasjonsform", "`organisasjonsform/kode` is missing or no code")
    row.parent =
      number("overordnetEnhet")
      ?? (form.map { !subUnits.contains($0) } == true
        ? .none : .unknown("the record of a sub-unit has no `overordnetEnhet`", .columnAbsent))
    for key in ["slettedato", "nedleggelsesdato"] where row.deleted == .none {
      guard let value = node[key], !value.isNull, value.string.map(RecordedDay.isNone) != true else { continue }
      row.deleted =
        value.string.flatMap(RecordedDay.read).map { .value(.date($0)) } ?? refuse(key, "`\(key)` is no date")
    }
    return row
  }

  /// A record that says nothing may have been of any unit, of one that is deleted, too.
  private static func lost(_ row: Row, _ message: String) -> Row {
    var row = row
    row.problems.append(.init(line: row.place.line, pointer: row.place.pointer, message: message))
    row.isLost = true
    return row
  }

  func enlist(in survey: inout Survey, file: FileID) {
    for row in rows {
      guard let unit = row.unit.text else { continue }
      survey.note(
        "er.unit", key: unit, cells: [row.form, row.parent, row.deleted == .none ? .none : .text("deleted")])
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in Self.relations { writer.cover(relation, grade: .assumed) }
    report.grade = .assumed
    for row in rows {
      guard !row.isLost else {
        addHoles(writer, .unusable, row.problems[0].message, row.place)
        report.count(row.problems)
        continue
      }
      var cells = ["unit": row.unit, "form": row.form, "parent": row.parent]
      if let unit = row.unit.text {
        for (index, name) in ["form", "parent"].enumerated() where survey.isDisputed("er.unit", key: unit, index) {
          cells[name] = .unknown("records of one unit disagree in `\(name)`", .conflict)
        }
      }
      writer.add("er.unit", cells, at: row.place)
      if row.deleted != .none { write(row, survey, writer) }
      report.count(row.problems)
    }
    writeLosses(writer, &report)
  }

  /// A deletion; a hole where another record has the unit as existing.
  private func write(_ row: Row, _ survey: Survey, _ writer: FactWriter) {
    writer.add("party.ended_on", ["party": row.unit, "state": .text("deleted"), "on": row.deleted], at: row.place)
    var day = row.deleted
    if let unit = row.unit.text, survey.isDisputed("er.unit", key: unit, 2) {
      day = .unknown("one record of the unit has it as deleted, and another as existing", .conflict)
    }
    var twoYears = day
    if case .value(.date(let date)) = day {
      twoYears = .value(.date(RecordedDay.lastWithinTwoYears(of: date)))
    }
    writer.add("er.deleted", ["unit": row.unit, "on": day, "two_years": twoYears], at: row.place)
  }

  private func writeLosses(_ writer: FactWriter, _ report: inout SourceReport) {
    for damage in lost {
      addHoles(writer, .unusable, damage.text, damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, .truncated, cut.text, cut.place)
      report.fail(cut)
    }
    if let partial {
      addHoles(writer, .page, partial, Place(line: 1))
      report.completeness = .partial
      report.limits.append(partial)
    }
  }

  private func addHoles(_ writer: FactWriter, _ reason: Hole.Reason, _ text: String, _ place: Place) {
    for relation in Self.relations where writer.schemas[relation]?.lost != .nothing {
      writer.addHole(relation, reason: reason, text: text, at: place)
    }
  }
}
