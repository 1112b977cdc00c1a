/// Ground facts: constants only, every column of a derived relation.
struct CheckFacts {
  let unitCheck: CheckUnit

  func check(_ program: Program) {
    for rule in program.factRules {
      if checkConstants(rule.head) { unitCheck.check(RuleUnit(rule)) }
    }
  }

  /// Whether the fact holds constants only; `none` and `_` are judged with the head.
  func checkConstants(_ atom: Atom) -> Bool {
    var isSound = true
    for argument in atom.arguments {
      let place: Span
      switch argument.value {
      case .wildcard, .none, .expression(.constant), .expression(.negated(.constant, _)): continue
      case .punned: place = argument.span
      case .expression(let expression): place = expression.span
      }
      isSound = false
      unitCheck.sink.report(
        .variableInFact, "a fact holds constants only, and `\(argument.column.text)` is given none", at: place,
        help: "write `\(argument.column.text): \"…\"`")
    }
    return isSound
  }
}
