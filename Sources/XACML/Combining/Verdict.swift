/// What a rule, a policy or a combination of them says, with what goes along.
struct Verdict {
  var decision: Decision
  var failure: Failure?
  /// Those of everything that said the same as the decision.
  var obligations: [Obligation] = []
  var advice: [Obligation] = []
  /// Every policy that applied on the way, whether or not its effect became the decision.
  var policies: [PolicyIdentifier] = []

  static let notApplicable = Verdict(decision: .notApplicable)

  static func indeterminate(_ doubt: Decision.Doubt, _ failure: Failure) -> Verdict {
    Verdict(decision: .indeterminate(doubt), failure: failure)
  }
}

extension Effect {
  var decision: Decision { self == .permit ? .permit : .deny }
  var doubt: Decision.Doubt { self == .permit ? .permit : .deny }
}

/// Takes the verdicts of children one by one, until the decision can no longer change.
struct Combination {
  let algorithm: CombiningAlgorithm
  private var permits: [Verdict] = []
  private var denies: [Verdict] = []
  /// The first error of each kind.
  private var errors: [Decision.Doubt: Failure] = [:]
  private var firstError: Failure?
  private var settled: Verdict?
  private var policies: [PolicyIdentifier] = []
  private var named: Set<PolicyIdentifier> = []

  init(_ algorithm: CombiningAlgorithm) { self.algorithm = algorithm }

  /// - Returns: false when what comes after cannot change the decision.
  mutating func take(_ verdict: Verdict) -> Bool {
    // A policy that several references lead to is one.
    for policy in verdict.policies where named.insert(policy).inserted { policies.append(policy) }
    switch verdict.decision {
    case .permit: permits.append(verdict)
    case .deny: denies.append(verdict)
    case .notApplicable: return true
    case .indeterminate(let doubt):
      let failure = verdict.failure ?? .processing("indeterminate")
      errors[doubt] = errors[doubt] ?? failure
      firstError = firstError ?? failure
    }
    switch (algorithm, verdict.decision) {
    case (.firstApplicable, _):
      settled = verdict
      return false
    case (.denyOverrides, .deny), (.orderedDenyOverrides, .deny), (.permitUnlessDeny, .deny),
      (.earlierDenyOverrides, .deny), (.permitOverrides, .permit), (.orderedPermitOverrides, .permit),
      (.denyUnlessPermit, .permit), (.earlierPermitOverrides, .permit):
      return false
    default: return true
    }
  }

  /// The decision over all that was taken.
  /// - Parameter isOfPolicies: whether the children are policies; the earlier algorithms differ there.
  func result(isOfPolicies: Bool) -> Verdict {
    var result = decided(isOfPolicies: isOfPolicies)
    switch result.decision {
    case .permit:
      result.obligations = permits.flatMap(\.obligations)
      result.advice = permits.flatMap(\.advice)
    case .deny:
      result.obligations = denies.flatMap(\.obligations)
      result.advice = denies.flatMap(\.advice)
    default: break
    }
    result.policies = policies
    return result
  }

  private func decided(isOfPolicies: Bool) -> Verdict {
    switch algorithm {
    case .denyOverrides, .orderedDenyOverrides: overriding(.deny, denies, by: permits)
    case .permitOverrides, .orderedPermitOverrides: overriding(.permit, permits, by: denies)
    case .denyUnlessPermit: Verdict(decision: permits.isEmpty ? .deny : .permit)
    case .permitUnlessDeny: Verdict(decision: denies.isEmpty ? .permit : .deny)
    case .firstApplicable, .onlyOneApplicable: settled ?? .notApplicable
    case .earlierDenyOverrides: earlier(.deny, denies, by: permits, isOfPolicies: isOfPolicies)
    case .earlierPermitOverrides: earlier(.permit, permits, by: denies, isOfPolicies: isOfPolicies)
    }
  }

  /// C.2 to C.5: one effect wins over the other, and an error that may hide it over both.
  private func overriding(_ effect: Effect, _ winners: [Verdict], by others: [Verdict]) -> Verdict {
    let other: Effect = effect == .deny ? .permit : .deny
    if !winners.isEmpty { return Verdict(decision: effect.decision) }
    if let failure = errors[.either] { return .indeterminate(.either, failure) }
    if let failure = errors[effect.doubt] {
      return .indeterminate(errors[other.doubt] != nil || !others.isEmpty ? .either : effect.doubt, failure)
    }
    if !others.isEmpty { return Verdict(decision: other.decision) }
    if let failure = errors[other.doubt] { return .indeterminate(other.doubt, failure) }
    return .notApplicable
  }

  /// C.10 to C.13.
  private func earlier(_ effect: Effect, _ winners: [Verdict], by others: [Verdict], isOfPolicies: Bool) -> Verdict {
    let other: Effect = effect == .deny ? .permit : .deny
    if !winners.isEmpty { return Verdict(decision: effect.decision) }
    if isOfPolicies {
      // An error in a policy counts as a deny for deny-overrides, and is passed over for what denies otherwise.
      if effect == .deny, firstError != nil { return Verdict(decision: .deny) }
      if !others.isEmpty { return Verdict(decision: other.decision) }
      return firstError.map { .indeterminate(.either, $0) } ?? .notApplicable
    }
    if let failure = errors[effect.doubt] ?? errors[.either] {
      return .indeterminate(errors[other.doubt] != nil || !others.isEmpty ? .either : effect.doubt, failure)
    }
    if !others.isEmpty { return Verdict(decision: other.decision) }
    return firstError.map { .indeterminate(other.doubt, $0) } ?? .notApplicable
  }
}
