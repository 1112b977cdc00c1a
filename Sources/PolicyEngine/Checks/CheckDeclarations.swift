import FactStore

/// Reads all declarations: what each name stands for, and names that are declared twice or clash.
struct CheckDeclarations {
  let program: Program
  let schemas: SchemaSet
  let sink: DiagnosticSink
  private var declarations = Declarations()

  init(program: Program, schemas: SchemaSet, sink: DiagnosticSink) {
    self.program = program
    self.schemas = schemas
    self.sink = sink
  }

  /// The declarations of the program and of the sources. Parameters get the values that the program gives them.
  consuming func read() -> Declarations {
    readSources()
    readEntities()
    for case .relation(let relation) in program.items { read(relation) }
    checkPolicyNames()
    return declarations
  }

  private mutating func readSources() {
    for schema in schemas.schemas {
      declarations.relations[schema.name] = DeclaredRelation(schema: schema, kind: .source)
      for case .entity(let name) in schema.columns.map(\.type) { declarations.entities.insert(name) }
    }
  }

  private mutating func readEntities() {
    var declared: Set<String> = []
    for case .entity(let entity) in program.items {
      let name = entity.name.text
      if Declarations().type(named: name) != nil {
        sink.report(
          .duplicateEntity, "`\(name)` is a type of the language", at: entity.name.span,
          help: "choose another name for the entity")
      } else if !declared.insert(name).inserted {
        sink.report(
          .duplicateEntity, "the entity `\(name)` is declared twice", at: entity.name.span,
          help: "remove one of the two")
      }
      declarations.entities.insert(name)
    }
  }

  private mutating func read(_ relation: RelationDeclaration) {
    let name = relation.name.text
    checkColumns(relation)
    if let known = declarations.relations[name] {
      if known.kind == .source {
        declarations.clashing.insert(name)
        sink.report(
          .relationIsSource, "`\(name)` is a relation of the exports already", at: relation.name.span,
          help: "choose another name for the derived relation")
      } else {
        sink.report(
          .duplicateRelation, "the relation `\(name)` is declared twice", at: relation.name.span,
          help: "remove one of the two; rules for it may stand in any file")
      }
      return
    }
    var untyped: Set<String> = []
    var columns: [ColumnSchema] = []
    for column in relation.columns where !columns.contains(where: { $0.name == column.name.text }) {
      let type = type(column.type)
      if type == nil { untyped.insert(column.name.text) }
      let values = column.values.isEmpty ? nil : column.values.map(\.value)
      if let type, type != .text, !column.values.isEmpty {
        sink.report(
          .typeMismatch, "`values` lists texts, but `\(column.name.text)` is `\(type.name)`",
          at: column.values[0].span, help: "make the column `text`, or drop `values`")
      }
      columns.append(ColumnSchema(column.name.text, type ?? .text, values: values))
    }
    let schema = RelationSchema(name, doc: relation.doc, columns: columns)
    declarations.relations[name] = DeclaredRelation(
      schema: schema, kind: .derived, unknownTypes: untyped, span: relation.name.span)
  }

  private func checkColumns(_ relation: RelationDeclaration) {
    var seen: Set<String> = []
    for column in relation.columns {
      if !seen.insert(column.name.text).inserted {
        sink.report(
          .duplicateColumn, "`\(relation.name.text)` has two columns named `\(column.name.text)`",
          at: column.name.span, help: "rename one of the two")
      }
      // A head gives every column a value, so an optional column of a derived relation would never be without one.
      if column.isOptional {
        sink.report(
          .onlyForSources, "`\(column.name.text)?`: a derived relation has no optional columns", at: column.name.span,
          help: "drop the `?`, or derive a second relation for the rows that have a value")
      }
    }
    if let first = relation.key.first ?? relation.references.first?.column {
      sink.report(
        .onlyForSources, "a derived relation has no `key` and no `references`", at: first.span,
        help: "drop them: they say what to do with exports that contradict themselves")
    }
    let limit = ProgramLimit.columns
    if relation.columns.count > limit {
      sink.report(
        .tooManyColumns, "`\(relation.name.text)` has \(relation.columns.count) columns, more than \(limit)",
        at: relation.name.span, help: "split the relation in two that share a column")
    }
  }

  private func type(_ name: Name) -> ValueType? {
    let type = declarations.type(named: name.text)
    if type == nil { CheckDeclarations.reportUnknownType(name, declarations: declarations, sink: sink) }
    return type
  }

  static func reportUnknownType(_ name: Name, declarations: Declarations, sink: DiagnosticSink) {
    sink.report(
      .unknownType, "there is no type `\(name.text)`", at: name.span,
      help: Suggestion.help(
        for: name.text, among: declarations.typeNames,
        otherwise: "declare it with `entity \(name.text)`, or use one of the types of the language"))
  }

  private func checkPolicyNames() {
    var seen: Set<String> = []
    for case .policy(let policy) in program.items where !seen.insert(policy.id.text).inserted {
      sink.report(
        .duplicatePolicy, "the policy `\(policy.id.text)` is declared twice", at: policy.id.span,
        help: "rename one of the two: findings and waivers go by this name")
    }
  }
}
