import FactStore
import PolicyEngine

/// Makes a failing program small: cuts one thing after the other and keeps every cut after which it still fails.
package enum Shrinker {
  /// - Parameter fails: whether the fault still shows. Only asked of programs whose variables are bound.
  package static func shrink(_ program: RandomProgram, while fails: (RandomProgram) -> Bool) -> RandomProgram {
    var best = program
    var shrunk = true
    while shrunk {
      shrunk = false
      var index = 0
      while true {
        let cuts = cuts(of: best)
        if index >= cuts.count { break }
        let candidate = cuts[index]
        let database = NaiveDatabase(candidate.store())
        if NaiveEvaluator.isSafe(candidate.tree, database, today: candidate.today), fails(candidate) {
          best = candidate
          shrunk = true
        } else {
          index += 1
        }
      }
    }
    return best
  }

  /// All programs that lack one thing of this one, large things first.
  private static func cuts(of program: RandomProgram) -> [RandomProgram] {
    var found: [RandomProgram] = []
    for index in program.items.indices.reversed() where isDroppable(program.items[index], in: program) {
      var cut = program
      cut.items.remove(at: index)
      found.append(cut)
    }
    for index in program.inputs.indices.reversed() {
      var cut = program
      cut.inputs.remove(at: index)
      found.append(cut)
    }
    let tidy = Tidy(schemas: program.schemas, items: program.items)
    for index in program.items.indices {
      for smaller in cuts(of: program.items[index]) {
        var cut = program
        cut.items[index] = tidy.tidy(smaller)
        found.append(cut)
      }
    }
    for index in program.schemas.indices where !isRead(program.schemas[index].name, in: program) {
      var cut = program
      let name = cut.schemas.remove(at: index).name
      cut.inputs.removeAll { $0.relation == name }
      found.append(cut)
    }
    return found
  }

  private static func isDroppable(_ item: Item, in program: RandomProgram) -> Bool {
    switch item {
    case .rule, .fact, .policy: true
    case .relation(let relation): !isRead(relation.name.text, in: program)
    case .parameter(let parameter): !isRead(parameter.name.text, in: program)
    case .entity: false
    }
  }

  private static func isRead(_ relation: String, in program: RandomProgram) -> Bool {
    program.items.contains { item in
      switch item {
      case .relation, .parameter, .entity: return false
      case .rule, .fact, .policy: break
      }
      return PolicyText.print(item).contains(relation)
    }
  }

  private static func cuts(of item: Item) -> [Item] {
    switch item {
    case .rule(let rule):
      return cuts(of: rule.body, mayBeEmpty: false).map { body in
        var cut = rule
        cut.body = body
        return .rule(cut)
      }
    case .policy(let policy):
      var found: [Item] = []
      for index in policy.clauses.indices {
        func replacing(_ clause: PolicyDeclaration.Clause) -> Item {
          var cut = policy
          cut.clauses[index] = clause
          return .policy(cut)
        }
        func cutting(
          _ finding: PolicyDeclaration.Finding,
          _ make: (PolicyDeclaration.Finding) -> PolicyDeclaration.Clause
        ) -> [Item] {
          cuts(of: finding.body, mayBeEmpty: false).map { body in
            var smaller = finding
            smaller.body = body
            return replacing(make(smaller))
          }
        }
        switch policy.clauses[index] {
        case .population(let population):
          found += cuts(of: population.body, mayBeEmpty: false).map { body in
            var smaller = population
            smaller.body = body
            return replacing(.population(smaller))
          }
        case .fail(let finding): found += cutting(finding) { .fail($0) }
        case .unverified(let finding): found += cutting(finding) { .unverified($0) }
        case .except(let finding): found += cutting(finding) { .except($0) }
        default: continue
        }
        if case .population = policy.clauses[index] { continue }
        var without = policy
        without.clauses.remove(at: index)
        found.append(.policy(without))
      }
      return found
    case .entity, .relation, .fact, .parameter: return []
    }
  }

  /// Bodies that lack one literal, or in which one literal is smaller.
  private static func cuts(of body: [Literal], mayBeEmpty: Bool) -> [[Literal]] {
    var found: [[Literal]] = []
    for index in body.indices {
      if body.count > 1 || mayBeEmpty {
        var cut = body
        cut.remove(at: index)
        found.append(cut)
      }
      for smaller in cuts(of: body[index]) {
        var cut = body
        cut.replaceSubrange(index...index, with: smaller)
        found.append(cut)
      }
    }
    return found
  }

  private static func cuts(of literal: Literal) -> [[Literal]] {
    switch literal {
    case .atom(let atom, let optional): return cuts(of: atom).map { [.atom($0, optional: optional)] }
    case .notAtom(let atom, let span): return cuts(of: atom).map { [.notAtom($0, span)] }
    case .notBody(let body, let span): return cuts(of: body, mayBeEmpty: false).map { [.notBody($0, span)] }
    case .or(let branches, _): return branches
    case .comparison(let left, let comparison, let right, let span):
      return cuts(of: left).map { [.comparison($0, comparison, right, span)] }
        + cuts(of: right).map { [.comparison(left, comparison, $0, span)] }
    case .inSet, .inName: return []
    }
  }

  private static func cuts(of atom: Atom) -> [Atom] {
    atom.arguments.indices.map { index in
      var cut = atom
      cut.arguments.remove(at: index)
      return cut
    }
  }

  private static func cuts(of expression: Expression) -> [Expression] {
    guard case .aggregate(let aggregate) = expression else { return [] }
    return cuts(of: aggregate.body, mayBeEmpty: false).map { body in
      var cut = aggregate
      cut.body = body
      return .aggregate(cut)
    }
  }
}
