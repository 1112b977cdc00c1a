import FactStore

/// Checks a parsed program against the relations that the exports give.
public enum Checker {
  /// The checked program, or `nil` where there is any error. All diagnostics of the program, by place.
  ///
  /// - Parameters:
  ///   - parameters: Overriding values as texts, from `tilsyn.yaml` or flags, by parameter.
  ///   - shipped: Whether the policies are held to what a shipped pack must have: three languages, a basis, examples.
  ///   - examples: Whether the examples are checked too. They decide nothing where exports are judged.
  public static func check(
    _ program: Program, schemas: SchemaSet, parameters: [String: [String]] = [:], shipped: Bool = false,
    examples: Bool = true
  ) -> (checked: CheckedProgram?, diagnostics: [Diagnostic]) {
    let sink = DiagnosticSink()
    var declarations = CheckDeclarations(program: program, schemas: schemas, sink: sink).read()
    CheckParameters(program: program, overrides: parameters, sink: sink).read(into: &declarations)
    CheckLimits(sink: sink).check(program)

    let unitCheck = CheckUnit(declarations: declarations, sink: sink)
    let rules = program.rules
    let policies = program.policies
    let byRelation = RuleSet(sources: program.sources).grouped(rules + program.factRules, declarations)
    var names: [Span: ResolvedNames] = [:]
    for rule in rules { names[rule.span] = unitCheck.check(RuleUnit(rule)) }
    CheckFacts(unitCheck: unitCheck).check(program)
    let reads = examples ? ColumnsRead(declarations: declarations, rules: byRelation) : nil
    for policy in policies {
      names.merge(unitCheck.check(policy, reads, sources: program.sources)) { $1 }
    }
    if shipped { for policy in policies { LintShipped(sink: sink).check(policy) } }

    let graph = DependencyGraph(rules: byRelation, declarations: declarations)
    let strata = Stratify(graph: graph, rules: byRelation, sink: sink).strata()
    CheckOptional(graph: graph, declarations: declarations, sink: sink).check(rules: byRelation, policies)
    CheckUnused(declarations: declarations, sink: sink).check(program)

    guard !sink.hasErrors else { return (nil, sink.sorted) }
    let checked = CheckedProgram(
      program: program,
      relations: declarations.relations.mapValues { .init(schema: $0.schema, kind: $0.kind) },
      parameters: declarations.parameters,
      policies: policies.sorted { $0.id.text < $1.id.text }, rules: byRelation, names: names, strata: strata)
    return (checked, sink.sorted)
  }
}

extension CheckUnit {
  /// What was found out about the names of the population and of each finding, by its place.
  /// - Parameter reads: What the facts of its examples must give; `nil` where nobody looks at examples.
  func check(
    _ policy: PolicyDeclaration, _ reads: ColumnsRead?, sources: [SourceText]
  ) -> [Span: ResolvedNames] {
    var names: [Span: ResolvedNames] = [:]
    CheckPolicy(sink: sink).check(policy)
    CheckMessages(sink: sink, sources: sources).check(policy)
    var keyTypes: [String: ValueType] = [:]
    if let population = policy.population {
      let found = check(RuleUnit(population, of: policy, sources: sources))
      names[population.span] = found
      for id in found.table.ids where found.table[id].scope == 0 { keyTypes[found.table[id].name] = found.types[id] }
    }
    for (finding, kind) in policy.findings {
      let unit = RuleUnit(finding, kind, of: policy, sources: sources)
      let found = check(unit)
      names[finding.span] = found
      if kind == .fail { CheckPer(keys: policy.keys, sink: sink).check(finding, found) }
    }
    if let reads { CheckExamples(unitCheck: self, policy: policy, keyTypes: keyTypes, reads: reads).check() }
    return names
  }
}

extension Program {
  /// Rules as written, in order.
  var rules: [Rule] {
    items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
  }

  /// Ground facts as rules without a body.
  var factRules: [Rule] {
    items.compactMap { item in
      guard case .fact(let atom) = item else { return nil }
      return Rule(head: atom, body: [], doc: "", span: atom.span)
    }
  }

  var policies: [PolicyDeclaration] {
    items.compactMap { if case .policy(let policy) = $0 { policy } else { nil } }
  }
}
