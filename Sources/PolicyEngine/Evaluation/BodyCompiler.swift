/// Makes what runs from plans, nested bodies first: the certain side as a flat program (``CertainProgram``), the possible side
/// as a walk over the plan (``PossibleSearch``), because it only runs where there are holes.
struct BodyCompiler {
  let frame: RuleFrame

  func certain(_ plan: BodyPlan, isSubquery: Bool = false) -> CertainProgram {
    let conditions = plan.steps.map { step -> CertainProgram.Condition? in
      if case .match = step { return nil }
      return step.map(
        atom: { AbsenceCheck(frame.relations[$0.relation.raw], $0.keys) }, body: subquery)
    }
    return CertainProgram(plan, conditions: conditions, frame: frame, isSubquery: isSubquery)
  }

  /// - Parameter head: the registers of the head, where the search derives rows.
  func possible(_ plan: BodyPlan, isSubquery: Bool = false, head: [Int] = []) -> PossibleSearch {
    let steps = plan.steps.map { $0.map(atom: { PossibleMatch($0, frame: frame) }, body: subquery) }
    return PossibleSearch(plan, steps: steps, frame: frame, isSubquery: isSubquery, head: head)
  }

  private func subquery(_ plan: SubqueryPlan) -> CompiledSubquery {
    CompiledSubquery(
      plan, certain: plan.certain.map { certain($0, isSubquery: true) },
      possible: plan.possible.map { possible($0, isSubquery: true) })
  }
}
