import Budget

/// Rules that a policy could do without.
public struct RuleFindings: Sendable {
  /// A rule that another one always comes before.
  public struct Shadowed: Sendable {
    /// The rule that nothing depends on.
    public var rule: Rule
    /// The rule that decides first.
    public var by: Rule
  }

  /// Rules that no request meets.
  public private(set) var dead: [Rule] = []
  package private(set) var shadowed: [Shadowed] = []
  /// Rules of which it is not known.
  public private(set) var undecided: [Rule] = []

  /// A rule that some request meets, and the alternatives by which it does, as numbers.
  private struct Living {
    var shape: RuleShape
    var place: Int
    var alternatives: [[Int]]
  }

  /// Rules are found by what they ask for, so that none is compared with all others.
  /// - Parameters:
  ///   - isSingle: whether a request has one value of an attribute at most, so that two cannot both be met.
  ///   - work: what it spends. Where a limit is met, nothing is known of any rule.
  public init(_ shape: PolicyShape, isSingle: (AttributeKey) -> Bool, work: Work = Work()) {
    do throws(LimitReached) {
      try find(shape, isSingle, work)
    } catch {
      (dead, shadowed, undecided) = ([], [], shape.rules.map(\.rule))
    }
  }

  private mutating func find(
    _ shape: PolicyShape, _ isSingle: (AttributeKey) -> Bool, _ work: Work
  ) throws(LimitReached) {
    if let limit = work.reached { throw limit }
    let index = try RequirementIndex(shape.rules.lazy.flatMap(\.alternatives).joined(), work: work)
    var alive: [Living] = []
    for (place, rule) in shape.rules.enumerated() {
      var possible: [[Int]] = []
      for set in rule.alternatives where try !set.contradictsItself(isSingle, work: work) {
        possible.append(index.numbers(of: set))
      }
      if possible.isEmpty {
        dead.append(rule.rule)
        continue
      }
      if rule.unresolved != nil { undecided.append(rule.rule) }
      alive.append(Living(shape: rule, place: place, alternatives: possible))
    }
    try findShadowed(alive, index, work)
  }

  private mutating func findShadowed(
    _ alive: [Living], _ index: RequirementIndex, _ work: Work
  ) throws(LimitReached) {
    var found: [(place: Int, shadowed: Shadowed)] = []
    for group in Dictionary(grouping: alive.indices, by: { alive[$0].shape.group }).values {
      let known = group.filter { alive[$0].shape.unresolved == nil }
      var owners: [Int] = []
      var lists: [[Int]] = []
      for rule in known {
        for list in alive[rule].alternatives {
          owners.append(rule)
          lists.append(list)
        }
      }
      let all = RequirementLists(lists)
      // Rules that ask for the same are covered by the same.
      var coveredBy: [[Int]: [Int]] = [:]
      func rulesCovering(_ mine: [Int]) throws(LimitReached) -> [Int] {
        try work.spend(1 + mine.count, on: .steps)
        if let known = coveredBy[mine] { return known }
        var met: Set<Int> = []
        for number in mine { met.formUnion(index.meets[number]) }
        let lists = try all.met(met, work: work)
        try work.spend(8 * lists.count, on: .steps)
        let found = Set(lists.map { owners[$0] }).sorted()
        coveredBy[mine] = found
        return found
      }
      for rule in known {
        // Whoever covers the rule covers each of its alternatives.
        var covering: [Int]?
        for mine in alive[rule].alternatives {
          let others = try rulesCovering(mine)
          guard let sofar = covering else {
            covering = others
            continue
          }
          try work.spend(8 * sofar.count, on: .steps)
          let these = Set(others)
          covering = sofar.filter(these.contains)
          if covering?.count == 1 { break }
        }
        let first = (covering ?? []).first { other in
          other != rule
            && Self.decidesFirst(
              alive[other].shape, alive[other].place, before: alive[rule].shape, alive[rule].place)
        }
        if let first {
          found.append((alive[rule].place, Shadowed(rule: alive[rule].shape.rule, by: alive[first].shape.rule)))
        }
      }
    }
    shadowed = found.sorted { $0.place < $1.place }.map(\.shadowed)
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
