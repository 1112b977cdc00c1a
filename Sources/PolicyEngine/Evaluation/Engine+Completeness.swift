import FactStore

extension Engine {
  /// Whether nothing at all is known of a source relation.
  package func isAbsent(_ relation: String) -> Bool { store[relation]?.completeness == .absent }

  /// The source relations of which no export was loaded.
  package var absent: Set<String> { store.absent }

  /// Those of them of which somebody says that there is none.
  package var declared: Set<String> { store.declared }

  /// An engine for the same program and facts, which reads absent relations as if there were nothing to load.
  /// - Parameter keepsHoles: whether what loaded documents left open of them stays open.
  package func reading(asEmpty relations: Set<String>, keepsHoles: Bool) -> Engine {
    Engine(
      checked, store: store.reading(asEmpty: relations, keepsHoles: keepsHoles), today: today,
      limits: limits.left(after: evaluation.ledger.total))
  }

  /// The absent source relations through whose holes a policy has possible rows. Linear in the rules that it reads.
  ///
  /// A way down ends at a relation without possible rows, and at a rule that an empty relation keeps from deriving
  /// any: what lies behind does not matter to this policy and these facts.
  package func openAbsences(of policy: CompiledPolicy) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<RelationID> = []
    func visit(_ id: RelationID) {
      guard seen.insert(id).inserted else { return }
      let relation = evaluated(id)
      guard !relation.extras.isEmpty else { return }
      if let source = relation.source {
        if source.lacksExport { names.insert(relation.baseName) }
        return
      }
      for rule in program.rules[id] ?? [] {
        let isDead = rule.body.contains { literal in
          guard case .match(let atom) = literal.step else { return false }
          let read = evaluated(atom.relation)
          return read.certain.count == 0 && read.extras.isEmpty
        }
        if isDead { continue }
        rule.relations.forEach(visit)
      }
    }
    for id in policy.relations { visit(id) }
    return names
  }

  /// The weakest grade among the source relations that some relations rest on.
  package func weakestGrade(_ ids: [RelationID]) -> CompletenessGrade? { ids.compactMap { closing($0).grade }.min() }

  /// The source relations that a relation rests on, and the weakest grade among them.
  func closing(_ id: RelationID) -> (sources: [String], grade: CompletenessGrade?) {
    if let known = closings[id] { return known }
    let found = findClosing(id)
    closings[id] = found
    return found
  }

  private func findClosing(_ id: RelationID) -> (sources: [String], grade: CompletenessGrade?) {
    var sources: Set<String> = []
    var grades: [CompletenessGrade] = []
    var seen: Set<RelationID> = []
    func visit(_ id: RelationID) {
      guard seen.insert(id).inserted else { return }
      if let source = relations[id.raw].source {
        let isNone = source.declaration != nil && !source.lacksExport
        sources.insert(source.baseName + (isNone ? " (of which there is none, as declared)" : ""))
        if let grade = source.grade { grades.append(grade) }
      }
      for rule in program.rules[id] ?? [] {
        rule.relations.forEach(visit)
      }
    }
    visit(id)
    return (sources.sorted(), grades.min())
  }
}

extension EvaluatedRelation {
  /// The name that a policy writes: a facet's base.
  var baseName: String { String(name.prefix { $0 != "?" }) }
}

extension SourceRelation {
  var baseName: String { String(name.prefix { $0 != "?" }) }
}
