import FactStore
import TestSupport
import Testing

/// Each row is found in its file, on its line, whatever was read before and after it.
@Suite struct OriginTests {
  static let schemas = [
    RelationSchema("s.x", doc: "", columns: [ColumnSchema("file", .int), ColumnSchema("line", .int)]),
    RelationSchema(
      "s.y", doc: "", columns: [ColumnSchema("k", .int), ColumnSchema("v", .int, optional: true)], key: ["k"]),
  ]

  /// Rows that hold their own place, written one by one and in blocks, from several files.
  @Test func rowsOfManyFiles() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      var exports = Exports(Self.schemas)
      var expected: [Origin] = []
      for file in 0..<(1 + random.below(4)) {
        let writer = exports.file(covers: ["s.x"])
        var line = 1
        for _ in 0..<random.below(6) {
          if random.chance(50) { line += random.below(3) }
          if random.chance(50) {
            let place = Place(line: line, pointer: random.chance(50) ? "/\(line)" : "")
            writer.add("s.x", ["file": .int(Int64(file)), "line": .int(Int64(line))], at: place)
            expected.append(Origin(file: FileID(file), place: place))
            line += 1
          } else {
            let rows = random.below(4)
            let files = Array(repeating: UInt32(file), count: rows)
            let lines = (0..<rows).map { UInt32(line + $0) }
            files.withUnsafeBufferPointer { files in
              lines.withUnsafeBufferPointer { lines in
                guard rows > 0 else { return }
                writer.addBlock(
                  "s.x", rows: rows, columns: [files.baseAddress!, lines.baseAddress!], firstLine: line)
              }
            }
            for row in 0..<rows { expected.append(Origin(file: FileID(file), place: Place(line: line + row))) }
            line += rows
          }
        }
      }
      let store = exports.assemble()
      let relation = store["s.x"]!
      #expect(relation.facts.count == expected.count)
      for (row, origin) in expected.enumerated() {
        #expect(relation.origin(ofRow: row, symbols: store.symbols) == origin)
        #expect(relation.facts.row(row) == [UInt32(origin.file.raw), UInt32(origin.place.line)])
      }
      #expect(relation.origin(ofRow: expected.count, symbols: store.symbols) == nil)
    }
  }

  /// Blocks whose lines follow each other, and one that leaves a gap.
  @Test func blocksFollowEachOther() {
    var exports = Exports(Self.schemas)
    let writer = exports.file(covers: ["s.x"])
    let codes: [UInt32] = Array(0..<10)
    codes.withUnsafeBufferPointer { codes in
      let columns = [codes.baseAddress!, codes.baseAddress!]
      writer.addBlock("s.x", rows: 10, columns: columns, firstLine: 2)
      writer.addBlock("s.x", rows: 0, columns: columns, firstLine: 50)
      writer.addBlock("s.x", rows: 5, columns: columns, firstLine: 12)
      writer.addBlock("s.x", rows: 5, columns: columns, firstLine: 18)
    }
    let store = exports.assemble()
    let lines = (0..<20).map { store["s.x"]!.origin(ofRow: $0, symbols: store.symbols)!.place.line }
    #expect(lines == Array(2...16) + Array(18...22))
  }

  /// A conflict takes rows out of the middle; those that stay keep their places. Many, so that a slow search would show.
  @Test func placesSurviveAConflict() {
    var exports = Exports(Self.schemas)
    let first = exports.file(covers: ["s.y"])
    let second = exports.file(covers: ["s.y"])
    let count = 20_000
    for number in 0..<count {
      let writer = number < count / 2 ? first : second
      writer.add(
        "s.y", ["k": .int(Int64(number)), "v": .int(Int64(number))], at: Place(line: number + 1, pointer: "/\(number)"))
    }
    second.add("s.y", ["k": .int(77), "v": .int(0)], at: Place(line: count + 1))
    let store = exports.assemble()
    let facet = store["s.y?v"]!
    #expect(facet.facts.count == count - 1)
    #expect(store.holes("s.y?v") == [["77", "*"]])
    #expect(facet.holes[0].origin == Origin(file: FileID(1), place: Place(line: count + 1)))
    for row in 0..<facet.facts.count {
      let number = row < 77 ? row : row + 1
      let origin = facet.origin(ofRow: row, symbols: store.symbols)
      let place = Place(line: number + 1, pointer: "/\(number)")
      if origin != Origin(file: FileID(number < count / 2 ? 0 : 1), place: place) {
        Issue.record("row \(row) is said to stand at \(String(describing: origin))")
        break
      }
    }
  }
}
