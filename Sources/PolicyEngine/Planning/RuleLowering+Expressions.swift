import FactStore

extension RuleLowering {
  /// A register that holds the value of an expression: a variable's own, a constant's, or a helper bound beside.
  func operand(_ expression: Expression, type: ValueType, into out: inout LoweredPart) -> Int {
    switch expression {
    case .variable(let name): return register(of: name)
    case .constant(let constant): return constantRegister(code(constant, as: type), type)
    case .parameter(let name):
      return constantRegister(symbols.encode(parameters[name.text]!.values[0]), type)
    case .call, .aggregate, .arithmetic, .negated:
      let helper = newRegister(name: nil, type: type)
      let lowered = value(expression, facing: type, into: &out)
      if lowered.slots.isEmpty {
        out.add(.bind(Target(register: helper), lowered))
      } else {
        let slot = newSlot(type)
        out.add(.bindInterval(slot, lowered))
        out.add(.settle(Target(register: helper), slot: slot))
      }
      return helper
    }
  }

  /// An expression over registers and slots.
  /// - Parameter facing: the type on the other side, which decides how a text constant is read.
  func value(_ expression: Expression, facing: ValueType?, into out: inout LoweredPart) -> ValueExpression {
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
        arguments.map { value($0, facing: .text, into: &out) })
    case .aggregate(let aggregate):
      return .interval(lower(aggregate, into: &out))
    case .arithmetic(let left, let operation, let right, _):
      return .arithmetic(
        value(left, facing: nil, into: &out), operation,
        value(right, facing: nil, into: &out))
    case .negated(let inner, _):
      return .arithmetic(
        .register(constantRegister(symbols.encode(Int64(0)), .int)), .minus,
        value(inner, facing: .int, into: &out))
    }
  }

  func lowerComparison(
    _ left: Expression, _ comparison: Comparison, _ right: Expression, into out: inout LoweredPart
  ) {
    if comparison == .equal {
      for (side, other) in [(left, right), (right, left)] {
        guard case .variable(let name) = side else { continue }
        let id = names.variable(name)
        func lowered() -> ValueExpression {
          value(other, facing: names.type(of: id), into: &out)
        }
        if let slot = intervals[id], isOwn(id), !defined.contains(id), canDefine(id, other) {
          out.add(.bindInterval(slot, lowered()))
          defined.insert(id)
          if settled.contains(id) { out.add(.settle(Target(register: registers[id]!), slot: slot)) }
          return
        }
        if intervals[id] == nil, !other.hasAggregate, !mentionsInterval(other) {
          out.add(.bind(Target(register: registers[id]!), lowered()))
          return
        }
      }
    }
    let leftValue = value(left, facing: type(of: right), into: &out)
    let rightValue = value(right, facing: type(of: left), into: &out)
    out.add(.compare(leftValue, comparison, rightValue))
  }

  /// Whether an equation gives an interval variable its value: the other side does not hang on the variable itself.
  private func canDefine(_ id: ID, _ other: Expression) -> Bool {
    !other.variables(deep: true).map(names.variable).contains(id) && (other.hasAggregate || mentionsInterval(other))
  }

  private func lower(_ aggregate: Aggregate, into out: inout LoweredPart) -> Int {
    enter(names.table.scope(at: aggregate.span), aggregate.body, heads: aggregate.variables.map(names.variable))
    let variables = aggregate.variables.map { register(of: $0) }
    let bodies = lower(aggregate.body, offset: out.written, fixed: true)
    leave()
    let slot = newSlot(names.type(of: aggregate) ?? .int)
    let step = AggregateStep(
      slot: slot, function: aggregate.function, variables: variables, subquery: subquery(bodies))
    out.add(.aggregate(step))
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
