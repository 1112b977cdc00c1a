import FactStore

/// The relations of one run, and what deriving them has cost.
final class Evaluation {
  private(set) var program: LoweredProgram
  private(set) var relations: [EvaluatedRelation] = []
  let symbols: SymbolTable
  let functions: TextFunctions
  let limits: EvaluationLimits
  /// What deriving, and asking about members, has spent.
  let ledger: WorkLedger

  /// - Parameter given: the facts of an example, in place of all that the store holds.
  init(_ program: LoweredProgram, store: FactStore, given: GivenFacts?, limits: EvaluationLimits) {
    self.program = program
    self.limits = limits
    symbols = program.symbols
    functions = TextFunctions(symbols: program.symbols)
    ledger = WorkLedger(limits)
    for id in program.catalog.ids {
      let entry = program.catalog[id]
      if given == nil, let source = store[entry.name] {
        relations.append(EvaluatedRelation(id: id, source: source))
      } else {
        relations.append(EvaluatedRelation(id: id, name: entry.name, columns: entry.columns))
        if entry.isSource { self[id].finish() }
      }
    }
    for entry in given?.relations ?? [] {
      if let id = program.catalog.id(entry.relation) { self[id].fill(with: entry, keepsAbsence: true) }
    }
    addEmptied(store, given)
  }

  /// The twin of every relation of which there is no export, as somebody declared: what `optional` reads in its place,
  /// with the rows that other exports brought along and without the hole of what is missing (language.md, statement 9).
  private func addEmptied(_ store: FactStore, _ given: GivenFacts?) {
    for (id, twin) in program.emptied {
      let name = program.catalog[id].name
      if let given {
        relations[twin.raw] = EvaluatedRelation(id: twin, name: name, columns: program.catalog[id].columns)
        for entry in given.relations where entry.relation == name { self[twin].fill(with: entry, keepsAbsence: false) }
      } else if let source = store[name] {
        relations[twin.raw] = EvaluatedRelation(id: twin, source: source.withoutAbsence(keepsHoles: true))
      }
    }
  }

  subscript(id: RelationID) -> EvaluatedRelation { relations[id.raw] }

  /// Adds the relations of a policy; they are evaluated when asked for.
  func add(_ added: [PolicyRelation]) {
    program.add(added)
    for relation in added {
      let made = EvaluatedRelation(
        id: RelationID(raw: relations.count), name: relation.name, columns: relation.columns)
      made.keyCount = relation.clause?.keyCount
      made.population = relation.clause?.population
      relations.append(made)
    }
  }

  /// Components that some relations rest on and that are not final, each after those that it reads.
  func openComponents(_ ids: [RelationID]) -> [[RelationID]] {
    var seen: Set<RelationID> = []
    var order: [[RelationID]] = []
    func visit(_ id: RelationID) {
      guard !self[id].isFinal, !seen.contains(id) else { return }
      let component = program.component(of: id)
      seen.formUnion(component)
      program.reads(of: component).forEach(visit)
      order.append(component)
    }
    ids.forEach(visit)
    return order
  }

  /// The limit that was hit in what a component reads.
  func limit(behind component: [RelationID]) -> EvaluationLimit? {
    program.reads(of: component).lazy.compactMap { self[$0].limit }.first
  }

  /// Leaves a component empty and limited. One thread only: others may hold the relations.
  func refuse(_ component: [RelationID], _ limit: EvaluationLimit, _ spent: WorkLedger.Spent) {
    ledger.release(values: spent.values)
    forget(component)
    for member in component {
      self[member].limit = limit
      self[member].finish()
    }
    self[component[0]].work = spent.probes
  }

  /// Leaves a component as it was before it was evaluated. One thread only.
  func forget(_ component: [RelationID]) {
    for member in component { relations[member.raw] = self[member].unevaluated() }
  }
}

extension Evaluation: RelationStatistics {
  func fanOut(of relation: RelationID, boundColumns: [Int]) -> Double { self[relation].fanOut(boundColumns) }
  func extrasFanOut(of relation: RelationID, stars: UInt32?, boundColumns: [Int]) -> Double {
    self[relation].extras.fanOut(stars: stars, boundColumns)
  }
}
