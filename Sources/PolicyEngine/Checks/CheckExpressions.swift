import FactStore

/// Expressions: operands of the right types, constants that are values of the type beside them.
struct CheckExpressions {
  let declarations: Declarations
  let table: VariableTable
  let types: InferTypes.Types
  let sink: DiagnosticSink

  /// The type of an expression with all that is wrong in it reported; `nil` where it has none that is known.
  ///
  /// - Parameter expected: The type that a constant is read as. An expression of another type is returned as it is:
  ///   the caller knows what to say of that.
  @discardableResult
  func check(_ expression: Expression, as expected: ValueType? = nil) -> ValueType? {
    switch expression {
    case .constant(let constant): return check(constant, as: expected)
    case .variable(let name): return table.variable(name).flatMap { types.types[$0] }
    case .parameter(let name): return check(parameter: name)
    case .call(let name, let arguments, let span): return check(call: name, arguments, span)
    case .negated(let inner, _):
      guard let type = check(inner) else { return nil }
      if type != .int { reportArithmetic("-", [type], at: inner.span) }
      return type == .int ? .int : nil
    case .arithmetic(let left, let sign, let right, let span):
      guard let leftType = check(left), let rightType = check(right) else { return nil }
      let result = sign.result(leftType, rightType)
      if result == nil { reportArithmetic(sign.rawValue, [leftType, rightType], at: span) }
      return result
    case .aggregate(let aggregate): return check(aggregate)
    }
  }

  private func reportArithmetic(_ sign: String, _ types: [ValueType], at span: Span) {
    sink.report(
      .invalidArithmetic, "`\(sign)` does not take \(quoted(types.map(\.name)))", at: span,
      help: "it takes numbers; days may be added to a date, and two dates subtracted")
  }

  /// A constant, read as the type beside it. A text alone is `text`.
  private func check(_ constant: Constant, as expected: ValueType?) -> ValueType? {
    guard let expected, expected != constant.value.type else { return constant.value.type }
    // A text is read as what stands beside it: an identity, a normal form, a point in time.
    guard case .string = constant.value,
      ReadConstant.value(constant.value, as: expected, today: CalendarDate(days: 0)) != nil
    else { return reportConstant(constant, expected) }
    return expected
  }

  private func reportConstant(_ constant: Constant, _ expected: ValueType) -> ValueType? {
    sink.report(
      .invalidConstant, "`\(ReadConstant.text(constant.value))` is no value of `\(expected.name)`",
      at: constant.span, help: "write \(ReadConstant.form(of: expected))")
    return nil
  }

  private func check(parameter name: Name) -> ValueType? {
    if let parameter = declarations.parameters[name.text] {
      guard parameter.isSet else { return parameter.type }
      sink.report(
        .parameterIsSet, "the parameter `\(name.text)` is a set", at: name.span,
        help: "write `value in \(name.text)`")
      return nil
    }
    guard !declarations.brokenParameters.contains(name.text) else { return nil }
    sink.report(
      .unknownParameter, "there is no parameter `\(name.text)`", at: name.span,
      help: Suggestion.help(
        for: name.text, among: declarations.parameters.keys,
        otherwise: declarations.relations[name.text] != nil
          ? "`\(name.text)` is a relation; write `\(name.text)(column: variable)` and use the variable"
          : "declare it with `parameter \(name.text): type = value`"))
    return nil
  }

  private func check(call name: Name, _ arguments: [Expression], _ span: Span) -> ValueType? {
    guard let function = Function(rawValue: name.text) else {
      for argument in arguments { check(argument) }
      sink.report(
        .unknownFunction, "there is no function `\(name.text)`", at: name.span,
        help: Suggestion.help(
          for: name.text, among: Function.allCases.map(\.rawValue),
          otherwise: "the functions are \(quoted(Function.allCases.map(\.rawValue)))"))
      return nil
    }
    guard arguments.count == function.definition.parameters.count else {
      for argument in arguments { check(argument) }
      let count = function.definition.parameters.count
      sink.report(
        .argumentCount, "`\(name.text)` takes \(count) \(count == 1 ? "value" : "values"), not \(arguments.count)",
        at: span, help: "write `\(function.definition.usage)`")
      return function.result
    }
    for (argument, parameter) in zip(arguments, function.definition.parameters) {
      check(argument, of: function, parameter)
    }
    return function.result
  }

  private func check(_ argument: Expression, of function: Function, _ parameter: Function.Parameter) {
    switch parameter {
    case .pattern:
      guard case .constant(let constant) = argument, case .string(let pattern) = constant.value else {
        sink.report(
          .invalidPattern, "the second value of `matches` is a text in quotes", at: argument.span,
          help: "write the expression itself, `\(function.definition.usage)`, or use `glob`")
        return
      }
      if let error = Pattern.error(in: pattern) {
        sink.report(
          .invalidPattern, "this is no regular expression: \(error)", at: constant.span,
          help: "see the syntax of RE2; a backslash is written twice")
      }
    case .email:
      guard let type = check(argument, as: .normal(.email)) else { return }
      if type != .normal(.email) { reportArgument(argument, type, function, "`email`,") }
    case .identity:
      guard let type = check(argument) else { return }
      guard case .entity = type else {
        return reportArgument(argument, type, function, "an identity, such as `person`,")
      }
    case .text:
      guard let type = check(argument) else { return }
      if type != .text { reportArgument(argument, type, function, "`text`,") }
    case .textLike:
      guard let type = check(argument) else { return }
      switch type {
      case .text, .normal: break
      default: reportArgument(argument, type, function, "`text` or a type with a normal form, such as `email`,")
      }
    }
  }

  private func reportArgument(_ argument: Expression, _ type: ValueType, _ function: Function, _ wanted: String) {
    sink.report(
      .typeMismatch, "`\(function.rawValue)` takes \(wanted) not `\(type.name)`", at: argument.span,
      help: "write `\(function.definition.usage)`")
  }

  private func check(_ aggregate: Aggregate) -> ValueType? {
    CheckTypes(expressions: self).check(aggregate.body)
    let function = aggregate.function.definition
    guard let operands = function.operands, let name = aggregate.variables.first,
      let type = table.variable(name).flatMap({ types.types[$0] })
    else { return function.result }
    if operands.contains(type) { return function.result ?? type }
    sink.report(
      .aggregateOperand, "`\(aggregate.function.rawValue)` does not take `\(type.name)`", at: name.span,
      help: "it takes \(operands.map { "`\($0.name)`" }.joined(separator: " or "))")
    return function.result
  }
}
