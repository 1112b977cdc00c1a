import PolicyEngine

/// Whether every variable of a rule gets a value: what the shrinker needs to know before it runs what it has cut.
enum NaiveSafety {
  static func isSafe(_ rule: NaiveRule) -> Bool {
    rule.body.allSatisfy { branch in
      guard let bound = bound(branch, outer: []) else { return false }
      return rule.head.allSatisfy { isSafe($0, bound) }
    }
  }

  /// The slots that have a value after a branch; `nil` when some test lacks one.
  private static func bound(_ goals: [NaiveGoal], outer: Set<Int>) -> Set<Int>? {
    var bound = outer
    for case .match(_, let terms) in goals {
      for case .slot(let slot) in terms { bound.insert(slot) }
    }
    var grown = true
    while grown {
      grown = false
      for goal in goals {
        switch goal {
        case .compare(.slot(let slot), .equal, let source) where !bound.contains(slot) && isSafe(source, bound):
          bound.insert(slot)
          grown = true
        case .compare(let source, .equal, .slot(let slot)) where !bound.contains(slot) && isSafe(source, bound):
          bound.insert(slot)
          grown = true
        case .oneOf(.slot(let slot), _) where !bound.contains(slot):
          bound.insert(slot)
          grown = true
        default: break
        }
      }
    }
    for goal in goals {
      switch goal {
      case .match: break
      case .not(let body): if !isSafe(body, bound) { return nil }
      case .compare(let left, _, let right): if !isSafe(left, bound) || !isSafe(right, bound) { return nil }
      case .oneOf(let expression, _): if !isSafe(expression, bound) { return nil }
      }
    }
    return bound
  }

  private static func isSafe(_ body: NaiveBody, _ outer: Set<Int>) -> Bool {
    body.allSatisfy { bound($0, outer: outer) != nil }
  }

  private static func isSafe(_ expression: NaiveExpression, _ outer: Set<Int>) -> Bool {
    switch expression {
    case .constant: true
    case .slot(let slot): outer.contains(slot)
    case .call(_, let arguments): arguments.allSatisfy { isSafe($0, outer) }
    case .arithmetic(let left, _, let right): isSafe(left, outer) && isSafe(right, outer)
    case .aggregate(_, let counted, let body):
      body.allSatisfy { branch in
        // The counted variables are the body's own.
        guard let bound = bound(branch, outer: outer.subtracting(counted)) else { return false }
        return bound.isSuperset(of: counted)
      }
    }
  }
}
