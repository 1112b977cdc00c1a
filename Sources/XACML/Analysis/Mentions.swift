import Budget

/// The attributes and the literals of an expression, wherever they stand in it; those of a variable once.
struct Mentions {
  private var designators: Set<AttributeKey> = []
  private var literals: [DataType: Set<Value>] = [:]
  private var walked: Set<ObjectIdentifier> = []

  init(_ expression: Expression, work: Work) throws(LimitReached) { try walk(expression, work) }

  private mutating func walk(_ expression: Expression, _ work: Work) throws(LimitReached) {
    try work.spend(1, on: .expressions)
    switch expression {
    case .value(let value): literals[value.type, default: []].insert(value)
    case .attribute(let designator): designators.insert(designator.key)
    case .selector, .fault: break
    case .variable(let variable):
      if walked.insert(ObjectIdentifier(variable)).inserted { try walk(variable.expression, work) }
    case .apply(_, let arguments), .higherOrder(_, _, let arguments):
      for argument in arguments { try walk(argument, work) }
    }
  }

  /// Each attribute with each literal of its type: those that are compared are among them.
  func requirements(_ work: Work) throws(LimitReached) -> Set<Requirement> {
    var found: Set<Requirement> = []
    for key in designators {
      for value in literals[key.type] ?? [] {
        let requirement = Requirement(key: key, value: value, ignoresCase: false)
        try work.spend(requirement.size, on: .memory)
        try work.spend(Requirement.steps, on: .steps)
        found.insert(requirement)
      }
    }
    return found
  }
}
