import FactStore

/// What a variable stands for in one derivation, for messages.
package enum BoundValue: Sendable {
  case value(String)
  /// An aggregate that is not one number; `nil` for an end that is not bounded.
  case interval(low: String?, high: String?)
  case unknown
}

extension Explainer {
  /// The variables of the derivation of a row, by name. Empty for rows that no rule derives.
  package func bindings(of id: RelationID, row: Int) -> [String: BoundValue] {
    search.derivation(of: id, row: row).map(bindings) ?? [:]
  }

  /// The variables of the derivation that makes a clause possible of a member.
  package func bindings(of id: RelationID, member: [UInt32]) -> [String: BoundValue] {
    search.derivation(of: id, member: member).map(bindings) ?? [:]
  }

  private func bindings(_ derivation: Derivation) -> [String: BoundValue] {
    let file = derivation.rule.registers
    var bindings: [String: BoundValue] = [:]
    for (register, entry) in file.entries.enumerated() {
      guard let name = entry.name, bindings[name] == nil else { continue }
      let code = derivation.codes[register]
      bindings[name] = code == ValueCode.any ? .unknown : .value(engine.bareText(code, entry.type))
    }
    for (name, slot) in file.intervalNames {
      let interval = derivation.intervals[slot]
      let type = file.intervalTypes[slot]
      if let point = interval.point {
        bindings[name] = .value(engine.text(point, type))
      } else {
        bindings[name] = .interval(
          low: interval.low.map { engine.text($0, type) }, high: interval.high.map { engine.text($0, type) })
      }
    }
    return bindings
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
