import FactStore

/// Runs the checks of one rule: each looks at the same unit, and none at what another has reported.
struct CheckUnit {
  let declarations: Declarations
  let sink: DiagnosticSink
  let constants: NormalConstants
  let patternError: (String) -> String?

  /// The types of the unit's variables, with everything that is wrong reported.
  @discardableResult
  func check(_ unit: RuleUnit) -> (table: VariableTable, types: InferTypes.Types) {
    guard CheckLimits(sink: sink).check(unit) else {
      return (VariableTable(RuleUnit(kind: unit.kind, body: [], span: unit.span)), InferTypes.Types())
    }
    let table = VariableTable(unit)
    CheckArguments(declarations: declarations, sink: sink).check(unit)
    let types = InferTypes(declarations: declarations, table: table, sink: sink).infer(unit)
    CheckTypes(expressions: expressions(table, types)).check(unit)
    CheckSafety(table: table, sink: sink).check(unit)
    CheckUses(declarations: declarations, table: table, sink: sink).check(unit)
    return (table, types)
  }

  /// - Parameter rules: All rules by the relation they derive: what an example's facts must give depends on them.
  func check(_ policy: PolicyDeclaration, rules: [String: [Rule]], sources: [SourceText]) {
    CheckPolicy(sink: sink).check(policy)
    CheckMessages(sink: sink, sources: sources).check(policy)
    var keyTypes: [String: ValueType] = [:]
    if let population = policy.population {
      let (table, types) = check(RuleUnit(population, of: policy, sources: sources))
      for index in table.variables.indices where table.variables[index].scope == 0 {
        keyTypes[table.variables[index].name] = types.types[VariableTable.VariableID(raw: index)]
      }
    }
    for (finding, kind) in policy.findings {
      let unit = RuleUnit(finding, kind, of: policy, sources: sources)
      let (table, types) = check(unit)
      if kind == .fail { CheckPer(keys: policy.keys, sink: sink).check(finding, table, types) }
    }
    let reads = ColumnsRead(declarations: declarations, rules: rules)
    CheckExamples(unitCheck: self, policy: policy, keyTypes: keyTypes, reads: reads).check()
  }

  func expressions(_ table: VariableTable, _ types: InferTypes.Types) -> CheckExpressions {
    CheckExpressions(
      declarations: declarations, table: table, types: types, sink: sink, constants: constants,
      patternError: patternError)
  }
}
