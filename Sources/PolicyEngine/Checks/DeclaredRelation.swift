import FactStore

/// A relation as the checks see it: a source, or a `relation` declaration whose types may be unknown.
struct DeclaredRelation {
  var schema: RelationSchema
  var kind: CheckedProgram.RelationInfo.Kind
  /// Columns whose type was not understood; that was reported, so nothing else is said of them.
  var unknownTypes: Set<String> = []
  var span: Span?

  func column(_ name: String) -> ColumnSchema? { schema.columns.first { $0.name == name } }

  /// `nil` where the column or its type is not known.
  func type(of name: String) -> ValueType? {
    unknownTypes.contains(name) ? nil : column(name)?.type
  }
}

/// What names mean, once all declarations were read. Later checks only look up.
struct Declarations {
  var relations: [String: DeclaredRelation] = [:]
  var parameters: [String: CheckedProgram.ParameterInfo] = [:]
  /// Parameters whose type or value was not understood; uses of them are not checked.
  var brokenParameters: Set<String> = []
  var entities: Set<String> = []
  /// Declared relations that clash with a source: what is wrong with their rules was said.
  var clashing: Set<String> = []

  func isParameter(_ name: String) -> Bool { parameters[name] != nil || brokenParameters.contains(name) }

  /// The type that a name stands for.
  func type(named name: String) -> ValueType? {
    switch name {
    case "text": .text
    case "int": .int
    case "bool": .bool
    case "date": .date
    case "time": .time
    default: NormalForm(rawValue: name).map { .normal($0) } ?? (entities.contains(name) ? .entity(name) : nil)
    }
  }

  var typeNames: [String] {
    ["text", "int", "bool", "date", "time"] + NormalForm.allCases.map(\.rawValue) + entities.sorted()
  }
}
