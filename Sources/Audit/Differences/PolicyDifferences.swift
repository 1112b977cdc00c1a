import PolicyEngine

/// Which policies two results were judged by.
struct PolicyDifferences {
  private(set) var changes: [PolicyChange] = []

  init(_ old: AuditResult, _ new: AuditResult) {
    let then = Self.known(old)
    let now = Self.known(new)
    for id in Set(then.keys).union(now.keys).sorted() {
      let (before, after) = (then[id], now[id])
      // Of what nobody was asked, the severity is not known.
      let severity = after.flatMap { $0?.severity.rawValue } ?? before.flatMap { $0?.severity.rawValue } ?? ""
      func add(_ kind: PolicyChange.Kind) {
        changes.append(PolicyChange(kind: kind, policy: id, severity: severity))
      }
      guard let before else { add(.appeared); continue }
      guard let after else { add(.disappeared); continue }
      if let before, let after, before.definition != after.definition { add(.changed) }
      switch (Self.isJudged(before), Self.isJudged(after)) {
      case (false, true): add(.judged)
      case (true, false): add(.notJudged)
      default: break
      }
    }
  }

  /// By id; `nil` for those that were not asked, since nothing of their systems was loaded.
  private static func known(_ result: AuditResult) -> [String: PolicyOutcome?] {
    var known: [String: PolicyOutcome?] = [:]
    for entry in result.scope.notAsked { known[entry.policy] = .some(nil) }
    for outcome in result.policies { known[outcome.id] = .some(outcome) }
    return known
  }

  private static func isJudged(_ outcome: PolicyOutcome?) -> Bool {
    outcome?.status == .evaluated || outcome?.status == .empty
  }
}
