import FactStore

/// The leaves of proofs of certain rows, without the proofs: what most reports show of most findings.
///
/// Says what ``ProofNode/forEachLeaf(_:)`` says, in its order, each leaf once. Of a row whose proof is cut, or has a part that
/// is no match of rows, it says nothing: then the proof is built.
final class LeafSearch {
  /// How far the proof goes below a row, the row included, and where its leaves stand.
  private struct Found {
    var leaves: Range<Int>
    var extent: ProofBudget.Extent
  }

  /// How many rows and how many leaves are known at most when a search begins.
  private static let limits = (rows: 20_000, leaves: 400_000)
  private let engine: Engine
  private let search: DerivationSearch
  /// Of rows that are premises, by their numbers; `nil` for those of which nothing is said.
  private var known: [Int: Found?] = [:]
  /// Of all that is known: the leaves of one row, each once, then those of the next.
  private var leaves: [ProofLeaf] = []

  init(_ engine: Engine, _ search: DerivationSearch) {
    self.engine = engine
    self.search = search
  }

  /// The derivation of a row that rules derive, and the leaves of its proof.
  func leaves(of id: RelationID, row: Int) -> (derivation: Derivation, leaves: [ProofLeaf])? {
    // What is known is only forgotten here, where no search is under way.
    if known.count >= Self.limits.rows || leaves.count >= Self.limits.leaves {
      known = [:]
      leaves = []
    }
    guard let (prover, derivation) = search.certainDerivation(of: id, row: row),
      let found = found(below: prover.leafPlan, derivation.matched, derivation.codes), found.extent.isWhole
    else { return nil }
    return (derivation, Array(leaves[found.leaves]))
  }

  private func found(_ id: RelationID, _ row: Int) -> Found? {
    let relation = engine.relations[id.raw]
    let leaf = ProofLeaf(relation: id, row: row)
    if let source = relation.source {
      let first = leaves.count
      if source.hasOrigin(row: row) { leaves.append(leaf) }
      return Found(leaves: first..<leaves.count, extent: .init(steps: 1, depth: 1))
    }
    if let known = known[leaf.number] { return known }
    let found = derived(id, row)
    known[leaf.number] = .some(found)
    return found
  }

  private func derived(_ id: RelationID, _ row: Int) -> Found? {
    guard engine.program.rules[id]?.isEmpty == false else {
      return Found(leaves: 0..<0, extent: .init(steps: 1, depth: 1))
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
    var extent = ProofBudget.Extent(steps: 1, depth: 1)
    var parts: [Range<Int>] = []
    parts.reserveCapacity(plan.matches.count)
    for (ordinal, relation) in plan.matches.enumerated() {
      guard let premise = found(relation, matched[ordinal]) else { return nil }
      extent.steps += premise.extent.steps
      extent.depth = max(extent.depth, 1 + premise.extent.depth)
      // Of a proof that is cut, the proof itself says where.
      guard extent.isWhole else { return nil }
      parts.append(premise.leaves)
    }
    return Found(leaves: joined(parts), extent: extent)
  }

  /// The leaves of several rows, each once.
  private func joined(_ parts: [Range<Int>]) -> Range<Int> {
    if parts.count == 1 { return parts[0] }
    let first = leaves.count
    for part in parts {
      for at in part where !leaves[first...].contains(leaves[at]) { leaves.append(leaves[at]) }
    }
    return first..<leaves.count
  }
}
