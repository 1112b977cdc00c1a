/// A key of a YAML map, with its place.
public struct YAMLKey: Hashable, Sendable {
  /// As written.
  public var name: String
  /// From 1.
  public var line: Int
  /// From 1, in characters.
  public var column: Int

  package init(name: String, line: Int, column: Int) {
    self.name = name
    self.line = line
    self.column = column
  }
}
