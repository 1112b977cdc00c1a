import FactStore

/// Runs the checks of one rule: each looks at the same unit, and none at what another has reported.
struct CheckUnit {
  let declarations: Declarations
  let sink: DiagnosticSink

  /// The types of the unit's variables, with everything that is wrong reported.
  @discardableResult
  func check(_ unit: RuleUnit) -> (names: ResolvedNames, types: InferTypes.Types) {
    guard CheckLimits(sink: sink).check(unit) else {
      return (
        ResolvedNames(table: VariableTable(RuleUnit(kind: unit.kind, body: [], span: unit.span))), InferTypes.Types()
      )
    }
    let table = VariableTable(unit)
    CheckArguments(declarations: declarations, sink: sink).check(unit)
    let types = InferTypes(declarations: declarations, table: table, sink: sink).infer(unit)
    CheckTypes(expressions: expressions(table, types)).check(unit)
    CheckSafety(table: table, sink: sink).check(unit)
    CheckUses(declarations: declarations, table: table, sink: sink).check(unit)
    return (ResolvedNames(table: table, types: types.types), types)
  }

  /// What was found out about the names of the population and of each finding, by its place.
  /// - Parameter rules: All rules by the relation they derive: what an example's facts must give depends on them.
  func check(
    _ policy: PolicyDeclaration, rules: [String: [Rule]], sources: [SourceText]
  ) -> [Span: ResolvedNames] {
    var names: [Span: ResolvedNames] = [:]
    CheckPolicy(sink: sink).check(policy)
    CheckMessages(sink: sink, sources: sources).check(policy)
    var keyTypes: [String: ValueType] = [:]
    if let population = policy.population {
      let found = check(RuleUnit(population, of: policy, sources: sources)).names
      names[population.span] = found
      for id in found.table.ids where found.table[id].scope == 0 { keyTypes[found.table[id].name] = found.types[id] }
    }
    for (finding, kind) in policy.findings {
      let unit = RuleUnit(finding, kind, of: policy, sources: sources)
      let found = check(unit).names
      names[finding.span] = found
      if kind == .fail { CheckPer(keys: policy.keys, sink: sink).check(finding, found) }
    }
    let reads = ColumnsRead(declarations: declarations, rules: rules)
    CheckExamples(unitCheck: self, policy: policy, keyTypes: keyTypes, reads: reads).check()
    return names
  }

  func expressions(_ table: VariableTable, _ types: InferTypes.Types) -> CheckExpressions {
    CheckExpressions(
      declarations: declarations, table: table, types: types, sink: sink)
  }
}
