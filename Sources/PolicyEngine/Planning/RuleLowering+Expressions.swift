import FactStore

extension RuleLowering {
  /// A register that holds the value of an expression: a variable's own, a constant's, or a helper bound beside.
  func operand(_ expression: Expression, type: ValueType, written: Int, into out: inout [LoweredLiteral]) -> Int {
    switch expression {
    case .variable(let name): return register(of: name)
    case .constant(let constant): return constantRegister(code(constant, as: type), type)
    case .parameter(let name):
      return constantRegister(symbols.encode(parameters[name.text]!.values[0]), type)
    case .call, .aggregate, .arithmetic, .negated:
      let helper = newRegister(name: nil, type: type)
      let lowered = value(expression, facing: type, written: written, into: &out)
      if lowered.slots.isEmpty {
        out.append(.bind(helper, lowered, written: written))
      } else {
        let slot = newSlot(type)
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
      if let slot = interval(of: name) { return .interval(slot) }
      return .register(register(of: name))
    case .parameter(let name):
      let parameter = parameters[name.text]!
      return .register(constantRegister(symbols.encode(parameter.values[0]), parameter.type))
    case .call(let name, let arguments, _):
      return .call(
        Function(rawValue: name.text)!,
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
        let id = names.variable(name)
        func lowered() -> ValueExpression {
          value(other, facing: names.type(of: id), written: written, into: &out)
        }
        if let slot = intervals[id], isOwn(id), !defined.contains(id), canDefine(id, other) {
          out.append(.bindInterval(slot, lowered(), written: written))
          defined.insert(id)
          if settled.contains(id) { out.append(.settle(registers[id]!, slot: slot, written: written)) }
          return
        }
        if intervals[id] == nil, !other.hasAggregate, !mentionsInterval(other) {
          out.append(.bind(registers[id]!, lowered(), written: written))
          return
        }
      }
    }
    let leftValue = value(left, facing: type(of: right), written: written, into: &out)
    let rightValue = value(right, facing: type(of: left), written: written, into: &out)
    out.append(.compare(leftValue, comparison, rightValue, written: written))
  }

  /// Whether an equation gives an interval variable its value: the other side does not hang on the variable itself.
  private func canDefine(_ id: ID, _ other: Expression) -> Bool {
    !other.variables(deep: true).map(names.variable).contains(id) && (other.hasAggregate || mentionsInterval(other))
  }

  private func lower(_ aggregate: Aggregate, written: Int, into out: inout [LoweredLiteral]) -> Int {
    enter(names.table.scope(at: aggregate.span), aggregate.body, heads: aggregate.variables.map(names.variable))
    let variables = aggregate.variables.map { register(of: $0) }
    let bodies = lower(aggregate.body, offset: written, fixed: true)
    leave()
    let slot = newSlot(names.type(of: aggregate) ?? .int)
    out.append(
      .aggregate(
        LoweredAggregate(
          slot: slot, function: aggregate.function, variables: variables,
          subquery: subquery(bodies, written: written))))
    return slot
  }

  /// A text is read as what stands beside it: an identity, a normal form, a point in time.
  private func constantType(_ constant: Constant, facing: ValueType?) -> ValueType {
    let own = constant.value.type
    return own == .text ? facing ?? own : own
  }

  /// The code of a constant in a column of that type, which the checker has found it to fit.
  func code(_ constant: Constant, as type: ValueType) -> UInt32 {
    ReadConstant.code(constant.value, as: type, today: today, symbols: symbols)
  }
}
