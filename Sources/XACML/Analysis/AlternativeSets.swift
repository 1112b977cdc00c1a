import Budget

/// Sets of requirements of which one must be met in full.
enum AlternativeSets {
  /// How many a rule may have.
  static let limit = 4_096

  /// Each alternative together with each of the others; `nil` where that is more than a rule may have.
  static func product(
    _ sets: [Set<Requirement>], _ others: [Set<Requirement>], _ work: Work
  ) throws(LimitReached) -> [Set<Requirement>]? {
    guard sets.count * others.count <= limit else { return nil }
    var seen: Set<Set<Requirement>> = []
    var product: [Set<Requirement>] = []
    for left in sets {
      for right in others {
        try work.spend(32 * (1 + left.count + right.count), on: .steps)
        let both = left.union(right)
        if seen.insert(both).inserted { product.append(both) }
      }
    }
    return product
  }
}
