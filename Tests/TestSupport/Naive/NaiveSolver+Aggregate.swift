import FactStore
import PolicyEngine

extension NaiveSolver {
  /// The interval of an aggregate for the group that the bound variables of its body name.
  func aggregate(
    _ function: AggregateFunction, _ counted: [Int], _ body: NaiveBody, _ bindings: Bindings, _ mode: NaiveMode
  ) -> Result {
    let locals = Set(counted)
    let group = NaiveGoal.slots(of: body).filter { bindings[$0] != .free && !locals.contains($0) }
    if group.contains(where: { bindings[$0].isVague }) {
      // Of an unknown group nothing is known, not even that there is a smallest.
      if mode == .certain && (function == .min || function == .max) { return .nothing }
      return kindless(function)
    }
    let start = bindings.indices.map { group.contains($0) ? bindings[$0] : .free }
    let certain = tuples(counted, solve(body, start, .certain)).filter { !$0.contains(.any) }
    let possible = tuples(counted, solve(body, start, .possible)).union(certain)
    let isOpen = possible.contains { $0.contains(.any) }
    if function == .count {
      return exact(NaiveInterval(.int, Int64(certain.count), isOpen ? nil : Int64(possible.count)))
    }
    let sure = numbers(certain)
    let maybe = numbers(possible)
    if function == .sum {
      if isOpen { return .interval(NaiveInterval(.int, nil, nil)) }
      func total(_ numbers: Set<Int64>) -> Int128 { numbers.reduce(0) { $0 + Int128($1) } }
      let base = total(sure.values)
      let extra = maybe.values.subtracting(sure.values)
      return exact(
        NaiveInterval(.int, wide: base + total(extra.filter { $0 < 0 }), base + total(extra.filter { $0 > 0 })))
    }
    if mode == .certain ? certain.isEmpty : possible.isEmpty { return .nothing }
    let kind = maybe.kind ?? sure.kind
    guard let kind else { return .any }
    if function == .min {
      return exact(NaiveInterval(kind, isOpen ? nil : maybe.values.min(), sure.values.min()))
    }
    return exact(NaiveInterval(kind, sure.values.max(), isOpen ? nil : maybe.values.max()))
  }

  /// (−∞, ∞)
  private func kindless(_ function: AggregateFunction) -> Result {
    switch function {
    case .count, .sum: .interval(NaiveInterval(.int, nil, nil))
    case .min, .max: .any
    }
  }

  private func exact(_ interval: NaiveInterval) -> Result {
    interval.point.map { .known($0) } ?? .interval(interval)
  }

  /// The distinct values of the counted variables.
  private func tuples(_ counted: [Int], _ solutions: [Bindings]) -> Set<NaiveRow> {
    Set(
      solutions.map { solution in
        counted.map { slot in
          if case .known(let value) = solution[slot] { .value(value) } else { .any }
        }
      })
  }

  private func numbers(_ tuples: Set<NaiveRow>) -> (values: Set<Int64>, kind: NaiveInterval.Kind?) {
    var values: Set<Int64> = []
    var kind: NaiveInterval.Kind?
    for case .value(let value) in tuples.map({ $0[0] }) {
      guard let interval = NaiveInterval(value), let low = interval.low else {
        preconditionFailure("an aggregate of \(value)")
      }
      values.insert(low)
      kind = interval.kind
    }
    return (values, kind)
  }
}
