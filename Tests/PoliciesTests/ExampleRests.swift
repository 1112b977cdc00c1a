import PolicyEngine

/// What an example of a policy rests on: the sources behind it, and the derived relations that it gives in their place.
struct ExampleRests {
  private(set) var relations: Set<String> = []
  /// The program with the rules that the example reads: the others cost an engine most of its time.
  private(set) var program: CheckedProgram

  init(on example: PolicyDeclaration.Example, of policy: PolicyDeclaration, in checked: CheckedProgram) {
    program = checked
    var given: Set<String> = []
    for case .fact(let atom) in example.given { given.insert(atom.relation.text) }
    var pending = policy.clauses.flatMap { clause -> [String] in
      switch clause {
      case .population(let population): PolicyReads.relations(in: population.body)
      case .fail(let finding), .unverified(let finding), .except(let finding): PolicyReads.relations(in: finding.body)
      default: []
      }
    }
    var read: Set<String> = []
    while let name = pending.popLast() {
      // A parameter is read as well, and is no relation.
      guard let relation = checked.relations[name], read.insert(name).inserted else { continue }
      if relation.kind == .source || given.contains(name) {
        relations.insert(name)
      } else {
        for rule in checked.rules[name] ?? [] { pending += PolicyReads.relations(in: rule.body) }
      }
    }
    program.rules = checked.rules.filter { read.contains($0.key) }
  }
}
