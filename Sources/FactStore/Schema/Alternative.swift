/// What stands in for a relation: relations of other sources that say the same of the world, such as several personnel systems.
///
/// A source of which nothing was loaded says nothing as long as another one was, and its relations are read as complete and
/// empty. Where no source was loaded at all, the main one is absent, once for all of them.
public struct Alternative: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Relations of one group stand in for each other.
  public let group: String
  /// Relations of one source do not: where one of them was loaded, another that was not is absent. `nil` for a source of its own.
  public let source: String?
  /// Whether it is absent where no source was loaded.
  public let isMain: Bool
  /// Whether it shows that its source was loaded. What several sources fill does not.
  public let standsIn: Bool

  package init(_ group: String, source: String? = nil, isMain: Bool = true, standsIn: Bool = true) {
    (self.group, self.source, self.isMain, self.standsIn) = (group, source, isMain, standsIn)
  }

  /// Each relation a source of its own.
  public init(stringLiteral group: String) { self.init(group) }
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
