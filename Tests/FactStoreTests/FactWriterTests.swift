import FactStore
import Testing

/// What one record gives: facts of the base, of the facets, and holes where it does not say.
@Suite struct FactWriterTests {
  static let schema = RelationSchema(
    "s.user", doc: "",
    columns: [
      ColumnSchema("user", .text), ColumnSchema("name", .text), ColumnSchema("end", .int, optional: true),
      ColumnSchema("mail", .text, optional: true),
    ], key: ["user"])

  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var user: FactWriter.Cell
    var name: FactWriter.Cell
    var end: FactWriter.Cell
    var base: (facts: [[String]], holes: [[String]]) = ([], [])
    var facet: (facts: [[String]], holes: [[String]]) = ([], [])
  }

  static let rows: [Row] = [
    Row(
      description: "all is known", user: .text("u"), name: .text("n"), end: .int(3), base: ([["u", "n"]], []),
      facet: ([["u", "3"]], [])),
    Row(
      description: "there is no end", user: .text("u"), name: .text("n"), end: .none, base: ([["u", "n"]], [])),
    Row(
      description: "the end is not known", user: .text("u"), name: .text("n"), end: .unknown("unusable end"),
      base: ([["u", "n"]], []), facet: ([], [["u", "*"]])),
    Row(
      description: "the name is not known", user: .text("u"), name: .unknown("unusable name"), end: .int(3),
      base: ([], [["u", "*"]]), facet: ([["u", "3"]], [])),
    Row(
      description: "the key is not known", user: .unknown("unusable key"), name: .text("n"), end: .int(3),
      base: ([], [["*", "n"]]), facet: ([], [["*", "3"]])),
    Row(
      description: "neither key nor end", user: .unknown("unusable key"), name: .text("n"), end: .unknown("end"),
      base: ([], [["*", "n"]]), facet: ([], [["*", "*"]])),
    Row(
      description: "no key, no end to know", user: .unknown("unusable key"), name: .unknown("name"), end: .none,
      base: ([], [["*", "*"]])),
  ]

  @Test(arguments: rows) func aRecord(_ row: Row) throws {
    var exports = Exports([Self.schema])
    let writer = exports.file(covers: ["s.user"])
    writer.add(
      "s.user", ["user": row.user, "name": row.name, "end": row.end, "mail": .none], at: Place(line: 7, pointer: "/3"))
    let store = exports.assemble()
    #expect(store.facts("s.user") == row.base.facts)
    #expect(store.holes("s.user") == row.base.holes)
    #expect(store.facts("s.user?end") == row.facet.facts)
    #expect(store.holes("s.user?end") == row.facet.holes)
    #expect(store["s.user?mail"]!.completeness == .complete)
    #expect(store.facts("s.user?mail").isEmpty)
    for name in ["s.user", "s.user?end"] {
      let relation = try #require(store[name])
      #expect(relation.completeness == (relation.holes.isEmpty ? .complete : .partial))
      for hole in relation.holes {
        #expect(hole.origin == Origin(file: FileID(0), place: Place(line: 7, pointer: "/3")))
        #expect(hole.reason == .unusable)
      }
      for fact in 0..<relation.facts.count {
        let origin = relation.origin(ofRow: fact, symbols: store.symbols)
        #expect(origin == Origin(file: FileID(0), place: Place(line: 7, pointer: "/3")))
      }
    }
  }

  @Test func theReasonOfADoubtIsKept() {
    var exports = Exports([Self.schema])
    let writer = exports.file(covers: ["s.user"])
    writer.add(
      "s.user",
      [
        "user": .unknown("no user", .context), "name": .text("n"), "end": .int(1), "mail": .unknown("no mail", .hidden),
      ],
      at: Place(line: 1))
    let store = exports.assemble()
    #expect(store["s.user"]!.holes.map(\.reason) == [.context])
    #expect(store["s.user?end"]!.holes.map(\.reason) == [.context])
    #expect(store["s.user?mail"]!.holes.map(\.reason) == [.hidden])
    #expect(store["s.user?mail"]!.holes.map(\.text) == ["no mail"])
  }

  /// A hole of a relation is one in each of its facets, with what is known of their columns.
  @Test func holesReachTheFacets() {
    var exports = Exports([Self.schema])
    let writer = exports.file(covers: ["s.user"])
    writer.addHole("s.user", ["user": .text("u"), "end": .int(3)], reason: .truncated, text: "the file ends early")
    writer.addAbsentColumn("s.user", "mail", text: "no column `mail`")
    let store = exports.assemble()
    #expect(store.holes("s.user") == [["u", "*"]])
    #expect(store.holes("s.user?end") == [["u", "3"]])
    #expect(store.holes("s.user?mail") == [["u", "*"], ["*", "*"]])
    #expect(store["s.user?mail"]!.holes.map(\.reason) == [.truncated, .columnAbsent])
    #expect(store["s.user?mail"]!.completeness == .partial)
  }

  @Test func theWeakestGradeOfAFileCounts() {
    var exports = Exports([Self.schema])
    let writer = exports.file(covers: ["s.user"], grade: .counted)
    writer.cover("s.user", grade: .assumed)
    writer.cover("s.user", grade: .closed)
    #expect(exports.assemble()["s.user"]!.grade == .assumed)
  }
}
