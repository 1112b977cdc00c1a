import Budget

/// Sets of requirements of which one must be met in full.
enum AlternativeSets {
  /// How many a rule may have.
  static let limit = 4_096

  /// Puts each alternative together with each of the others; false where that is more than a rule may have, and nothing is
  /// changed then.
  static func join(
    _ sets: inout [Set<Requirement>], with others: [Set<Requirement>], _ work: Work
  ) throws(LimitReached) -> Bool {
    guard sets.count * others.count <= limit else { return false }
    if sets.count == 1, others.count == 1 {
      // One after the other, a rule asks for thousands of things: what it asks for already is not copied for each.
      try work.spend(32 * (1 + others[0].count), on: .steps)
      sets[0].formUnion(others[0])
      return true
    }
    var seen: Set<Set<Requirement>> = []
    var product: [Set<Requirement>] = []
    for left in sets {
      for right in others {
        try work.spend(32 * (1 + left.count + right.count), on: .steps)
        let both = left.union(right)
        if seen.insert(both).inserted { product.append(both) }
      }
    }
    sets = product
    return true
  }
}
