import FactStore

/// What the checker found out about the names of one rule: which variable each stands for, and of what type it is. Lowering
/// reads it and works nothing out twice.
struct ResolvedNames: Sendable {
  typealias ID = VariableTable.VariableID

  let table: VariableTable
  /// Without an entry where no type could be found; that was reported.
  var types: [ID: ValueType] = [:]

  /// The variable that a name of the rule stands for, found by its place.
  func variable(_ name: Name) -> ID {
    guard let id = table.variable(name) else { preconditionFailure("`\(name.text)` is no variable of this rule") }
    return id
  }

  func type(of id: ID) -> ValueType { types[id] ?? .text }

  /// The type that an expression has, or `nil` where it hangs on a variable without one.
  func type(of expression: Expression, _ parameters: [String: CheckedProgram.ParameterInfo]) -> ValueType? {
    switch expression {
    case .constant(let constant): constant.value.type
    case .variable(let name): table.variable(name).flatMap { types[$0] }
    case .parameter(let name): parameters[name.text]?.type
    case .call(let name, _, _): Function(rawValue: name.text)?.result
    case .negated: .int
    case .arithmetic(let left, let sign, let right, _):
      if let left = type(of: left, parameters), let right = type(of: right, parameters) {
        sign.result(left, right)
      } else {
        nil
      }
    case .aggregate(let aggregate): type(of: aggregate)
    }
  }

  /// What an aggregate ranges over.
  func type(of aggregate: Aggregate) -> ValueType? {
    aggregate.function.definition.result
      ?? aggregate.variables.first.flatMap { table.variable($0) }.flatMap { types[$0] }
  }
}

extension Constant.Value {
  /// The type of a constant that nothing stands beside. A text may be read as the type beside it.
  var type: ValueType {
    switch self {
    case .string: .text
    case .int, .days: .int
    case .bool: .bool
    case .date, .today: .date
    }
  }
}
