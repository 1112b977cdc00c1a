import Budget
import Formats
import Localization

/// Requests that XACML 3.0 and Altinn's decision point answer differently.
public struct TwoAnswers: Sendable {
  /// A request to which the two answer differently.
  public struct Difference: Sendable {
    /// What the request says.
    public var request: [Requirement]
    /// What the standard says.
    public var xacml: DecisionResult
    /// What Altinn says.
    public var altinn: DecisionResult
    /// The answers as a person reads them, with as much of them as differs.
    public var described: (xacml: String, altinn: String)
    /// The rule that the difference comes from.
    public var place: Place
  }

  /// Requests that are tried for one policy.
  static let requestLimit = 4_000

  /// The first difference for each pair of answers.
  public private(set) var differences: [Difference] = []
  /// Why there may be others; empty where all combinations of the values that the policy names were tried.
  public private(set) var unresolved: [Unresolved]

  /// Tries every combination of a subject, a resource and an action that the policy names, and each with one part left
  /// out, as a request.
  ///
  /// - Parameter work: what it spends. Where a limit is met, there may be other differences, and that is said.
  public init(
    _ root: Policy, in point: DecisionPoint, _ altinn: AltinnDecisionPoint, shape known: PolicyShape? = nil,
    work: Work = Work()
  ) {
    unresolved = []
    if Self.areAlike(root) { return }
    let shape = known ?? PolicyShape(root, in: point, work: work)
    unresolved = shape.unresolved
    do throws(LimitReached) {
      try find(root, point, altinn, shape, work)
    } catch {
      unresolved.append(Unresolved(reason: error.reason, place: root.place))
    }
  }

  private mutating func find(
    _ root: Policy, _ point: DecisionPoint, _ altinn: AltinnDecisionPoint, _ shape: PolicyShape, _ work: Work
  ) throws(LimitReached) {
    let parts = try Parts(shape, work)
    // Parts that stand in one alternative can come from different requests: each requirement is tried by itself too.
    let subjects = Self.withSingles(parts.subjects)
    let resources = Self.withSingles(parts.resources)
    let actions = parts.actions + (parts.actions.contains([]) ? [] : [[]])
    var residual = try ResidualRules(shape, effect: nil, work: work)
    let canBeSkipped = shape.unresolved.isEmpty && !shape.permitsByDefault && Self.asksForNothingThatMustBe(root)
    var seen: Set<[String]> = []
    var tried = 0
    for resource in resources {
      try residual.fix(resource: resource)
      for action in actions {
        let fixed = resource.union(action)
        try residual.fix(action: action)
        try work.spend(8 * (1 + fixed.count), on: .steps)
        // Where no rule applies to the resource and the action, neither has more to say than that.
        if canBeSkipped, residual.isEmpty, !altinn.appliesSomeRule(to: Parts.question(fixed), work) {
          if let limit = work.reached { throw limit }
          continue
        }
        for subject in subjects {
          tried += 1
          guard tried <= Self.requestLimit else {
            unresolved.append(
              Unresolved(reason: Phrase("it names more than \(Self.requestLimit) combinations"), place: root.place))
            return
          }
          let all = fixed.union(subject)
          let question = Parts.question(all)
          let one = point.decide(question, now: PolicyGrants.noon, work: work)
          let other = altinn.decide(question, work: work)
          if let limit = work.reached { throw limit }
          guard let described = Self.difference(one, other), seen.insert([described.0, described.1]).inserted else {
            continue
          }
          differences.append(
            Difference(
              request: Parts.sorted(all), xacml: one, altinn: other, described: described, place: root.place))
        }
      }
    }
  }

  /// What two answers say, as far as it differs: the decision; where that is one, what must be done with it, what may be
  /// considered and how it came about, since an enforcement point acts on all of it. `nil` where the answers are one.
  static func difference(_ one: DecisionResult, _ other: DecisionResult) -> (String, String)? {
    var texts = [one, other].map(\.decision.name)
    guard texts[0] == texts[1] else { return (texts[0], texts[1]) }
    func add(_ name: String, _ left: [Obligation], _ right: [Obligation]) {
      let pair = [left, right].map { Set($0.map(Self.text)) }
      guard pair[0] != pair[1] else { return }
      for side in [0, 1] {
        let own = pair[side].subtracting(pair[1 - side]).sorted()
        texts[side] += own.isEmpty ? " without \(name)" : " with \(name) \(own.joined(separator: ", "))"
      }
    }
    add("obligation", one.obligations, other.obligations)
    add("advice", one.advice, other.advice)
    if one.statusCode != other.statusCode {
      for (side, result) in [one, other].enumerated() {
        texts[side] += " with status \(result.statusCode.split(separator: ":").last ?? "")"
      }
    }
    return texts[0] == texts[1] ? nil : (texts[0], texts[1])
  }

  private static func text(_ obligation: Obligation) -> String {
    let assignments = obligation.assignments.map { "\($0.category ?? $0.attribute)=\($0.value.text)" }.sorted()
    return obligation.id + (assignments.isEmpty ? "" : " (\(assignments.joined(separator: "; ")))")
  }

  /// Whether no attribute must be present, so that a request without it is no error, and no default decides.
  private static func asksForNothingThatMustBe(_ policy: Policy) -> Bool {
    func isPlain(_ target: Target) -> Bool {
      target.anyOf.flatMap(\.allOf).flatMap(\.matches).allSatisfy { match in
        if case .attribute(let designator) = match.source { !designator.mustBePresent } else { false }
      }
    }
    return policy.kind == .policy && policy.algorithm != .denyUnlessPermit && isPlain(policy.target)
      && policy.rules.allSatisfy { isPlain($0.target) && $0.condition == nil }
  }

  /// Whether nothing in the policy is of the kind that the two take differently, so that no request need be tried.
  static func areAlike(_ policy: Policy) -> Bool {
    guard policy.kind == .policy, policy.target.anyOf.isEmpty else { return false }
    switch policy.algorithm {
    case .onlyOneApplicable, .earlierDenyOverrides, .earlierPermitOverrides: return false
    default: break
    }
    let areLiteral = policy.obligations.allSatisfy { obligation in
      obligation.on == .permit
        && obligation.assignments.allSatisfy { if case .value = $0.expression { true } else { false } }
    }
    guard areLiteral, policy.advice.isEmpty else { return false }
    return policy.rules.allSatisfy { rule in
      guard rule.condition == nil, rule.obligations.isEmpty, rule.advice.isEmpty else { return false }
      var seen: Set<ExactText> = []
      return rule.target.anyOf.allSatisfy { anyOf in
        var categories: Set<ExactText> = []
        for match in anyOf.allOf.flatMap(\.matches) {
          guard case .attribute(let designator) = match.source, !designator.mustBePresent,
            designator.key.issuer == nil, match.function.isKnownToAltinn, match.fault == nil
          else { return false }
          categories.insert(ExactText(designator.key.category))
        }
        guard categories.count == 1, let category = categories.first,
          [Names.subject, Names.resource, Names.action].contains(category.text)
        else { return false }
        return seen.insert(category).inserted
      }
    }
  }

  private static func withSingles(_ sets: [Set<Requirement>]) -> [Set<Requirement>] {
    var seen: Set<Set<Requirement>> = []
    var all: [Set<Requirement>] = []
    for set in sets + sets.flatMap({ Parts.sorted($0).map { [$0] } }) + [[]] where seen.insert(set).inserted {
      all.append(set)
    }
    return all
  }
}
