import FactStore

extension AggregateStep<CompiledSubquery> {
  /// The value of the aggregate for the registers as they are; remembered per binding of the outer registers.
  func value(in frame: RuleFrame) -> AggregateValue {
    // A group that is not known: anything may be counted in it.
    if subquery.isUnbound(in: frame) {
      return AggregateValue(interval: .all, exists: function.definition.isTotal ? .certain : .possible)
    }
    if let known = subquery.known(frame.registers) { return known }
    let value = countOfOne(frame) ?? compute(frame)
    subquery.remember(value, frame.registers)
    _ = frame.budget.keep(CompiledSubquery.valuesPerGroup)
    return value
  }

  /// The count of one variable over relations without holes: the common case, without a set for each group.
  private func countOfOne(_ frame: RuleFrame) -> AggregateValue? {
    guard function == .count, variables.count == 1, !frame.isOpen.pointee, !frame.mayDiffer(subquery.plan) else {
      return nil
    }
    let variable = variables[0]
    var codes = frame.scratch
    frame.scratch = []
    codes.removeAll(keepingCapacity: true)
    defer { frame.scratch = codes }
    var room = smallGroup
    subquery.search(certainly: true) { [registers = frame.registers, budget = frame.budget] _ in
      codes.append(registers[variable])
      guard codes.count == room else { return true }
      let distinct = removeRepeated(&codes)
      room = max(room, 2 * distinct)
      return budget.spend(codes.count) && distinct <= budget.limits.values
    }
    // What was computed past the range of its type may be more.
    if frame.isOpen.pointee { return nil }
    return AggregateValue(interval: Interval(Int64(removeRepeated(&codes))), exists: .certain)
  }

  private func compute(_ frame: RuleFrame) -> AggregateValue {
    frame.notingOpen {
      var certain: Set<[UInt32]> = []
      var hasStar = false
      // An array for each row, beside its codes.
      let weight = variables.count + 8
      let registers = frame.registers
      let budget = frame.budget
      subquery.search(certainly: true) { _ in
        certain.insert(variables.map { registers[$0] }).inserted ? budget.hold(weight) : true
      }
      var possible = certain
      defer { budget.release(weight * possible.count) }
      if frame.isOpen.pointee || frame.mayDiffer(subquery.plan) {
        subquery.search(certainly: false) { _ in
          let row = variables.map { registers[$0] }
          if row.contains(ValueCode.any) {
            hasStar = true
            return true
          }
          return possible.insert(row).inserted ? budget.hold(weight) : true
        }
      }
      let type = frame.file.entries[variables[0]].type
      let rows = AggregateRows(certain: certain, possible: possible, hasStar: hasStar) {
        frame.values.decode($0[0], type)
      }
      return function.value(over: rows)
    }
  }
}

/// So many codes of one group are gathered before those that occur twice are sorted out.
private let smallGroup = 1 << 16

/// Sorts, and leaves each code once.
private func removeRepeated(_ codes: inout [UInt32]) -> Int {
  codes.sort()
  var distinct = 0
  for at in codes.indices where at == 0 || codes[at] != codes[at - 1] {
    codes[distinct] = codes[at]
    distinct += 1
  }
  codes.removeSubrange(distinct...)
  return distinct
}
