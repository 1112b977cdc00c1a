import PolicyEngine

/// Derives what a result says of the controls of frameworks, from what its policies say.
package struct CoverFramework {
  private let language: String
  private let catalogue: PolicyCatalogue
  private let outcomes: [String: PolicyOutcome]
  private let added: Set<String>

  package init(_ result: AuditResult) {
    language = result.language
    catalogue = PolicyCatalogue(result)
    outcomes = Dictionary(result.policies.map { ($0.id, $0) }) { first, _ in first }
    added = result.settings?.added ?? []
  }

  /// The outcome of a framework. Linear in its controls and the policies that bear on them.
  package func outcome(_ framework: Framework, file: AuditBasis.File) -> FrameworkOutcome {
    FrameworkOutcome(
      id: framework.id, title: framework.title.text(in: language), publisher: framework.publisher,
      edition: framework.edition, source: framework.source, file: file,
      controls: framework.controls.map { control in
        outcome(
          ofControl: control.id, title: control.title.text(in: language),
          policies: catalogue.bearing(on: control, of: framework))
      })
  }

  /// The outcome of a control on which these policies bear.
  package func outcome(ofControl id: String, title: String, policies: [String]) -> FrameworkOutcome.Control {
    let shares = policies.map { FrameworkOutcome.Share(policy: $0, verdict: verdict(ofPolicy: $0)) }
    let judged = policies.compactMap { outcomes[$0] }.filter { $0.status != .outOfScope }
    return FrameworkOutcome.Control(
      id: id, title: title, verdict: ControlVerdict(of: shares.map(\.verdict)), policies: shares,
      failed: judged.reduce(0) { $0 + $1.failed },
      unverified: judged.reduce(0) { $0 + $1.unverified + $1.populationHoles },
      passed: judged.reduce(0) { $0 + $1.passed },
      severity: judged.filter { !$0.passes && $0.status != .empty }.map(\.severity).max())
  }

  /// What a policy counts as. One that waits for exports is open, as in the gate; one that was not asked says nothing.
  private func verdict(ofPolicy id: String) -> ControlVerdict {
    guard let outcome = outcomes[id] else { return .notJudged }
    switch outcome.status {
    case .outOfScope: return .notJudged
    case .empty: return .empty
    case .notEvaluated: return .unverified
    case .evaluated:
      if outcome.failed > 0 { return .fail }
      guard outcome.passes else { return .unverified }
      // Nobody but who is exempt proves nothing.
      guard outcome.passed > 0 else { return .empty }
      // Who made the judged folder may have made the policy: that it passes is the folder's own word.
      return added.contains(id) ? .notJudged : .passed
    }
  }
}
