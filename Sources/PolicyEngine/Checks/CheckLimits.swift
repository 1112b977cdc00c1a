/// No text is so large that checking or evaluating it costs more than its size.
struct CheckLimits {
  let sink: DiagnosticSink

  func check(_ program: Program) {
    let rules = program.rules + program.factRules
    if rules.count > ProgramLimit.rules {
      sink.report(
        .tooManyRules, "there are \(rules.count) rules, more than \(ProgramLimit.rules)",
        at: rules[ProgramLimit.rules].span,
        help: "give facts as an export, and split rules into packs that are loaded apart")
    }
    for rule in rules { check(rule.body, at: rule.head.span) }
    for policy in program.policies {
      if let population = policy.population { check(population.body, at: population.span) }
      for (finding, _) in policy.findings { check(finding.body, at: finding.span) }
    }
  }

  private func check(_ body: [Literal], at span: Span) {
    let count = count(body)
    guard count > ProgramLimit.literals else { return }
    sink.report(
      .tooManyLiterals, "this body has \(count) parts, more than \(ProgramLimit.literals)", at: span,
      help: "derive a relation for a part of it")
  }

  private func count(_ body: [Literal]) -> Int {
    body.reduce(0) { sum, literal in
      switch literal {
      case .atom, .notAtom, .inSet, .inName: sum + 1
      case .notBody(let inner, _): sum + 1 + count(inner)
      case .or(let bodies, _): sum + bodies.reduce(0) { $0 + count($1) }
      case .comparison(let left, _, let right, _): sum + 1 + count(left) + count(right)
      }
    }
  }

  private func count(_ expression: Expression) -> Int {
    switch expression {
    case .constant, .variable, .parameter: 0
    case .call(_, let arguments, _): arguments.reduce(0) { $0 + count($1) }
    case .arithmetic(let left, _, let right, _): count(left) + count(right)
    case .negated(let inner, _): count(inner)
    case .aggregate(let aggregate): count(aggregate.body)
    }
  }
}
