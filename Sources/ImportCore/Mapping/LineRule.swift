import FactStore

/// A fact rule over the top-level fields of JSON lines, ready for the fast path.
struct LineRule: Sendable {
  var relation: String
  var columns: [Column]

  struct Column: Sendable {
    /// Position among the fields that are extracted; `nil` for a constant.
    var field: Int?
    /// The code of a constant.
    var constant: UInt32
    var reader: ScalarReader
    var coding: Coding
    /// Codes of the values that may occur; empty when any may.
    var allowed: [UInt32]
  }

  /// How the text of a field becomes a code.
  enum Coding: Sendable {
    /// The bytes are interned as they stand.
    case text(keepsEmpty: Bool)
    case int
    /// Through a value, one at a time.
    case value
  }

  /// The names of the fields that `rules` read, and the rules bound to them; `nil` when the file needs the slow path:
  /// nested values, or relations with optional columns.
  static func bind(
    _ mapped: MappedFile, schemas: SchemaSet, symbols: SymbolTable
  ) -> (
    fields: [String], rules: [LineRule]
  )? {
    guard mapped.format == .jsonl, mapped.records.isEmpty, mapped.total == nil else { return nil }
    var fields: [String] = []
    var rules: [LineRule] = []
    for rule in mapped.facts {
      guard rule.each.isEmpty, let schema = schemas[rule.relation], !schema.columns.contains(where: \.isOptional)
      else { return nil }
      var columns: [Column] = []
      for column in rule.columns {
        // How a column of days is written shows in all of it.
        if column.column.type == .date { return nil }
        // Empty cells are looked at one by one there.
        if case .constant = column.empty { return nil }
        if column.empty == .noneOfIt { return nil }
        let reader = ScalarReader(column)
        var bound = Column(
          field: nil, constant: 0, reader: reader, coding: coding(column),
          allowed: (column.column.values ?? []).map { symbols.intern($0).raw })
        switch column.source {
        case .constant(let text):
          guard case .value(let value) = reader.read(.text(text)).cell else { return nil }
          bound.constant = symbols.encode(value)
        case .field(let name):
          bound.field = fields.firstIndex(of: name) ?? fields.count
          if bound.field == fields.count { fields.append(name) }
        case .path, .parent: return nil
        }
        columns.append(bound)
      }
      rules.append(LineRule(relation: rule.relation, columns: columns))
    }
    return (fields, rules)
  }

  private static func coding(_ rule: ColumnRule) -> Coding {
    switch rule.column.type {
    case _ where ScalarReader(rule).holdsIdentity: .value
    case .int: .int
    case .text: .text(keepsEmpty: rule.empty == .keep)
    case .entity where rule.form == nil: .text(keepsEmpty: rule.empty == .keep)
    default: .value
    }
  }
}
