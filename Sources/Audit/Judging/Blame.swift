import FactStore
import PolicyEngine

/// Decides whether a policy says nothing but that an export is missing (language.md, statement 10).
struct Blame {
  let engine: Engine

  /// The one line that stands for the policy's findings; `nil` when the policy is evaluated.
  func notEvaluated(_ verdicts: PolicyVerdicts, language: String) -> AuditResult.NotEvaluated? {
    let policy = verdicts.policy.policy
    if verdicts.isLimited {
      return AuditResult.NotEvaluated(
        policy: policy.id.text, missing: "a limit on the work of one audit was reached",
        obtain: "audit a smaller population, or simplify the policy", members: verdicts.verdicts.count)
    }
    guard verdicts.count(.fail) == 0, verdicts.count(.pass) == 0 else { return nil }
    var missing: Set<String> = []
    // The explanation of each doubt must end at an absent export; the first that does not settles it.
    for hole in verdicts.populationHoles {
      guard let absent = absentRelation([Explainer(engine).proof(of: verdicts.population.id, row: -1 - hole)]) else {
        return nil
      }
      missing.insert(absent)
    }
    for member in verdicts.verdicts.indices where verdicts.verdicts[member] == .unverified {
      let grounds = Doubt(engine: engine).grounds(ofMember: member, verdicts)
      guard !grounds.isCertain, let absent = absentRelation(grounds.proofs(engine)) else { return nil }
      missing.insert(absent)
    }
    guard !missing.isEmpty else { return nil }
    let schemas = missing.sorted().compactMap { engine.checked.relations[$0]?.schema }
    let written = policy.obtain.text(in: language)
    let obtain = written.isEmpty ? Set(schemas.map(\.obtain)).sorted().joined(separator: "; ") : written
    return AuditResult.NotEvaluated(
      policy: policy.id.text, missing: schemas.map(\.name).joined(separator: ", "), obtain: obtain,
      members: verdicts.verdicts.count)
  }

  /// The absent relation that the proofs of a doubt blame, when they blame nothing smaller.
  private func absentRelation(_ proofs: [Proof]) -> String? {
    var absent: String?
    var hasOther = false
    for proof in proofs {
      proof.forEachLeaf { leaf in
        guard case .hole(let relation, _, _) = leaf.step else { return }
        if engine.isAbsent(relation) { absent = absent ?? relation } else { hasOther = true }
      }
    }
    return hasOther ? nil : absent
  }
}
