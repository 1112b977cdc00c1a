/// The attributes and the literals of an expression, wherever they stand in it.
struct Mentions {
  private var designators: [Designator] = []
  private var literals: [Value] = []

  init(_ expression: Expression) { walk(expression) }

  private mutating func walk(_ expression: Expression) {
    switch expression {
    case .value(let value): literals.append(value)
    case .attribute(let designator): designators.append(designator)
    case .selector, .fault: break
    case .variable(let variable): walk(variable.expression)
    case .apply(_, let arguments), .higherOrder(_, _, let arguments): for argument in arguments { walk(argument) }
    }
  }

  /// Each attribute with each literal of its type: those that are compared are among them.
  var requirements: [Requirement] {
    designators.flatMap { designator in
      literals.filter { $0.type == designator.key.type }.map {
        Requirement(key: designator.key, value: $0, ignoresCase: false)
      }
    }
  }
}
