import FactStore
import PolicyEngine

/// Counts a policy's verdicts and words its texts in the language of the run.
struct OutcomeWriter {
  let engine: Engine
  let language: String
  let showsFunnels: Bool

  func outcome(_ verdicts: PolicyVerdicts, _ standing: Standing) -> PolicyOutcome {
    let policy = verdicts.policy.policy
    let holes = verdicts.populationHoles.count
    let members = verdicts.verdicts.count
    let status: PolicyOutcome.Status =
      switch standing {
      case .notEvaluated: .notEvaluated
      case .outOfScope: .outOfScope
      case .evaluated: members == 0 && holes == 0 ? .empty : .evaluated
      }
    let without =
      standing.isEvaluated
      ? PolicyReads.sources(of: policy, in: engine.checked).optional.intersection(engine.declared).sorted() : []
    // Past a limit nothing is known of any member: least of all that it passes.
    let isLimited = verdicts.isLimited
    let passed = isLimited ? 0 : verdicts.count(.pass)
    let grade = engine.weakestGrade(
      [verdicts.policy.population] + verdicts.policy.fails.map(\.relation)
        + verdicts.policy.unverifieds.map(\.relation))
    return PolicyOutcome(
      id: policy.id.text, title: policy.title.text(in: language), why: policy.why.text(in: language),
      fix: policy.fix.text(in: language), severity: policy.severity, status: status,
      basisKind: policy.basis?.kind.rawValue ?? "", basis: policy.basis?.texts.text(in: language) ?? "",
      controls: policy.controls, population: members, passed: passed, failed: isLimited ? 0 : verdicts.count(.fail),
      unverified: isLimited ? members : verdicts.count(.unverified),
      exempt: isLimited ? 0 : verdicts.count(.exempt), populationHoles: holes,
      passedOnAssumption: grade == .assumed ? passed : 0, judgedWithout: without,
      funnels: standing.isEvaluated ? funnels(verdicts) : [])
  }

  private func funnels(_ verdicts: PolicyVerdicts) -> [PolicyOutcome.Funnel] {
    zip(verdicts.policy.fails, verdicts.fails).compactMap { finding, relation in
      // A rule that found something joined something: its funnel is only worked out when it is asked for, or to warn.
      let funnel = JoinFunnel(engine)
      let keys = verdicts.policy.keys.count
      let isSilent = relation.certain.count == 0 && !verdicts.verdicts.isEmpty
      guard showsFunnels || isSilent && funnel.hasDryJoin(of: finding.relation, keys: keys) else { return nil }
      let steps = funnel.steps(of: finding.relation, keys: keys)
      guard showsFunnels || steps.contains(where: \.isForeign) else { return nil }
      return PolicyOutcome.Funnel(
        rule: finding.clause.message.text(in: language),
        steps: steps.map { (literal: $0.literal, members: $0.members) },
        dryJoin: steps.firstIndex { $0.isForeign })
    }
  }
}
