import PolicyEngine

/// Which relations a policy rests on.
enum RelationUse {
  /// The source relations that a policy reads, directly or through rules; sorted.
  static func sources(of policy: PolicyDeclaration, in checked: CheckedProgram) -> [String] {
    var pending: Set<String> = []
    for clause in policy.clauses {
      switch clause {
      case .population(let population): collect(population.body, into: &pending)
      case .fail(let rule), .unverified(let rule), .except(let rule): collect(rule.body, into: &pending)
      default: break
      }
    }
    var seen: Set<String> = []
    var sources: Set<String> = []
    while let name = pending.popFirst() {
      guard seen.insert(name).inserted, let relation = checked.relations[name] else { continue }
      if relation.kind == .source { sources.insert(name) }
      for rule in checked.rules[name] ?? [] { collect(rule.body, into: &pending) }
    }
    return sources.sorted()
  }

  private static func collect(_ body: [Literal], into names: inout Set<String>) {
    for literal in body {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): collect(atom, into: &names)
      case .notBody(let inner, _): collect(inner, into: &names)
      case .or(let branches, _): for branch in branches { collect(branch, into: &names) }
      case .comparison(let left, _, let right, _):
        collect(left, into: &names)
        collect(right, into: &names)
      case .inSet(let value, _, _): collect(value, into: &names)
      case .inName(let value, let name, _):
        collect(value, into: &names)
        // A parameter of that name is no relation and is passed over later.
        names.insert(name.text)
      }
    }
  }

  private static func collect(_ atom: Atom, into names: inout Set<String>) {
    names.insert(atom.relation.text)
    for argument in atom.arguments {
      if case .expression(let value) = argument.value { collect(value, into: &names) }
    }
  }

  private static func collect(_ value: Expression, into names: inout Set<String>) {
    switch value {
    case .constant, .variable, .parameter: break
    case .call(_, let arguments, _): for argument in arguments { collect(argument, into: &names) }
    case .aggregate(let aggregate): collect(aggregate.body, into: &names)
    case .arithmetic(let left, _, let right, _):
      collect(left, into: &names)
      collect(right, into: &names)
    case .negated(let inner, _): collect(inner, into: &names)
    }
  }
}
