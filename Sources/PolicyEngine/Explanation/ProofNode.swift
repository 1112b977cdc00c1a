import FactStore
import Localization

/// A step of a proof by reference: which rows and bindings it rests on. No text is made of it until somebody reads it
/// (``Explainer/proof(_:)``), since most is never read: a report of a hundred thousand findings names leaves alone.
///
/// Parts that several proofs share are one node. Belongs to the ``Explainer`` that made it.
package final class ProofNode {
  enum Step {
    /// A row of an export.
    case fact
    /// A fact of the policy text, or one given by a parameter or an example.
    case given
    /// A row that the exports leave open.
    case hole
    case rule(Derivation)
    /// `not r(…)`.
    case noRow
    /// `not (…)`: the literal as written, and the relations that were searched.
    case noBody(Literal, [RelationID])
    case cut(Phrase)
    /// A comparison or membership, by its place among the written literals.
    case condition(Int, Derivation)
    case aggregate(AggregateFunction, Interval, ValueType, counted: Int, shown: Int)
  }

  /// What a step states: a row of a relation, with its codes. `nil` where the step says it itself.
  struct Row {
    var relation: RelationID
    /// A certain row's number, or `-1 - number` of an extra; `nil` for a row that is none of the relation's.
    var number: Int?
    var codes: [UInt32]
  }

  let row: Row?
  let step: Step
  package let isCertain: Bool
  let premises: [ProofNode]

  init(row: Row?, step: Step, isCertain: Bool, premises: [ProofNode] = []) {
    self.row = row
    self.step = step
    self.isCertain = isCertain
    self.premises = premises
  }

  /// Calls `body` for every leaf that is a fact or a hole, in the order of the tree.
  package func forEachLeaf(_ body: (ProofLeaf) -> Void) {
    switch step {
    case .fact, .hole:
      if let row, let number = row.number { body(ProofLeaf(relation: row.relation, row: number)) }
    default: for premise in premises { premise.forEachLeaf(body) }
    }
  }

  /// The derivation that the step rests on, where it is a rule's.
  var derivation: Derivation? { if case .rule(let derivation) = step { derivation } else { nil } }
}

/// What a proof rests on: the derivation of what it states, and its leaves.
package struct ProofSupport {
  /// Of what it states; `nil` where no rule derives it.
  let derivation: Derivation?
  package let leaves: [ProofLeaf]

  init(derivation: Derivation?, leaves: [ProofLeaf]) {
    self.derivation = derivation
    self.leaves = leaves
  }

  /// That of some proofs, the first of which states what is meant. A leaf may stand there more than once.
  package init(_ proofs: [ProofNode]) {
    var leaves: [ProofLeaf] = []
    for proof in proofs { proof.forEachLeaf { leaves.append($0) } }
    self.init(derivation: proofs.first?.derivation, leaves: leaves)
  }
}

/// A fact or a hole that a proof ends at.
package struct ProofLeaf: Hashable, Sendable {
  let relation: RelationID
  /// A certain row's number, or `-1 - number` of an extra.
  let row: Int

  package var isHole: Bool { row < 0 }

  /// Stands for the leaf, and is hashed in one step. There are fewer rows than 2³².
  package var number: Int { relation.raw << 33 &+ row }
}
