import Audit
import Localization
import PolicyEngine

extension TextReport {
  /// What was read, with a sum that an auditor can reconcile; files with something wrong come first.
  func sourceSection(limit: Int) -> [String] {
    let sources = result.sources
    let sum = SourceSum(say)
    guard !sources.isEmpty else { return [say("sources: none read")] }
    let read = sources.reduce(0) { $0 + $1.records }
    let used = sources.reduce(0) { $0 + $1.used }
    let rejected = sources.reduce(0) { $0 + $1.rejected }
    let outOfScope = sources.reduce(0) { $0 + $1.outOfScope }
    let title =
      say("sources: \(sources.count, "file", "files")") + ", "
      + sum.text(read: read, used: used, rejected: rejected, outOfScope: outOfScope)
    let troubled = sources.filter(Self.isTroubled)
    let ordered = style.isVerbose ? sources : troubled + sources.filter { !Self.isTroubled($0) }
    var lines: [String] = []
    for source in ordered where style.isVerbose || SourceSum.isExport(source) || Self.isTroubled(source) {
      lines.append(sum.line(source))
      if style.isVerbose { lines += sum.details(source).map { "  " + $0 } }
      // What was assumed of the one list there is, is what the reader can mend first.
      if isQuiet, sources.count == 1 { lines += source.notes.map { "  " + say("note: \($0)") } }
    }
    let rest = sources.filter { $0.kind == SourceSum.ignored && !Self.isTroubled($0) }.map(\.path)
    if !style.isVerbose, !rest.isEmpty {
      // What is no export is worth one line, however much of it lies there.
      lines.append(
        say("passed over: \(rest.prefix(4).joined(separator: ", "))")
          + (rest.count > 4 ? " " + say("and \(rest.count - 4) more") : "")
      )
    }
    // What is not whole does not give way to what is found.
    return section(title, lines, limit: max(limit, min(troubled.count, 3) + 1))
  }

  private static func isTroubled(_ source: SourceSummary) -> Bool {
    source.kind == nil || source.rejected > 0 || !source.problems.isEmpty
  }

  /// With `-v`: every policy's count, the parameters, and the join funnels.
  func detailSection() -> [String] {
    guard style.isVerbose else { return [] }
    var lines: [String] = []
    for policy in result.policies {
      var text = "\(policy.id) (\(say(policy.severity.word))), \(say(policy.state)): " + members(policy)
      if policy.populationHoles > 0 {
        text += "; " + say("\(policy.populationHoles, "possible member", "possible members")")
      }
      if !policy.judgedWithout.isEmpty {
        text += "; " + say("judged without \(policy.judgedWithout.joined(separator: ", ")), as declared")
      }
      if policy.passedOnAssumption > 0 { text += "; " + say("\(policy.passedOnAssumption) passes rest on `assumed`") }
      lines.append(text)
      for funnel in policy.funnels {
        let steps = funnel.steps.map { "\($0.literal) → \($0.members)" }
        lines.append("  \(funnel.rule): \(steps.joined(separator: ", "))")
      }
    }
    for parameter in result.parameters {
      lines.append(
        say("parameter \(parameter.name) = \(parameter.value)")
          + (parameter.isOverridden ? " (\(say("set for this run; the policies say \(parameter.standard)")))" : ""))
    }
    return section(say("policies:"), lines, limit: .max) + basisSection()
  }

  /// What else the result rests on, for who repeats the audit.
  private func basisSection() -> [String] {
    let basis = result.basis
    var lines = ["tilsyn \(result.toolVersion), commit \(basis.commit)"]
    if !basis.arguments.isEmpty { lines.append(say("arguments: \(basis.arguments.joined(separator: " "))")) }
    lines += basis.configuration.map { "\($0.sha256)  \($0.path)" } + basis.policies.map { "\($0.sha256)  \($0.path)" }
    return section(say("made with:"), lines, limit: .max)
  }

  /// `12 members = 9 passed + 2 failed + 1 unverified + 0 exempt`
  private func members(_ policy: PolicyOutcome) -> String {
    let (passed, failed, unverified, exempt) = (policy.passed, policy.failed, policy.unverified, policy.exempt)
    return say(
      """
      \(policy.population, "member", "members") = \(passed) passed + \(failed) failed + \(unverified) unverified + \
      \(exempt) exempt
      """)
  }
}
