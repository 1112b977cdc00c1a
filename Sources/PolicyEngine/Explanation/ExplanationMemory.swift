/// What explanations have worked out and ask for again: thousands of findings rest on one hole.
///
/// Holds a few thousand entries of each kind and starts anew past them, so that it costs no memory that grows with the
/// findings.
final class ExplanationMemory {
  private static let limit = 20_000

  private struct Row: Hashable {
    var relation: RelationID
    var row: Int
  }
  private struct Member: Hashable {
    var relation: RelationID
    var key: [UInt32]
  }

  private var rows: [Row: Derivation] = [:]
  private var members: [Member: Derivation] = [:]
  /// By relation and round; there are few.
  private var earlier: [Row: RoundRanges] = [:]
  private var nodes: [Row: (node: ProofNode, extent: ProofBudget.Extent)] = [:]
  /// What possible rows cost, and how many rules are looked through at the moment to find out: of ``DoubtCosts``.
  var costs: [RelationID: [Int: Int]] = [:]
  var costDepth = 0

  /// Rows that are older than a round of a relation.
  func earlierRows(of id: RelationID, round: Int, _ make: () -> RoundRanges) -> RoundRanges {
    if let known = earlier[Row(relation: id, row: round)] { return known }
    let ranges = make()
    earlier[Row(relation: id, row: round)] = ranges
    return ranges
  }

  func derivation(of id: RelationID, row: Int) -> Derivation? { rows[Row(relation: id, row: row)] }
  func derivation(of id: RelationID, member: [UInt32]) -> Derivation? { members[Member(relation: id, key: member)] }
  func node(of id: RelationID, row: Int) -> (node: ProofNode, extent: ProofBudget.Extent)? {
    nodes[Row(relation: id, row: row)]
  }

  func remember(_ derivation: Derivation, of id: RelationID, row: Int) {
    if rows.count >= Self.limit { rows = [:] }
    rows[Row(relation: id, row: row)] = derivation
  }

  func remember(_ derivation: Derivation, of id: RelationID, member: [UInt32]) {
    if members.count >= Self.limit { members = [:] }
    members[Member(relation: id, key: member)] = derivation
  }

  func remember(_ node: ProofNode, _ extent: ProofBudget.Extent, of id: RelationID, row: Int) {
    if nodes.count >= Self.limit { nodes = [:] }
    nodes[Row(relation: id, row: row)] = (node, extent)
  }
}
