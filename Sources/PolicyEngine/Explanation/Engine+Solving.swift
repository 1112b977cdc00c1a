extension Engine {
  /// Finds up to `limit` derivations of a body under a binding.
  func solve(
    _ rule: LoweredRule, bound: [Int: UInt32], certainly: Bool, limit: Int, isPrefix: Bool = false,
    takesCertain: Bool = false, _ found: (Derivation) -> Void
  ) {
    RuleProver(rule, bound: Set(bound.keys), certainly: certainly, isPrefix: isPrefix, evaluation)
      .solve(bound: bound, limit: limit, takesCertain: takesCertain, found)
  }
}
