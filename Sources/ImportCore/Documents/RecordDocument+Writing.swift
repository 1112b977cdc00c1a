import FactStore
import Localization

extension RecordDocument {
  package func write(to writer: FactWriter, survey: Survey, report: inout SourceReport) {
    let kind = settle(survey, &report)
    report.notes += notes
    if let unfilled = kind.unfilled, records == 0, cut == nil { return report.limits.append(unfilled) }
    report.grade = isSingle ? min(kind.grade, .assumed) : kind.grade
    for text in kind.lacks(context) { note(text, &report) }
    kind.whole.write?(self, survey, writer, &report)
    let hasList = hasList(kind, survey)
    // A single record adds to the list that covers the relations; the rest is covered even where it is damaged: an export
    // was given, it is not absent.
    if kind.undecided == nil, kind.extent != .part, !hasList {
      for relation in kind.relations { writer.cover(relation, grade: report.grade ?? .assumed) }
    }
    if kind.undecided == nil { writeDoubt(kind, hasList, writer, survey, &report) }
    for entry in entries {
      var entry = entry
      kind.settle?(&entry, survey)
      entry.write(to: writer, survey, kind, context)
      report.count(entry.problems)
    }
    for damage in lost {
      addHoles(writer, survey, kind, damaged(kind), .unusable, damage.text, at: damage.place)
      report.reject(SourceReport.Problem(damage))
    }
    if let cut {
      addHoles(writer, survey, kind, damaged(kind), .truncated, cut.text, at: cut.place)
      report.fail(cut)
    }
    report.limits += kind.limits
  }

  /// Leaves every relation of `relations` open in which a record that is lost leaves anything open.
  package func addHoles(
    _ writer: FactWriter, _ relations: [String], _ reason: Hole.Reason, _ text: Phrase,
    at place: Place = Place(line: 1),
    known: [String: Value] = [:]
  ) {
    for relation in relations where writer.schemas[relation]?.lost.leavesOpen(for: reason) == true {
      writer.addHole(relation, knowing: known, reason: reason, text: text, at: place)
    }
  }

  /// The same, with what is known of every record of the document.
  private func addHoles(
    _ writer: FactWriter, _ survey: Survey, _ kind: Kind, _ relations: [String], _ reason: Hole.Reason, _ text: Phrase,
    at place: Place = Place(line: 1)
  ) {
    for relation in relations where writer.schemas[relation]?.lost.leavesOpen(for: reason) == true {
      kind.addHole(writer, relation, [:], context, survey, reason: reason, text: text, at: place)
    }
  }

  /// Says what the document as a whole leaves open.
  package func note(_ text: Phrase, _ report: inout SourceReport) {
    report.completeness = .partial
    report.notes.append(text)
  }

  /// The kind that the document turns out to be; an undecided one where nothing tells.
  private func settle(_ survey: Survey, _ report: inout SourceReport) -> Kind {
    guard let undecided = kind.undecided else { return kind }
    guard let decided = decided(survey) else {
      note(undecided.advice, &report)
      return kind
    }
    report.kind = decided.name
    report.notes.append(undecided.taken(decided.name))
    return decided
  }

  private func hasList(_ kind: Kind, _ survey: Survey) -> Bool {
    guard isSingle, kind.extent == .list else { return false }
    let key = key(of: kind)
    if case .everybody = kind.organisation {} else if key.organisation == nil { return false }
    return kind.whole.hasList?(self, survey) ?? survey.hasList(key.kind, organisation: key.organisation)
  }

  /// What a damaged part leaves open: of one record alone also what a list says as such.
  private func damaged(_ kind: Kind) -> [String] { isSingle ? kind.relations : kind.fills }

  /// Why records may be missing that nothing in the document is wrong with.
  private func writeDoubt(
    _ kind: Kind, _ hasList: Bool, _ writer: FactWriter, _ survey: Survey, _ report: inout SourceReport
  ) {
    let isList = kind.extent == .list
    let isEmpty = !isSingle && (isList ? survey.isEmpty(key(of: kind)) : records == 0 && cut == nil)
    if !isList, let part {
      addHoles(writer, survey, kind, kind.fills, .page, part)
      report.completeness = .partial
      report.limits.append(part)
    }
    let text: Phrase? =
      if !isList {
        // What is no page of a list is judged by itself.
        isEmpty && !kind.list.mayBeEmpty ? kind.list.noun.emptyProvesNothing : nil
      } else if isSingle {
        hasList ? nil : kind.list.noun.onlyOne
      } else {
        survey.doubt(of: key(of: kind))
      }
    guard let text else { return }
    if isEmpty, kind.whole.isAnswered(self, survey) { return report.notes.append(text) }
    // An empty list does not say of itself either that it is one.
    addHoles(writer, survey, kind, isSingle || isEmpty ? kind.relations : kind.fills, .page, text)
    note(text, &report)
  }
}
