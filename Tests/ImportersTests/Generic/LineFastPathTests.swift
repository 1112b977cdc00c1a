import FactStore
import Testing

@testable import ImportCore

/// The fast path against the ordinary one, over files with everything that can be wrong with a line.
@Suite struct LineFastPathTests {
  /// What may be an identity number is kept on no path, as a text or as a number.
  @Test(arguments: ["jsonl", "json"])
  func identityNumbersAreNotKept(_ format: String) throws {
    let records = [
      #"{"user":"21909000777","count":1}"#, #"{"user":"u2","count":21909000777}"#, #"{"user":"u3","count":3}"#,
      #"{"user":"gitt 219090 00777","count":"21909000777"}"#,
    ]
    let text = format == "json" ? "[\(records.joined(separator: ","))]" : records.joined(separator: "\n")
    let loaded = try MappingTests.load(
      ["a": text],
      """
      mapping:
        relations: { shop.user: { doc: d, columns: { user: shop.person, count: int } } }
        files: [{ path: a, format: \(format), facts: [{ relation: shop.user }] }]

      """)
    #expect(loaded.facts("shop.user") == ["u3 | 3"])
    #expect(loaded.holes("shop.user") == ["* | * (unusable)", "* | 1 (unusable)", "u2 | * (unusable)"])
    #expect(loaded.file("a").notes.contains { $0.hasPrefix("4 values") })
    AltinnDocumentTests.expectNoCanary(in: loaded)
  }

  private static let columns = "id: int, user: t.user, level: { type: text, values: [read, write] }, email: email"

  /// `extra` makes the second mapping need the ordinary path: an optional column that no record has.
  private static func yaml(_ extra: String, _ empty: String) -> String {
    """
    mapping:
      relations: { t.r: { columns: { \(columns)\(extra) } } }
      files: [{ path: a.jsonl, format: jsonl, facts: [{ relation: t.r, empty: { user: keep\(empty) } }] }]
    """
  }

  /// Lines of all sorts, drawn with a fixed seed.
  static func lines(seed: UInt64, count: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let users = [
      "\"u1\"", "\"\"", "\" u2 \"", "\"a rather long name, longer than a slot\"", "17", "\"æøå\"", "null", "{}",
    ]
    let odd = ["", "  ", "[]", "{", "{\"id\":1", "null", #"{"id":1,"id":2}"#, "{}"]
    return (0..<count).map { _ in
      if draw(12) == 0 { return odd[draw(odd.count)] }
      let id = draw(9) == 0 ? ["\"7\"", "1.5", "99999999999", "-3", "\"x\""][draw(5)] : "\(draw(50))"
      let level = draw(20) == 0 ? "other" : ["read", "write"][draw(2)]
      let email = draw(20) == 0 ? "nobody" : "U\(draw(30))@K.dk"
      let user = draw(3) == 0 ? users[draw(users.count)] : "\"user-\(draw(1000))\""
      return #"{"x":[1,{"y":2}],"email":"\#(email)","id":\#(id),"level":"\#(level)","user":\#(user)}"#
    }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: Array(UInt64(1)...12))
  func agreesWithTheOrdinaryPath(_ seed: UInt64) throws {
    let text = Self.lines(seed: seed, count: 700)
    let fast = try MappingTests.load(["a.jsonl": text], Self.yaml("", ""))
    let slow = try MappingTests.load(
      ["a.jsonl": text], Self.yaml(", never: { type: text, optional: true }", ", never: none"))
    #expect(fast.facts("t.r") == slow.facts("t.r"))
    #expect(fast.holes("t.r") == slow.holes("t.r"))
    let (quick, plain) = (fast.file("a.jsonl"), slow.file("a.jsonl"))
    #expect((quick.records, quick.used, quick.rejected) == (plain.records, plain.used, plain.rejected))
    #expect(quick.sha256 == plain.sha256)
    #expect(Set(quick.problems.map(\.line)) == Set(plain.problems.map(\.line)))
    #expect(origins(fast) == origins(slow))
    #expect(quick.used > 300 && quick.rejected > 50)
  }

  private func origins(_ loaded: LoadedSources) -> [Int] {
    let relation = loaded.store["t.r"]!
    return (0..<relation.facts.count).map { relation.origin(ofRow: $0, symbols: loaded.store.symbols)!.place.line }
  }

  @Test func keepsTheOrderOfManyBlocks() throws {
    // More than two blocks, so that threads finish them out of order.
    let count = 90_000
    let filler = String(repeating: "z", count: 40)
    var text = ""
    for index in 0..<count { text += #"{"a":"\#(index)","b":"\#(filler)"}"# + "\n" }
    #expect(text.utf8.count > 2 * MappedLineFile.blockSize)
    let yaml = """
      mapping:
        relations: { t.r: { columns: { a: int } } }
        files: [{ path: a.jsonl, format: jsonl, facts: [{ relation: t.r }] }]
      """
    let loaded = try MappingTests.load(["a.jsonl": text], yaml, jobs: 3)
    let relation = loaded.store["t.r"]!
    #expect(relation.facts.count == count)
    #expect((0..<count).allSatisfy { relation.facts[$0, 0] == UInt32($0) })
    for row in [0, 1, 44_444, count - 1] {
      #expect(relation.origin(ofRow: row, symbols: loaded.store.symbols)?.place.line == row + 1)
    }
    #expect(loaded.file("a.jsonl").sha256 == Digest.of(Array(text.utf8)))
  }

  @Test func aFileWithoutRecordsIsAnEmptyList() throws {
    let loaded = try MappingTests.load(["a.jsonl": ""], Self.yaml("", ""))
    #expect(loaded.store["t.r"]?.completeness == .complete)
    #expect(loaded.isComplete)
  }

  @Test func manyLostLinesBecomeOneHole() throws {
    let text = String(repeating: "{\"id\":\n", count: 3000) + Self.lines(seed: 3, count: 10)
    let loaded = try MappingTests.load(["a.jsonl": text], Self.yaml("", ""))
    #expect(loaded.holes("t.r") == ["* | * | * | * (collapsed)"])
    #expect(loaded.file("a.jsonl").rejected >= 3000)
    #expect(loaded.file("a.jsonl").problems.count <= SourceReport.problemLimit + 2)
  }

  /// Texts around the sizes at which packing changes, and pairs that differ in one place only.
  @Test func theCacheTellsAllTextsApart() {
    let table = SymbolTable()
    var cache = ShortTextCache(table)
    var texts: [[UInt8]] = [[]]
    for length in 1...30 {
      let base = (0..<length).map { UInt8(97 + $0 % 26) }
      texts.append(base)
      for place in 0..<length {
        var other = base
        other[place] = 48
        texts.append(other)
      }
    }
    for number in 0..<20_000 { texts.append(Array("subject-\(number)".utf8)) }
    for round in 0..<2 {
      for text in texts {
        text.withUnsafeBufferPointer { bytes in
          let id = cache.intern(ShortTextCache.key(bytes), bytes)
          #expect(Array(table.utf8(SymbolID(raw: id))) == text, "round \(round)")
        }
      }
    }
    #expect(table.count == Set(texts).count)
  }
}
