import FactStore

/// Runs the checks of one rule: each looks at the same unit, and none at what another has reported.
struct CheckUnit {
  let declarations: Declarations
  let sink: DiagnosticSink

  /// What the names of the unit stand for, with everything that is wrong reported.
  @discardableResult
  func check(_ unit: RuleUnit) -> ResolvedNames {
    guard CheckLimits(sink: sink).check(unit) else {
      return ResolvedNames(table: VariableTable(RuleUnit(kind: unit.kind, body: [], span: unit.span)))
    }
    let table = VariableTable(unit)
    CheckArguments(declarations: declarations, sink: sink).check(unit)
    let types = InferTypes(declarations: declarations, table: table, sink: sink).infer(unit)
    CheckTypes(expressions: expressions(table, types)).check(unit)
    CheckSafety(table: table, sink: sink).check(unit)
    CheckUses(declarations: declarations, table: table, sink: sink).check(unit)
    return ResolvedNames(table: table, types: types.types)
  }

  func expressions(_ table: VariableTable, _ types: InferTypes.Types) -> CheckExpressions {
    CheckExpressions(declarations: declarations, table: table, types: types, sink: sink)
  }
}
