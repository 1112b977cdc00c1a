import FactStore

/// Lowers policies: the population's body is part of every other body (language.md, statement 7).
struct PolicyLowering {
  let engine: Engine

  func lower(_ policy: PolicyDeclaration) -> CompiledPolicy {
    let population = policy.clauses.lazy.compactMap { clause -> PolicyDeclaration.Population? in
      if case .population(let population) = clause { return population }
      return nil
    }.first!
    let keys = columns(policy.keys, population.span)
    let id = define("\(policy.id.text)#for", columns: keys, body: population.body, text: "for", span: population.span)
    var fails: [CompiledFinding] = []
    var unverifieds: [CompiledFinding] = []
    var excepts: [CompiledFinding] = []
    for clause in policy.clauses {
      switch clause {
      case .fail(let finding):
        fails.append(
          lower(finding, "fail\(fails.count)", of: policy, population: population, members: id, keys: keys))
      case .unverified(let finding):
        unverifieds.append(
          lower(
            finding, "unverified\(unverifieds.count)", of: policy, population: population, members: id, keys: keys))
      case .except(let finding):
        excepts.append(
          lower(finding, "except\(excepts.count)", of: policy, population: population, members: id, keys: keys))
      default: continue
      }
    }
    return CompiledPolicy(
      policy: policy, keys: keys, population: id, fails: fails, unverifieds: unverifieds, excepts: excepts)
  }

  private func lower(
    _ finding: PolicyDeclaration.Finding, _ name: String, of policy: PolicyDeclaration,
    population: PolicyDeclaration.Population, members: RelationID, keys: [ColumnSchema]
  ) -> CompiledFinding {
    let body = population.body + finding.body
    let names = Set(keys.map(\.name))
    let violating = columns(finding.per.map(\.text).filter { !names.contains($0) }, finding.span)
    let id = define(
      "\(policy.id.text)#\(name)", columns: keys + violating, keys: keys.count, members: members, body: body,
      text: "\(name.prefix { $0.isLetter }) if", span: finding.span)
    return CompiledFinding(clause: finding, relation: id, violating: violating)
  }

  private func define(
    _ name: String, columns: [ColumnSchema], keys: Int? = nil, members: RelationID? = nil, body: [Literal],
    text: String, span: Span
  ) -> RelationID {
    let id = engine.addRelation(name, columns: columns, keys: keys, population: members)
    let printed = "\(text) " + body.map { Printer.text(of: $0) }.joined(separator: ", ")
    let lowering = engine.lowering(span)
    engine.rules[id] = lowering.lower(
      head: id, arguments: columns.map { .variable(lowering.names.table.own($0.name)!) }, body: body, text: printed,
      span: span)
    return id
  }

  /// Variables of a population or finding, as columns.
  private func columns(_ variables: [String], _ span: Span) -> [ColumnSchema] {
    let names = engine.checked.names[span]!
    return variables.map { ColumnSchema($0, names.type(of: names.table.own($0)!)) }
  }
}
