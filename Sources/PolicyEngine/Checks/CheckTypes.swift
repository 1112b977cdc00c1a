import FactStore

/// Literals: what is compared, joined or looked up is of one type.
struct CheckTypes {
  let expressions: CheckExpressions
  private var declarations: Declarations { expressions.declarations }
  private var sink: DiagnosticSink { expressions.sink }

  init(expressions: CheckExpressions) {
    self.expressions = expressions
  }

  func check(_ unit: RuleUnit) {
    if let head = unit.head { check(head) }
    check(unit.literals)
  }

  func check(_ literals: [Literal]) {
    for literal in literals {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _): check(atom)
      case .notBody(let body, _): check(body)
      case .or(let bodies, _): for body in bodies { check(body) }
      case .comparison(let left, let comparison, let right, let span): check(left, comparison, right, span)
      case .inSet(let expression, let constants, _): check(expression, in: constants)
      case .inName(let expression, let name, let span): check(expression, in: name, span)
      }
    }
  }

  /// Values given to columns. A variable's columns were compared when its type was inferred.
  func check(_ atom: Atom) {
    let relation = declarations.relations[atom.relation.text]
    for argument in atom.arguments {
      guard case .expression(let expression) = argument.value else { continue }
      if case .variable = expression { continue }
      let expected = relation?.type(of: argument.column.text)
      let type = expressions.check(expression, as: expected)
      if let expected, let type, type != expected {
        sink.report(
          .typeMismatch,
          "`\(argument.column.text)` of `\(atom.relation.text)` is `\(expected.name)`, not `\(type.name)`",
          at: expression.span, help: Self.help(type, expected))
      }
      if let column = relation?.column(argument.column.text), let values = column.values {
        checkValues([expression], values, "\(atom.relation.text).\(column.name)")
      }
    }
  }

  private func check(_ left: Expression, _ comparison: Comparison, _ right: Expression, _ span: Span) {
    // A truth value alone is read as `value = true`, with one place for both sides.
    if case .constant(let constant) = right, constant.value == .bool(true), constant.span == left.span {
      if let type = expressions.check(left), type != .bool {
        sink.report(
          .typeMismatch, "a `\(type.name)` alone is neither true nor false", at: left.span,
          help: "compare it with something, such as `value = \"…\"`")
      }
      return
    }
    let leftType: ValueType?
    let rightType: ValueType?
    if case .constant = left {
      rightType = expressions.check(right)
      leftType = expressions.check(left, as: rightType)
    } else {
      leftType = expressions.check(left)
      rightType = expressions.check(right, as: leftType)
    }
    guard let leftType, let rightType else { return }
    guard leftType == rightType else {
      sink.report(
        .typeMismatch, "`\(comparison.rawValue)` compares `\(leftType.name)` with `\(rightType.name)`", at: span,
        help: Self.help(leftType, rightType))
      return
    }
    switch comparison {
    case .equal, .notEqual:
      checkValues(of: left, [right])
      checkValues(of: right, [left])
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      switch leftType {
      case .int, .date, .time: break
      case .text, .bool, .normal, .entity:
        sink.report(
          .notOrdered, "`\(comparison.rawValue)` does not order `\(leftType.name)`", at: span,
          help: "only `int`, `date` and `time` have an order; use `=` or `!=`")
      }
    }
  }

  private func check(_ expression: Expression, in constants: [Constant]) {
    let type = expressions.check(expression)
    for constant in constants { expressions.check(.constant(constant), as: type) }
    checkValues(of: expression, constants.map { .constant($0) })
  }

  private func check(_ expression: Expression, in name: Name, _ span: Span) {
    let member = InferTypes(declarations: declarations, table: expressions.table, sink: sink).memberType(name.text)
    guard let type = expressions.check(expression, as: member), let member, type != member else { return }
    sink.report(
      .typeMismatch, "`\(name.text)` holds `\(member.name)`, not `\(type.name)`", at: span,
      help: Self.help(type, member))
  }

  /// Constants beside a variable whose column lists its values.
  private func checkValues(of expression: Expression, _ others: [Expression]) {
    guard case .variable(let name) = expression, let id = expressions.table.variable(name),
      let known = expressions.types.values[id]
    else { return }
    checkValues(others, known.values, known.column)
  }

  private func checkValues(_ constants: [Expression], _ values: [String], _ column: String) {
    for case .constant(let constant) in constants {
      guard case .string(let text) = constant.value, !values.contains(text) else { continue }
      sink.report(
        .unknownValue, "`\(text)` is no value of `\(column)`", at: constant.span,
        help: Suggestion.help(for: text, among: values, otherwise: "its values are \(quoted(values))"))
    }
  }

  private static func help(_ left: ValueType, _ right: ValueType) -> String {
    switch (left, right) {
    case (.text, .normal(let form)), (.normal(let form), .text):
      "a `text` has no normal form, so it would miss other spellings; declare the column as `\(form.rawValue)`"
    case (.entity, .entity): "these are identities of different things; join them through a relation that has both"
    default: "use values of one type"
    }
  }
}
