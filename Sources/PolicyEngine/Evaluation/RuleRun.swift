/// One rule while its component is evaluated.
final class RuleRun {
  let rule: LoweredRule
  let frame: RuleFrame
  /// The relation of each positive atom, by ordinal.
  let atomRelations: [RelationID]
  /// Of a clause: the members that its possible rows are asked about.
  var members: OpenMembers?
  private let evaluation: Evaluation

  init(_ rule: LoweredRule, _ evaluation: Evaluation, budget: WorkBudget) {
    self.rule = rule
    self.evaluation = evaluation
    atomRelations = rule.atoms.map(\.relation)
    frame = RuleFrame(rule, evaluation, budget: budget)
  }

  /// The relation that the body goes through, where it is one alone.
  var onlyRelation: RelationID? { atomRelations.count == 1 ? atomRelations[0] : nil }

  func atoms(in component: Set<RelationID>) -> [Int] {
    atomRelations.indices.filter { component.contains(atomRelations[$0]) }
  }

  /// Relations under `not` and in aggregates.
  var conditionRelations: Set<RelationID> {
    rule.body.reduce(into: []) { all, literal in
      if case .match = literal.step { return }
      all.formUnion(literal.relations)
    }
  }

  /// - Parameter needed: the registers that are read in the end; those of the head when absent.
  func plan(
    _ mode: OrderLiterals.Mode, sides: [Int: AtomPlan.Side], needed: [Int]? = nil, stars: UInt32 = 0,
    startsWithExtras: Bool = true
  ) -> BodyPlan {
    var order = OrderLiterals(statistics: evaluation, mode: mode)
    order.startsWithExtras = startsWithExtras
    if members != nil, let needed, mode == .possible { order.members = Set(needed) }
    return order.plan(
      rule.body, bound: Set(rule.registers.constants), needed: Set(needed ?? rule.headTerms), sides: sides,
      stars: stars)
  }
}
