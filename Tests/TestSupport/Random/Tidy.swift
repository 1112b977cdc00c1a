import FactStore
import PolicyEngine

/// Writes arguments the way the language asks for: a variable used once is no variable, names are punned where they
/// may be, and written out wherever columns without a normal form are joined (language.md, statement 1).
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
      var uses = Uses(rule.body)
      for argument in rule.head.arguments {
        guard case .expression(let expression) = argument.value else { continue }
        // An aggregate in the head has atoms of its own.
        uses.add(Uses([.comparison(expression, .equal, expression, argument.span)], times: 2))
      }
      rule.body = tidy(rule.body, uses)
      // In a head, a name stands for itself or is written out, however often it occurs.
      for argument in rule.head.arguments {
        var name = argument.column.text
        if case .expression(let expression) = argument.value {
          guard case .variable(let variable) = expression else { continue }
          name = variable.text
        }
        uses.all[name] = 2
        uses.columns[name] = 2
      }
      rule.head = tidy(rule.head, uses)
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
    let inPopulation = Uses(population)
    var everywhere = inPopulation
    // Without names, every variable is a key and none may go.
    for case .atom(let atom, _) in population where keys.isEmpty {
      for (name, _) in Uses([.atom(atom, optional: false)]).all { everywhere.all[name]! += 1 }
    }
    for key in keys { everywhere.all[key.text, default: 0] += 1 }
    for clause in clauses {
      switch clause {
      case .fail(let finding), .unverified(let finding), .except(let finding):
        everywhere.add(Uses(finding.body))
        for name in finding.per { everywhere.all[name.text, default: 0] += 1 }
      default: break
      }
    }
    func tidyFinding(_ finding: PolicyDeclaration.Finding) -> PolicyDeclaration.Finding {
      var finding = finding
      var uses = inPopulation
      uses.add(Uses(finding.body))
      for name in finding.per + keys { uses.all[name.text, default: 0] += 1 }
      finding.body = tidy(finding.body, uses)
      return finding
    }
    return clauses.map { clause in
      switch clause {
      case .population(var population):
        population.body = tidy(population.body, everywhere)
        return .population(population)
      case .fail(let finding): return .fail(tidyFinding(finding))
      case .unverified(let finding): return .unverified(tidyFinding(finding))
      case .except(let finding): return .except(tidyFinding(finding))
      default: return clause
      }
    }
  }

  /// How often variables occur: anywhere, and as the value of a column.
  private struct Uses {
    var all: [String: Int]
    var columns: [String: Int]

    init(all: [String: Int], columns: [String: Int]) {
      self.all = all
      self.columns = columns
    }

    /// - Parameter times: how often the body repeats what is meant once.
    init(_ body: [Literal], times: Int = 1) {
      var columns: [String: Int] = [:]
      SyntaxWalk(onAtom: { atom in
        for argument in atom.arguments {
          switch argument.value {
          case .punned: columns[argument.column.text, default: 0] += 1
          case .expression(.variable(let name)): columns[name.text, default: 0] += 1
          case .expression, .wildcard, .none: break
          }
        }
      }).walk(body)
      self.init(
        all: SyntaxWalk.occurrences(body).mapValues { $0 / times }, columns: columns.mapValues { $0 / times })
    }

    mutating func add(_ other: Uses) {
      all.merge(other.all) { $0 + $1 }
      columns.merge(other.columns) { $0 + $1 }
    }
  }

  // MARK: bodies

  private func tidy(_ body: [Literal], _ uses: Uses) -> [Literal] {
    var result: [Literal] = []
    for literal in body {
      switch literal {
      case .atom(let atom, let optional): result.append(.atom(tidy(atom, uses), optional: optional))
      case .notAtom(let atom, let span): result.append(.notAtom(tidy(atom, uses), span))
      case .notBody(let inner, let span): result.append(.notBody(tidy(inner, uses), span))
      case .or(let branches, let span):
        var tidied: [[Literal]] = []
        for branch in branches { tidied.append(tidy(branch, uses)) }
        result.append(.or(tidied, span))
      case .comparison(let left, let comparison, let right, let span):
        result.append(.comparison(tidy(left, uses), comparison, tidy(right, uses), span))
      case .inSet, .inName: result.append(literal)
      }
    }
    return result
  }

  private func tidy(_ atom: Atom, _ uses: Uses) -> Atom {
    var atom = atom
    for index in atom.arguments.indices {
      let argument = atom.arguments[index]
      let column = argument.column.text
      let name: String
      switch argument.value {
      case .punned: name = column
      case .expression(.variable(let variable)): name = variable.text
      case .expression(let expression):
        atom.arguments[index].value = .expression(tidy(expression, uses))
        continue
      case .wildcard, .none: continue
      }
      let joins = joinsByName["\(atom.relation.text) \(column)"]!
      if uses.all[name, default: 0] < 2 {
        atom.arguments[index].value = .wildcard
      } else if name == column, joins || uses.columns[name, default: 0] < 2 {
        atom.arguments[index].value = .punned
      } else {
        atom.arguments[index].value = .expression(.variable(Name(name, argument.span)))
      }
    }
    return atom
  }

  private func tidy(_ expression: Expression, _ uses: Uses) -> Expression {
    switch expression {
    case .constant, .variable, .parameter: return expression
    case .call(let name, let arguments, let span):
      var tidied: [Expression] = []
      for argument in arguments { tidied.append(tidy(argument, uses)) }
      return .call(name, tidied, span)
    case .aggregate(var aggregate):
      aggregate.body = tidy(aggregate.body, uses)
      return .aggregate(aggregate)
    case .arithmetic(let left, let operation, let right, let span):
      return .arithmetic(tidy(left, uses), operation, tidy(right, uses), span)
    case .negated(let inner, let span): return .negated(tidy(inner, uses), span)
    }
  }
}
