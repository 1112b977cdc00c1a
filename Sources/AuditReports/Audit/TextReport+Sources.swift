import Audit
import PolicyEngine

extension TextReport {
  /// What was read, with a sum that an auditor can reconcile; files with something wrong come first.
  func sourceSection(limit: Int) -> [String] {
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
    let ordered = style.isVerbose ? sources : troubled + sources.filter { !Self.isTroubled($0) }
    var lines: [String] = []
    for source in ordered where style.isVerbose || SourceSum.isExport(source) || Self.isTroubled(source) {
      lines.append(SourceSum.line(source))
      if style.isVerbose { lines += SourceSum.details(source).map { "  " + $0 } }
      // What was assumed of the one list there is, is what the reader can mend first.
      if isQuiet, sources.count == 1 { lines += source.notes.map { "  note: \($0)" } }
    }
    let rest = sources.filter { $0.kind == SourceSum.ignored && !Self.isTroubled($0) }.map(\.path)
    if !style.isVerbose, !rest.isEmpty {
      // What is no export is worth one line, however much of it lies there.
      lines.append(
        "passed over: " + rest.prefix(4).joined(separator: ", ") + (rest.count > 4 ? " and \(rest.count - 4) more" : "")
      )
    }
    return section(title, lines, limit: limit)
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
      if !policy.judgedWithout.isEmpty {
        text += "; judged without \(policy.judgedWithout.joined(separator: ", ")), as declared"
      }
      if policy.passedOnAssumption > 0 { text += "; \(policy.passedOnAssumption) passes rest on `assumed`" }
      lines.append(text)
      for funnel in policy.funnels {
        let steps = funnel.steps.map { "\($0.literal) → \($0.members)" }
        lines.append("  \(funnel.rule): \(steps.joined(separator: ", "))")
      }
    }
    for parameter in result.parameters {
      lines.append(
        "parameter \(parameter.name) = \(parameter.value)"
          + (parameter.isOverridden ? " (set for this run; the policies say \(parameter.standard))" : ""))
    }
    return section("policies:", lines, limit: .max) + basisSection()
  }

  /// What else the result rests on, for who repeats the audit.
  private func basisSection() -> [String] {
    let basis = result.basis
    var lines = ["tilsyn \(result.toolVersion), commit \(basis.commit)"]
    if !basis.arguments.isEmpty { lines.append("arguments: \(basis.arguments.joined(separator: " "))") }
    lines += basis.configuration.map { "\($0.sha256)  \($0.path)" } + basis.policies.map { "\($0.sha256)  \($0.path)" }
    return section("made with:", lines, limit: .max)
  }

  private static func status(_ policy: PolicyOutcome) -> String {
    switch policy.status {
    case .evaluated: policy.passes ? "passed" : policy.failed > 0 ? "failed" : "unverified"
    case .empty: "empty"
    case .notEvaluated: "not evaluated"
    case .outOfScope: "out of scope by declaration"
    }
  }
}
