import FactStore
import Testing

@Suite struct SchemaSetTests {
  static let keyed = RelationSchema(
    "s.user", doc: "",
    columns: [
      ColumnSchema("user", .entity("s.user")), ColumnSchema("name", .text),
      ColumnSchema("end", .date, optional: true), ColumnSchema("email", .normal(.email), optional: true),
    ], key: ["user"])
  static let keyless = RelationSchema(
    "s.grant", doc: "",
    columns: [ColumnSchema("since", .date, optional: true), ColumnSchema("user", .text), ColumnSchema("right", .text)])

  @Test func optionalColumnsAreRelationsOfTheKeyAndTheColumn() {
    let set = SchemaSet([Self.keyed, Self.keyless])
    #expect(set.stored.map(\.name) == ["s.user", "s.user?end", "s.user?email", "s.grant", "s.grant?since"])
    #expect(
      set.stored.map { $0.columns.map(\.name) } == [
        ["user", "name"], ["user", "end"], ["user", "email"], ["user", "right"], ["user", "right", "since"],
      ])
    #expect(set.stored.map(\.schema) == [0, 0, 0, 1, 1])
    #expect(set.stored.map(\.facet) == [nil, "end", "email", nil, "since"])
    #expect(set.storedIndex("s.grant?since") == 4)
    #expect(set.storedIndex("s.grant?user") == nil)
    #expect(set.schemaIndex("s.grant") == 1)
    #expect(set.schemaIndex("s.grant?since") == nil)
    #expect(set["s.user"] == Self.keyed)
    #expect(set["s.none"] == nil)
    #expect(Self.keyed.system == "s")
  }

  @Test func aRelationOfOptionalColumnsAloneHasFacetsWithoutKey() {
    let set = SchemaSet([RelationSchema("s.note", doc: "", columns: [ColumnSchema("text", .text, optional: true)])])
    #expect(set.stored.map { $0.columns.map(\.name) } == [[], ["text"]])
  }

  static let any = ValueCode.any
  static let covering: [(hole: [UInt32], row: [UInt32], covers: Bool)] = [
    ([any, any], [1, 2], true), ([any, any], [any, any], true), ([1, any], [1, 2], true), ([1, any], [1, any], true),
    ([1, any], [2, 2], false), ([1, 2], [1, 2], true), ([1, 2], [1, any], false), ([1, any], [any, 2], false),
    ([], [], true),
  ]

  @Test(arguments: covering) func holesCover(_ hole: [UInt32], _ row: [UInt32], _ covers: Bool) {
    let hole = Hole(row: hole, reason: .unusable, text: "unusable record")
    #expect(hole.covers(row) == covers)
    #expect(hole.width == hole.row.count { $0 == ValueCode.any })
  }

  @Test func aWiderHoleCoversWhatANarrowerOneCovers() {
    let codes: [UInt32] = [0, 1, Self.any]
    let rows = codes.flatMap { a in codes.map { [a, $0] } }
    func hole(_ row: [UInt32]) -> Hole { Hole(row: row, reason: .unusable, text: "") }
    for a in rows {
      for b in rows where hole(a).covers(b) {
        #expect(hole(a).width >= hole(b).width)
        for c in rows where hole(b).covers(c) { #expect(hole(a).covers(c)) }
      }
    }
  }
}
