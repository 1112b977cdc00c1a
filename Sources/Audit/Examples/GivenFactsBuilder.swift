import FactStore
import PolicyEngine

/// Turns the facts of an example into rows.
///
/// A column that is left out is one the policy never reads: it gets a text of its own. An optional column that is left
/// out has no value; `end: _` says that its value is not known.
struct GivenFactsBuilder {
  let checked: CheckedProgram
  let symbols: SymbolTable
  let today: CalendarDate

  func build(_ given: [PolicyDeclaration.Given]) -> GivenFacts {
    var rows: [String: GivenRelation] = [:]
    var declared: Set<String> = []
    for entry in given {
      switch entry {
      case .fact(let atom): add(atom, to: &rows)
      case .partial(let name, _): addHole(name.text, to: &rows) { $0.extras.append($1) }
      case .absent(let name, _): addHole(name.text, to: &rows) { $0.absence.append($1) }
      case .without(let name, _):
        addHole(name.text, to: &rows) { $0.absence.append($1) }
        declared.insert(name.text)
      }
    }
    return GivenFacts(relations: rows.values.sorted { $0.relation < $1.relation }, declared: declared)
  }

  private func add(_ atom: Atom, to rows: inout [String: GivenRelation]) {
    guard let schema = checked.relations[atom.relation.text]?.schema else { return }
    func code(_ column: ColumnSchema) -> UInt32? {
      guard let argument = atom.arguments.first(where: { $0.column.text == column.name }) else { return nil }
      switch argument.value {
      case .expression(.constant(let constant)):
        return ConstantCode(symbols: symbols, today: today).code(constant, column.type)
      case .expression(.negated(.constant(let constant), _)):
        guard case .int(let number) = constant.value else { return nil }
        return symbols.encode(-number)
      case .expression(.arithmetic(let left, let operation, let right, _)):
        return ConstantCode(symbols: symbols, today: today).code(left, operation, right)
      case .wildcard: return ValueCode.any
      default: return nil
      }
    }
    let base = schema.columns.filter { !$0.isOptional }.map { code($0) ?? unstated }
    insert(base, into: schema.name, of: schema, &rows)
    for column in schema.columns where column.isOptional {
      let facet = SchemaSet.facetName(schema.name, column.name)
      guard let value = code(column) else { continue }
      let key = schema.facetKey.map { code($0) ?? unstated }
      insert(key + [value], into: facet, of: schema, &rows)
    }
  }

  private var unstated: UInt32 { symbols.intern("\u{1}not stated").raw }

  private func insert(
    _ row: [UInt32], into name: String, of schema: RelationSchema, _ rows: inout [String: GivenRelation]
  ) {
    var relation = rows[name] ?? GivenRelation(relation: name, rows: [], extras: [])
    if row.contains(ValueCode.any) { relation.extras.append(row) } else { relation.rows.append(row) }
    rows[name] = relation
  }

  /// Adds a row of `*` to a relation and to what holds its optional columns.
  private func addHole(
    _ name: String, to rows: inout [String: GivenRelation], _ add: (inout GivenRelation, [UInt32]) -> Void
  ) {
    guard let schema = checked.relations[name]?.schema else { return }
    var widths = [name: schema.columns.count { !$0.isOptional }]
    for column in schema.columns where column.isOptional {
      widths[SchemaSet.facetName(name, column.name)] = schema.facetKey.count + 1
    }
    for (stored, width) in widths {
      add(
        &rows[stored, default: GivenRelation(relation: stored, rows: [], extras: [])],
        Array(repeating: ValueCode.any, count: width))
    }
  }
}

/// The code of a constant of an example in a column of a type.
struct ConstantCode {
  let symbols: SymbolTable
  let today: CalendarDate

  func code(_ constant: Constant, _ type: ValueType) -> UInt32 {
    ReadConstant.code(constant.value, as: type, today: today, symbols: symbols)
  }

  /// `today - 3 days` and the like: a date and a number of days.
  func code(_ left: Expression, _ operation: Arithmetic, _ right: Expression) -> UInt32? {
    guard case .constant(let base) = left, case .constant(let shift) = right else { return nil }
    let days: Int64
    switch shift.value {
    case .int(let number), .days(let number): days = operation == .minus ? -number : number
    default: return nil
    }
    switch base.value {
    case .today: return symbols.encode(.date(CalendarDate(days: today.days + Int32(clamping: days))))
    case .date(let date): return symbols.encode(.date(CalendarDate(days: date.days + Int32(clamping: days))))
    case .int(let number): return symbols.encode(number + days)
    default: return nil
    }
  }
}
