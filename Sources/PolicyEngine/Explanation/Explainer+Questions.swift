extension Explainer {
  /// One proof for each atom of a question, for a row of its answer: one derivation, where there are several.
  package func proofs(of row: QueryAnswer.Row, in policy: PolicyDeclaration) -> [Proof] {
    proof(of: engine.evaluated(engine.compile(policy).population).id, row: row.place).premises
  }
}
