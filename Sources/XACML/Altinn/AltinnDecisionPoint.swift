/// The decision point of Altinn, as far as its answers are known to differ from those of XACML 3.0.
///
/// It knows one policy at a time and no policy sets. What it does otherwise: it never looks at the target of the policy;
/// it takes the matches of a rule category by category, so that two `AnyOf` of one category are alternatives and an
/// `AllOf` of several categories falls apart; it compares data types by name and values without more; it knows few
/// functions; and it returns only the literal obligations that a policy has for a permit.
public struct AltinnDecisionPoint: Sendable {
  public let policy: Policy
  let attributeCount: Int

  /// - Throws: a `DocumentProblem` where its parser would refuse the policy.
  public init(_ policy: Policy, index: AttributeIndex) throws(DocumentProblem) {
    guard policy.kind == .policy else {
      throw DocumentProblem("Altinn's decision point knows no policy sets", at: policy.place)
    }
    guard !policy.children.isEmpty else {
      throw DocumentProblem("Altinn's decision point refuses a policy without rules", at: policy.place)
    }
    self.policy = policy
    attributeCount = index.keys.count
  }

  /// Answers a request: a result for each of its references, or one.
  public func answer(_ request: Request, trace: Tracer? = nil) -> [DecisionResult] {
    if request.combinesDecisions {
      return [
        DecisionResult(
          .indeterminate(.either), failure: .processing("Altinn's decision point does not combine decisions"))
      ]
    }
    let sets =
      request.references.isEmpty
      ? [request.groups]
      : request.references.map { ids in request.groups.filter { group in group.id.map(ids.contains) ?? false } }
    return sets.enumerated().map { number, groups in
      trace?.begin("question \(number + 1) of \(sets.count)")
      var result = decide(Question(groups), trace: trace)
      trace?.end(result.decision.extendedName)
      result.attributes = groups.compactMap(\.returned)
      return result
    }
  }

  /// Answers one question; a category that is given several times counts as one.
  public func decide(_ question: Question, trace: Tracer? = nil) -> DecisionResult {
    var decider = AltinnDecision(question)
    let verdict = decider.verdict(policy, trace: trace)
    var result = DecisionResult(verdict.decision, failure: verdict.failure)
    if verdict.decision == .permit { result.obligations = Self.obligations(of: policy) }
    return result
  }

  /// Whether the resource and the action of a question fit some rule, or cannot be told.
  func appliesSomeRule(to question: Question) -> Bool { AltinnDecision(question).appliesSomeRule(of: policy) }

  /// Obligations of the policy for a permit, with their literal assignments.
  private static func obligations(of policy: Policy) -> [Obligation] {
    policy.obligations.filter { $0.on == .permit }.map { expression in
      Obligation(
        id: expression.id,
        assignments: expression.assignments.compactMap { assignment in
          guard case .value(let value) = assignment.expression else { return nil }
          return Obligation.Assignment(
            attribute: assignment.attribute, category: assignment.category, issuer: assignment.issuer, value: value,
            written: assignment.written)
        })
    }
  }
}

/// One decision of Altinn's decision point.
private struct AltinnDecision {
  enum CategoryMatch { case match, noMatch, missing(AttributeKey) }

  let question: Question

  init(_ question: Question) { self.question = question }

  mutating func verdict(_ policy: Policy, trace: Tracer?) -> Verdict {
    trace?.begin("\(policy.kind.rawValue) \(policy.id), whose target Altinn does not look at", policy.place)
    let verdict = judged(policy, trace: trace)
    trace?.end(verdict.explained)
    return verdict
  }

  /// First the rules whose resource and action fit; an attribute missing there ends the decision.
  private func judged(_ policy: Policy, trace: Tracer?) -> Verdict {
    var fitting: [Rule] = []
    var missing: AttributeKey?
    for rule in policy.rules {
      do {
        let outcomes = [try match(rule, Names.resource), try match(rule, Names.action)]
        var fits = true
        var lacks: AttributeKey?
        for outcome in outcomes {
          switch outcome {
          case .match: continue
          case .noMatch: fits = false
          case .missing(let key):
            fits = false
            lacks = lacks ?? key
          }
        }
        if fits { fitting.append(rule) } else { missing = missing ?? lacks }
      } catch {
        return .indeterminate(.either, error)
      }
    }
    if let missing { return .indeterminate(.either, Self.lacks(missing)) }
    // It knows no algorithm that is none of rules; what it does not know decides nothing.
    guard policy.algorithm != .onlyOneApplicable, policy.algorithm != .earlierDenyOverrides,
      policy.algorithm != .earlierPermitOverrides
    else {
      return .indeterminate(.either, .processing("Altinn's decision point does not know the combining algorithm"))
    }
    guard !fitting.isEmpty else { return .notApplicable }
    var combination = Combination(policy.algorithm)
    for rule in fitting {
      trace?.begin("rule \(rule.id) (\(rule.effect.rawValue))", rule.place)
      let verdict = verdict(rule)
      trace?.end(verdict.explained)
      if !combination.take(verdict) { break }
    }
    return combination.result(isOfPolicies: false)
  }

  func appliesSomeRule(of policy: Policy) -> Bool {
    policy.rules.contains { rule in
      guard let resource = try? match(rule, Names.resource), let action = try? match(rule, Names.action) else {
        return true
      }
      switch (resource, action) {
      case (.noMatch, _), (_, .noMatch): return false
      default: return true
      }
    }
  }

  private func verdict(_ rule: Rule) -> Verdict {
    do throws(Failure) {
      switch try match(rule, Names.subject) {
      case .noMatch: return .notApplicable
      case .missing(let key): return .indeterminate(rule.effect.doubt, Self.lacks(key))
      case .match: break
      }
      if let condition = rule.condition, try !holds(condition) { return .notApplicable }
      return Verdict(decision: rule.effect.decision)
    } catch {
      return .indeterminate(rule.effect.doubt, error)
    }
  }

  private static func lacks(_ key: AttributeKey) -> Failure {
    Failure(.missingAttribute, "the request has no `\(key.id)`", missing: key)
  }

  /// Whether some `AllOf` of some `AnyOf` has matches of the category, and all of them hold. Of an attribute that is
  /// missing and an `AllOf` that matches, the later one counts.
  private func match(_ rule: Rule, _ category: String) throws(Failure) -> CategoryMatch {
    var result = CategoryMatch.noMatch
    var isNamed = false
    for allOf in rule.target.anyOf.flatMap(\.allOf) {
      var all = true
      var isNamedHere = false
      for match in allOf.matches {
        guard case .attribute(let designator) = match.source else {
          throw .processing("Altinn's decision point fails on a selector in a match")
        }
        guard designator.key.category == category else { continue }
        isNamedHere = true
        let values = question.attributes(category: category, id: designator.key.id)
        if values.isEmpty {
          all = false
          if designator.mustBePresent { result = .missing(designator.key) }
          continue
        }
        var holds = false
        for value in values where try Self.holds(match.function, match.literal, value) { holds = true }
        if !holds { all = false }
      }
      if isNamedHere {
        isNamed = true
        if all { result = .match }
      }
    }
    return isNamed ? result : .match
  }

  private static func holds(_ function: Function, _ literal: Value, _ value: Value) throws(Failure) -> Bool {
    guard literal.type == value.type else { return false }
    guard function.isKnownToAltinn else {
      throw .processing("Altinn's decision point does not know `\(function.shortName)`")
    }
    return try function.apply([.value(literal), .value(value)]).boolean
  }

  /// A condition of one function, applied to literals and to what one-and-only and bag-size make of attributes.
  private func holds(_ condition: Expression) throws(Failure) -> Bool {
    guard case .apply(let function, let arguments) = condition else {
      if case .higherOrder = condition { return false }
      throw .processing("Altinn's decision point does not know such a condition")
    }
    guard function.isKnownToAltinn || function.shortName == "string-is-in" else {
      throw .processing("Altinn's decision point does not know `\(function.shortName)` in a condition")
    }
    var terms: [Term] = []
    for argument in arguments { terms.append(try term(argument)) }
    return try function.apply(terms).boolean
  }

  private func term(_ expression: Expression) throws(Failure) -> Term {
    switch expression {
    case .value(let value): return .value(value)
    case .attribute(let designator): return .bag(try bag(designator))
    case .apply(let function, let arguments):
      let known = function.shortName.hasSuffix("-one-and-only") || function.shortName.hasSuffix("-bag-size")
      guard known, arguments.count == 1, case .attribute(let designator) = arguments[0] else {
        throw .processing("Altinn's decision point does not know `\(function.shortName)` within a condition")
      }
      return try function.apply([.bag(try bag(designator))])
    default: throw .processing("Altinn's decision point does not know such an argument of a condition")
    }
  }

  private func bag(_ designator: Designator) throws(Failure) -> [Value] {
    let values = question.attributes(category: designator.key.category, id: designator.key.id)
      .filter { $0.type == designator.key.type }
    if values.isEmpty, designator.mustBePresent { throw Self.lacks(designator.key) }
    return values
  }
}

extension Question {
  /// The values of an attribute, of whatever type.
  fileprivate func attributes(category: String, id: String) -> [Value] {
    groups.filter { $0.category == category }.flatMap(\.attributes).filter { $0.id == id }.flatMap(\.values)
  }
}
