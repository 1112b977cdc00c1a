/// Writes constants in the normal form of the type they are compared with: `"Mette@X.dk"` becomes `"mette@x.dk"`.
struct NormaliseConstants {
  let constants: NormalConstants

  func program(_ program: Program) -> Program {
    guard !constants.texts.isEmpty else { return program }
    var result = program
    result.items = program.items.map { item in
      switch item {
      case .rule(let rule): .rule(self.rule(rule))
      case .fact(let atom): .fact(self.atom(atom))
      case .policy(let policy): .policy(self.policy(policy))
      case .entity, .relation, .parameter: item
      }
    }
    return result
  }

  func rule(_ rule: Rule) -> Rule {
    guard !constants.texts.isEmpty else { return rule }
    var result = rule
    result.head = atom(rule.head)
    result.body = body(rule.body)
    return result
  }

  func policy(_ policy: PolicyDeclaration) -> PolicyDeclaration {
    guard !constants.texts.isEmpty else { return policy }
    var result = policy
    result.clauses = policy.clauses.map { clause in
      switch clause {
      case .population(var population):
        population.body = body(population.body)
        return .population(population)
      case .fail(let finding): return .fail(self.finding(finding))
      case .unverified(let finding): return .unverified(self.finding(finding))
      case .except(let finding): return .except(self.finding(finding))
      case .example(let example): return .example(self.example(example))
      case .title, .why, .fix, .obtain, .caveat, .severity, .basis, .controls: return clause
      }
    }
    return result
  }

  private func finding(_ finding: PolicyDeclaration.Finding) -> PolicyDeclaration.Finding {
    var result = finding
    result.body = body(finding.body)
    return result
  }

  private func example(_ example: PolicyDeclaration.Example) -> PolicyDeclaration.Example {
    var result = example
    result.given = example.given.map { given in
      if case .fact(let atom) = given { .fact(self.atom(atom)) } else { given }
    }
    result.expectations = example.expectations.map { expectation in
      var result = expectation
      result.subject = expectation.subject.map { ($0.name, constant($0.value)) }
      return result
    }
    return result
  }

  private func body(_ literals: [Literal]) -> [Literal] {
    literals.map { literal in
      switch literal {
      case .atom(let atom, let isOptional): .atom(self.atom(atom), optional: isOptional)
      case .notAtom(let atom, let span): .notAtom(self.atom(atom), span)
      case .notBody(let inner, let span): .notBody(body(inner), span)
      case .or(let bodies, let span): .or(bodies.map(body), span)
      case .comparison(let left, let comparison, let right, let span):
        .comparison(expression(left), comparison, expression(right), span)
      case .inSet(let value, let set, let span): .inSet(expression(value), set.map(constant), span)
      case .inName(let value, let name, let span): .inName(expression(value), name, span)
      }
    }
  }

  private func atom(_ atom: Atom) -> Atom {
    var result = atom
    result.arguments = atom.arguments.map { argument in
      guard case .expression(let value) = argument.value else { return argument }
      return Argument(column: argument.column, value: .expression(expression(value)), span: argument.span)
    }
    return result
  }

  private func expression(_ value: Expression) -> Expression {
    switch value {
    case .constant(let constant): .constant(self.constant(constant))
    case .variable, .parameter: value
    case .call(let name, let arguments, let span): .call(name, arguments.map(expression), span)
    case .arithmetic(let left, let sign, let right, let span):
      .arithmetic(expression(left), sign, expression(right), span)
    case .negated(let inner, let span): .negated(expression(inner), span)
    case .aggregate(let aggregate):
      .aggregate(
        Aggregate(
          function: aggregate.function, variables: aggregate.variables, body: body(aggregate.body),
          span: aggregate.span))
    }
  }

  private func constant(_ constant: Constant) -> Constant {
    constants.texts[constant.span].map { Constant(.string($0), constant.span) } ?? constant
  }
}
