// What a possible plan takes from its conditions before all atoms are there.

extension OrderLiterals {
  /// Asks conditions of a possible plan as soon as their variables may have values, each once.
  func askEarly(
    _ conditions: [Condition], known: Set<Int>, read: Set<Int>, asked: inout Set<Int>, into plan: inout BodyPlan
  ) {
    guard mode == .possible, !dropsUnready else { return }
    for (position, condition) in conditions where !asked.contains(position) {
      switch condition {
      case .absent, .compare, .member:
        guard let step = ready(condition, bound: known, slots: [], read: read) else { continue }
        plan.early.insert(plan.steps.count)
        plan.steps.append(step)
        asked.insert(position)
      default: continue
      }
    }
  }

  /// What the equations of a possible plan say of registers that are not bound yet, by register. They stand after all
  /// atoms, but where their other side is known already, they narrow the rows of an atom.
  func equations(_ conditions: [Step<LoweredAtom, Subquery>], known: Set<Int>) -> [Int: ValueExpression] {
    guard mode == .possible, !dropsUnready else { return [:] }
    var found: [Int: ValueExpression] = [:]
    for case .bind(let target, let expression) in conditions where expression.slots.isEmpty {
      let register = target.register
      if !known.contains(register), expression.registers.isSubset(of: known) {
        found[register] = expression
      } else if case .register(let other) = expression, known.contains(register), !known.contains(other) {
        found[other] = .register(register)
      }
    }
    return found
  }
}
