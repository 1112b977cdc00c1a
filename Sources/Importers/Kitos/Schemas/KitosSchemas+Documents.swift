import FactStore

extension KitosSchemas {
  /// The documents themselves.
  static let documents: [RelationSchema] = [
    RelationSchema(
      "kitos.document",
      doc: "A document of Kitos that was read, by its path as reports show it.",
      obtain: "any export of Kitos",
      columns: [
        ColumnSchema("document", document, doc: "path of the file")
      ]),
    RelationSchema(
      "kitos.document_with_credentials",
      doc: "A document in which a password or its salt was met. Both were dropped unread.",
      obtain: "any export of Kitos",
      columns: [ColumnSchema("document", document, doc: "path of the file")]),
  ]
}
