import Budget
import Formats
import Localization

/// Who is permitted what, as far as a policy says it of the values that it names.
///
/// The policy is specialised for each resource and action that it names, and what is left is decided for each subject
/// that it names, by the evaluator that decides requests: a grant stands here exactly when the request that is made of
/// its parts is permitted.
public struct PolicyGrants: Sendable {
  /// Something that a policy lets somebody do.
  public struct Grant: Hashable, Sendable {
    /// What the subject must be, and the rest of the request but resource and action; empty for anybody.
    public var subject: [Requirement]
    /// Empty for any resource.
    public var resource: [Requirement]
    /// `nil` for every action that the policy does not name; of a rule that asks for several at once, `read+write`.
    public var action: String?
    /// The first rule that permits it, or the policy where none needs to.
    public var place: Place
    /// The rule that lets, as the policy calls it.
    public var rule: String
  }

  /// Requests that are decided for one policy.
  static let requestLimit = 50_000
  /// Bytes that a grant takes, about; its requirements are those of the policy.
  private static let grantSize = 512
  /// An action that no policy names.
  static let otherAction = "urn:tilsyn:action:other"

  package private(set) var grants: [Grant] = []
  /// Why there may be others, or why some of them may not hold; empty when the grants are exact.
  public private(set) var unresolved: [Unresolved]
  /// The same without what is so because of one rule.
  public private(set) var unresolvedInGeneral: [Unresolved]

  /// - Parameters:
  ///   - shape: that of the root, where it is known already.
  ///   - isSingle: whether a request has one value of an attribute at most. What asks for two opens nothing.
  public init(
    _ root: Policy, in point: DecisionPoint, shape known: PolicyShape? = nil,
    isSingle: (AttributeKey) -> Bool = { _ in false }, work: Work = Work()
  ) {
    let shape = known ?? PolicyShape(root, in: point, work: work)
    unresolved = shape.unresolved
    unresolvedInGeneral = shape.unresolvedInGeneral
    do throws(LimitReached) {
      try decide(root, shape, point, isSingle, work)
    } catch {
      give(up: error.reason, root)
    }
  }

  private mutating func give(up reason: Phrase, _ root: Policy) {
    let limit = Unresolved(reason: reason, place: root.place)
    unresolved.append(limit)
    unresolvedInGeneral.append(limit)
  }

  private mutating func decide(
    _ root: Policy, _ shape: PolicyShape, _ point: DecisionPoint, _ isSingle: (AttributeKey) -> Bool,
    _ work: Work
  ) throws(LimitReached) {
    let parts = try Parts(shape, work).without { set throws(LimitReached) in
      try set.contradictsItself(isSingle, work: work)
    }
    var residual = try ResidualRules(shape, effect: .permit, work: work)
    let (actions, subjects) = (try residual.offers(parts.actions), try residual.offers(parts.subjects))
    let isPlain = Self.permitsWheneverARuleDoes(root, shape)
    var decided = 0
    for resource in parts.resources {
      try residual.fix(resource: resource)
      let fitting = shape.permitsByDefault ? actions.all : try residual.candidates(among: actions, of: .action)
      for action in fitting.map({ parts.actions[$0] }) {
        try residual.fix(action: action)
        guard !residual.isEmpty || shape.permitsByDefault else { continue }
        let fixed = resource.union(action)
        let asking = shape.permitsByDefault ? subjects.all : try residual.candidates(among: subjects, of: .subject)
        for subject in asking.map({ parts.subjects[$0] }) {
          let granting = try residual.first(metBy: subject)
          guard granting != nil || shape.permitsByDefault else { continue }
          decided += 1
          guard decided <= Self.requestLimit else {
            return give(up: Phrase("it names more than \(Self.requestLimit) combinations"), root)
          }
          if !isPlain {
            let answer = point.decide(Parts.question(fixed.union(subject)), now: Self.noon, work: work)
            if let limit = work.reached { throw limit }
            guard answer.decision == .permit else { continue }
          }
          try work.spend(Self.grantSize, on: .memory)
          grants.append(
            Grant(
              subject: Parts.sorted(subject), resource: Parts.sorted(resource), action: Parts.name(ofAction: action),
              place: granting?.place ?? root.place, rule: granting?.id ?? ""))
        }
      }
    }
  }

  /// Whether no rule denies, nothing can be indeterminate, and one permit is enough: then a rule that is met decides.
  private static func permitsWheneverARuleDoes(_ root: Policy, _ shape: PolicyShape) -> Bool {
    guard root.kind == .policy, shape.unresolved.isEmpty, root.algorithm != .permitUnlessDeny,
      root.algorithm != .onlyOneApplicable
    else { return false }
    func isPlain(_ target: Target) -> Bool {
      target.anyOf.flatMap(\.allOf).flatMap(\.matches).allSatisfy { match in
        if case .attribute(let designator) = match.source { !designator.mustBePresent } else { false }
      }
    }
    func isPlain(_ obligations: [ObligationExpression]) -> Bool {
      obligations.flatMap(\.assignments).allSatisfy { if case .value = $0.expression { true } else { false } }
    }
    return isPlain(root.target) && isPlain(root.obligations) && isPlain(root.advice)
      && root.rules.allSatisfy { rule in
        rule.effect == .permit && rule.condition == nil && isPlain(rule.target) && isPlain(rule.obligations)
          && isPlain(rule.advice)
      }
  }

  /// The analysis must not depend on when it is made.
  static let noon = DateTimeValue(secondsSince1970: 43_200)
}

/// What the rules of a policy name, taken apart: subjects, resources, actions.
struct Parts {
  var subjects: [Set<Requirement>] = []
  var resources: [Set<Requirement>] = []
  /// The empty set stands for every other action.
  var actions: [Set<Requirement>] = []

  init(_ shape: PolicyShape, _ work: Work) throws(LimitReached) {
    var seenSubjects: Set<Set<Requirement>> = []
    var seenResources: Set<Set<Requirement>> = []
    var seenActions: Set<Set<Requirement>> = []
    func subject(_ set: Set<Requirement>) { if seenSubjects.insert(set).inserted { subjects.append(set) } }
    for alternative in shape.rules.flatMap(\.alternatives) {
      try work.spend(8 * alternative.count, on: .steps)
      let who = alternative.filter { !Self.isFixed($0) }
      subject(who)
      let resource = alternative.filter { $0.key.category == Names.resource }
      if seenResources.insert(resource).inserted { resources.append(resource) }
      let action = alternative.filter { $0.key.category == Names.action }
      if seenActions.insert(action).inserted { actions.append(action) }
    }
    for single in shape.mentioned {
      try work.spend(Requirement.steps, on: .steps)
      switch single.key.category {
      case Names.resource: if seenResources.insert([single]).inserted { resources.append([single]) }
      case Names.action: if seenActions.insert([single]).inserted { actions.append([single]) }
      default: subject([single])
      }
    }
    if shape.permitsByDefault {
      subject([])
      if seenResources.insert([]).inserted { resources.append([]) }
      if seenActions.insert([]).inserted { actions.append([]) }
    }
    subjects = Self.inOrder(subjects)
    resources = Self.inOrder(resources)
    actions = Self.inOrder(actions)
  }

  /// The same without sets that no request meets.
  func without(_ isImpossible: (Set<Requirement>) throws(LimitReached) -> Bool) throws(LimitReached) -> Parts {
    func possible(_ sets: [Set<Requirement>]) throws(LimitReached) -> [Set<Requirement>] {
      var kept: [Set<Requirement>] = []
      for set in sets where try !isImpossible(set) { kept.append(set) }
      return kept
    }
    var kept = self
    kept.subjects = try possible(subjects)
    kept.resources = try possible(resources)
    kept.actions = try possible(actions)
    return kept
  }

  static func isFixed(_ requirement: Requirement) -> Bool {
    requirement.key.category == Names.resource || requirement.key.category == Names.action
  }

  static func sorted(_ set: Set<Requirement>) -> [Requirement] {
    set.sorted { name($0) < name($1) }
  }

  static func name(ofAction action: Set<Requirement>) -> String? {
    action.isEmpty ? nil : action.map { ExactText($0.text) }.sorted().map(\.text).joined(separator: "+")
  }

  /// Sets by the names of what is in them, each written once.
  private static func inOrder(_ sets: [Set<Requirement>]) -> [Set<Requirement>] {
    sets.map { (names: $0.map(name).sorted(), set: $0) }
      .sorted { $0.names.lexicographicallyPrecedes($1.names) }.map(\.set)
  }

  private static func name(_ requirement: Requirement) -> ExactText {
    ExactText(
      "\(requirement.key.category) \(requirement.key.id) \(requirement.value.text) \(requirement.key.issuer ?? "")")
  }

  /// The request that meets the requirements and says no more.
  static func question(_ requirements: Set<Requirement>) -> Question {
    var groups: [ExactText: AttributeGroup] = [:]
    func add(_ key: AttributeKey, _ value: Value) {
      groups[ExactText(key.category), default: AttributeGroup(category: key.category, attributes: [])].attributes
        .append(
          RequestAttribute(id: key.id, issuer: key.issuer, values: [value]))
    }
    for requirement in requirements { add(requirement.key, requirement.value) }
    if groups[ExactText(Names.action)] == nil {
      add(
        AttributeKey(category: Names.action, id: Names.actionID, type: .string),
        .string(PolicyGrants.otherAction))
    }
    return Question(groups.keys.sorted().map { groups[$0]! })
  }
}
