import Budget
import Formats
import Localization

extension LimitReached {
  /// Why the analysis of a policy ended before its time.
  package var reason: Phrase { Phrase("it asks for more than can be worked out: \(Phrase(self))") }
}

/// What a rule asks of a request, with everything above it, as alternatives of which one must be met in full.
public struct RuleShape: Sendable {
  /// The rule.
  public var rule: Rule
  /// Rules that the algorithm of one policy combines are of one group.
  var group: ObjectIdentifier
  var algorithm: CombiningAlgorithm
  package var alternatives: [Set<Requirement>]
  /// What the alternatives do not tell; without one, a request meets an alternative exactly when the rule applies.
  public var unresolved: Unresolved?
}

/// Every rule of a policy in a form without nesting. Exact, or it says where it is not.
public struct PolicyShape: Sendable {
  /// Every rule, in the order of the policy.
  public private(set) var rules: [RuleShape] = []
  /// What of it all is not told, of no rule in particular.
  public private(set) var unresolvedInGeneral: [Unresolved] = []
  package var unresolved: [Unresolved] { unresolvedInGeneral + rules.compactMap(\.unresolved) }
  /// Every value that some rule compares an attribute with, or may.
  private(set) var mentioned: Set<Requirement> = []
  /// Whether a permit can come about without a rule that says so.
  public private(set) var permitsByDefault = false
  private let point: DecisionPoint

  /// - Parameter work: what the analysis spends. Where it has met a limit, the shape is that of a part, and says so.
  public init(_ root: Policy, in point: DecisionPoint, work: Work = Work()) {
    self.point = point
    var conditions = ConditionAlternatives(work: work)
    do throws(LimitReached) {
      try add(root, above: [[]], aboveUnresolved: nil, &conditions, work)
      for rule in rules { for set in rule.alternatives { mentioned.formUnion(set) } }
    } catch {
      unresolvedInGeneral.append(Unresolved(reason: error.reason, place: root.place))
    }
  }

  private mutating func add(
    _ policy: Policy, above: [Set<Requirement>], aboveUnresolved: Unresolved?,
    _ conditions: inout ConditionAlternatives,
    _ work: Work
  ) throws(LimitReached) {
    try work.spend(1, on: .decisions)
    if policy.algorithm == .permitUnlessDeny { permitsByDefault = true }
    var shape = Alternatives(above, unresolved: aboveUnresolved)
    try shape.require(policy.target, policy.place, work)
    for child in policy.children {
      switch child {
      case .rule(let rule):
        try work.spend(1, on: .decisions)
        var own = shape
        try own.require(rule.target, rule.place, work)
        if let condition = rule.condition {
          try own.require(condition, rule.place, &conditions, work)
          mentioned.formUnion(try Mentions(condition, work: work).requirements(work))
        }
        try work.spend(own.size, on: .memory)
        // Whoever names what the rule asks for puts it in order.
        try work.spend(own.size / 8, on: .steps)
        rules.append(
          RuleShape(
            rule: rule, group: ObjectIdentifier(policy), algorithm: policy.algorithm, alternatives: own.sets,
            unresolved: own.unresolved))
      case .policy(let inner): try add(inner, above: shape.sets, aboveUnresolved: shape.unresolved, &conditions, work)
      case .reference(let reference):
        if let target = try? point.resolve(reference) {
          try add(target, above: shape.sets, aboveUnresolved: shape.unresolved, &conditions, work)
        } else {
          unresolvedInGeneral.append(
            Unresolved(reason: Phrase("a policy that it refers to cannot be used"), place: reference.place))
        }
      }
    }
  }
}
