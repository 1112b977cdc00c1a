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
