import Audit

extension TextReport {
  /// The verdict in one sentence, for the first line and for stderr where the report goes to a file.
  package static func verdict(_ result: AuditResult, gate: GateDecision) -> String {
    let totals = Totals(result.policies)
    var text =
      switch gate.outcome {
      // Where something failed, nothing passed: the gate was told not to mind.
      case .passed where gate.options.failOn == nil || totals.failed > 0: "REPORTED"
      case .passed: "PASSED"
      case .failed: "FAILED"
      case .notJudged: "NOT JUDGED"
      }
    if !result.isComplete, gate.options.isIncompleteAllowed { text += " (INCOMPLETE, judged on what there is)" }
    if gate.outcome == .passed, gate.options.isUnverifiedAllowed, totals.unverified > 0 {
      text += " (unverified allowed)"
    }
    text += ": \(totals.members) checked, \(totals.failed) failed, \(totals.unverified) unverified, "
    text += "\(totals.passed) passed"
    if totals.exempt > 0 { text += ", \(totals.exempt) exempt" }
    if totals.populationHoles > 0 { text += ", \(totals.populationHoles) more may exist" }
    return ([text, policies(result)] + conditions(result) + ["as of \(result.asOf)"]).joined(separator: "; ")
  }

  /// `6 of 17 policies could not be judged; no export of exchange.mailboxes, … and 3 more`
  private static func policies(_ result: AuditResult) -> String {
    let open = result.scope.notEvaluated.count
    let all = result.policies.count { $0.status != .outOfScope }
    var text =
      open > 0
      ? "\(open) of \(Plural.of(all, "policy", "policies")) could not be judged" : Plural.of(all, "policy", "policies")
    let wanted = result.scope.wanted.map(\.document)
    if let first = wanted.first {
      let more = wanted.count > 2 ? " and \(wanted.count - 2) more" : ""
      text += "; no export of \(wanted.count > 1 ? "\(first), \(wanted[1])" : first)\(more)"
    }
    return text
  }

  /// What a reader must know before the numbers mean anything.
  private static func conditions(_ result: AuditResult) -> [String] {
    var conditions: [String] = []
    let without = result.declarations.map(\.name)
    if !without.isEmpty { conditions.append("judged without \(without.joined(separator: ", "))") }
    let old = result.sources.filter(\.isOld)
    if let first = old.first {
      let more = old.count > 1 ? " and \(old.count - 1) more" : ""
      conditions.append("too old to rely on: \(first.path) (\(first.daysOld ?? 0) days)\(more)")
    }
    if let settings = result.settings.flatMap({ SettingsText.condition($0) }) { conditions.append(settings) }
    return conditions
  }
}
