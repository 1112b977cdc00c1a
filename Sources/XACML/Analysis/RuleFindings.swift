/// Rules that a policy could do without.
public struct RuleFindings: Sendable {
  public struct Shadowed: Sendable {
    public var rule: Rule
    /// The rule that decides first.
    public var by: Rule
  }

  /// Rules that no request meets.
  public private(set) var dead: [Rule] = []
  public private(set) var shadowed: [Shadowed] = []
  /// Rules of which it is not known.
  public private(set) var undecided: [Rule] = []

  /// Rules that are compared with each other.
  static let ruleLimit = 2_000

  /// - Parameter isSingle: whether a request has one value of an attribute at most, so that two cannot both be met.
  public init(_ shape: PolicyShape, isSingle: (AttributeKey) -> Bool) {
    guard shape.rules.count <= Self.ruleLimit else {
      undecided = shape.rules.map(\.rule)
      return
    }
    var alive: [(place: Int, shape: RuleShape)] = []
    for (place, rule) in shape.rules.enumerated() {
      let possible = rule.alternatives.filter { !$0.contradictsItself(isSingle) }
      if possible.isEmpty {
        dead.append(rule.rule)
        continue
      }
      if rule.unresolved != nil { undecided.append(rule.rule) }
      var kept = rule
      kept.alternatives = possible
      alive.append((place, kept))
    }
    for (place, rule) in alive where rule.unresolved == nil {
      let first = alive.first { other in
        other.place != place && other.shape.group == rule.group && other.shape.unresolved == nil
          && Self.decidesFirst(other.shape, other.place, before: rule, place)
          && rule.alternatives.allSatisfy { mine in
            other.shape.alternatives.contains { Parts.isMet($0, by: mine) }
          }
      }
      if let first { shadowed.append(Shadowed(rule: rule.rule, by: first.shape.rule)) }
    }
  }

  /// Whether the algorithm lets one rule's answer stand where both apply.
  private static func decidesFirst(
    _ one: RuleShape, _ onePlace: Int, before other: RuleShape, _ otherPlace: Int
  ) -> Bool {
    let hasDuties = !other.rule.obligations.isEmpty || !other.rule.advice.isEmpty
    switch other.algorithm {
    case .firstApplicable: return onePlace < otherPlace
    case .denyOverrides, .orderedDenyOverrides, .permitUnlessDeny, .earlierDenyOverrides:
      if one.rule.effect != other.rule.effect { return one.rule.effect == .deny }
    case .permitOverrides, .orderedPermitOverrides, .denyUnlessPermit, .earlierPermitOverrides:
      if one.rule.effect != other.rule.effect { return one.rule.effect == .permit }
    case .onlyOneApplicable: return false
    }
    // Of the same effect: the later adds nothing, unless it brings obligations along.
    return onePlace < otherPlace && !hasDuties
  }
}
