import FactStore
import TestSupport
import Testing

/// "Two rows that break a key become one hole in the columns that differ", against a version with dictionaries.
@Suite struct KeyConflictTests {
  struct Record {
    var file: Int
    var cells: [String: FactWriter.Cell]
  }

  struct Expected {
    var facts: [[UInt32]] = []
    var lines: [Int] = []
    var holes: Set<[UInt32]> = []
  }

  static let any = ValueCode.any
  static let k = ColumnSchema("k", .int)
  static let m = ColumnSchema("m", .int)
  static let a = ColumnSchema("a", .int)
  static let b = ColumnSchema("b", .int)
  static let o = ColumnSchema("o", .int, optional: true)
  static let p = ColumnSchema("p", .int, optional: true)
  static let schemas: [RelationSchema] = [
    RelationSchema("s.one", doc: "", columns: [k, a, b, o, p], key: ["k"]),
    RelationSchema("s.two", doc: "", columns: [a, m, k, o], key: ["k", "m"]),
    RelationSchema("s.all", doc: "", columns: [k, m], key: ["k", "m"]),
    RelationSchema("s.none", doc: "", columns: [k, a, o]),
    RelationSchema("s.bare", doc: "", columns: [k, a, b]),
  ]

  private static func code(_ cell: FactWriter.Cell) -> UInt32? {
    if case .value(.int(let number)) = cell { UInt32(number) } else { nil }
  }

  /// The base: rows by key; a key with two different rows is a hole that keeps what they agree in.
  static func base(_ schema: RelationSchema, _ records: [Record]) -> Expected {
    let columns = schema.columns.filter { !$0.isOptional }
    let keys = columns.indices.filter { schema.key.contains(columns[$0].name) }
    let rows = records.map { record in columns.map { code(record.cells[$0.name]!) ?? any } }
    var byKey: [[UInt32]: Set<[UInt32]>] = [:]
    for row in rows where !row.contains(any) { byKey[keys.map { row[$0] }, default: []].insert(row) }
    var expected = Expected()
    for (line, row) in rows.enumerated() {
      if row.contains(any) {
        expected.holes.insert(row)
      } else if !schema.key.isEmpty, byKey[keys.map { row[$0] }]!.count > 1 {
        let same = byKey[keys.map { row[$0] }]!
        expected.holes.insert(
          row.indices.map { column in same.allSatisfy { $0[column] == row[column] } ? row[column] : any })
      } else {
        expected.facts.append(row)
        expected.lines.append(line + 1)
      }
    }
    return expected
  }

  /// A facet: what records of one key say of one optional column. One that says "none" and one that has a value disagree
  /// as much as two that have different values.
  static func facet(_ schema: RelationSchema, _ column: String, _ records: [Record]) -> Expected {
    let keys = schema.facetKey.map(\.name)
    var said: [[UInt32]: Set<UInt32?>] = [:]
    for record in records {
      let key = keys.compactMap { code(record.cells[$0]!) }
      if key.count < keys.count { continue }
      if let value = code(record.cells[column]!) { said[key, default: []].insert(value) }
      if record.cells[column]! == .none { said[key, default: []].insert(nil) }
    }
    var expected = Expected()
    for (line, record) in records.enumerated() {
      let key = keys.map { code(record.cells[$0]!) ?? any }
      if record.cells[column]! == .none { continue }
      guard let value = code(record.cells[column]!) else {
        expected.holes.insert(key + [any])
        continue
      }
      if key.contains(any) {
        expected.holes.insert(key + [value])
      } else if said[key]!.count > 1 {
        expected.holes.insert(key + [any])
      } else {
        expected.facts.append(key + [value])
        expected.lines.append(line + 1)
      }
    }
    return expected
  }

  @Test(arguments: schemas.map(\.name)) func randomRows(_ name: String) throws {
    let schema = Self.schemas.first { $0.name == name }!
    var random = SplitMix64(seed: 4)
    for _ in 0..<1_500 {
      var exports = Exports([schema])
      let files = 1 + random.below(3)
      let writers = (0..<files).map { _ in exports.file(covers: [name]) }
      var records: [Record] = []
      var file = 0
      for _ in 0..<(1 + random.below(7)) {
        if file + 1 < files, random.chance(30) { file += 1 }
        var cells: [String: FactWriter.Cell] = [:]
        for column in schema.columns {
          let roll = random.below(100)
          cells[column.name] =
            roll < 10
            ? .unknown("unusable")
            : (roll < 40 && column.isOptional ? FactWriter.Cell.none : .int(Int64(random.below(2))))
        }
        records.append(Record(file: file, cells: cells))
        writers[file].add(name, cells, at: Place(line: records.count, pointer: "/\(records.count)"))
      }
      let store = exports.assemble()
      for relation in store.relations {
        let facet = store.schemas.stored[store.schemas.storedIndex(relation.name)!].facet
        let expected = facet.map { Self.facet(schema, $0, records) } ?? Self.base(schema, records)
        let found = (0..<relation.facts.count).map { relation.facts.row($0) }
        let what: Comment = "\(relation.name) of \(records.map(\.cells))"
        try #require(found == expected.facts, what)
        try #require(Set(relation.holes.map(\.row)) == expected.holes, what)
        #expect(relation.completeness == (expected.holes.isEmpty ? .complete : .partial))
        for row in 0..<relation.facts.count {
          let line = expected.lines[row]
          let origin = relation.origin(ofRow: row, symbols: store.symbols)
          let place = Place(line: line, pointer: "/\(line)")
          #expect(origin == Origin(file: FileID(records[line - 1].file), place: place), what)
        }
      }
    }
  }

  @Test func identicalRowsStay() {
    var exports = Exports([Self.schemas[0]])
    let writer = exports.file(covers: ["s.one"])
    let cells: [String: FactWriter.Cell] = ["k": .int(1), "a": .int(2), "b": .int(3), "o": .int(4), "p": .none]
    for line in 1...3 { writer.add("s.one", cells, at: Place(line: line)) }
    let store = exports.assemble()
    #expect(store.facts("s.one") == Array(repeating: ["1", "2", "3"], count: 3))
    #expect(store.facts("s.one?o") == Array(repeating: ["1", "4"], count: 3))
    #expect(store.relations.allSatisfy { $0.completeness == .complete })
  }

  /// One file without the column does not contradict another that has it.
  @Test func aFileWithoutTheColumnDisagreesWithNobody() {
    var exports = Exports([Self.schemas[3]])
    let with = exports.file(covers: ["s.none"])
    let without = exports.file(covers: ["s.none"])
    with.add("s.none", ["k": .int(1), "a": .int(2), "o": .int(3)], at: Place(line: 1))
    without.addAbsentColumn("s.none", "o", text: "no column `o`")
    without.add("s.none", ["k": .int(1), "a": .int(2), "o": .none], at: Place(line: 1))
    let store = exports.assemble()
    #expect(store.facts("s.none?o") == [["1", "2", "3"]])
    #expect(store.holes("s.none?o") == [["*", "*", "*"]])
  }

  @Test func theTextOfAConflictNamesWhatDiffers() throws {
    var exports = Exports([Self.schemas[0]])
    let writer = exports.file(covers: ["s.one"])
    for (line, b) in [3, 3, 5].enumerated() {
      let cells: [String: FactWriter.Cell] = ["k": .int(1), "a": .int(2), "b": .int(Int64(b)), "o": .none, "p": .none]
      writer.add("s.one", cells, at: Place(line: line + 1))
    }
    let hole = try #require(exports.assemble()["s.one"]?.holes.first)
    #expect(hole.reason == .conflict)
    #expect(hole.text.english == "3 records of one key disagree in b")
    #expect(hole.origin?.place.line == 3)
  }

  /// A reference to a row whose records disagree is a reference to a row that is there.
  @Test func aDisputedRowIsNotMissing() {
    var exports = Exports([
      Self.schemas[0],
      RelationSchema("s.use", doc: "", columns: [Self.k], references: [RelationSchema.Reference("k", "s.one", "k")]),
    ])
    let writer = exports.file(covers: ["s.one", "s.use"])
    for a in 1...2 {
      writer.add(
        "s.one", ["k": .int(1), "a": .int(Int64(a)), "b": .int(3), "o": .none, "p": .none], at: Place(line: a))
    }
    writer.add("s.use", ["k": .int(1)], at: Place(line: 3))
    let store = exports.assemble()
    #expect(store.holes("s.one") == [["1", "*", "3"]])
    #expect(store["s.one?o"]!.completeness == .complete)
  }
}
