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
    func note(_ expression: Expression) { if case .parameter(let name) = expression { used.insert(name.text) } }
    for body in program.bodies {
      body.forEachExpression(deep: true, note)
      body.forEachLiteral { if case .inName(_, let name, _) = $0 { used.insert(name.text) } }
    }
    for rule in program.rules {
      for expression in rule.head.expressions { expression.forEachExpression(deep: true, note) }
    }
    for case .parameter(let parameter) in program.items where !used.contains(parameter.name.text) {
      sink.report(
        .unusedParameter, "no rule reads the parameter `\(parameter.name.text)`", at: parameter.name.span,
        help: "use it in a rule, or remove it")
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
