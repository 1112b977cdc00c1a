import FactStore

extension RuleLowering {
  /// A register that holds the value of an expression: a variable's own, a constant's, or a helper bound beside.
  func operand(_ expression: Expression, type: ValueType, written: Int, into out: inout [LoweredLiteral]) -> Int {
    switch expression {
    case .variable(let name): return register(of: name.text)
    case .constant(let constant): return constantRegister(code(constant, as: type), type)
    case .parameter(let name):
      return constantRegister(symbols.encode(checked.parameters[name.text]!.values[0]), type)
    case .call, .aggregate, .arithmetic, .negated:
      let helper = newRegister(name: nil, type: type)
      let lowered = value(expression, facing: type, written: written, into: &out)
      if lowered.slots.isEmpty {
        out.append(.bind(helper, lowered, written: written))
      } else {
        file.intervalTypes.append(type)
        let slot = file.intervalTypes.count - 1
        out.append(.bindInterval(slot, lowered, written: written))
        out.append(.settle(helper, slot: slot, written: written))
      }
      return helper
    }
  }

  /// An expression over registers and slots.
  /// - Parameter facing: the type on the other side, which decides how a text constant is read.
  func value(
    _ expression: Expression, facing: ValueType?, written: Int, into out: inout [LoweredLiteral]
  )
    -> ValueExpression
  {
    switch expression {
    case .constant(let constant):
      let type = constantType(constant, facing: facing)
      return .register(constantRegister(code(constant, as: type), type))
    case .variable(let name):
      if let slot = interval(of: name.text) { return .interval(slot) }
      return .register(register(of: name.text))
    case .parameter(let name):
      let parameter = checked.parameters[name.text]!
      return .register(constantRegister(symbols.encode(parameter.values[0]), parameter.type))
    case .call(let name, let arguments, _):
      return .call(
        Builtin(rawValue: name.text)!,
        arguments.map { value($0, facing: .text, written: written, into: &out) })
    case .aggregate(let aggregate):
      return .interval(lower(aggregate, written: written, into: &out))
    case .arithmetic(let left, let operation, let right, _):
      return .arithmetic(
        value(left, facing: nil, written: written, into: &out), operation,
        value(right, facing: nil, written: written, into: &out))
    case .negated(let inner, _):
      return .arithmetic(
        .register(constantRegister(symbols.encode(Int64(0)), .int)), .minus,
        value(inner, facing: .int, written: written, into: &out))
    }
  }

  func lowerComparison(
    _ left: Expression, _ comparison: Comparison, _ right: Expression, written: Int, into out: inout [LoweredLiteral]
  ) {
    if comparison == .equal {
      for (side, other) in [(left, right), (right, left)] {
        guard case .variable(let name) = side else { continue }
        let level = scopes.count - 1
        if let slot = scopes[level].intervals[name.text], !scopes[level].defined.contains(name.text),
          canDefine(name.text, other)
        {
          let lowered = value(other, facing: type(of: name.text), written: written, into: &out)
          out.append(.bindInterval(slot, lowered, written: written))
          scopes[level].defined.insert(name.text)
          if scopes[level].settled.contains(name.text) {
            out.append(.settle(register(of: name.text), slot: slot, written: written))
          }
          return
        }
        if interval(of: name.text) == nil, !Self.hasAggregate(other), !mentionsInterval(other) {
          let lowered = value(other, facing: type(of: name.text), written: written, into: &out)
          out.append(.bind(register(of: name.text), lowered, written: written))
          return
        }
      }
    }
    let leftValue = value(left, facing: type(of: right), written: written, into: &out)
    let rightValue = value(right, facing: type(of: left), written: written, into: &out)
    out.append(.compare(leftValue, comparison, rightValue, written: written))
  }

  /// Whether an equation gives an interval variable its value: the other side does not hang on the variable itself.
  private func canDefine(_ name: String, _ other: Expression) -> Bool {
    !Self.names(in: other, deep: true).contains(name) && (Self.hasAggregate(other) || mentionsInterval(other))
  }

  private func mentionsInterval(_ expression: Expression) -> Bool {
    Self.names(in: expression, deep: false).contains { interval(of: $0) != nil }
  }

  private func lower(_ aggregate: Aggregate, written: Int, into out: inout [LoweredLiteral]) -> Int {
    let type = aggregateType(aggregate)
    scopes.append(Scope())
    declare(aggregate.body, headNames: aggregate.variables.map(\.text))
    let variables = aggregate.variables.map { register(of: $0.text) }
    let bodies = lower(aggregate.body, offset: written, fixed: true)
    scopes.removeLast()
    file.intervalTypes.append(type)
    let slot = file.intervalTypes.count - 1
    out.append(
      .aggregate(
        LoweredAggregate(
          slot: slot, function: aggregate.function, variables: variables,
          subquery: subquery(bodies, written: written))))
    return slot
  }

  private func constantType(_ constant: Constant, facing: ValueType?) -> ValueType {
    let natural = Self.naturalType(constant)
    if natural == .text, let facing, facing.isTextual { return facing }
    if natural == .int, facing == .time { return .time }
    return natural
  }

  /// The code of a constant in a column of that type. The checker has normalised and typed it.
  func code(_ constant: Constant, as type: ValueType) -> UInt32 {
    switch constant.value {
    case .string(let text):
      if case .normal(let form) = type { return symbols.intern(form.normalise(text) ?? text).raw }
      return symbols.intern(text).raw
    case .int(let number), .days(let number): return symbols.encode(number)
    case .bool(let flag): return flag ? 1 : 0
    case .date(let date): return symbols.encode(.date(date))
    case .today: return symbols.encode(.date(today))
    }
  }
}
