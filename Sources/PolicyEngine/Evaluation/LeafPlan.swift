/// What the literals of a rule lead to: asked of every derivation, so worked out once.
struct LeafPlan {
  /// The relations of the atoms, in their order.
  var matches: [RelationID] = []
  /// Atoms of which there may be no row.
  var absences: [LoweredAtom] = []
  /// Whether nothing else of the body has leaves.
  var isComplete = true

  init(_ body: [LoweredLiteral]) {
    for literal in body {
      switch literal.step {
      case .match(let atom): matches.append(atom.relation)
      case .absent(let atom): absences.append(atom)
      case .notExists, .aggregate: isComplete = false
      case .bind, .compare, .member, .generate, .bindInterval, .settle: continue
      }
    }
  }
}
