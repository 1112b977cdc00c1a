import PolicyEngine

/// Which exports a policy rests on.
enum RelationUse {
  /// The source relations that a policy reads, directly or through rules; sorted.
  static func sources(of policy: PolicyDeclaration, in checked: CheckedProgram) -> [String] {
    var pending: Set<String> = []
    for clause in policy.clauses {
      switch clause {
      case .population(let population): pending.formUnion(PolicyReads.relations(in: population.body))
      case .fail(let rule), .unverified(let rule), .except(let rule):
        pending.formUnion(PolicyReads.relations(in: rule.body))
      default: break
      }
    }
    var seen: Set<String> = []
    var sources: Set<String> = []
    while let name = pending.popFirst() {
      // A parameter is read as well, and is no relation.
      guard seen.insert(name).inserted, let relation = checked.relations[name] else { continue }
      if relation.kind == .source { sources.insert(name) }
      for rule in checked.rules[name] ?? [] { pending.formUnion(PolicyReads.relations(in: rule.body)) }
    }
    return sources.sorted()
  }
}
