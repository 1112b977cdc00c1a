import FactStore

/// Ground facts: constants only, every column of a derived relation.
struct CheckFacts {
  let unitCheck: CheckUnit

  /// Days that a fact may lie from another day: the calendar has no more.
  private static let daysLimit: Int64 = 3_652_059

  func check(_ program: Program) {
    for rule in program.factRules {
      if checkConstants(rule.head) { unitCheck.check(RuleUnit(rule)) }
    }
  }

  /// Whether the fact holds constants only; `none` and `_` are judged by whoever knows what they mean there.
  func checkConstants(_ atom: Atom) -> Bool {
    var isSound = true
    for argument in atom.arguments {
      let place: Span
      switch argument.value {
      case .wildcard, .none: continue
      case .punned: place = argument.span
      case .expression(let expression):
        if isConstant(expression) { continue }
        place = expression.span
      }
      isSound = false
      unitCheck.sink.report(
        .variableInFact, "a fact holds constants only, and `\(argument.column.text)` is given none", at: place,
        help: "write `\(argument.column.text): \"…\"`, a number, or a day such as `today - 30 days`")
    }
    return isSound
  }

  /// A constant, a negative number, or a day some days from another.
  private func isConstant(_ expression: Expression) -> Bool {
    switch expression {
    case .constant: return true
    case .negated(.constant(let constant), _):
      guard case .int(let number) = constant.value else { return false }
      return number >= 0
    case .arithmetic(.constant(let day), let sign, .constant(let shift), _):
      guard sign != .times else { return false }
      switch (day.value, shift.value) {
      case (.today, .days(let days)), (.date, .days(let days)), (.today, .int(let days)), (.date, .int(let days)):
        return (-Self.daysLimit...Self.daysLimit).contains(days)
      default: return false
      }
    default: return false
    }
  }
}
