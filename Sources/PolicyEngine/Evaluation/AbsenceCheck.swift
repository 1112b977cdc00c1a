import FactStore

/// `not r(…)` in a certain run, with what it needs at hand.
final class AbsenceCheck {
  private let relation: EvaluatedRelation
  /// Ascending, with the register that each is compared with.
  private let columns: [Int]
  private let keys: [Int]
  /// Of a relation that no rule adds rows to any more.
  private var index: TableIndex?

  init(_ relation: EvaluatedRelation, _ keys: [ColumnRegister]) {
    self.relation = relation
    let sorted = keys.sorted { $0.column < $1.column }
    columns = sorted.map { Int($0.column) }
    self.keys = sorted.map { Int($0.register) }
  }

  /// Whether no row fits, neither a certain nor a possible one. Of a value that is not known, such as an open interval,
  /// it is possible wherever a row fits what else is asked: the value may be another one.
  func holds(_ registers: UnsafeMutablePointer<UInt32>) -> Truth {
    for key in keys where registers[key] == ValueCode.any {
      let fits = relation.hasCertain(pattern(registers)) || relation.extras.hasMatch(pattern(registers))
      return fits ? .possible : .certain
    }
    let isThere = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, keys.count)) { codes in
      for at in 0..<keys.count { codes[at] = registers[keys[at]] }
      if columns.isEmpty { return relation.certain.count > 0 }
      if index == nil || !relation.isFinal { index = relation.index(columns) }
      return index.unsafelyUnwrapped.contains(UnsafePointer(codes.baseAddress!))
    }
    // A row that is only possible leaves it open too, which the rows of the relation themselves say (its extras).
    let isAbsent = !isThere && (relation.extras.isEmpty || !relation.extras.hasMatch(pattern(registers)))
    return isAbsent ? .certain : .impossible
  }

  private func pattern(_ registers: UnsafeMutablePointer<UInt32>) -> [UInt32] {
    var pattern = Array(repeating: ValueCode.any, count: relation.arity)
    for (column, register) in zip(columns, keys) { pattern[column] = registers[register] }
    return pattern
  }
}
