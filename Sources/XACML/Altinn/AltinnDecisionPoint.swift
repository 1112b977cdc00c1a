import Budget

/// The decision point of Altinn, as far as its answers are known to differ from those of XACML 3.0.
///
/// It knows one policy at a time and no policy sets. What it does otherwise: it never looks at the target of the policy;
/// it takes the matches of a rule category by category, so that two `AnyOf` of one category are alternatives and an
/// `AllOf` of several categories falls apart; it compares data types by name and values without more; it knows few
/// functions; what an attribute is missing for is an error whose status it calls `ok`; and it returns only the literal
/// obligations that a policy has for a permit. Of its own source, as far as that is public.
public struct AltinnDecisionPoint: Sendable {
  /// The policy that it decides by.
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
  public func answer(
    _ request: Request, trace: Tracer? = nil, limits: RunLimits = .standard
  ) -> [DecisionResult] {
    let work = Work(limits)
    if request.combinesDecisions {
      return [
        DecisionResult(
          .indeterminate(.either), failure: .processing("Altinn's decision point does not combine decisions"))
      ]
    }
    let sets: [[AttributeGroup]]
    do throws(Failure) {
      sets = try Self.questions(in: request, work)
    } catch {
      return [DecisionResult(.indeterminate(.either), failure: error)]
    }
    return sets.enumerated().map { number, groups in
      trace?.begin("question \(number + 1) of \(sets.count)")
      var result = decide(Question(groups), trace: trace, work: work)
      trace?.end(result.decision.extendedName)
      if case .indeterminate = result.decision {} else { result.attributes = groups.compactMap(\.returned) }
      return result.counted(work)
    }
  }

  /// A question for each reference, or one.
  private static func questions(in request: Request, _ work: Work) throws(Failure) -> [[AttributeGroup]] {
    guard !request.references.isEmpty else { return [request.groups] }
    var sets: [[AttributeGroup]] = []
    for ids in request.references {
      try work.decide(spending: 1 + request.groups.count + ids.count, on: .steps)
      try work.decide(spending: ids.count * MemoryLayout<AttributeGroup>.stride, on: .memory)
      let named = Set(ids)
      sets.append(request.groups.filter { group in group.id.map(named.contains) ?? false })
    }
    return sets
  }

  /// Answers one question; a category that is given several times counts as one.
  public func decide(
    _ question: Question, trace: Tracer? = nil, limits: RunLimits = .standard
  ) -> DecisionResult {
    decide(question, trace: trace, work: Work(limits))
  }

  func decide(_ question: Question, trace: Tracer? = nil, work: Work) -> DecisionResult {
    var decider = AltinnDecision(question, work)
    let verdict = decider.verdict(policy, trace: trace)
    if let limit = work.reached { return DecisionResult(.indeterminate(.either), failure: Failure(limit)) }
    var result = DecisionResult(verdict.decision, failure: verdict.failure)
    if verdict.decision == .permit { result.obligations = Self.obligations(of: policy) }
    return result
  }

  /// Whether the resource and the action of a question fit some rule, or cannot be told.
  func appliesSomeRule(to question: Question, _ work: Work) -> Bool {
    AltinnDecision(question, work).appliesSomeRule(of: policy)
  }

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
