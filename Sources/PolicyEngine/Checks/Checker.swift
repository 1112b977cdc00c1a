import FactStore

/// Checks a parsed program against the relations that the exports give.
public enum Checker {
  /// The checked program, or `nil` where there is any error. All diagnostics of the program, by place.
  ///
  /// - Parameters:
  ///   - parameters: Overriding values as texts, from `tilsyn.yaml` or flags, by parameter.
  ///   - shipped: Whether the policies are held to what a shipped pack must have: three languages, a basis, examples.
  ///   - patternError: What is wrong with a regular expression, or `nil`.
  public static func check(
    _ program: Program, schemas: SchemaSet, parameters: [String: [String]] = [:], shipped: Bool = false,
    patternError: @escaping (String) -> String? = Checker.patternError
  ) -> (checked: CheckedProgram?, diagnostics: [Diagnostic]) {
    let sink = DiagnosticSink()
    var declarations = CheckDeclarations(program: program, schemas: schemas, sink: sink).read()
    CheckParameters(program: program, overrides: parameters, sink: sink).read(into: &declarations)
    CheckLimits(sink: sink).check(program)

    let constants = NormalConstants()
    let unitCheck = CheckUnit(
      declarations: declarations, sink: sink, constants: constants, patternError: patternError)
    let rules = program.rules
    let policies = program.policies
    let byRelation = RuleSet(sources: program.sources).grouped(rules + program.factRules, declarations)
    for rule in rules { unitCheck.check(RuleUnit(rule)) }
    CheckFacts(unitCheck: unitCheck).check(program)
    for policy in policies { unitCheck.check(policy, rules: byRelation, sources: program.sources) }
    if shipped { for policy in policies { LintShipped(sink: sink).check(policy) } }

    let graph = DependencyGraph(rules: byRelation, declarations: declarations)
    let strata = Stratify(graph: graph, rules: byRelation, sink: sink).strata()
    CheckOptional(graph: graph, declarations: declarations, sink: sink).check(rules: byRelation, policies)
    CheckUnused(declarations: declarations, sink: sink).check(program)

    guard !sink.hasErrors else { return (nil, sink.sorted) }
    let normalise = NormaliseConstants(constants: constants)
    let checked = CheckedProgram(
      program: normalise.program(program),
      relations: declarations.relations.mapValues { .init(schema: $0.schema, kind: $0.kind) },
      parameters: declarations.parameters,
      policies: policies.map(normalise.policy).sorted { $0.id.text < $1.id.text },
      rules: byRelation.mapValues { $0.map(normalise.rule) }, strata: strata)
    return (checked, sink.sorted)
  }

  /// What the compiler that evaluation uses says of a regular expression.
  public static func patternError(_ pattern: String) -> String? {
    do throws(PatternError) {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return error.message
    }
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
