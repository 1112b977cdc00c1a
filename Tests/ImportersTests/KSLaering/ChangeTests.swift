import FactStore
import Importers
import Testing

@testable import ImportCore

/// What the change events of an HR interface for KS Læring come to, and each way in which a line may be wrong.
@Suite struct ChangeTests {
  static let kari = "15818410074"
  static let per = "03827910081"
  static let first = "2026-05-04T06:00:00Z"

  static func event(_ type: String, _ at: String = first, old: String? = nil, new: String? = nil) -> String {
    let records = [old.map { #","oldRecord":\#($0)"# }, new.map { #","newRecord":\#($0)"# }].compactMap { $0 }.joined()
    return #"{"changeType":"\#(type)","changeDate":"\#(at)"\#(records)}"#
  }

  static func unit(_ id: String, name: String = "N", parent: String = "") -> String {
    #"{"id":"\#(id)","name":"\#(name)","parent":"\#(parent)"}"#
  }

  static func person(_ number: String, email: String = "k@k.example", name: String = "Kari") -> String {
    #"{"national_id":"\#(number)","first_name":"\#(name)","last_name":"Testesen","email":"\#(email)"}"#
  }

  static func position(
    _ number: String, _ unit: String = "101-1001", title: String = "Konsulent", manager: Bool = false
  ) -> String {
    #"{"org_id":"\#(unit)","national_id":"\#(number)","position_name":"\#(title)","main":true,"manager":\#(manager)}"#
  }

  static func add(_ record: String, _ at: String = first) -> String { event("add", at, new: record) }
  static func delete(_ record: String, _ at: String = first) -> String { event("delete", at, old: record) }

  static func lines(_ events: String...) -> String { events.joined(separator: "\n") }

  func load(_ files: [String: String], snapshot names: [String] = []) throws -> LoadedSources {
    try LoadingFolder(files).load(configuration: Self.configuration(snapshots: names), asOf: "2026-11-20")
  }

  static func configuration(snapshots names: [String]) throws -> Configuration {
    guard !names.isEmpty else { return Configuration(.all) }
    let sources = names.map { "  - { path: \($0), query: snapshot }\n" }.joined()
    return try Configuration.read(Array("sources:\n\(sources)".utf8), path: "tilsyn.yaml", .all)
  }

  // MARK: Snapshots

  @Test func everyDocumentIsToldByItsContent() throws {
    let loaded = try load(
      [
        "a": #"{"name":"Eksempel kommune","version":"3.0","email":"HR@eksempel.kommune.example"}"#,
        "b": Self.lines(
          Self.add(Self.unit("101-root", name: "Eksempel kommune")),
          Self.add(Self.unit("101-61200-60", name: "Helse", parent: "101-root"))),
        "c": Self.lines(
          Self.add(Self.person(Self.kari, email: "Kari@k.example")),
          Self.add(Self.person(Self.per, email: "har.ikke.e-post@example.com", name: "Per"))),
        "d": Self.add(Self.position(Self.kari, manager: true)),
      ], snapshot: ["b", "c", "d"])
    #expect(
      loaded.files.map(\.kind) == ["ks.authority", "ks.organisation", "ks.person", "ks.employee-position"])
    #expect(loaded.files.allSatisfy { $0.rejected == 0 && $0.used == $0.records })
    #expect(loaded.isComplete)
    #expect(loaded.facts("ks.authority") == ["Eksempel kommune"])
    #expect(loaded.facts("ks.authority?email") == ["Eksempel kommune | hr@eksempel.kommune.example"])
    #expect(loaded.facts("ks.unit") == ["101-61200-60", "101-root"])
    #expect(loaded.facts("ks.unit?chart") == ["101-61200-60 | 101", "101-root | 101"])
    #expect(loaded.facts("ks.unit?parent") == ["101-61200-60 | 101-root"])
    #expect(loaded.facts("ks.person?name") == ["c, line 1 | Kari Testesen", "c, line 2 | Per Testesen"])
    #expect(loaded.facts("ks.email") == ["c, line 1 | kari@k.example"])
    #expect(loaded.facts("ks.party") == ["c, line 1 | person 1", "c, line 2 | person 2"])
    #expect(loaded.facts("ks.position") == ["c, line 1 | 101-1001"])
    #expect(loaded.facts("ks.position?manager") == ["c, line 1 | 101-1001 | true"])
    #expect(loaded.facts("ks.document?day").allSatisfy { $0.hasSuffix("2026-05-04") })
    #expect(loaded.facts("ks.document").contains("c | person | snapshot"))
    #expect(loaded.origin("ks.person", "c, line 2") == "c:2")
    for relation in loaded.store.relations
    where relation.name.hasPrefix("ks.") && !relation.name.hasPrefix("ks.registered") {
      #expect(relation.holes.isEmpty, "\(relation.name)")
      if !["ks.authority", "ks.authority?email", "ks.authority?version"].contains(relation.name) {
        #expect(relation.grade == .closed, "\(relation.name)")
      }
    }
  }

  /// The lines of a file, whether it is said to be a snapshot, and what it is.
  static let extents: [(lines: [String], isSaid: Bool, extent: String)] = [
    ([add(person(kari))], true, "snapshot"), ([add(person(kari))], false, "assumed"),
    ([add(person(kari)), add(person(per), "2026-05-04T06:00:03Z")], true, "snapshot"),
    ([add(person(kari)), add(person(per), "2026-05-05T06:00:00Z")], true, "changes"),
    ([delete(person(per)), add(person(kari))], true, "changes"),
    ([event("modify", old: person(kari), new: person(kari))], true, "changes"),
    (
      [add(person(kari)), #"{"changeType":"gone","changeDate":"\#(first)","oldRecord":\#(person(per))}"#], true,
      "changes"
    ),
  ]

  @Test(arguments: extents.indices)
  func nothingIsASnapshotButAddsOfOneTimeThatAreSaidToBeAll(_ index: Int) throws {
    let row = Self.extents[index]
    let loaded = try load(["p": row.lines.joined(separator: "\n")], snapshot: row.isSaid ? ["p"] : [])
    #expect(loaded.facts("ks.document") == ["p | person | \(row.extent)"])
    #expect(loaded.holes("ks.person").contains("* (page)") == (row.extent != "snapshot"))
    if row.extent != "changes" {
      #expect(loaded.store["ks.person"]!.grade == (row.extent == "snapshot" ? .closed : .assumed))
    }
  }

  @Test func aRecordedRangeIsAPart() throws {
    let configuration = try Configuration.read(
      Array("sources:\n  - { path: p, query: \"GET /v3/person?fromDate=2026-05-01T00:00:00Z&toDate=x\" }\n".utf8),
      path: "tilsyn.yaml", .all)
    let loaded = try LoadingFolder(["p": Self.add(Self.person(Self.kari))]).load(configuration: configuration)
    #expect(loaded.holes("ks.person") == ["* (page)"])
    #expect(loaded.holes("ks.removed_person").isEmpty)
  }

  // MARK: Ranges

  /// Events of positions in their order, and what there is, and is no more, after them.
  static let sequences: [(lines: [String], present: [String], removed: [String])] = [
    ([delete(position(kari)), add(position(kari), "2026-05-05T06:00:00Z")], ["101-1001"], []),
    ([add(position(kari), "2026-05-05T06:00:00Z"), delete(position(kari))], ["101-1001"], []),
    ([add(position(kari)), delete(position(kari))], [], ["101-1001 | 2026-05-04"]),
    ([delete(position(kari)), delete(position(kari))], [], ["101-1001 | 2026-05-04"]),
    ([delete(position(kari, "101-1")), add(position(kari, "101-2"))], ["101-2"], ["101-1 | 2026-05-04"]),
    ([event("modify", old: position(kari), new: position(kari, title: "Leder"))], ["101-1001"], []),
  ]

  @Test(arguments: sequences.indices)
  func theLastEventOfAKeyCounts(_ index: Int) throws {
    let row = Self.sequences[index]
    let loaded = try load(["p": row.lines.joined(separator: "\n") + "\n"])
    #expect(loaded.facts("ks.position") == row.present.map { "p, line 1 | \($0)" })
    #expect(loaded.facts("ks.removed_position") == row.removed.map { "p, line 1 | \($0)" })
    #expect(loaded.holes("ks.removed_position").isEmpty)
    #expect(loaded.holes("ks.position") == ["* | * (page)"])
    #expect(loaded.file("p").used == row.lines.count && loaded.isComplete)
    if row.lines[0].contains("Leder") { #expect(loaded.facts("ks.position?title") == ["p, line 1 | 101-1001 | Leder"]) }
  }

  // MARK: What is wrong

  /// A line that stands beside a sound one, and its holes: of a file that is said to be a snapshot, and has nothing but it.
  static let traps: [(line: String, relation: String, holes: [String])] = [
    ("no JSON", "ks.position", ["* | * (unusable)"]), ("[]", "ks.removed_position", ["* | * | * (unusable)"]),
    ("7", "ks.party", ["* | * (unusable)"]),
    (
      add(#"{"org_id":"101-1","position_name":"K","main":true,"manager":true}"#), "ks.position",
      ["* | 101-1 (unusable)"]
    ),
    (
      add(#"{"org_id":"101-1","national_id":"ukjent","position_name":"K","main":true,"manager":true}"#), "ks.position",
      ["* | 101-1 (unusable)"]
    ),
    (add(#"{"org_id":null,"national_id":"\#(per)"}"#), "ks.position", ["p, line 2 | * (unusable)"]),
    (add("null"), "ks.position", ["* | * (unusable)"]),
    (#"{"changeType":"add","newRecord":\#(position(per))}"#, "ks.position", ["p, line 2 | 101-1001 (unusable)"]),
    (add(position(per), "yesterday"), "ks.removed_position", ["p, line 2 | 101-1001 | * (unusable)"]),
    (#"{"changeDate":"\#(first)","newRecord":\#(position(per))}"#, "ks.position", ["p, line 2 | 101-1001 (unusable)"]),
    (
      add(#"{"org_id":"101-1","national_id":"\#(per)","position_name":"K","main":"ja","manager":true}"#),
      "ks.position?main", ["p, line 2 | 101-1 | * (unusable)"]
    ),
    (
      add(#"{"org_id":"101-1","national_id":"\#(per)","main":true,"manager":true}"#), "ks.position?title",
      ["p, line 2 | 101-1 | * (unusable)"]
    ),
  ]

  @Test(arguments: traps.indices)
  func aLineLeavesAHole(_ index: Int) throws {
    let row = Self.traps[index]
    let loaded = try load(["p": Self.lines(Self.add(Self.position(Self.kari)), row.line) + "\n"], snapshot: ["p"])
    #expect(loaded.holes(row.relation) == row.holes)
    #expect(loaded.facts("ks.position").contains("p, line 1 | 101-1001"))
    #expect(loaded.file("p").rejected == 1 && loaded.file("p").records == 2 && !loaded.isComplete)
  }

  /// In a range, what cannot be read may have taken back what another line says.
  @Test(arguments: ["no JSON", add("null"), #"{"changeType":"delete","changeDate":"x"}"#])
  func aLostLineOfARangeLeavesEverythingOpen(_ line: String) throws {
    let loaded = try load([
      "p": Self.lines(Self.delete(Self.position(Self.per)), Self.add(Self.position(Self.kari)), line)
    ])
    #expect(loaded.facts("ks.position").isEmpty && loaded.facts("ks.removed_position").isEmpty)
    #expect(loaded.holes("ks.position").contains("p, line 2 | 101-1001 (unusable)"))
    #expect(loaded.holes("ks.removed_position").contains("p, line 1 | 101-1001 | * (unusable)"))
  }

  @Test func aKeyThatALostLineNamesIsOpenAlone() throws {
    let loaded = try load([
      "p": Self.lines(
        Self.delete(Self.position(Self.per)), Self.add(Self.position(Self.kari)),
        Self.delete(Self.position(Self.kari), "soon")) + "\n"
    ])
    #expect(loaded.facts("ks.position").isEmpty)
    #expect(loaded.facts("ks.removed_position") == ["p, line 1 | 101-1001 | 2026-05-04"])
  }

  @Test func halfALineAtTheEndIsCut() throws {
    let whole = Self.lines(Self.add(Self.person(Self.kari)), Self.add(Self.person(Self.per)))
    let loaded = try load(["p": String(whole.dropLast(30))], snapshot: ["p"])
    #expect(loaded.facts("ks.person") == ["p, line 1"])
    #expect(loaded.holes("ks.person") == ["* (truncated)", "* (unusable)"])
    #expect(loaded.incompleteReasons.contains { $0.english.contains("cut off") })
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"]) func anEmptyFileProvesNothing(_ text: String) throws {
    let loaded = try LoadingFolder(["p": text]).load(as: ["p=ks.person,query=snapshot"])
    for relation in ["ks.person", "ks.email", "ks.removed_person"] { #expect(!loaded.holes(relation).isEmpty) }
    #expect(!loaded.isComplete)
  }
}
