import FactStore

/// What a variable stands for in one derivation, for messages.
package enum BoundValue: Sendable {
  case value(String)
  /// An aggregate that is not one number; `nil` for an end that is not bounded.
  case interval(low: String?, high: String?)
  case unknown
}

extension Explainer {
  /// What a variable stands for in the derivation of a proof; `nil` where no rule derives it, or has no such variable.
  package func binding(of name: String, in support: ProofSupport) -> BoundValue? {
    guard let derivation = support.derivation else { return nil }
    let file = derivation.rule.registers
    if let slot = file.intervalNames[name] {
      let interval = derivation.intervals[slot]
      let type = file.intervalTypes[slot]
      if let point = interval.point { return .value(engine.text(point, type)) }
      return .interval(
        low: interval.low.map { engine.text($0, type) }, high: interval.high.map { engine.text($0, type) })
    }
    guard let register = file.register(named: name) else { return nil }
    let code = derivation.codes[register]
    return code == ValueCode.any ? .unknown : .value(engine.bareText(code, file.entries[register].type))
  }
}

extension Proof {
  /// Every leaf that is a fact or a hole, in the order of the tree.
  package func forEachLeaf(_ body: (Proof) -> Void) {
    switch step {
    case .fact, .hole: body(self)
    default: for premise in premises { premise.forEachLeaf(body) }
    }
  }
}
