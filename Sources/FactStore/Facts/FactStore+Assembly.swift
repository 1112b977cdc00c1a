extension FactStore {
  /// Joins what each file gave into one store.
  ///
  /// In order: rows are concatenated in the order of `writers`; rows that break a key become holes; values that refer to
  /// a row which no document has become holes in the relation they refer to; relations that no file covers get one
  /// all-`*` hole; more than ``holeLimit`` holes of one relation collapse into one. Linear in the number of rows.
  /// - Parameter announced: holes that no file can know of (an expected export that was not read), by relation name.
  public static func assemble(
    symbols: SymbolTable, schemas: SchemaSet, files: [String], writers: [FactWriter],
    announced: [(relation: String, hole: Hole)] = []
  ) -> FactStore {
    var assembly = Assembly(symbols: symbols, schemas: schemas, writers: writers)
    for entry in announced { assembly.announce(entry.relation, entry.hole) }
    assembly.resolveKeys()
    assembly.resolveReferences()
    return FactStore(symbols: symbols, schemas: schemas, files: files, relations: assembly.finish())
  }
}

/// The working state of ``FactStore/assemble(symbols:schemas:files:writers:announced:)``.
struct Assembly {
  let symbols: SymbolTable
  let schemas: SchemaSet
  var tables: [Table]
  var segments: [[OriginSegment]]
  var holes: [[Hole]]
  /// By schema index; absent key = no file covers it.
  var grades: [Int: CompletenessGrade] = [:]

  init(symbols: SymbolTable, schemas: SchemaSet, writers: [FactWriter]) {
    self.symbols = symbols
    self.schemas = schemas
    tables = []
    segments = Array(repeating: [], count: schemas.stored.count)
    holes = Array(repeating: [], count: schemas.stored.count)
    for stored in schemas.stored.indices {
      let parts = writers.compactMap { $0.parts[stored] }
      // The common case, one file for one relation, costs no copy.
      let table: Table
      if parts.count == 1 {
        table = parts[0].table
      } else {
        table = Table(arity: schemas.stored[stored].columns.count)
        table.reserve(parts.reduce(0) { $0 + $1.table.count })
      }
      var first = 0
      for part in parts {
        if parts.count > 1 { table.append(contentsOf: part.table) }
        for var segment in part.segments {
          segment.firstRow += first
          segments[stored].append(segment)
        }
        holes[stored] += part.holes
        first += part.table.count
      }
      tables.append(table)
    }
    for writer in writers {
      for (name, grade) in writer.covered {
        let schema = schemas.schemaIndex(name)!
        grades[schema] = min(grades[schema] ?? grade, grade)
      }
    }
  }

  mutating func announce(_ relation: String, _ hole: Hole) {
    guard let schema = schemas.schemaIndex(relation) else { preconditionFailure("no schema \(relation)") }
    for stored in schemas.stored.indices where schemas.stored[stored].schema == schema {
      var hole = hole
      hole.row = Array(repeating: ValueCode.any, count: schemas.stored[stored].columns.count)
      holes[stored].append(hole)
    }
  }

  /// "Two rows that break a key become one hole in the columns that differ" (language.md, statement 7).
  mutating func resolveKeys() {
    for stored in schemas.stored.indices {
      let relation = schemas.stored[stored]
      let schema = schemas.schemas[relation.schema]
      if schema.key.isEmpty && relation.facet == nil { continue }
      let keyNames = Set(relation.facet == nil ? schema.key : schema.facetKey.map(\.name))
      let keyColumns = relation.columns.indices.filter { keyNames.contains(relation.columns[$0].name) }
      if keyColumns.count == relation.columns.count || tables[stored].count < 2 { continue }
      let groups = conflicts(in: tables[stored], key: keyColumns)
      if !groups.isEmpty { replace(groups, in: stored) }
    }
  }

  /// Groups of rows (ascending) that agree in `key` and differ elsewhere.
  private func conflicts(in table: Table, key: [Int]) -> [[Int]] {
    var index = RowIndex(table, columns: key)
    var groups: [Int: [Int]] = [:]
    for row in 0..<table.count {
      let first = index.firstRow(equalTo: row)
      if first != row { groups[first, default: [first]].append(row) }
    }
    return groups.values.filter { rows in
      rows.dropFirst().contains { table.row($0) != table.row(rows[0]) }
    }.sorted { $0[0] < $1[0] }
  }

  private mutating func replace(_ groups: [[Int]], in stored: Int) {
    let old = tables[stored]
    var dropped = Set<Int>()
    for rows in groups {
      let values = rows.map { old.row($0) }
      let merged = values[0].indices.map { column in
        values.allSatisfy { $0[column] == values[0][column] } ? values[0][column] : ValueCode.any
      }
      let differing = values[0].indices.filter { merged[$0] == ValueCode.any }
        .map { schemas.stored[stored].columns[$0].name }
      holes[stored].append(
        Hole(
          row: merged, reason: .conflict,
          text: "\(rows.count) records of one key disagree in \(differing.joined(separator: ", "))",
          origin: origin(of: rows.last!, in: stored)))
      dropped.formUnion(rows)
    }
    let kept = Table(arity: old.arity)
    var keptSegments: [OriginSegment] = []
    for row in 0..<old.count where !dropped.contains(row) {
      if let origin = origin(of: row, in: stored) {
        keptSegments.append(
          OriginSegment(
            file: origin.file, firstRow: kept.count, count: 1,
            places: .listed(
              lines: [UInt32(origin.place.line)], pointers: [symbols.intern(origin.place.pointer).raw])))
      }
      kept.append(old.row(row))
    }
    tables[stored] = kept
    segments[stored] = keptSegments
  }

  /// A value that refers to a row nobody has: `(value, *…)` may exist in the relation it refers to.
  mutating func resolveReferences() {
    for schema in schemas.schemas {
      for reference in schema.references {
        guard let target = schemas.storedIndex(reference.target),
          let source = storedColumn(schema, reference.column),
          let targetSchema = schemas.schemaIndex(reference.target), grades[targetSchema] != nil,
          let targetColumn = schemas.stored[target].columns.firstIndex(where: { $0.name == reference.targetColumn })
        else { continue }
        var known = Set<UInt32>()
        let targets = tables[target].column(targetColumn)
        for row in 0..<tables[target].count { known.insert(targets[row]) }
        let values = tables[source.stored].column(source.column)
        for row in 0..<tables[source.stored].count where known.insert(values[row]).inserted {
          let value = symbols.decode(values[row], as: schemas.stored[source.stored].columns[source.column].type)
          addDangling(
            reference, target: targetSchema, code: values[row],
            text: "\(schema.name) names \(reference.targetColumn) \(describe(value)), which no loaded document has",
            origin: origin(of: row, in: source.stored))
        }
        // A hole may name it too: what may exist may refer.
        for hole in holes[source.stored] where hole.row[source.column] != ValueCode.any {
          guard known.insert(hole.row[source.column]).inserted else { continue }
          let type = schemas.stored[source.stored].columns[source.column].type
          addDangling(
            reference, target: targetSchema, code: hole.row[source.column],
            text: "\(schema.name) may name \(reference.targetColumn) "
              + "\(describe(symbols.decode(hole.row[source.column], as: type))), which no loaded document has",
            origin: hole.origin)
        }
      }
    }
  }

  private mutating func addDangling(
    _ reference: RelationSchema.Reference, target schema: Int, code: UInt32, text: String, origin: Origin?
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

  private func origin(of row: Int, in stored: Int) -> Origin? {
    for segment in segments[stored] where segment.firstRow <= row && row < segment.firstRow + segment.count {
      return Origin(file: segment.file, place: segment.place(ofRow: row, symbols: symbols))
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

  func finish() -> [SourceRelation] {
    let groups = Dictionary(
      grouping: schemas.schemas.indices.filter { schemas.schemas[$0].alternatives != nil },
      by: { schemas.schemas[$0].alternatives! })
    return schemas.stored.indices.map { stored in
      let relation = schemas.stored[stored]
      let schema = schemas.schemas[relation.schema]
      var holes = holes[stored]
      var completeness: Completeness
      let stoodIn = schema.alternatives.map { groups[$0]!.contains { grades[$0] != nil } } ?? false
      if grades[relation.schema] == nil && !stoodIn && tables[stored].count == 0 {
        let why = "no export of \(schema.name) was loaded"
        holes = [
          Hole(row: Array(repeating: ValueCode.any, count: relation.columns.count), reason: .absent, text: why)
        ]
        completeness = .absent
      } else {
        completeness = holes.isEmpty ? .complete : .partial
      }
      if holes.count > FactStore.holeLimit {
        holes = [
          Hole(
            row: Array(repeating: ValueCode.any, count: relation.columns.count), reason: .collapsed,
            text: "\(holes.count) records of \(schema.name) could not be used, first: \(holes[0].text)",
            origin: holes[0].origin)
        ]
      }
      return SourceRelation(
        name: relation.name, columns: relation.columns, facts: tables[stored], holes: holes,
        completeness: completeness, grade: grades[relation.schema], segments: segments[stored])
    }
  }
}
