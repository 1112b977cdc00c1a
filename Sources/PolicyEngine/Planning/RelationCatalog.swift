import FactStore

/// A relation of one run, by its position in the ``RelationCatalog``.
package struct RelationID: Hashable, Comparable, Sendable {
  package let raw: Int
  package static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// Every relation that an evaluation touches: source bases and facets, derived relations, and the hidden ones that hold
/// the populations and verdicts of policies.
struct RelationCatalog: Sendable {
  struct Entry: Sendable {
    var name: String
    var columns: [ColumnSchema]
    var isSource: Bool
    /// For bases: optional column name to facet.
    var facets: [String: RelationID] = [:]
    /// For bases with facets: positions of the facet key among `columns`.
    var facetKey: [Int] = []
  }

  private(set) var entries: [Entry] = []
  private var byName: [String: RelationID] = [:]

  subscript(id: RelationID) -> Entry { entries[id.raw] }
  func id(_ name: String) -> RelationID? { byName[name] }
  var count: Int { entries.count }
  var ids: [RelationID] { entries.indices.map { RelationID(raw: $0) } }

  @discardableResult
  mutating func add(_ name: String, columns: [ColumnSchema], isSource: Bool) -> RelationID {
    precondition(byName[name] == nil, "two relations named \(name)")
    let id = RelationID(raw: entries.count)
    entries.append(Entry(name: name, columns: columns, isSource: isSource))
    byName[name] = id
    return id
  }

  /// Adds a relation with its facets, laid out as ``SchemaSet`` lays them out.
  mutating func add(_ schema: RelationSchema, isSource: Bool) {
    let base = add(schema.name, columns: schema.columns.filter { !$0.isOptional }, isSource: isSource)
    for column in schema.columns where column.isOptional {
      let facet = add(
        SchemaSet.facetName(schema.name, column.name), columns: schema.facetKey + [column], isSource: isSource)
      entries[base.raw].facets[column.name] = facet
    }
    if !entries[base.raw].facets.isEmpty {
      entries[base.raw].facetKey = schema.facetKey.map { key in
        entries[base.raw].columns.firstIndex { $0.name == key.name }!
      }
    }
  }
}
