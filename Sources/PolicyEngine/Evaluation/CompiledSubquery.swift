import FactStore

/// What finds the bindings of a body.
protocol BodySearch: AnyObject {
  /// Calls `found` for every binding until it returns false, and tells it whether the binding is certain.
  func search(_ found: (Bool) -> Bool)
}

/// A nested body ready to run for the registers of its rule.
///
/// It shares the registers of the rule: it sets only those that are local to it, because the outer ones are bound, and
/// nobody searches one with an outer register of `*`.
final class CompiledSubquery {
  let plan: SubqueryPlan
  private let certain: [any BodySearch]
  private let possible: [any BodySearch]
  /// What an aggregate over the body comes to, by the codes of the outer registers.
  private var values: [[UInt32]: AggregateValue] = [:]
  /// The same for groups of one or two codes, which cost no array.
  private var packed: [UInt64: AggregateValue] = [:]
  /// What remembering one group costs, in values of four bytes, rounded up.
  static let valuesPerGroup = 16

  init(_ plan: SubqueryPlan, certain: [any BodySearch], possible: [any BodySearch]) {
    self.plan = plan
    self.certain = certain
    self.possible = possible
  }

  /// Finds bindings until `found` returns false. In the possible sets, `found` is told whether the binding rests on
  /// certain rows and conditions alone.
  func search(certainly: Bool, _ found: (Bool) -> Bool) {
    var goOn = true
    for search in certainly ? certain : possible where goOn {
      search.search { isCertain in
        goOn = found(isCertain)
        return goOn
      }
    }
  }

  private func hasBinding(certainly: Bool) -> Bool {
    var isFound = false
    search(certainly: certainly) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Whether a register from outside is not known.
  func isUnbound(in frame: RuleFrame) -> Bool { plan.outer.contains { frame.registers[$0] == ValueCode.any } }

  /// Whether the body has a binding: certainly, possibly, or not at all.
  func exists(in frame: RuleFrame) -> Truth {
    // Nothing is certain of a binding that is not known; but it may be certain that nothing fits it.
    if isUnbound(in: frame) { return hasBinding(certainly: false) ? .possible : .impossible }
    return frame.notingOpen {
      if hasBinding(certainly: true) { return .certain }
      guard frame.isOpen.pointee || frame.mayDiffer(plan) else { return .impossible }
      return hasBinding(certainly: false) ? .possible : .impossible
    }
  }

  /// The value for the group that the outer registers are; `nil` before it was first worked out.
  func known(_ registers: UnsafeMutablePointer<UInt32>) -> AggregateValue? {
    plan.outer.count <= 2 ? packed[pack(registers)] : values[plan.outer.map { registers[$0] }]
  }

  func remember(_ value: AggregateValue, _ registers: UnsafeMutablePointer<UInt32>) {
    if plan.outer.count <= 2 {
      packed[pack(registers)] = value
    } else {
      values[plan.outer.map { registers[$0] }] = value
    }
  }

  private func pack(_ registers: UnsafeMutablePointer<UInt32>) -> UInt64 {
    plan.outer.reduce(0) { $0 << 32 | UInt64(registers[$1]) }
  }
}
