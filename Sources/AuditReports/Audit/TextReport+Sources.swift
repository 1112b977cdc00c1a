import Audit
import PolicyEngine

extension TextReport {
  /// What was read, with a sum that an auditor can reconcile; files with something wrong come first.
  func sourceSection() -> [String] {
    let sources = result.sources
    guard !sources.isEmpty else { return ["sources: none read"] }
    let read = sources.reduce(0) { $0 + $1.records }
    let used = sources.reduce(0) { $0 + $1.used }
    let rejected = sources.reduce(0) { $0 + $1.rejected }
    let outOfScope = sources.reduce(0) { $0 + $1.outOfScope }
    let title =
      "sources: \(Plural.of(sources.count, "file")), "
      + SourceSum.text(read: read, used: used, rejected: rejected, outOfScope: outOfScope)
    let troubled = sources.filter(Self.isTroubled)
    let fine = sources.filter { !Self.isTroubled($0) }
    let ordered =
      style.isVerbose ? sources : troubled + fine.filter(SourceSum.isExport) + fine.filter { !SourceSum.isExport($0) }
    var lines: [String] = []
    for source in ordered {
      lines.append(SourceSum.line(source))
      if style.isVerbose { lines += SourceSum.details(source).map { "  " + $0 } }
    }
    return section(title, lines, limit: 5)
  }

  private static func isTroubled(_ source: SourceSummary) -> Bool {
    source.kind == nil || source.rejected > 0 || !source.problems.isEmpty
  }

  /// With `-v`: every policy's count, the parameters, and the join funnels.
  func detailSection() -> [String] {
    guard style.isVerbose else { return [] }
    var lines: [String] = []
    for policy in result.policies {
      var text = "\(policy.id) (\(policy.severity.rawValue)), \(Self.status(policy)): "
      text += "\(policy.population) members = \(policy.passed) passed + \(policy.failed) failed + "
      text += "\(policy.unverified) unverified + \(policy.exempt) exempt"
      if policy.populationHoles > 0 { text += "; \(Plural.of(policy.populationHoles, "possible member"))" }
      if policy.passedOnAssumption > 0 { text += "; \(policy.passedOnAssumption) passes rest on `assumed`" }
      lines.append(text)
      for funnel in policy.funnels {
        let steps = funnel.steps.map { "\($0.literal) → \($0.members)" }
        lines.append("  \(funnel.rule): \(steps.joined(separator: ", "))")
      }
    }
    for parameter in result.parameters {
      lines.append(
        "parameter \(parameter.name) = \(parameter.value)" + (parameter.isOverridden ? " (set for this run)" : ""))
    }
    return section("policies:", lines, limit: .max)
  }

  private static func status(_ policy: PolicyOutcome) -> String {
    switch policy.status {
    case .evaluated: policy.passes ? "passed" : policy.failed > 0 ? "failed" : "unverified"
    case .empty: "empty"
    case .notEvaluated: "not evaluated"
    }
  }
}
