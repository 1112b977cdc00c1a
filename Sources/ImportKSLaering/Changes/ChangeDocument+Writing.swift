import FactStore
import ImportCore
import Localization

extension ChangeDocument {
  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let output = ChangeOutput(document: self, writer: writer, survey: survey)
    let changes = survey.changes
    let isAnswered = extent != .snapshot && changes.hasSnapshot(scope, since: newest?.day)
    report.grade = extent == .snapshot ? .closed : .assumed
    // A part adds to a list that covers the relations.
    if !isAnswered { for relation in kind.relations { writer.cover(relation, grade: report.grade ?? .assumed) } }
    output.writeDocument()
    if extent != .snapshot, !isAnswered { output.writePart(changes, &report) }
    noteExtent(&report)
    let open = self.open
    for (key, event) in last.sorted(by: { $0.value.line < $1.value.line }) {
      let isOpen = open.mayHold(key)
      switch changes.standing(key, event, scope, writer.file) {
      case .superseded: break
      case .removed(let day):
        if isOpen {
          output.writeOpen(key, event, LostKeys.doubt)
        } else {
          output.writeRemoval(key, event, by: day)
          output.writeParty(key, at: event.line)
        }
      case .open(let doubt): output.writeOpen(key, event, doubt)
      case .stands: isOpen ? output.writeOpen(key, event, LostKeys.doubt) : output.write(key, event)
      }
    }
    for line in lost + doubts { output.writeHoles(line) }
    for line in lost { report.reject(SourceReport.Problem(line.damage)) }
    for problems in rejected { report.count(problems) }
    report.records += used
    report.used += used
    if let cut {
      for relation in kind.doubtful {
        writer.addHole(relation, reason: .truncated, text: cut.text, at: cut.place)
      }
      report.fail(cut)
    }
    report.limits.append("when anybody began, or will leave: KS Læring is told no days")
    if kind == .position { report.limits.append("positions that lost their unit in the HR system: they are left out") }
  }

  private func noteExtent(_ report: inout SourceReport) {
    switch extent {
    case .snapshot: break
    case .assumed:
      report.notes.append(
        """
        adds alone do not show that everything was asked for; where it was, that is without `fromDate` and `toDate`, write \
        `query: snapshot` beside the file in `tilsyn.yaml`
        """)
    case .changes:
      if isSaidToBeSnapshot {
        report.notes.append("`query` says that it is a snapshot; its lines are those of a range, as which it is read")
      }
    }
  }
}

/// Writes the rows and holes of a document.
private struct ChangeOutput {
  let document: ChangeDocument
  let writer: FactWriter
  let survey: Survey
  private let changes: ChangeSurvey

  init(document: ChangeDocument, writer: FactWriter, survey: Survey) {
    self.document = document
    self.writer = writer
    self.survey = survey
    changes = survey.changes
  }

  private var kind: ChangeKind { document.kind }

  func writeDocument() {
    guard let newest = document.newest else {
      return writer.addHole(
        "ks.document", ["document": .text(document.path)], reason: .unusable,
        text: "no line of the file can be used", at: Place(line: 1))
    }
    writer.add(
      "ks.document",
      [
        "document": .text(document.path), "lists": .text(kind.shown), "extent": .text(document.extent.rawValue),
        "day": .value(.date(newest.day)),
      ], at: Place(line: newest.line))
  }

  /// What changed within some time shows nothing of what did not.
  func writePart(_ changes: ChangeSurvey, _ report: inout SourceReport) {
    let text: Phrase =
      document.extent == .assumed
      ? "adds alone do not show that everything was asked for"
      : "the file has what changed within some time only; what did not change is not in it"
    // Whom a list of people has, it has with who they are.
    let isTold = kind == .position && changes.hasPeople(document.context.organisation)
    for relation in kind.state where !(isTold && relation == "ks.party") {
      writer.addHole(relation, reason: .page, text: text, at: Place(line: 1))
    }
    report.completeness = .partial
    report.limits.append(text)
  }

  func write(_ key: ChangeKey, _ event: ChangeEvent) {
    guard let content = event.content else {
      writeRemoval(key, event, by: event.day)
      return writeParty(key, at: event.line)
    }
    let place = Place(line: event.line)
    var cells = columns(key)
    switch kind {
    case .organisation, .position:
      cells.merge(content) { first, _ in first }
      writer.add(kind.state[0], cells, at: place)
    case .person:
      cells["name"] = content["name"]
      writer.add("ks.person", cells, at: place)
      if let email = content["email"], email != .none, let person = cells["person"] {
        writer.add("ks.email", ["person": person, "email": email], at: place)
        writer.addEvidence(of: person, .ks, email: email, at: place)
      }
    }
    writeParty(key, at: event.line)
  }

  /// Either there or not, and if there, otherwise perhaps: a hole of both of which the key alone is known.
  func writeOpen(_ key: ChangeKey, _ event: ChangeEvent, _ doubt: FactWriter.Doubt) {
    for relation in kind.doubtful where relation != "ks.party" {
      writer.addHole(relation, known(key), reason: doubt.reason, text: doubt.text, at: Place(line: event.line))
    }
    writeParty(key, at: event.line)
  }

  func writeRemoval(_ key: ChangeKey, _ event: ChangeEvent, by day: CalendarDate) {
    let place = Place(line: event.line)
    var cells = columns(key)
    cells["no_later_than"] = .value(.date(day))
    writer.add(kind.removed, cells, at: place)
    if kind == .person, let email = event.content?["email"] ?? event.formerAddress, email.text != nil,
      let person = cells["person"]
    {
      writer.add("ks.email", ["person": person, "email": email], at: place)
      writer.addEvidence(of: person, .ks, email: email, at: place)
    }
  }

  /// Who somebody is does not depend on whether he is still there.
  func writeParty(_ key: ChangeKey, at line: Int) {
    guard kind.hasPeople, let token = key.token, let person = columns(key)["person"] else { return }
    let party = survey.parties.cell(.person(token: token))
    let place = Place(line: line)
    writer.add("ks.party", ["person": person, "party": party], at: place)
    writer.addEvidence(of: person, .ks, party: party, at: place)
  }

  func writeHoles(_ line: LostLine) {
    let known = known(line.key)
    if line.key.token != nil { writeParty(line.key, at: line.damage.place.line) }
    // Who a person is does not depend on what else cannot be read.
    for relation in kind.doubtful where relation != "ks.party" || line.key.token == nil {
      let columns = Set(writer.schemas[relation]?.columns.map(\.name) ?? [])
      writer.addHole(
        relation, known.filter { columns.contains($0.key) }, reason: .unusable, text: line.damage.text,
        at: line.damage.place)
    }
  }

  private func columns(_ key: ChangeKey) -> [String: FactWriter.Cell] {
    var cells: [String: FactWriter.Cell] = [:]
    if kind.unitField != nil { cells["unit"] = key.unit.map { .text($0) } ?? .unknown("the unit is not known") }
    if kind.hasPeople {
      cells["person"] =
        key.token.flatMap(changes.name).map { .text($0) } ?? .unknown("who it is of is not known")
    }
    return cells
  }

  private func known(_ key: ChangeKey) -> [String: Value] { columns(key).compactMapValues(\.known) }
}
