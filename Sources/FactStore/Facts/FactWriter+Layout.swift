extension FactWriter {
  /// Where the columns of a relation go: into its base, or a facet each.
  final class Layout {
    struct Column {
      let name: String
      let isReckoned: Bool
    }

    /// In the order of the schema, by which the others count.
    let columns: [Column]
    /// The columns of the base, and its place among the stored relations.
    let required: [Int]
    let base: Int
    /// The columns that facets repeat, and the column and the place of each.
    let key: [Int]
    let facets: [(column: Int, stored: Int)]

    /// `nil` for a relation without a schema.
    init?(_ relation: String, _ schemas: SchemaSet) {
      guard let schema = schemas[relation], let base = schemas.storedIndex(relation) else { return nil }
      columns = schema.columns.map { Column(name: $0.name, isReckoned: $0.isReckoned) }
      required = schema.columns.indices.filter { !schema.columns[$0].isOptional }
      self.base = base
      key = schema.facetKey.map { key in schema.columns.firstIndex { $0.name == key.name }! }
      facets = schema.columns.indices.filter { schema.columns[$0].isOptional }.map { column in
        (column, schemas.storedIndex(SchemaSet.facetName(relation, schema.columns[column].name))!)
      }
    }
  }
}
