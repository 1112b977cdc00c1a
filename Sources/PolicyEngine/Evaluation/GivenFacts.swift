/// The facts of an example. Relations that it does not mention are complete and empty.
public struct GivenFacts: Sendable {
  /// By stored relation. A derived relation given here is not derived.
  public var relations: [GivenRelation]
  /// Relations that are absent, as the example declares: `optional` reads them as empty.
  public var declared: Set<String>
  public init(relations: [GivenRelation], declared: Set<String>) {
    self.relations = relations
    self.declared = declared
  }
}

/// Facts that an example gives for one stored relation.
public struct GivenRelation: Sendable {
  public var relation: String
  public var rows: [[UInt32]]
  /// Rows that may exist; `*` allowed.
  public var extras: [[UInt32]]
  /// The hole of an export that was not loaded.
  public var absence: [[UInt32]]
  public init(relation: String, rows: [[UInt32]], extras: [[UInt32]], absence: [[UInt32]] = []) {
    self.relation = relation
    self.rows = rows
    self.extras = extras
    self.absence = absence
  }
}
