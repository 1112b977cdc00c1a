import FactStore
import ImportCore

extension AltinnScope {
  /// Notes what a document is about, and of whom it answers.
  static func note(_ document: RecordDocument, _ ask: AltinnAsk, in survey: inout Survey) {
    for organisation in ask.organisations { survey.altinn.scope.add(organisation) }
    if document.kind.name == AltinnKind.myClients.rawValue, let user = ask.user { survey.altinn.scope.noteCaller(user) }
    if isOverview(document) {
      let shown = Array(owners(document)) + (ask.organisation.map { [$0] } ?? [])
      survey.altinn.scope.noteOverview(document.kind.name, of: shown)
    }
    if document.kind.fills.contains("altinn.subunit") {
      survey.altinn.scope.noteSpeaker("altinn.subunit", in: document.file)
    }
    for owner in owners(document) { survey.altinn.scope.noteOwner(owner) }
    let answered = answered(document, ask)
    for relation in document.kind.fills where AltinnAsk.ownColumn(relation) != nil {
      survey.altinn.scope.note(relation, answers: answered, in: document.file)
    }
  }

  /// The organisations of which the document has all rows: the one that was asked for; where nothing says what was asked,
  /// those that it shows.
  private static func answered(_ document: RecordDocument, _ ask: AltinnAsk) -> [PartyKey] {
    // What one of its people sees says nothing of the others of a supplier: who they are, its list of them says.
    if document.kind.name == AltinnKind.myClients.rawValue { return [] }
    if ask.to != nil || ask.answered != nil { return ask.answered.map { [$0] } ?? [] }
    // The name of the archive, or the configuration, says whose rights an overview shows, also where it has no row.
    return Array(owners(document)) + (isOverview(document) ? ask.organisation.map { [$0] } ?? [] : [])
  }

  /// Tables of all rights that somebody has for an organisation.
  private static func isOverview(_ document: RecordDocument) -> Bool {
    [AltinnKind.packageOverview, .roleOverview, .resourceOverview].contains { $0.rawValue == document.kind.name }
  }

  /// What sub-units have, an overview without a row of theirs does not say.
  private static func writeUnshown(_ document: RecordDocument, _ survey: Survey, to writer: FactWriter) {
    for unit in survey.altinn.scope.unshown(document.kind.name, survey) {
      for relation in document.kind.fills {
        let column = relation.hasPrefix("altinn.authorised_") ? "party" : AltinnAsk.ownColumn(relation)
        guard let column else { continue }
        writer.addHole(
          relation, [column: .text(unit)], reason: .context,
          text: "whether sub-units were asked for, the overview does not say, and no row is of \(unit)",
          at: Place(line: 1))
      }
    }
  }

  /// Whose authority, role or client each row is about.
  private static func owners(_ document: RecordDocument) -> some Sequence<PartyKey> {
    let isTable = if case .table = document.kind.form { true } else { false }
    return document.entries.lazy.flatMap(\.rows).compactMap { row -> PartyKey? in
      let column =
        isTable ? row.cells["holder"] == nil ? nil : "party" : row.relation.flatMap(AltinnAsk.ownColumn)
      guard let column, case .party(let key)? = row.cells[column] else { return nil }
      return key
    }
  }

  /// What other organisations in scope have, no answer says.
  static func writeMissing(_ document: RecordDocument, _ survey: Survey, to writer: FactWriter) {
    if isOverview(document) { writeUnshown(document, survey, to: writer) }
    for unit in survey.altinn.scope.unplaced(in: document.file, survey) {
      writer.addHole(
        "altinn.subunit", ["party": .text(unit)], reason: .context,
        text: "no document says whether \(unit) is a sub-unit, or of which unit", at: Place(line: 1))
    }
    for relation in document.kind.fills {
      guard let column = AltinnAsk.ownColumn(relation) else { continue }
      for organisation in survey.altinn.scope.missing(relation, in: document.file, survey.parties) {
        let name = survey.parties.name(of: organisation) ?? ""
        writer.addHole(
          relation, [column: .text(name)], reason: .context,
          text: "no answer of \(name) was loaded, and those of others say nothing of it", at: Place(line: 1))
      }
    }
  }
}
