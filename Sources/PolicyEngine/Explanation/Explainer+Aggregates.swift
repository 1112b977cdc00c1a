import FactStore

extension Explainer {
  /// Solutions that are looked at for what is only possible in an aggregate: the interval says the rest.
  private static let possibleLimit = 1_000

  /// An aggregate's interval with the rows that decide it: what was counted or summed, all of it or the first
  /// ``countedLimit`` values; of `min` and `max` those at the ends.
  func counted(_ aggregate: AggregateStep<Subquery>, _ derivation: Derivation, budget: inout ProofBudget) -> ProofNode {
    let interval = derivation.intervals[aggregate.slot]
    let type = derivation.rule.registers.intervalTypes[aggregate.slot]
    var found = values(of: aggregate, in: derivation, certainly: true, limit: .max)
    if !interval.isPoint {
      let known = Set(found.map(\.value))
      found += values(of: aggregate, in: derivation, certainly: false, limit: Self.possibleLimit)
        .filter { !known.contains($0.value) }
    }
    if aggregate.function.definition.isDecidedByOne {
      let deciding = found.filter { isEnd($0.value[0], of: interval, type) }
      if !deciding.isEmpty { found = deciding }
    }
    var premises: [ProofNode] = []
    var shown = 0
    for entry in found.prefix(Self.countedLimit) where budget.exhaustion == nil {
      premises += self.premises(of: entry.derivation, budget: &budget)
      shown += 1
    }
    return ProofNode(
      row: nil, step: .aggregate(aggregate.function, interval, type, counted: found.count, shown: shown),
      isCertain: interval.isPoint || derivation.isCertain, premises: premises)
  }

  /// The distinct values of the counted variables, each with the first derivation of it.
  private func values(
    of aggregate: AggregateStep<Subquery>, in derivation: Derivation, certainly: Bool, limit: Int
  ) -> [(value: [UInt32], derivation: Derivation)] {
    let bound = Dictionary(uniqueKeysWithValues: aggregate.subquery.outer.map { ($0, derivation.codes[$0]) })
    var seen: Set<[UInt32]> = []
    var found: [(value: [UInt32], derivation: Derivation)] = []
    for body in aggregate.subquery.bodies {
      let rule = self.rule(body, like: derivation.rule, heads: aggregate.variables)
      engine.solve(rule, bound: bound, certainly: certainly, limit: limit) { derivation in
        let value = aggregate.variables.map { derivation.codes[$0] }
        if seen.insert(value).inserted { found.append((value, derivation)) }
      }
    }
    return found
  }

  /// Whether a value is an end of an interval, or may be past it.
  private func isEnd(_ code: UInt32, of interval: Interval, _ type: ValueType) -> Bool {
    if code == ValueCode.any { return true }
    let number: Int64 =
      if case .date = type { Int64(SymbolTable.date(code).days) } else { engine.symbols.integer(code) }
    return number == interval.low || number == interval.high
  }
}
