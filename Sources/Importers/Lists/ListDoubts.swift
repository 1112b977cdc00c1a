import FactStore

/// Writes what is missing of lists, where the document itself does not: any list may be a part only, by the query that
/// made it, by the numbers of its files, or by further sheets of its workbook.
enum ListDoubts {
  static func write(
    _ file: ReadFile, _ id: FileID, _ survey: Survey, to writer: FactWriter, _ report: inout SourceReport
  ) {
    guard let kind = report.kind, file.document != nil || file.writer != nil else { return }
    let relations = file.document == nil ? file.mappedRelations : Importers.relations(ofKind: kind)
    let isOfOne = KitosKind(rawValue: kind)?.isOfOneOrganisation == true
    let known = isOfOne ? FactWriter.known(organisation: survey.claims[id]?.organisation) : [:]
    for text in file.doubts + [survey.doubt(ofFile: id)].compactMap({ $0 }) {
      for relation in relations where !isSaidOfOneself(relation) {
        writer.addHole(relation, knowing: known, reason: .page, text: text, at: Place(line: 1))
      }
      report.completeness = .partial
      report.notes.append(text)
    }
    for table in file.unread {
      for relation in Importers.relations(ofKind: table.kind) where !isSaidOfOneself(relation) {
        writer.addHole(relation, reason: .page, text: table.text, at: Place(line: 1))
      }
      report.completeness = .partial
      report.notes.append(table.text)
    }
  }

  /// Whether each record says it of its own subject, so that records which are missing say nothing of the subjects of
  /// others: a user whom some document lists, and of whom no document says that it is deleted, is not deleted.
  static func isSaidOfOneself(_ relation: String) -> Bool {
    relation == "kitos.deleted_user" || relation == "kitos.user_in_dispute"
  }
}
