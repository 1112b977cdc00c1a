import Localization

extension Assembly {
  /// A value that refers to a row nobody has: `(value, *…)` may exist in the relation it refers to.
  ///
  /// What may exist may refer in turn, so this goes on until nothing is added; later rounds look at new holes only.
  mutating func resolveReferences() {
    var seen = Array(repeating: 0, count: holes.count)
    var isFirst = true
    while isFirst || seen != holes.map(\.count) {
      let before = holes.map(\.count)
      for schema in schemas.schemas {
        for reference in schema.references { resolve(reference, of: schema, rows: isFirst, holesFrom: seen) }
      }
      seen = before
      isFirst = false
    }
  }

  /// - Parameters:
  ///   - rows: whether the facts are looked at too.
  ///   - holesFrom: how many holes of each stored relation were looked at before.
  private mutating func resolve(
    _ reference: RelationSchema.Reference, of schema: RelationSchema, rows: Bool, holesFrom: [Int]
  ) {
    guard let target = schemas.storedIndex(reference.target),
      let source = storedColumn(schema, reference.column),
      let targetSchema = schemas.schemaIndex(reference.target), grades[targetSchema] != nil,
      let targetColumn = schemas.stored[target].columns.firstIndex(where: { $0.name == reference.targetColumn })
    else { return }
    let naming = holes[source.stored][holesFrom[source.stored]...].filter { $0.row[source.column] != ValueCode.any }
    guard rows || !naming.isEmpty else { return }
    var known = Set<UInt32>()
    let targets = tables[target].column(targetColumn)
    for row in 0..<tables[target].count { known.insert(targets[row]) }
    // Rows whose records disagree are there; so are those that were found missing before.
    for hole in holes[target] where hole.reason == .conflict || hole.reason == .dangling {
      known.insert(hole.row[targetColumn])
    }
    let type = schemas.stored[source.stored].columns[source.column].type
    let values = tables[source.stored].column(source.column)
    for row in 0..<(rows ? tables[source.stored].count : 0) where known.insert(values[row]).inserted {
      let value = describe(symbols.decode(values[row], as: type))
      addDangling(
        reference, target: targetSchema, code: values[row],
        text: Phrase("\(schema.name) names \(reference.targetColumn) \(value), which no loaded document has"),
        origin: origin(of: row, in: source.stored))
    }
    // A hole may name it too: what may exist may refer.
    for hole in naming where known.insert(hole.row[source.column]).inserted {
      let value = describe(symbols.decode(hole.row[source.column], as: type))
      addDangling(
        reference, target: targetSchema, code: hole.row[source.column],
        text: Phrase("\(schema.name) may name \(reference.targetColumn) \(value), which no loaded document has"),
        origin: hole.origin)
    }
  }

  private mutating func addDangling(
    _ reference: RelationSchema.Reference, target schema: Int, code: UInt32, text: Phrase, origin: Origin?
  ) {
    for stored in schemas.stored.indices where schemas.stored[stored].schema == schema {
      let row = schemas.stored[stored].columns.map { $0.name == reference.targetColumn ? code : ValueCode.any }
      holes[stored].append(Hole(row: row, reason: .dangling, text: text, origin: origin))
    }
  }

  private func storedColumn(_ schema: RelationSchema, _ column: String) -> (stored: Int, column: Int)? {
    for name in [schema.name, SchemaSet.facetName(schema.name, column)] {
      guard let stored = schemas.storedIndex(name),
        let index = schemas.stored[stored].columns.firstIndex(where: { $0.name == column })
      else { continue }
      return (stored, index)
    }
    return nil
  }

  private func describe(_ value: Value) -> String {
    switch value {
    case .text(let text): "`\(text)`"
    case .int(let number), .time(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .date(let date): "\(date)"
    }
  }
}
