/// The facts of an example. Relations that it does not mention are complete and empty.
public struct GivenFacts: Sendable {
  /// By stored relation. A derived relation given here is not derived.
  public var relations: [GivenRelation]
  /// Relations that are absent, as the example declares: `optional` reads them as empty.
  public var declared: Set<String>
  package init(relations: [GivenRelation], declared: Set<String>) {
    self.relations = relations
    self.declared = declared
  }
}

/// Facts that an example gives for one stored relation.
public struct GivenRelation: Sendable {
  package var relation: String
  package var rows: [[UInt32]]
  /// Rows that may exist; `*` allowed.
  public var extras: [[UInt32]]
  /// The hole of an export that was not loaded.
  public var absence: [[UInt32]]
  package init(relation: String, rows: [[UInt32]], extras: [[UInt32]], absence: [[UInt32]] = []) {
    self.relation = relation
    self.rows = rows
    self.extras = extras
    self.absence = absence
  }
}
