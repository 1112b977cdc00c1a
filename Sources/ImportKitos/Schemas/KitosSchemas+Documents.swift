import FactStore
import ImportCore
import Localization

extension KitosSchemas {
  /// The documents themselves.
  static let documents: [RelationSchema] = [
    RelationSchema(
      "kitos.document",
      doc: "A document of Kitos that was read, by what it is of.",
      obtain: "any export of Kitos",
      columns: [
        documentColumn
      ]),
    RelationSchema(
      "kitos.document_with_credentials",
      doc: "A document in which a password or its salt was met. Both were dropped unread.",
      obtain: "any export of Kitos",
      columns: [documentColumn, ColumnSchema("path", .text, doc: "path of the file, as reports show it")]),
  ]

  private static let documentColumn = ColumnSchema(
    "document", document,
    doc: "its kind, and the organisation, user and object that it was said to be of; where several are alike, a digest")
}
