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
    for id in table.ids {
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
      learn(from: literals, into: &result)
    }
  }

  private func learn(from literals: [Literal], into result: inout Types) {
    literals.forEachLiteral { literal in
      switch literal {
      case .comparison(let left, .equal, let right, _):
        assign(left, from: type(of: right, result), into: &result)
        assign(right, from: type(of: left, result), into: &result)
      case .inSet(let expression, let constants, _):
        assign(expression, from: constants.first?.value.type, into: &result)
      case .inName(let expression, let name, _): assign(expression, from: memberType(name.text), into: &result)
      case .atom, .notAtom, .notBody, .or, .comparison: return
      }
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

  /// The type that an expression will have, without checking it.
  private func type(of expression: Expression, _ result: Types) -> ValueType? {
    ResolvedNames(table: table, types: result.types).type(of: expression, declarations.parameters)
  }
}
