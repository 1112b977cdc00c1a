import FactStore
import Localization

/// Writes what is missing of lists, where the document itself does not: any list may be a part only, by the query that
/// made it, by the numbers of its files, or by further sheets of its workbook.
enum ListDoubts {
  static func write(
    _ registry: Registry, _ file: ReadFile, _ id: FileID, _ survey: Survey, to writer: FactWriter,
    _ report: inout SourceReport
  ) {
    guard let kind = report.kind, file.document != nil || file.writer != nil else { return }
    let relations = file.document == nil ? file.mappedRelations : registry.relations(ofKind: kind)
    let known = registry.known(ofKind: kind, organisation: survey.claims[id]?.organisation)
    for text in file.doubts + [survey.doubt(ofFile: id)].compactMap({ $0 }) {
      for relation in relations where ![.ownRow, .damage].contains(writer.schemas[relation]?.lost) {
        writer.addHole(relation, knowing: known, reason: .page, text: text, at: Place(line: 1))
      }
      report.completeness = .partial
      report.notes.append(text)
    }
    for table in file.unread {
      for relation in registry.relations(ofKind: table.kind) where writer.schemas[relation]?.lost != .ownRow {
        writer.addHole(relation, reason: .page, text: table.text, at: Place(line: 1))
      }
      report.completeness = .partial
      report.notes.append(table.text)
    }
  }
}
