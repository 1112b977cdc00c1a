import FactStore
import Testing

/// Holes that only show when all files are seen together.
@Suite struct AssemblyTests {
  static let role = RelationSchema(
    "s.role", doc: "",
    columns: [ColumnSchema("role", .text), ColumnSchema("write", .bool), ColumnSchema("note", .text, optional: true)],
    key: ["role"])
  static let assignment = RelationSchema(
    "s.assignment", doc: "",
    columns: [
      ColumnSchema("user", .text), ColumnSchema("role", .text), ColumnSchema("second", .text, optional: true),
    ],
    references: [
      RelationSchema.Reference("role", "s.role", "role"), RelationSchema.Reference("second", "s.role", "role"),
    ])

  private static func add(
    _ writer: FactWriter, _ user: String, _ role: FactWriter.Cell, _ second: FactWriter.Cell = .none
  ) {
    writer.add("s.assignment", ["user": .text(user), "role": role, "second": second], at: Place(line: 5))
  }

  // MARK: references

  @Test func aValueThatNobodyHasIsAHoleOfWhatItNames() throws {
    var exports = Exports([Self.role, Self.assignment])
    let roles = exports.file(covers: ["s.role"])
    roles.add("s.role", ["role": .text("r1"), "write": .value(.bool(true)), "note": .none], at: Place(line: 1))
    let users = exports.file(covers: ["s.assignment"])
    Self.add(users, "u1", .text("r1"))
    Self.add(users, "u2", .text("r9"))
    Self.add(users, "u3", .text("r9"))
    Self.add(users, "u4", .text("r1"), .text("r8"))
    Self.add(users, "u5", .unknown("unusable role"), .text("r1"))
    let store = exports.assemble()
    #expect(store.holes("s.role") == [["r9", "*"], ["r8", "*"]])
    #expect(store.holes("s.role?note") == [["r9", "*"], ["r8", "*"]])
    #expect(store.holes("s.assignment") == [["u5", "*"]])
    let hole = try #require(store["s.role"]?.holes.first)
    #expect(hole.reason == .dangling)
    #expect(hole.text.english == "s.assignment names role `r9`, which no loaded document has")
    #expect(hole.origin == Origin(file: FileID(1), place: Place(line: 5)))
    #expect(store["s.role"]!.completeness == .partial)
    #expect(store["s.assignment"]!.completeness == .partial)
  }

  @Test func whatMayExistMayRefer() {
    var exports = Exports([Self.role, Self.assignment])
    _ = exports.file(covers: ["s.role"])
    let users = exports.file(covers: ["s.assignment"])
    users.addHole("s.assignment", ["role": .text("r7")], reason: .hidden, text: "may have more")
    users.addHole("s.assignment", ["user": .text("u1")], reason: .hidden, text: "may have more")
    let store = exports.assemble()
    #expect(store.holes("s.role") == [["r7", "*"]])
    #expect(store["s.role"]!.holes[0].text.english == "s.assignment may name role `r7`, which no loaded document has")
  }

  /// A row that may exist, because it is named, names others in turn.
  @Test(arguments: [false, true]) func danglingGoesOn(_ reversed: Bool) {
    let text = ColumnSchema("id", .text)
    let a = RelationSchema("s.a", doc: "", columns: [text], references: [RelationSchema.Reference("id", "s.b", "id")])
    let b = RelationSchema(
      "s.b", doc: "", columns: [text, ColumnSchema("x", .int)], key: ["id"],
      references: [RelationSchema.Reference("id", "s.c", "id")])
    let c = RelationSchema("s.c", doc: "", columns: [text, ColumnSchema("y", .int)], key: ["id"])
    var exports = Exports(reversed ? [c, b, a] : [a, b, c])
    let writer = exports.file(covers: ["s.a", "s.b", "s.c"])
    writer.add("s.a", ["id": .text("i")], at: Place(line: 1))
    let store = exports.assemble()
    #expect(store.holes("s.b") == [["i", "*"]])
    #expect(store.holes("s.c") == [["i", "*"]])
  }

  @Test func aReferenceToWhatIsAbsentAddsNothing() {
    var exports = Exports([Self.role, Self.assignment])
    Self.add(exports.file(covers: ["s.assignment"]), "u1", .text("r1"))
    let store = exports.assemble()
    #expect(store["s.role"]!.completeness == .absent)
    #expect(store.holes("s.role") == [["*", "*"]])
  }

  // MARK: absence

  @Test func whatNoFileCoversIsAbsent() {
    var exports = Exports([Self.role, Self.assignment])
    _ = exports.file(covers: ["s.assignment"])
    let store = exports.assemble()
    for name in ["s.role", "s.role?note"] {
      #expect(store[name]!.completeness == .absent)
      #expect(store.holes(name) == [["*", "*"]])
      #expect(store[name]!.holes[0].reason == .absent)
      #expect(store[name]!.grade == nil)
    }
    #expect(store["s.assignment"]!.completeness == .complete)
    #expect(store["s.assignment"]!.grade == .closed)
  }

  /// Facts that came along in some other export say nothing of those that did not.
  @Test func factsOfWhatNoFileCoversAreNotAllThereAre() {
    var exports = Exports([Self.role])
    let writer = exports.file()
    writer.add("s.role", ["role": .text("r1"), "write": .value(.bool(true)), "note": .text("n")], at: Place(line: 1))
    let store = exports.assemble()
    for name in ["s.role", "s.role?note"] {
      #expect(store[name]!.facts.count == 1)
      #expect(store.holes(name) == [["*", "*"]])
      #expect(store[name]!.completeness == .partial)
    }
  }

  @Test func alternativesStandInForEachOther() {
    func schema(_ name: String, _ group: Alternative?) -> RelationSchema {
      RelationSchema(
        name, doc: "", columns: [ColumnSchema("id", .int), ColumnSchema("o", .int, optional: true)], alternatives: group
      )
    }
    let schemas = [schema("a.p", "hr"), schema("b.p", "hr"), schema("c.p", "other"), schema("d.p", nil)]
    var exports = Exports(schemas)
    _ = exports.file(covers: ["b.p"])
    var store = exports.assemble()
    #expect(store.schemas.schemas.map { store[$0.name]!.completeness } == [.complete, .complete, .absent, .absent])
    #expect(store["a.p?o"]!.completeness == .complete)
    #expect(store["a.p"]!.grade == nil)
    store = Exports(schemas).assemble()
    #expect(store.schemas.schemas.map { store[$0.name]!.completeness } == [.absent, .absent, .absent, .absent])
  }

  /// Which of two sources of two relations each was loaded, and what is absent.
  static let loadings: [(loaded: [String], absent: [String])] = [
    ([], ["main.a", "main.b"]), (["main.a"], ["main.b"]), (["other.a"], ["other.b"]),
    (["main.a", "other.a"], ["main.b", "other.b"]),
    (["both.c"], ["main.a", "main.b"]), (["other.a", "other.b", "both.c"], []),
  ]

  /// Of several sources none is missing while another is there; of one source each relation is.
  @Test(arguments: loadings) func sourcesStandInForEachOther(_ loaded: [String], _ absent: [String]) {
    func schema(_ name: String, _ alternatives: Alternative) -> RelationSchema {
      RelationSchema(name, doc: "", columns: [ColumnSchema("id", .int)], alternatives: alternatives)
    }
    var exports = Exports(
      ["a", "b"].flatMap { name in
        [
          schema("main.\(name)", Alternative("g", source: "main")),
          schema("other.\(name)", Alternative("g", source: "other", isMain: false)),
        ]
      } + [schema("both.c", Alternative("g", source: "both", isMain: false, standsIn: false))])
    if !loaded.isEmpty { _ = exports.file(covers: loaded) }
    let store = exports.assemble()
    let found = store.schemas.schemas.map(\.name).filter { store[$0]!.completeness == .absent }
    #expect(found.sorted() == absent)
  }

  @Test func aHoleOfOneValueOfAnOptionalColumn() {
    var exports = Exports([Self.role])
    let writer = exports.file(covers: ["s.role"])
    writer.addHole("s.role", column: "note", .text("n"), reason: .context, text: "whose note this is is not known")
    let store = exports.assemble()
    #expect(store.holes("s.role").isEmpty)
    #expect(store.holes("s.role?note") == [["*", "n"]])
  }

  @Test func whatWasAnnouncedAndNotReadMayExist() {
    var exports = Exports([Self.role])
    _ = exports.file(covers: ["s.role"])
    let announced = Hole(row: [], reason: .expected, text: "`roles-2.json` was expected")
    let store = exports.assemble(announced: [("s.role", announced)])
    for name in ["s.role", "s.role?note"] {
      #expect(store.holes(name) == [["*", "*"]])
      #expect(store[name]!.holes[0].reason == .expected)
      #expect(store[name]!.completeness == .partial)
    }
  }

  // MARK: grades and limits

  @Test(arguments: CompletenessGrade.allCases, CompletenessGrade.allCases)
  func theWeakestGradeCounts(_ first: CompletenessGrade, _ second: CompletenessGrade) {
    var exports = Exports([Self.role])
    _ = exports.file(covers: ["s.role"], grade: first)
    _ = exports.file(covers: ["s.role"], grade: second)
    #expect(exports.assemble()["s.role"]!.grade == min(first, second))
    #expect(CompletenessGrade.assumed < .closed && CompletenessGrade.closed < .counted)
  }

  @Test(arguments: [0, 1, 1_000, 1_001, 2_500]) func manyHolesAreOne(_ count: Int) throws {
    var exports = Exports([Self.role])
    let writer = exports.file(covers: ["s.role"])
    for number in 0..<count {
      writer.addHole(
        "s.role", ["role": .text("r\(number)")], reason: .unusable, text: "record \(number) is unusable",
        at: Place(line: number + 1))
    }
    let relation = try #require(exports.assemble()["s.role"])
    #expect(relation.completeness == (count == 0 ? .complete : .partial))
    if count <= FactStore.holeLimit {
      #expect(relation.holes.count == count)
      return
    }
    let hole = try #require(relation.holes.first)
    #expect(relation.holes.count == 1)
    #expect(hole.row == [ValueCode.any, ValueCode.any])
    #expect(hole.reason == .collapsed)
    #expect(hole.text.english == "\(count) records of s.role could not be used, first: record 0 is unusable")
    #expect(hole.origin?.place.line == 1)
  }
}
