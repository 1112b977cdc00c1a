import FactStore
import ImportCore
import Localization

/// The documents of Gravitee themselves.
extension GraviteeImporter {
  package func relations(aboutKind kind: String) -> [String] {
    kind.hasPrefix("gravitee.") ? [GraviteeSchemas.document.name] : []
  }

  package func write(about all: [LoadedDocument], to writers: [FactWriter]) {
    let own = all.indices.filter { all[$0].report.kind?.hasPrefix("gravitee.") == true }
    var names = DocumentNames()
    for index in own { names.note(Self.description(all[index]), digest: all[index].report.sha256) }
    for index in own {
      let document = all[index]
      writers[index].cover(GraviteeSchemas.document.name, grade: .closed)
      writers[index].add(
        GraviteeSchemas.document.name,
        [
          "document": .text(names.name(Self.description(document), digest: document.report.sha256)),
          "kind": .text(document.report.kind ?? ""), "path": .text(document.report.path),
          "damaged": .value(.bool(document.isDamaged || document.report.rejected > 0)),
        ], at: Place(line: 1))
    }
  }

  private static func description(_ document: LoadedDocument) -> String {
    DocumentNames.describe(document.report.kind ?? "", document.context)
  }
}
