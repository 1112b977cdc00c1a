import FactStore
import ImportCore
import Localization

extension VismaDocument {
  /// Leaves a hole in what may be longer than the document.
  func writeDoubt(to writer: FactWriter) {
    guard let doubt else { return }
    for relation in kind.relations where !Personnel.toldNames.contains(relation) {
      writer.addHole(relation, reason: .page, text: doubt, at: Place(line: 1))
    }
  }

  func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    for relation in kind.relations { writer.cover(relation, grade: .assumed) }
    report.grade = .assumed
    if records == 0 { writeDoubt(to: writer) }
    if let doubt {
      report.completeness = .partial
      report.limits.append(doubt)
      if records == 0 { report.notes.append(doubt) }
    }
    for person in people {
      let place = Place(line: person.line)
      let name = person.name.map { FactWriter.Cell.text($0) } ?? VismaPersonReader.unnamed
      let party = survey.parties.cell(.person(token: person.token))
      writer.add("visma.party", ["person": name, "party": party], at: place)
      writer.addEvidence(of: name, .visma, party: party, at: place)
    }
    for problems in rejected { report.count(problems) }
    report.records += records - rejected.count
    report.used += records - rejected.count
    if let cut {
      for relation in kind.relations where !Personnel.toldNames.contains(relation) {
        writer.addHole(relation, reason: .truncated, text: cut.text, at: cut.place)
      }
      if kind == .persons { writer.addUnread(.visma, .truncated, cut.text, at: cut.place) }
      report.fail(cut)
    }
    if kind == .persons {
      report.limits.append("whoever has left, or begins later: Visma lists those who are active")
      report.limits.append("whether `positionEndDate` is the last day or the day after: it is read as the last day")
    }
  }
}

extension VismaRecord {
  /// Writes all that it says but who it is.
  func write(to writer: FactWriter) {
    writer.addEvidence(of: person, .visma, at: Place(line: line))
    for row in rows {
      let place = Place(line: row.line)
      writer.add(row.relation, row.cells, at: place)
      guard row.cells["email"] != nil || row.cells["party"] != nil else { continue }
      writer.addEvidence(of: person, .visma, party: row.cells["party"], email: row.cells["email"], at: place)
    }
    for gap in gaps {
      writer.addHole(
        gap.relation, gap.cells.compactMapValues(\.known), reason: .columnAbsent,
        text: Phrase("`\(gap.missing)` is missing"), at: Place(line: gap.line))
    }
  }
}
