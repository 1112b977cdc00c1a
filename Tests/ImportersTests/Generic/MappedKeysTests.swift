import Testing

@testable import ImportCore

/// Keys that no record has, days that are none, and rows that are shifted, in files that a mapping reads.
@Suite struct MappedKeysTests {
  /// Facts of a mapping, two records that fit it but for one key, and the key that the note suggests.
  static let slips: [(facts: String, records: String, key: String, suggestion: String?)] = [
    (
      "{ relation: t.r, columns: { a: id, b: enddate }, empty: { b: none } }",
      #"[{"id":"x","endDate":"2026-01-01"},{"id":"y","endDate":null}]"#, "enddate", "endDate"
    ),
    (
      "{ relation: t.r, columns: { a: id, b: /period/end }, empty: { b: none } }",
      #"[{"id":"x","period":{"ends":"2026-01-01"}},{"id":"y","period":{}}]"#, "/period/end", nil
    ),
    (
      "{ relation: t.r, columns: { a: id, b: /periode/end }, empty: { b: none } }",
      #"[{"id":"x","period":{"end":"2026-01-01"}},{"id":"y"}]"#, "/periode/end", nil
    ),
    (
      "{ relation: t.r, each: /l, columns: { a: ., b: ../End }, empty: { b: none } }",
      #"[{"l":["x"],"end":"2026-01-01"},{"l":["y"]}]"#, "../End", "end"
    ),
    (
      "{ relation: t.r, columns: { a: id, b: end }, empty: { b: { const: '2030-01-01' } } }",
      #"[{"id":"x","ends":"2026-01-01"},{"id":"y"}]"#, "end", "ends"
    ),
  ]

  private static func yaml(_ facts: String, _ more: String = "path: a.json, format: json, grade: closed") -> String {
    """
    mapping:
      relations: { t.r: { columns: { a: text, b: { type: date, optional: true } } } }
      files: [{ \(more), facts: [\(facts)] }]

    """
  }

  @Test(arguments: slips.indices) func aKeyThatNoRecordHasSaysNothing(_ index: Int) throws {
    let row = Self.slips[index]
    let loaded = try MappingTests.load(["a.json": row.records], Self.yaml(row.facts))
    let report = loaded.files[0]
    #expect(loaded.facts("t.r") == ["x", "y"])
    #expect(loaded.facts("t.r?b").isEmpty && loaded.holes("t.r?b").count == 2)
    #expect(report.completeness == .partial && report.notes.contains { $0.contains("`\(row.key)`") })
    #expect(report.notes.contains { $0.contains("did you mean `") } == (row.suggestion != nil), "\(report.notes)")
    if let suggestion = row.suggestion { #expect(report.notes.contains { $0.contains("`\(suggestion)`?") }) }
    #expect(
      loaded.incompleteReasons.map { $0.english } == [
        "the mapping of `a.json` (line 3): " + report.notes.first { $0.contains("has the key") }!.english
      ])
  }

  /// A key that one file has and another has not is no slip of the mapping; one that none has is, with the nearest.
  @Test func aKeyIsASlipWhereNoFileHasIt() throws {
    let yaml = Self.yaml(
      "{ relation: t.r, columns: { a: id, b: enddate }, empty: { b: none } }",
      "path: '*.json', format: json, grade: closed")
    let (with, without) = (#"[{"id":"x","enddate":null}]"#, #"[{"id":"y","endDate":null}]"#)
    let one = try MappingTests.load(["a.json": with, "b.json": without], yaml)
    #expect(one.isComplete && one.files[1].completeness == .partial)
    let none = try MappingTests.load(["a.json": without, "b.json": without, "c.json": "[]"], yaml)
    #expect(
      none.incompleteReasons.map { $0.english } == [
        "the mapping of `*.json` (line 3): no record of any of its 2 files has the key `enddate`; did you mean `endDate`?"
      ])
  }

  @Test func aRequiredKeyThatNoRecordHasIsNamedToo() throws {
    let loaded = try MappingTests.load(
      ["a.json": #"[{"ID":"x"}]"#],
      Self.yaml("{ relation: t.r, columns: { a: id, b: { const: '2026-01-01' } }, empty: { b: none } }"))
    #expect(loaded.incompleteReasons.contains { $0.contains("has the key `id`; did you mean `ID`?") })
  }

  /// A key that some record has, if only as null, or under something that is null, is there.
  @Test(arguments: [
    ("{ relation: t.r, columns: { a: id, b: end }, empty: { b: none } }", #"[{"id":"x","end":null},{"id":"y"}]"#),
    ("{ relation: t.r, columns: { a: id, b: /p/end }, empty: { b: none } }", #"[{"id":"x","p":null},{"id":"y"}]"#),
    (
      "{ relation: t.r, columns: { a: id, b: /p/end }, empty: { b: none } }", #"[{"id":"x","p":{"end":""}},{"id":"y"}]"#
    ),
    ("{ relation: t.r, columns: { a: id, b: end }, empty: { b: none } }", "[]"),
    ("{ relation: t.r, each: /l, missing: none, columns: { a: ., b: ../end }, empty: { b: none } }", #"[{"l":[]}]"#),
  ])
  func aKeyThatSomeRecordHasIsThere(_ facts: String, _ records: String) throws {
    let loaded = try MappingTests.load(["a.json": records], Self.yaml(facts))
    #expect(loaded.holes("t.r").isEmpty && loaded.holes("t.r?b").isEmpty && loaded.files[0].completeness == .complete)
  }

  /// A list that no record has is no empty one.
  @Test(arguments: ["/rights", "/group/*/rights"]) func aListThatNoRecordHasSaysNothing(_ each: String) throws {
    let facts = "{ relation: t.r, each: \(each), missing: none, columns: { a: ., b: ../end }, empty: { b: none } }"
    let loaded = try MappingTests.load(["a.json": #"[{"right":["x"],"groups":[],"end":null}]"#], Self.yaml(facts))
    #expect(loaded.holes("t.r") == ["* (page)"] && loaded.facts("t.r").isEmpty)
    #expect(loaded.files[0].notes.contains { $0.contains("did you mean") })
  }

  @Test func aTableNamesTheColumnThatWasMeant() throws {
    let facts = "{ relation: t.r, columns: { a: id, b: enddate }, empty: { b: none } }"
    let loaded = try MappingTests.load(["a.csv": "id,endDate\nx,\n"], Self.yaml(facts, "path: a.csv, format: csv"))
    #expect(loaded.files[0].problems.contains { $0.message.contains("did you mean `endDate`?") } && !loaded.isComplete)
  }

  /// Days that stand for none are empty; a column that mixes the orders is unknown. In every format.
  @Test(arguments: ["json", "jsonl", "csv"]) func readsDaysAsTablesDo(_ format: String) throws {
    func load(_ days: [String]) throws -> LoadedSources {
      let rows = days.enumerated().map { (id: "u\($0)", day: $1) }
      let text =
        switch format {
        case "csv": "id,day\n" + rows.map { "\($0.id),\($0.day)\n" }.joined()
        case "json": "[" + rows.map { #"{"id":"\#($0.id)","day":"\#($0.day)"}"# }.joined(separator: ",") + "]"
        default: rows.map { #"{"id":"\#($0.id)","day":"\#($0.day)"}"# + "\n" }.joined()
        }
      let facts = "{ relation: t.r, columns: { a: id, b: day }, empty: { b: none } }"
      return try MappingTests.load(["a": text], Self.yaml(facts, "path: a, format: \(format)"))
    }
    let plain = try load(["0001-01-01", "31-12-9999", "02-03-2026", "1970-01-01"])
    #expect(plain.facts("t.r?b") == ["u2 | 2026-03-02", "u3 | 1970-01-01"] && plain.holes("t.r?b").isEmpty)
    let mixed = try load(["02-03-2026", "2026-01-01", "03-25-2026"])
    #expect(mixed.facts("t.r").count == 3 && mixed.facts("t.r?b").isEmpty && mixed.holes("t.r?b").count == 3)
  }

  /// A cell that fits another column than its own shows that the row is shifted: nothing of it is a fact. A mere slip costs
  /// its own column only.
  @Test(arguments: [
    ("x,a@b.example,true,2026-01-01", 1, 0), ("x,true,2026-01-01,", 0, 1), ("a@b.example,2026-01-01,true,", 0, 1),
    ("x,a@b.example,2026-01-01,true", 0, 1), ("x,a@b.example,maybe,2026-01-01", 1, 1),
    ("x,a@b.example,true,soon", 1, 1),
  ])
  func aShiftedRowIsNoFact(_ row: String, _ facts: Int, _ rejected: Int) throws {
    let yaml = """
      mapping:
        relations:
          t.r: { columns: { a: text } }
          t.s: { columns: { a: text, e: email, f: { type: bool, optional: true }, d: { type: date, optional: true } } }
        files: [{ path: a.csv, format: csv, facts: [{ relation: t.r }, { relation: t.s, empty: { f: none, d: none } }] }]

      """
    let loaded = try MappingTests.load(["a.csv": "a,e,f,d\n\(row)\n"], yaml)
    #expect(loaded.facts("t.r").count == facts && loaded.files[0].rejected == rejected)
    #expect(loaded.holes("t.r").contains("* (unusable)") == (facts == 0))
  }
}
