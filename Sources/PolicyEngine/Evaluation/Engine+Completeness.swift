import FactStore
import Localization

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
  /// A way down ends at a relation without possible rows, and at a rule that an empty relation, or a short one without the constants that
  /// it asks for, keeps from deriving any: what lies behind does not matter to this policy and these facts.
  package func openAbsences(of policy: CompiledPolicy) -> Set<String> {
    func isOpen(_ id: RelationID) -> Bool { !evaluated(id).extras.isEmpty }
    func isEmpty(_ id: RelationID) -> Bool { evaluated(id).certain.count == 0 && !isOpen(id) }
    let reached = reached(from: policy.relations) { id in
      guard isOpen(id) else { return [] }
      return program.rules[id, default: []].filter { rule in
        !rule.atoms.contains { isEmpty($0.relation) || lacksConstants(of: $0, rule.registers) }
      }
    }
    let sources = reached.filter(isOpen).compactMap { relations[$0.raw].source }
    return Set(sources.filter(\.lacksExport).map(\.baseName))
  }

  /// Rows, certain and possible, that a relation may have and still be searched for constants here.
  private static let fewRows = 64

  /// Whether a relation of few rows has none, certain or possible, with the constants of an atom.
  private func lacksConstants(of atom: LoweredAtom, _ registers: RegisterFile) -> Bool {
    let constants = atom.terms.enumerated().compactMap { column, register in
      register.flatMap { registers.entries[$0].constant }.map { (column, $0) }
    }
    let relation = evaluated(atom.relation)
    let rows = relation.certain.count + relation.extras.count
    guard !constants.isEmpty, rows <= Self.fewRows else { return false }
    func fits(_ codes: [UInt32]) -> Bool { constants.allSatisfy { [$1, ValueCode.any].contains(codes[$0]) } }
    return !(0..<relation.certain.count).contains { fits(relation.certain.row($0)) }
      && !(0..<relation.extras.count).contains { fits(relation.extras.table.row($0)) }
  }

  /// What some relations rest on, themselves included, through some of their rules.
  private func reached(
    from ids: [RelationID], rules: (RelationID) -> [LoweredRule]
  ) -> Set<RelationID> {
    var reached: Set<RelationID> = []
    var pending = ids
    while let id = pending.popLast() {
      if reached.insert(id).inserted { pending += rules(id).flatMap(\.relations) }
    }
    return reached
  }

  /// The weakest grade among the source relations that some relations rest on.
  package func weakestGrade(_ ids: [RelationID]) -> CompletenessGrade? { ids.compactMap { closing($0).grade }.min() }

  /// The source relations that a relation rests on, and the weakest grade among them.
  func closing(_ id: RelationID) -> Closing {
    closings.withLock { closings in
      if let known = closings[id] { return known }
      let found = findClosing(id)
      closings[id] = found
      return found
    }
  }

  private func findClosing(_ id: RelationID) -> Closing {
    let sources = reached(from: [id]) { program.rules[$0] ?? [] }.compactMap { relations[$0.raw].source }
    let names = sources.map { source in
      let isNone = source.declaration != nil && !source.lacksExport
      return isNone ? Phrase("\(source.baseName) (of which there is none, as declared)") : Phrase("\(source.baseName)")
    }
    return Closing(
      sources: Set(names).sorted { $0.english < $1.english }, grade: sources.compactMap(\.grade).min())
  }
}

extension SourceRelation {
  var baseName: String { String(name.prefix { $0 != "?" }) }
}
