/// Every source relation of a run, with optional columns laid out as facets.
///
/// A *stored* relation is what has a table: the base of a schema (its columns that are not optional) or one facet
/// (the facet key and one optional column). Facets are named `relation?column`, which no policy can write.
public struct SchemaSet: Sendable {
  package private(set) var schemas: [RelationSchema] = []
  package private(set) var stored: [StoredRelation] = []
  private var byName: [String: Int] = [:]
  private var storedByName: [String: Int] = [:]

  package init(_ schemas: [RelationSchema] = []) {
    for schema in schemas { add(schema) }
  }

  /// A table of the store: the columns of a relation that are not optional, or one that is.
  public struct StoredRelation: Sendable {
    /// `kitos.usage`, or `kitos.usage?modified_by` for a facet.
    public var name: String
    /// The columns of its table, in order.
    public var columns: [ColumnSchema]
    /// Index into ``SchemaSet/schemas``.
    public var schema: Int
    /// The optional column that this facet holds; `nil` for a base.
    public var facet: String?
  }

  /// Adds a relation. A second schema of the same name replaces nothing: it is a bug and traps.
  public mutating func add(_ schema: RelationSchema) {
    precondition(byName[schema.name] == nil, "two schemas named \(schema.name)")
    let index = schemas.count
    schemas.append(schema)
    byName[schema.name] = index
    insert(
      StoredRelation(name: schema.name, columns: schema.columns.filter { !$0.isOptional }, schema: index, facet: nil))
    for column in schema.columns where column.isOptional {
      insert(
        StoredRelation(
          name: Self.facetName(schema.name, column.name), columns: schema.facetKey + [column], schema: index,
          facet: column.name))
    }
  }

  private mutating func insert(_ relation: StoredRelation) {
    storedByName[relation.name] = stored.count
    stored.append(relation)
  }

  package static func facetName(_ relation: String, _ column: String) -> String { "\(relation)?\(column)" }

  package subscript(name: String) -> RelationSchema? { byName[name].map { schemas[$0] } }

  /// Index into ``schemas``.
  package func schemaIndex(_ name: String) -> Int? { byName[name] }

  /// Index into ``stored``.
  package func storedIndex(_ name: String) -> Int? { storedByName[name] }
}

extension SchemaSet {
  /// The schemas that others stand in for.
  ///
  /// - Parameter isLoaded: whether an export of the schema at this position was loaded. O(schemas).
  func stoodIn(isLoaded: (Int) -> Bool) -> Set<Int> {
    var sources: [String: Set<String>] = [:]
    for (index, schema) in schemas.enumerated() {
      guard let alternatives = schema.alternatives, alternatives.standsIn, isLoaded(index) else { continue }
      sources[alternatives.group, default: []].insert(alternatives.source ?? schema.name)
    }
    let found = schemas.indices.filter { index in
      let schema = schemas[index]
      guard let alternatives = schema.alternatives else { return false }
      guard let loaded = sources[alternatives.group] else { return !alternatives.isMain }
      return !loaded.contains(alternatives.source ?? schema.name)
    }
    return Set(found)
  }
}
