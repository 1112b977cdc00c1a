extension EvaluationContext {
  /// Counts one decision; what to say of it where that is one too many.
  private var overspent: Verdict? {
    do {
      try spend(1, on: .decisions)
      return nil
    } catch {
      return .indeterminate(.either, error)
    }
  }

  // MARK: Rules

  /// Section 7.11.
  func verdict(of rule: Rule) -> Verdict {
    if let limit = overspent { return limit }
    trace?.begin("rule \(rule.id) (\(rule.effect.rawValue))", rule.place)
    let verdict = judged(rule)
    trace?.end(verdict.explained)
    return verdict
  }

  private func judged(_ rule: Rule) -> Verdict {
    switch outcome(of: rule.target) {
    case .noMatch: return .notApplicable
    case .indeterminate(let failure): return .indeterminate(rule.effect.doubt, failure)
    case .match: break
    }
    do throws(Failure) {
      if let condition = rule.condition, try !holds(condition) { return .notApplicable }
      return Verdict(
        decision: rule.effect.decision, obligations: try obligations(rule.obligations, on: rule.effect),
        advice: try obligations(rule.advice, on: rule.effect))
    } catch {
      return .indeterminate(rule.effect.doubt, error)
    }
  }

  private func holds(_ condition: Expression) throws(Failure) -> Bool {
    trace?.begin("condition")
    do throws(Failure) {
      let holds = try evaluate(condition).boolean
      trace?.end(holds ? "true" : "false")
      return holds
    } catch {
      trace?.end("indeterminate: \(error.message)")
      throw error
    }
  }

  // MARK: Policies

  /// Sections 7.12 to 7.14.
  func verdict(of policy: Policy) -> Verdict {
    if let limit = overspent { return limit }
    trace?.begin("\(policy.kind.rawValue) \(policy.id)", policy.place)
    let verdict = judged(policy)
    trace?.end(verdict.explained)
    return verdict
  }

  private func judged(_ policy: Policy) -> Verdict {
    let outcome = outcome(of: policy.target)
    if case .noMatch = outcome { return .notApplicable }
    var verdict = combined(policy)
    if case .indeterminate(let failure) = outcome {
      let doubt: Decision.Doubt
      switch verdict.decision {
      case .notApplicable: return .notApplicable
      case .permit: doubt = .permit
      case .deny: doubt = .deny
      case .indeterminate(let own): doubt = own
      }
      return .indeterminate(doubt, failure)
    }
    let effect: Effect
    switch verdict.decision {
    case .permit: effect = .permit
    case .deny: effect = .deny
    default: return verdict
    }
    do {
      verdict.obligations += try obligations(policy.obligations, on: effect)
      verdict.advice += try obligations(policy.advice, on: effect)
    } catch {
      return .indeterminate(effect.doubt, error)
    }
    verdict.policies.append(PolicyIdentifier(kind: policy.kind, id: policy.id, version: policy.version.text))
    return verdict
  }

  private func combined(_ policy: Policy) -> Verdict {
    if policy.algorithm == .onlyOneApplicable { return onlyApplicable(policy.children) }
    var combination = Combination(policy.algorithm)
    for child in policy.children {
      let verdict = verdict(of: child)
      do {
        try hold((verdict.obligations.count + verdict.advice.count + verdict.policies.count) * Self.obligationSize)
      } catch {
        return .indeterminate(.either, error)
      }
      if !combination.take(verdict) { break }
    }
    let result = combination.result(isOfPolicies: policy.kind == .policySet)
    if trace != nil {
      trace?.begin("combined by \(policy.algorithm.name)")
      trace?.end(result.explained)
    }
    return result
  }

  /// Bytes that an obligation takes where it is carried upwards, but for its values.
  private static let obligationSize = 96

  func verdict(of child: Policy.Child) -> Verdict {
    switch child {
    case .rule(let rule): return verdict(of: rule)
    case .policy(let policy): return verdict(of: policy)
    case .reference(let reference):
      do {
        return verdict(ofReferenced: try point.resolve(reference))
      } catch {
        trace?.begin("reference to \(reference.id)", reference.place)
        trace?.end("indeterminate: \(error.message)")
        return .indeterminate(.either, error)
      }
    }
  }

  /// The verdict of a policy that was referred to. A question has one for each policy, so it is remembered.
  private func verdict(ofReferenced policy: Policy) -> Verdict {
    let identity = ObjectIdentifier(policy)
    if let known = referenced[identity] {
      if let limit = overspent { return limit }
      trace?.begin("\(policy.kind.rawValue) \(policy.id), as before", policy.place)
      trace?.end(known.explained)
      return known
    }
    let verdict = verdict(of: policy)
    referenced[identity] = verdict
    return verdict
  }

  /// C.9: the one policy whose target fits, if no other's does.
  func onlyApplicable(_ children: [Policy.Child]) -> Verdict {
    var selected: Policy?
    for child in children {
      let policy: Policy
      switch child {
      case .rule: continue
      case .policy(let own): policy = own
      case .reference(let reference):
        do {
          policy = try point.resolve(reference)
          try spend(1, on: .decisions)
        } catch {
          return .indeterminate(.either, error)
        }
      }
      trace?.begin("whether \(policy.kind.rawValue) \(policy.id) applies", policy.place)
      let outcome = outcome(of: policy.target)
      trace?.end(outcome.name)
      switch outcome {
      case .noMatch: continue
      case .indeterminate(let failure): return .indeterminate(.either, failure)
      case .match:
        guard selected == nil else {
          return .indeterminate(.either, .processing("more than one policy applies, where only one may"))
        }
        selected = policy
      }
    }
    return selected.map { verdict(of: $0) } ?? .notApplicable
  }

  /// A repository of policies: the one whose target fits decides, as the cases IID029 and IID030 of the conformance
  /// suite have it. One whose target cannot be told does not fit; it is an error where no other fits.
  func initial(_ roots: [Policy]) -> Verdict {
    var fitting: [Policy] = []
    var failure: Failure?
    for root in roots {
      trace?.begin("whether \(root.kind.rawValue) \(root.id) applies", root.place)
      let outcome = outcome(of: root.target)
      trace?.end(outcome.name)
      switch outcome {
      case .match: fitting.append(root)
      case .noMatch: break
      case .indeterminate(let found): failure = failure ?? found
      }
    }
    guard let first = fitting.first else { return failure.map { .indeterminate(.either, $0) } ?? .notApplicable }
    guard fitting.count == 1 else {
      return .indeterminate(.either, .processing("\(fitting.count) policies of the repository apply, where one may"))
    }
    return verdict(of: first)
  }

  // MARK: Obligations

  func obligations(_ expressions: [ObligationExpression], on effect: Effect) throws(Failure) -> [Obligation] {
    guard !expressions.isEmpty else { return [] }
    var obligations: [Obligation] = []
    for expression in expressions where expression.on == effect {
      var obligation = Obligation(id: expression.id, assignments: [])
      for assignment in expression.assignments {
        let term = try evaluate(assignment.expression)
        try hold(Self.obligationSize + term.size)
        for value in term.values {
          obligation.assignments.append(
            Obligation.Assignment(
              attribute: assignment.attribute, category: assignment.category, issuer: assignment.issuer, value: value,
              written: assignment.written))
        }
      }
      obligations.append(obligation)
    }
    return obligations
  }
}

extension Verdict {
  /// `Permit`, or `Indeterminate{D}: …`.
  var explained: String { decision.extendedName + (failure.map { ": \($0.message)" } ?? "") }
}
