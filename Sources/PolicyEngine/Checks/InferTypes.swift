import FactStore

/// The type of each variable of a rule: that of the columns it stands in, else of what it is set equal to.
struct InferTypes {
  /// Variables without an entry have no type that could be found; whatever made that so is reported elsewhere.
  struct Types {
    var types: [VariableTable.VariableID: ValueType] = [:]
    /// The only values that a variable can have, where the column that binds it lists them.
    var values: [VariableTable.VariableID: (values: [String], column: String)] = [:]
  }

  let declarations: Declarations
  let table: VariableTable
  let sink: DiagnosticSink

  func infer(_ unit: RuleUnit) -> Types {
    var result = Types()
    for index in table.variables.indices {
      let id = VariableTable.VariableID(raw: index)
      inferFromColumns(id, into: &result)
      checkJoin(id, result)
    }
    inferFromEqualities(unit.literals, into: &result)
    return result
  }

  private func inferFromColumns(_ id: VariableTable.VariableID, into result: inout Types) {
    var first: (type: ValueType, column: String)?
    for occurrence in table.occurrences(of: id) {
      let place: (relation: String, column: String)
      switch occurrence.role {
      case .column(let relation, let column, _, let isNegated):
        place = (relation, column)
        let isBinding = !isNegated && occurrence.branches.isEmpty && occurrence.scope == table[id].scope
        if isBinding, result.values[id] == nil,
          let values = declarations.relations[relation]?.column(column)?.values
        {
          result.values[id] = (values, "\(relation).\(column)")
        }
      case .head(let relation, let column): place = (relation, column)
      default: continue
      }
      guard let type = declarations.relations[place.relation]?.type(of: place.column) else { continue }
      guard let known = first else {
        first = (type, "\(place.column)` of `\(place.relation)")
        result.types[id] = type
        continue
      }
      if known.type != type {
        sink.report(
          .typeMismatch,
          "`\(table[id].name)` is `\(known.type.name)` (`\(known.column)`), but "
            + "`\(place.column)` of `\(place.relation)` is `\(type.name)`",
          at: occurrence.name.span, help: "use another variable here, `\(place.column): other_name`")
      }
    }
  }

  /// Statement 1: texts, numbers and days of different columns rarely mean the same, so joining them is written out.
  private func checkJoin(_ id: VariableTable.VariableID, _ result: Types) {
    guard let type = result.types[id], !type.joinsByName else { return }
    let columns = table.occurrences(of: id).filter {
      if case .column = $0.role { true } else { false }
    }
    for occurrence in columns {
      guard case .column(_, let column, true, _) = occurrence.role,
        let other = columns.first(where: {
          $0.name.span != occurrence.name.span && VariableTable.coexist($0.branches, occurrence.branches)
        }),
        case .column(let relation, let otherColumn, _, _) = other.role
      else { continue }
      sink.report(
        .unnamedJoin,
        "`\(column)` also stands for `\(otherColumn)` of `\(relation)`, and `\(type.name)` values do not join by name",
        at: occurrence.name.span,
        help: "write `\(column): \(column)` in both places if they must be equal, or rename one")
    }
  }

  /// `v = expression` and `v in …` give a type to what no column does; repeated, as one may wait for another.
  private func inferFromEqualities(_ literals: [Literal], into result: inout Types) {
    var before = -1
    while result.types.count != before {
      before = result.types.count
      visit(literals, into: &result)
    }
  }

  private func visit(_ literals: [Literal], into result: inout Types) {
    for literal in literals {
      switch literal {
      case .atom(let atom, _), .notAtom(let atom, _):
        for case .expression(let expression) in atom.arguments.map(\.value) { visit(expression, into: &result) }
      case .notBody(let body, _): visit(body, into: &result)
      case .or(let bodies, _): for body in bodies { visit(body, into: &result) }
      case .comparison(let left, let comparison, let right, _):
        visit(left, into: &result)
        visit(right, into: &result)
        if comparison == .equal {
          assign(left, from: type(of: right, result), into: &result)
          assign(right, from: type(of: left, result), into: &result)
        }
      case .inSet(let expression, let constants, _):
        visit(expression, into: &result)
        assign(expression, from: constants.first.flatMap { constantType($0.value) }, into: &result)
      case .inName(let expression, let name, _):
        visit(expression, into: &result)
        assign(expression, from: memberType(name.text), into: &result)
      }
    }
  }

  private func visit(_ expression: Expression, into result: inout Types) {
    switch expression {
    case .constant, .variable, .parameter: break
    case .call(_, let arguments, _): for argument in arguments { visit(argument, into: &result) }
    case .arithmetic(let left, _, let right, _):
      visit(left, into: &result)
      visit(right, into: &result)
    case .negated(let inner, _): visit(inner, into: &result)
    case .aggregate(let aggregate): visit(aggregate.body, into: &result)
    }
  }

  private func assign(_ target: Expression, from type: ValueType?, into result: inout Types) {
    guard let type, case .variable(let name) = target, let id = table.variable(name), result.types[id] == nil
    else { return }
    result.types[id] = type
  }

  func memberType(_ name: String) -> ValueType? {
    if let parameter = declarations.parameters[name] { return parameter.type }
    guard let relation = declarations.relations[name], relation.schema.columns.count == 1 else { return nil }
    return relation.type(of: relation.schema.columns[0].name)
  }

  private func constantType(_ value: Constant.Value) -> ValueType {
    switch value {
    case .string: .text
    case .int, .days: .int
    case .bool: .bool
    case .date, .today: .date
    }
  }

  /// The type that an expression will have, without checking it.
  private func type(of expression: Expression, _ result: Types) -> ValueType? {
    switch expression {
    case .constant(let constant): return constantType(constant.value)
    case .variable(let name): return table.variable(name).flatMap { result.types[$0] }
    case .parameter(let name): return declarations.parameters[name.text]?.type
    case .call(let name, _, _): return BuiltIn(rawValue: name.text)?.result
    case .negated: return .int
    case .arithmetic(let left, let sign, let right, _):
      guard let left = type(of: left, result), let right = type(of: right, result) else { return nil }
      return CheckExpressions.result(left, sign, right)
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .count, .sum: return .int
      case .min, .max: return aggregate.variables.first.flatMap { table.variable($0) }.flatMap { result.types[$0] }
      }
    }
  }
}
