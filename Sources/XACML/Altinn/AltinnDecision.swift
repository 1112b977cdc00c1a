import Formats

/// One decision of Altinn's decision point.
struct AltinnDecision {
  enum CategoryMatch { case match, noMatch, missing(AttributeKey) }

  /// Steps of one match, and of each attribute that it passes by (measured, in bytes that are compared).
  private static let stepsOfMatch = 16

  let question: Question
  let work: Work
  /// Attributes of the question: each match looks through them.
  private let attributeCount: Int

  init(_ question: Question, _ work: Work) {
    self.question = question
    self.work = work
    attributeCount = question.groups.reduce(0) { $0 + 1 + $1.attributes.count }
  }

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
        try work.decide(spending: 1, on: .decisions)
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
    // What it reached is combined, be it nothing: `permit-unless-deny` permits then.
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
      case .missing(let key):
        return .indeterminate(rule.effect.doubt, Failure(.success, Self.lacks(key).message))
      case .match: break
      }
      if let condition = rule.condition, try !holds(condition) { return .notApplicable }
      return Verdict(decision: rule.effect.decision)
    } catch {
      return .indeterminate(rule.effect.doubt, error)
    }
  }

  static func lacks(_ key: AttributeKey) -> Failure {
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
        try work.decide(spending: Self.stepsOfMatch, on: .steps)
        guard case .attribute(let designator) = match.source else {
          throw .processing("Altinn's decision point fails on a selector in a match")
        }
        guard designator.key.category.isExactly(category) else { continue }
        isNamedHere = true
        try work.decide(spending: attributeCount * Self.stepsOfMatch, on: .steps)
        let values = question.attributes(category: category, id: designator.key.id)
        if values.isEmpty {
          all = false
          if designator.mustBePresent { result = .missing(designator.key) }
          continue
        }
        var holds = false
        for value in values where try Self.holds(match, value, work) { holds = true }
        if !holds { all = false }
      }
      if isNamedHere {
        isNamed = true
        if all { result = .match }
      }
    }
    return isNamed ? result : .match
  }

  private static func holds(_ match: Match, _ value: Value, _ work: Work) throws(Failure) -> Bool {
    guard match.literal.type == value.type else { return false }
    if let fault = match.fault { throw .processing("Altinn's decision point fails on a match: \(fault)") }
    guard match.function.isKnownToAltinn else {
      throw .processing("Altinn's decision point does not know `\(match.function.shortName)`")
    }
    let arguments: [Term] = [.value(match.literal), .value(value)]
    try work.decide(spending: arguments[0].size + arguments[1].size, on: .steps)
    return try match.function.apply(arguments, spending: work).boolean
  }
}

extension Question {
  /// The values of an attribute, of whatever type.
  func attributes(category: String, id: String) -> [Value] {
    groups.filter { $0.category.isExactly(category) }.flatMap(\.attributes).filter { $0.id.isExactly(id) }
      .flatMap(\.values)
  }
}
