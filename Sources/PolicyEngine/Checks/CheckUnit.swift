/// Runs the checks of one rule: each looks at the same unit, and none at what another has reported.
struct CheckUnit {
  let declarations: Declarations
  let sink: DiagnosticSink
  let constants: NormalConstants
  let patternError: (String) -> String?

  func check(_ unit: RuleUnit) {
    let table = VariableTable(unit)
    CheckArguments(declarations: declarations, sink: sink).check(unit)
    let types = InferTypes(declarations: declarations, table: table, sink: sink).infer(unit)
    CheckTypes(expressions: expressions(table, types)).check(unit)
    CheckSafety(table: table, sink: sink).check(unit)
    CheckUses(declarations: declarations, table: table, sink: sink).check(unit)
  }

  func check(_ policy: PolicyDeclaration, sources: [SourceText]) {
    if let population = policy.population { check(RuleUnit(population, of: policy)) }
    for (finding, kind) in policy.findings { check(RuleUnit(finding, kind, of: policy, sources: sources)) }
    CheckPolicy(declarations: declarations, sink: sink).check(policy, sources: sources)
  }

  func expressions(_ table: VariableTable, _ types: InferTypes.Types) -> CheckExpressions {
    CheckExpressions(
      declarations: declarations, table: table, types: types, sink: sink, constants: constants,
      patternError: patternError)
  }
}
