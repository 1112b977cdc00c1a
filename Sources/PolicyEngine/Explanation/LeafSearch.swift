import FactStore

/// The leaves of proofs of certain rows, without the proofs: what most reports show of most findings.
///
/// Says what ``ProofNode/forEachLeaf(_:)`` says, in its order, each leaf once. Of a row whose proof is cut, or has a part that
/// is no match of rows, it says nothing: then the proof is built.
final class LeafSearch {
  /// How far the proof goes below a row, the row included.
  private struct Found {
    var leaves: [ProofLeaf]
    var extent: ProofBudget.Extent
  }

  private static let limit = 20_000
  private let engine: Engine
  private let search: DerivationSearch
  /// Of rows that are premises, by their numbers; `nil` for those of which nothing is said.
  private var known: [Int: Found?] = [:]

  init(_ engine: Engine, _ search: DerivationSearch) {
    self.engine = engine
    self.search = search
  }

  /// The derivation of a row that rules derive, and the leaves of its proof.
  func leaves(of id: RelationID, row: Int) -> (derivation: Derivation, leaves: [ProofLeaf])? {
    guard let (prover, derivation) = search.certainDerivation(of: id, row: row),
      let found = found(below: prover.leafPlan, derivation.matched, derivation.codes), found.extent.isWhole
    else { return nil }
    return (derivation, found.leaves)
  }

  private func found(_ id: RelationID, _ row: Int) -> Found? {
    let relation = engine.relations[id.raw]
    let leaf = ProofLeaf(relation: id, row: row)
    if let source = relation.source {
      return Found(leaves: source.hasOrigin(row: row) ? [leaf] : [], extent: .init(steps: 1, depth: 1))
    }
    if let known = known[leaf.number] { return known }
    let found = derived(id, row)
    if known.count >= Self.limit { known = [:] }
    known[leaf.number] = .some(found)
    return found
  }

  private func derived(_ id: RelationID, _ row: Int) -> Found? {
    guard engine.program.rules[id]?.isEmpty == false else {
      return Found(leaves: [], extent: .init(steps: 1, depth: 1))
    }
    guard let premises = search.premises(of: id, row: row) else { return nil }
    return found(below: premises.prover.leafPlan, premises.matched, premises.codes)
  }

  private func found(below plan: LeafPlan, _ matched: [Int], _ codes: [UInt32]) -> Found? {
    guard plan.isComplete else { return nil }
    for atom in plan.absences {
      let extras = engine.relations[atom.relation.raw].extras
      if extras.isEmpty { continue }
      let pattern = atom.terms.map { $0.map { codes[$0] } ?? ValueCode.any }
      if extras.hasMatch(pattern) { return nil }
    }
    var found = Found(leaves: [], extent: .init(steps: 1, depth: 1))
    for (ordinal, relation) in plan.matches.enumerated() {
      guard let premise = self.found(relation, matched[ordinal]) else { return nil }
      found.extent.steps += premise.extent.steps
      found.extent.depth = max(found.extent.depth, 1 + premise.extent.depth)
      // Of a proof that is cut, the proof itself says where.
      guard found.extent.isWhole else { return nil }
      for leaf in premise.leaves where !found.leaves.contains(leaf) { found.leaves.append(leaf) }
    }
    return found
  }
}
