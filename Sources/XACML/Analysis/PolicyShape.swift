/// Why the analysis of a policy does not know all that it says.
public struct Unresolved: Hashable, Sendable {
  public var reason: String
  public var place: Place
}

/// What a rule asks of a request, with everything above it, as alternatives of which one must be met in full.
public struct RuleShape: Sendable {
  public var rule: Rule
  /// Rules that the algorithm of one policy combines are of one group.
  var group: ObjectIdentifier
  var algorithm: CombiningAlgorithm
  public var alternatives: [Set<Requirement>]
  /// What the alternatives do not tell; without one, a request meets an alternative exactly when the rule applies.
  public var unresolved: Unresolved?
}

/// Every rule of a policy in a form without nesting. Exact, or it says where it is not.
public struct PolicyShape: Sendable {
  /// Alternatives of one rule.
  static let alternativeLimit = 4_096

  public private(set) var rules: [RuleShape] = []
  /// What of it all is not told, of no rule in particular.
  public private(set) var unresolvedInGeneral: [Unresolved] = []
  public var unresolved: [Unresolved] { unresolvedInGeneral + rules.compactMap(\.unresolved) }
  /// Every value that some rule compares an attribute with, or may.
  private(set) var mentioned: Set<Requirement> = []
  /// Whether a permit can come about without a rule that says so.
  public private(set) var permitsByDefault = false
  private let point: DecisionPoint

  public init(_ root: Policy, in point: DecisionPoint) {
    self.point = point
    add(root, above: [[]], aboveUnresolved: nil)
    mentioned.formUnion(rules.flatMap(\.alternatives).flatMap { $0 })
  }

  private mutating func add(_ policy: Policy, above: [Set<Requirement>], aboveUnresolved: Unresolved?) {
    if policy.algorithm == .permitUnlessDeny { permitsByDefault = true }
    var shape = Alternatives(above, unresolved: aboveUnresolved)
    shape.require(policy.target, policy.place)
    for child in policy.children {
      switch child {
      case .rule(let rule):
        var own = shape
        own.require(rule.target, rule.place)
        if let condition = rule.condition {
          own.require(condition, rule.place)
          mentioned.formUnion(Mentions(condition).requirements)
        }
        rules.append(
          RuleShape(
            rule: rule, group: ObjectIdentifier(policy), algorithm: policy.algorithm, alternatives: own.sets,
            unresolved: own.unresolved))
      case .policy(let inner): add(inner, above: shape.sets, aboveUnresolved: shape.unresolved)
      case .reference(let reference):
        if let target = try? point.resolve(reference) {
          add(target, above: shape.sets, aboveUnresolved: shape.unresolved)
        } else {
          unresolvedInGeneral.append(
            Unresolved(reason: "a policy that it refers to cannot be used", place: reference.place))
        }
      }
    }
  }
}
