import FactStore
import PolicyEngine

/// Writes arguments the way the language asks for: a variable used once is no variable, names are punned where they
/// may be, and written out where columns without a normal form are joined (language.md, statement 1).
struct Tidy {
  /// Whether a column of a relation joins by name.
  private var joinsByName: [String: Bool] = [:]

  init(schemas: [RelationSchema], items: [Item]) {
    for schema in schemas {
      for column in schema.columns { joinsByName["\(schema.name) \(column.name)"] = column.type.joinsByName }
    }
    for case .relation(let relation) in items {
      for column in relation.columns {
        // Of the types that random programs use, entities have a dot, and `email` is the only normal form.
        let joins = column.type.text.contains(".") || column.type.text == "email"
        joinsByName["\(relation.name.text) \(column.name.text)"] = joins
      }
    }
  }

  func tidy(_ item: Item) -> Item {
    switch item {
    case .rule(var rule):
      var counts = SyntaxWalk.occurrences(rule.body)
      SyntaxWalk(onExpression: { if case .variable(let name) = $0 { counts[name.text, default: 0] += 1 } })
        .walk(rule.head)
      var punned: Set<String> = []
      rule.body = tidy(rule.body, counts, &punned)
      // In a head, a name stands for itself or is written out, however often it occurs.
      var all = Set(counts.keys)
      rule.head = tidy(rule.head, counts.mapValues { _ in 2 }, &all)
      return .rule(rule)
    case .policy(var policy):
      policy.clauses = tidy(policy.clauses)
      return .policy(policy)
    case .entity, .relation, .fact, .parameter: return item
    }
  }

  private func tidy(_ clauses: [PolicyDeclaration.Clause]) -> [PolicyDeclaration.Clause] {
    var population: [Literal] = []
    var keys: [Name] = []
    for case .population(let clause) in clauses {
      population = clause.body
      keys = clause.names
    }
    let inPopulation = SyntaxWalk.occurrences(population)
    var everywhere = inPopulation
    // Without names, every variable is a key and none may go.
    for (name, _) in inPopulation where keys.isEmpty { everywhere[name]! += 1 }
    for key in keys { everywhere[key.text, default: 0] += 1 }
    for clause in clauses {
      switch clause {
      case .fail(let finding), .unverified(let finding), .except(let finding):
        everywhere.merge(SyntaxWalk.occurrences(finding.body)) { $0 + $1 }
        for name in finding.per { everywhere[name.text, default: 0] += 1 }
      default: break
      }
    }
    func tidyFinding(_ finding: PolicyDeclaration.Finding) -> PolicyDeclaration.Finding {
      var finding = finding
      var counts = inPopulation.merging(SyntaxWalk.occurrences(finding.body)) { $0 + $1 }
      for name in finding.per + keys { counts[name.text, default: 0] += 1 }
      var punned = Set(inPopulation.keys)
      finding.body = tidy(finding.body, counts, &punned)
      return finding
    }
    return clauses.map { clause in
      switch clause {
      case .population(var population):
        var punned: Set<String> = []
        population.body = tidy(population.body, everywhere, &punned)
        return .population(population)
      case .fail(let finding): return .fail(tidyFinding(finding))
      case .unverified(let finding): return .unverified(tidyFinding(finding))
      case .except(let finding): return .except(tidyFinding(finding))
      default: return clause
      }
    }
  }

  // MARK: bodies

  private func tidy(_ body: [Literal], _ counts: [String: Int], _ punned: inout Set<String>) -> [Literal] {
    var result: [Literal] = []
    for literal in body {
      switch literal {
      case .atom(let atom, let optional): result.append(.atom(tidy(atom, counts, &punned), optional: optional))
      case .notAtom(let atom, let span): result.append(.notAtom(tidy(atom, counts, &punned), span))
      case .notBody(let inner, let span): result.append(.notBody(tidy(inner, counts, &punned), span))
      case .or(let branches, let span):
        var tidied: [[Literal]] = []
        for branch in branches { tidied.append(tidy(branch, counts, &punned)) }
        result.append(.or(tidied, span))
      case .comparison(let left, let comparison, let right, let span):
        result.append(.comparison(tidy(left, counts, &punned), comparison, tidy(right, counts, &punned), span))
      case .inSet, .inName: result.append(literal)
      }
    }
    return result
  }

  private func tidy(_ atom: Atom, _ counts: [String: Int], _ punned: inout Set<String>) -> Atom {
    var atom = atom
    for index in atom.arguments.indices {
      let argument = atom.arguments[index]
      let column = argument.column.text
      let name: String
      switch argument.value {
      case .punned: name = column
      case .expression(.variable(let variable)): name = variable.text
      case .expression(let expression):
        atom.arguments[index].value = .expression(tidy(expression, counts, &punned))
        continue
      case .wildcard, .none: continue
      }
      let mayPun = name == column && (joinsByName["\(atom.relation.text) \(column)"]! || !punned.contains(name))
      if mayPun {
        atom.arguments[index].value = .punned
        punned.insert(name)
      } else if counts[name, default: 0] > 1 {
        atom.arguments[index].value = .expression(.variable(Name(name, argument.span)))
      } else {
        atom.arguments[index].value = .wildcard
      }
    }
    return atom
  }

  private func tidy(_ expression: Expression, _ counts: [String: Int], _ punned: inout Set<String>) -> Expression {
    switch expression {
    case .constant, .variable, .parameter: return expression
    case .call(let name, let arguments, let span):
      var tidied: [Expression] = []
      for argument in arguments { tidied.append(tidy(argument, counts, &punned)) }
      return .call(name, tidied, span)
    case .aggregate(var aggregate):
      aggregate.body = tidy(aggregate.body, counts, &punned)
      return .aggregate(aggregate)
    case .arithmetic(let left, let operation, let right, let span):
      return .arithmetic(tidy(left, counts, &punned), operation, tidy(right, counts, &punned), span)
    case .negated(let inner, let span): return .negated(tidy(inner, counts, &punned), span)
    }
  }
}
