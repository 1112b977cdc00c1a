import FactStore
import Formats

/// Reads pages of Altinn's documentation: which access groups there are, and which roles hold them.
struct GroupPageImporter: Importer {
  func relations(ofKind kind: String) -> [String] {
    kind == GroupPageDocument.kind ? GroupPageSchemas.all.map(\.name) : []
  }

  func readsTables(ofKind kind: String) -> Bool { false }

  func recognise(_ sample: DocumentSample) -> Recognition? {
    guard case .page(let page) = sample else { return nil }
    if !page.groups.isEmpty { return .used(kind: GroupPageDocument.kind) }
    return .unknown(
      "a page on access packages in a layout that is not known; expected are bullets of `**Name:** text`, a table with the "
        + "columns name, delegable and roles, or sections with a urn")
  }

  func read(_ input: DocumentInput, kind: String) -> any SourceDocument {
    guard let page = input.page else { return GroupPageDocument.damaged(input) }
    return GroupPageDocument(page: page, file: input.file)
  }
}
