import FactStore

/// Lowers policies: the population's body is part of every other body (language.md, statement 7).
struct PolicyLowering {
  private let program: LoweredProgram
  private var relations: [PolicyRelation] = []

  private init(_ program: LoweredProgram) { self.program = program }

  /// The policy, and its relations in the order of their ids, which follow the program's.
  ///
  /// Nothing of the program is held afterwards: what is added to it then copies nothing.
  static func lower(
    _ policy: PolicyDeclaration, in program: LoweredProgram
  ) -> (policy: CompiledPolicy, relations: [PolicyRelation]) {
    var lowering = PolicyLowering(program)
    let lowered = lowering.lower(policy)
    return (lowered, lowering.relations)
  }

  private mutating func lower(_ policy: PolicyDeclaration) -> CompiledPolicy {
    let population = policy.population!
    let keys = columns(policy.keys, population.span)
    let id = define("\(policy.id.text)#for", columns: keys, body: population.body, text: "for", span: population.span)
    var clauses: [RuleUnit.Kind: [CompiledFinding]] = [:]
    for (finding, kind) in policy.findings {
      let violating = columns(finding.per.map(\.text).filter { !policy.keys.contains($0) }, finding.span)
      let relation = define(
        "\(policy.id.text)#\(kind)\(clauses[kind, default: []].count)", columns: keys + violating,
        body: population.body + finding.body, text: "\(kind) if", span: finding.span, clause: (keys.count, id))
      clauses[kind, default: []].append(
        CompiledFinding(
          clause: finding, relation: relation, violating: violating,
          grouped: grouped(finding, beside: policy.keys + violating.map(\.name))))
    }
    return CompiledPolicy(
      policy: policy, keys: keys, population: id, fails: clauses[.fail] ?? [],
      unverifieds: clauses[.unverified] ?? [], excepts: clauses[.except] ?? [])
  }

  private mutating func define(
    _ name: String, columns: [ColumnSchema], body: [Literal], text: String, span: Span,
    clause: (keyCount: Int, population: RelationID)? = nil
  ) -> RelationID {
    let id = RelationID(raw: program.catalog.count + relations.count)
    let lowering = RuleLowering(program, span)
    let rules = lowering.lower(
      head: id, arguments: columns.map { (.variable(lowering.names.table.own($0.name)!), $0.type) }, body: body,
      text: "\(text) " + body.map { Printer.text(of: $0) }.joined(separator: ", "), span: span)
    relations.append(PolicyRelation(name: name, columns: columns, rules: rules, clause: clause))
    return id
  }

  /// The entities of a clause's own body, but those that a finding names.
  private func grouped(_ finding: PolicyDeclaration.Finding, beside named: [String]) -> [ColumnSchema] {
    guard let names = program.checked.names[finding.span] else { return [] }
    let table = names.table
    return table.ids.compactMap { id in
      let variable = table[id]
      guard variable.scope == 0, !named.contains(variable.name), case .entity = names.types[id],
        variable.occurrences.contains(where: { table.occurrences[$0].isBody && !table.occurrences[$0].isPopulation })
      else { return nil }
      return ColumnSchema(variable.name, names.type(of: id))
    }
  }

  /// Variables of a population or finding, as columns.
  private func columns(_ variables: [String], _ span: Span) -> [ColumnSchema] {
    let names = program.checked.names[span]!
    return variables.map { ColumnSchema($0, names.type(of: names.table.own($0)!)) }
  }
}
