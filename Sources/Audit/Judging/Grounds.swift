import FactStore
import PolicyEngine

/// What a finding rests on, and the clause that speaks of it.
struct Grounds {
  enum Kind { case fail, possibleFail, unverified, population }

  /// Where the proof starts.
  enum Basis {
    /// A certain row's number, or `-1 - number` of an extra.
    case row(Int)
    /// The clause with a member's keys bound: possible of it, and of nobody else by this proof.
    case member([UInt32])
  }

  var relation: EvaluatedRelation
  var basis: Basis
  var clause: PolicyDeclaration.Finding?
  var kind: Kind
  /// The exception that may excuse a certain fail, and the member whose it is.
  var excuse: EvaluatedRelation?
  var member: [UInt32] = []

  /// Whether what the clause says is certain, whatever the verdict.
  var isCertain: Bool {
    if case .row(let row) = basis { return row >= 0 }
    return false
  }

  /// What the proofs rest on.
  func support(_ explainer: Explainer) -> ProofSupport {
    if excuse == nil, case .row(let row) = basis, row >= 0, let found = explainer.support(of: relation.id, row: row) {
      return found
    }
    return ProofSupport(proofs(explainer))
  }

  /// The proof of the clause, then that of the exception that leaves it open.
  func proofs(_ explainer: Explainer) -> [ProofNode] {
    let proof =
      switch basis {
      case .row(let row): explainer.node(of: relation.id, row: row)
      case .member(let key): explainer.node(of: relation.id, member: key)
      }
    return [proof] + (excuse.map { [explainer.node(of: $0.id, member: member)] } ?? [])
  }
}
