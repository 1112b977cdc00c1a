import FactStore
import Formats
import ImportCore
import Localization

/// Reads pages of Altinn's documentation: which access groups there are, and which roles hold them.
package struct GroupPageImporter: PageImporter {
  package let kinds = [GroupPageDocument.kind]
  package var schemas: [RelationSchema] { GroupPageSchemas.all }
  package var catalogues: [String: String] {
    Dictionary(uniqueKeysWithValues: schemas.map { ($0.name, AltinnImporter.catalogueChanged) })
  }
  package var pageKind: String { GroupPageDocument.kind }

  package init() {}

  package func mayBePage(_ text: [UInt8]) -> Bool { GroupPage.mayBe(text) }

  package func relations(ofKind kind: String) -> [String] {
    kind == GroupPageDocument.kind ? GroupPageSchemas.all.map(\.name) : []
  }

  package func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .page(let blocks) = sample else { return nil }
    let page = GroupPage(blocks)
    if !page.groups.isEmpty { return .used(kind: GroupPageDocument.kind) }
    guard page.hasForeignLayout else { return nil }
    return .unknown(
      Phrase(
        """
        a page on access packages in a layout that is not known; expected are bullets of `**Name:** text`, a table with \
        the columns name, delegable and roles, or sections with a urn
        """))
  }

  package func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let page = input.page.map(GroupPage.init) else { return GroupPageDocument.damaged(input) }
    guard !page.groups.isEmpty else {
      var input = input
      input.damage = Damage(place: Place(line: 1), text: "no access groups were found on the page")
      return GroupPageDocument.damaged(input)
    }
    return GroupPageDocument(page: page, file: input.file)
  }
}
