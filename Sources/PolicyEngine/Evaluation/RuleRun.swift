/// One rule while its component is evaluated.
final class RuleRun {
  let rule: LoweredRule
  let runner: RuleRunner
  /// The relation of each positive atom, by ordinal.
  let atomRelations: [RelationID]
  /// Of a clause: the members that its possible rows are asked about.
  var members: OpenMembers?
  private let engine: Engine

  init(_ rule: LoweredRule, engine: Engine, budget: WorkBudget) {
    self.rule = rule
    self.engine = engine
    atomRelations = rule.body.compactMap { literal in
      if case .atom(let atom) = literal { return atom.relation }
      return nil
    }
    runner = RuleRunner(
      registers: rule.registers, atomCount: atomRelations.count, relations: engine.relations,
      symbols: engine.symbols, functions: engine.functions, budget: budget)
  }

  func relation(of atom: Int) -> RelationID { atomRelations[atom] }

  /// The relation that the body goes through, where it is one alone.
  var onlyRelation: RelationID? { atomRelations.count == 1 ? atomRelations[0] : nil }

  func atoms(in component: Set<RelationID>) -> [Int] {
    atomRelations.indices.filter { component.contains(atomRelations[$0]) }
  }
  var reads: Set<RelationID> { rule.body.reduce(into: []) { $0.formUnion($1.relations) } }

  /// Relations under `not` and in aggregates.
  var conditionRelations: Set<RelationID> {
    rule.body.reduce(into: []) { all, literal in
      if case .atom = literal { return }
      all.formUnion(literal.relations)
    }
  }

  /// - Parameter needed: the registers that are read in the end; those of the head when absent.
  func plan(
    _ mode: OrderLiterals.Mode, sides: [Int: AtomPlan.Side], needed: [Int]? = nil, stars: UInt32 = 0,
    startsWithExtras: Bool = true
  ) -> BodyPlan {
    var order = OrderLiterals(catalog: engine.catalog, statistics: engine, mode: mode)
    order.startsWithExtras = startsWithExtras
    if members != nil, let needed, mode == .possible { order.members = Set(needed) }
    return order.plan(
      rule.body, bound: Set(rule.registers.constants), needed: Set(needed ?? rule.headTerms), sides: sides,
      stars: stars)
  }
}
