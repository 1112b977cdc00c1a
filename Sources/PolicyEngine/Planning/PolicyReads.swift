/// Which relations policies read, for those who decide what is in scope.
public enum PolicyReads {
  /// Names of relations (and parameters) that a body mentions, at any depth, sorted.
  public static func relations(in body: [Literal]) -> [String] { RelationNames.read(by: body).sorted() }
}
