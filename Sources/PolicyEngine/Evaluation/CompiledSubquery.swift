/// A subquery ready to run for the registers of its rule.
///
/// It shares the registers of the rule: it sets only those that are local to it, because the outer ones are bound, and
/// nobody searches a subquery with an outer register of `*`.
final class CompiledSubquery {
  let plan: SubqueryPlan
  private let certain: [CertainProgram]
  private let possible: [PossibleSearch]

  init(_ plan: SubqueryPlan, runner: RuleRunner) {
    self.plan = plan
    certain = plan.certain.map { CertainProgram($0, runner: runner, isSubquery: true) }
    possible = plan.possible.map { PossibleSearch($0, runner: runner, isSubquery: true) }
  }

  /// Finds bindings until `found` returns false. In the possible sets, `found` is told whether the binding rests on
  /// certain rows and conditions alone.
  func search(certainly: Bool, _ found: (Bool) -> Bool) {
    var goOn = true
    if certainly {
      for program in certain where goOn {
        program.run {
          goOn = found(true)
          return goOn
        }
      }
    } else {
      for search in possible where goOn {
        search.run { isCertain in
          goOn = found(isCertain)
          return goOn
        }
      }
    }
  }
}

/// An aggregate ready to run, with the values it has had.
final class CompiledAggregate {
  let plan: AggregatePlan
  let subquery: CompiledSubquery
  private var memo: [[UInt32]: AggregateValue] = [:]
  /// The same for groups of one or two codes, which cost no array.
  private var packed: [UInt64: AggregateValue] = [:]
  /// What remembering one group costs, in values of four bytes, rounded up.
  static let valuesPerGroup = 16

  init(_ plan: AggregatePlan, runner: RuleRunner) {
    self.plan = plan
    subquery = CompiledSubquery(plan.subquery, runner: runner)
  }

  /// The value for the group that the outer registers are; `nil` before it was first worked out.
  func known(_ registers: UnsafeMutablePointer<UInt32>) -> AggregateValue? {
    let outer = plan.subquery.outer
    return outer.count <= 2 ? packed[Self.pack(outer, registers)] : memo[outer.map { registers[$0] }]
  }

  func remember(_ value: AggregateValue, _ registers: UnsafeMutablePointer<UInt32>) {
    let outer = plan.subquery.outer
    if outer.count <= 2 {
      packed[Self.pack(outer, registers)] = value
    } else {
      memo[outer.map { registers[$0] }] = value
    }
  }

  private static func pack(_ outer: [Int], _ registers: UnsafeMutablePointer<UInt32>) -> UInt64 {
    var key: UInt64 = 0
    for register in outer { key = key << 32 | UInt64(registers[register]) }
    return key
  }
}
