/// Warnings: relations that nothing derives, parameters that nothing reads.
struct CheckUnused {
  let declarations: Declarations
  let sink: DiagnosticSink

  func check(_ program: Program) {
    checkRelations(program)
    checkParameters(program)
  }

  private func checkRelations(_ program: Program) {
    let derived = Set((program.rules + program.factRules).map(\.head.relation.text))
    for case .relation(let relation) in program.items {
      let name = relation.name.text
      guard declarations.relations[name]?.span == relation.name.span, !derived.contains(name) else { continue }
      sink.report(
        .relationWithoutRules, "no rule derives `\(name)`, so it is always empty", at: relation.name.span,
        help: "write a rule `\(name)(…) if …`, or remove the relation")
    }
  }

  private func checkParameters(_ program: Program) {
    var used: Set<String> = []
    for body in program.bodies { collect(body, into: &used) }
    for rule in program.rules { collect(rule.head, into: &used) }
    for case .parameter(let parameter) in program.items where !used.contains(parameter.name.text) {
      sink.report(
        .unusedParameter, "no rule reads the parameter `\(parameter.name.text)`", at: parameter.name.span,
        help: "use it in a rule, or remove it")
    }
  }

  private func collect(_ body: [Literal], into used: inout Set<String>) {
    for literal in body {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): collect(atom, into: &used)
      case .notBody(let inner, _): collect(inner, into: &used)
      case .or(let bodies, _): for inner in bodies { collect(inner, into: &used) }
      case .comparison(let left, _, let right, _):
        collect(left, into: &used)
        collect(right, into: &used)
      case .inSet(let expression, _, _): collect(expression, into: &used)
      case .inName(let expression, let name, _):
        collect(expression, into: &used)
        used.insert(name.text)
      }
    }
  }

  private func collect(_ atom: Atom, into used: inout Set<String>) {
    for case .expression(let expression) in atom.arguments.map(\.value) { collect(expression, into: &used) }
  }

  private func collect(_ expression: Expression, into used: inout Set<String>) {
    switch expression {
    case .constant, .variable: break
    case .parameter(let name): used.insert(name.text)
    case .call(_, let arguments, _): for argument in arguments { collect(argument, into: &used) }
    case .arithmetic(let left, _, let right, _):
      collect(left, into: &used)
      collect(right, into: &used)
    case .negated(let inner, _): collect(inner, into: &used)
    case .aggregate(let aggregate): collect(aggregate.body, into: &used)
    }
  }
}

extension Program {
  /// Every body: of rules, populations and findings.
  var bodies: [[Literal]] {
    rules.map(\.body)
      + policies.flatMap { policy in
        (policy.population.map { [$0.body] } ?? []) + policy.findings.map(\.finding.body)
      }
  }
}
