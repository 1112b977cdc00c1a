import Localization

extension FactStore {
  /// Joins what each file gave into one store.
  ///
  /// In order: rows are concatenated in the order of `writers`; rows that break a key become holes; values that refer to
  /// a row which no document has become holes in the relation they refer to; relations that no file covers get one
  /// all-`*` hole; more than ``holeLimit`` holes of one relation collapse into one. Linear in the number of rows.
  /// - Parameters:
  ///   - announced: holes that no file can know of (an expected export that was not read), by relation name.
  ///   - declared: relations of which somebody says that there is no export, with who says so and why, for people.
  package static func assemble(
    symbols: SymbolTable, schemas: SchemaSet, files: [String], writers: [FactWriter],
    announced: [(relation: String, hole: Hole)] = [], declared: [String: Phrase] = [:]
  ) -> FactStore {
    var assembly = Assembly(symbols: symbols, schemas: schemas, writers: writers)
    assembly.declared = declared
    for entry in announced { assembly.announce(entry.relation, entry.hole) }
    assembly.resolveKeys()
    assembly.resolveReferences()
    return FactStore(symbols: symbols, schemas: schemas, files: files, relations: assembly.finish())
  }
}

/// The working state of ``FactStore/assemble(symbols:schemas:files:writers:announced:declared:)``.
struct Assembly {
  let symbols: SymbolTable
  let schemas: SchemaSet
  var tables: [Table]
  var segments: [[OriginSegment]]
  var holes: [[Hole]]
  /// By schema index; absent key = no file covers it.
  var grades: [Int: CompletenessGrade] = [:]
  /// Relations, by schema index, of which an export was announced that did not come, or came short.
  var announced: Set<Int> = []
  /// By relation: who says that there is no export of it, and why.
  var declared: [String: Phrase] = [:]
  /// By facet: where the rows and holes of its base come from a file without that column, which says nothing of it.
  var silent: [Int: [(rows: Range<Int>, holes: Range<Int>)]] = [:]

  init(symbols: SymbolTable, schemas: SchemaSet, writers: [FactWriter]) {
    self.symbols = symbols
    self.schemas = schemas
    tables = []
    segments = Array(repeating: [], count: schemas.stored.count)
    holes = Array(repeating: [], count: schemas.stored.count)
    // Each file has parts of a few relations: looking each relation up in each file would take longer than the facts.
    var given: [[(part: FactWriter.Part, writer: FactWriter)]] = Array(repeating: [], count: schemas.stored.count)
    for writer in writers {
      for (stored, part) in writer.parts { given[stored].append((part, writer)) }
    }
    for stored in schemas.stored.indices {
      let parts = given[stored].map(\.part)
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
    for (facet, stored) in schemas.stored.enumerated() where stored.facet != nil {
      noteSilence(of: given[schemas.storedIndex(schemas.schemas[stored.schema].name)!], facet: facet)
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
    announced.insert(schema)
    for stored in schemas.stored.indices where schemas.stored[stored].schema == schema {
      var hole = hole
      hole.row = Array(repeating: ValueCode.any, count: schemas.stored[stored].columns.count)
      holes[stored].append(hole)
    }
  }

  /// - Parameter base: what each file gives the relation that the facet belongs to.
  private mutating func noteSilence(of base: [(part: FactWriter.Part, writer: FactWriter)], facet: Int) {
    var rows = 0
    var holes = 0
    for (part, writer) in base {
      if writer.absentColumns.contains(facet) {
        silent[facet, default: []].append((rows..<rows + part.table.count, holes..<holes + part.holes.count))
      }
      rows += part.table.count
      holes += part.holes.count
    }
  }

  /// Where a row was read. O(log segments).
  func origin(of row: Int, in stored: Int) -> Origin? {
    OriginSegment.origin(ofRow: row, in: segments[stored], symbols: symbols)
  }

  func finish() -> [SourceRelation] {
    let stoodIn = schemas.stoodIn { grades[$0] != nil }
    return schemas.stored.indices.map { stored in
      let relation = schemas.stored[stored]
      let schema = schemas.schemas[relation.schema]
      let isAbsent = grades[relation.schema] == nil && !stoodIn.contains(relation.schema)
      let loaded = collapsed(holes[stored], of: relation.columns.count, named: schema.name)
      // What was announced was not left out on purpose, of one organisation neither.
      let isAnnounced =
        announced.contains(relation.schema) || holes[stored].contains { $0.reason == .expected }
      let declaration = isAbsent && !isAnnounced ? declared[schema.name] : nil
      var completeness = loaded.isEmpty ? Completeness.complete : .partial
      var absence: [Hole] = []
      if isAbsent {
        let isEmpty = tables[stored].count == 0
        // Facts that another export brought along say nothing of those that it did not.
        let why =
          isEmpty
          ? Phrase("no export of \(schema.name) was loaded")
          : Phrase("no export of \(schema.name) was loaded, only some of its rows came with others")
        completeness = isEmpty ? .absent : .partial
        absence = [
          Hole(
            row: Array(repeating: ValueCode.any, count: relation.columns.count), reason: .absent,
            text: declaration.map { Phrase("\(why): \($0)") } ?? why)
        ]
      }
      return SourceRelation(
        name: relation.name, columns: relation.columns, facts: tables[stored], loaded: loaded, absence: absence,
        completeness: completeness, grade: grades[relation.schema], declaration: declaration,
        segments: segments[stored])
    }
  }

  /// The holes of one relation, as one where they are too many to be kept one by one.
  private func collapsed(_ all: [Hole], of arity: Int, named name: String) -> [Hole] {
    var holes = all
    if holes.count > FactStore.holeLimit {
      // Two documents that leave out the same thing leave one hole.
      var seen = Set<[UInt32]>()
      holes = holes.filter { $0.reason != .hidden || seen.insert($0.row).inserted }
    }
    guard holes.count > FactStore.holeLimit else { return holes }
    return [
      Hole(
        row: Array(repeating: ValueCode.any, count: arity), reason: .collapsed,
        text: Phrase("\(holes.count) records of \(name) could not be used, first: \(holes[0].text)"),
        origin: holes[0].origin)
    ]
  }
}
