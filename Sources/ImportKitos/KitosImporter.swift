import FactStore
import Formats
import ImportCore
import Localization

/// Reads documents of Kitos.
package struct KitosImporter: SystemImporter {
  package let system = Kitos.system
  package let kinds = KitosKind.allCases.map(\.rawValue)
  package var unused: [String: Phrase] { KnownDocuments.kinds }

  package init() {}

  package func relations(ofKind kind: String) -> [String] {
    let relations = system.relations(ofKind: kind)
    return relations.isEmpty ? KitosKind(rawValue: kind)?.tableRelations ?? [] : relations
  }

  package func readsTables(ofKind kind: String) -> Bool { KitosKind(rawValue: kind)?.isTable == true }

  package func list(ofKind kind: String) -> ListTraits? { KitosKind(rawValue: kind)?.list }

  package func normalForm(ofEntity name: String) -> NormalForm? {
    ["kitos.user", "kitos.organisation", "kitos.object", "kitos.role"].contains(name) ? .uuid : nil
  }

  package func recogniseUnused(_ sketch: JSONSketch) -> Recognition? { KnownDocuments.recognise(sketch) }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    switch KitosKind(rawValue: kind) {
    case .userTable: KitosUserTableDocument(input)
    case .overview: table(input, .overview)
    case .roster: table(input, .roster)
    default: system.read(input, kind: kind)
    }
  }

  private func table(_ input: DocumentInput, _ kind: KitosKind) -> any SourceDocument {
    let relations = (kind == .roster ? .overview : kind).tableRelations
    guard let table = input.table else { return DamagedDocument(input, relations: relations) }
    func without(_ title: String) -> DamagedDocument {
      DamagedDocument(
        input, relations: relations, records: table.rows.count + table.lost.count,
        reason: Phrase("the required column `\(title)` is missing"))
    }
    if kind == .roster {
      guard let columns = KitosRosterColumns(table) else { return without(KitosRosterColumns.emailTitle) }
      return KitosRosterDocument(
        organisation: input.context.organisation, rows: table.rows.map { KitosTableRowReader.roster($0, columns) },
        lost: table.lost, cut: table.cut,
        notes: table.notes)
    }
    guard var columns = KitosOverviewColumns(table) else { return without(KitosOverviewColumns.emailTitle) }
    columns.asOf = input.asOf
    var notes = table.notes
    if !columns.unknown.isEmpty {
      notes.append("\(columns.unknown.count) columns are none that the Kitos pages export; they are not read")
    }
    return KitosOverviewDocument(
      organisation: input.context.organisation, columns: columns,
      rows: table.rows.map { KitosTableRowReader.overview($0, columns) }, lost: table.lost, cut: table.cut,
      notes: notes, file: input.file)
  }
}
