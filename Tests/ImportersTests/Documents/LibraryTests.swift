import FactStore
import Testing

@testable import ImportCore

/// A system is its kinds as values and one line in a registry; all else follows.
struct LibraryTests {
  private static let town = KitosDocuments.organisation

  private static func member(_ number: Int, name: String = "\"M\"", blocked: String = "false") -> String {
    #"{"uuid":"\#(KitosDocuments.user(number))","email":"M\#(number)@bib.example","name":\#(name),"blocked":\#(blocked)}"#
  }

  private static func members(_ numbers: ClosedRange<Int>) -> String {
    "[" + numbers.map { member($0) }.joined(separator: ",\n") + "]"
  }

  private static func loan(_ number: Int, due: String = "2026-12-01") -> String {
    #"{"member":"\#(KitosDocuments.user(1))","book":"B\#(number)","due":"\#(due)"}"#
  }

  private func load(_ files: [String: String], as overrides: [String] = []) throws -> LoadedSources {
    try LoadingFolder(files).load(as: overrides, registry: .library)
  }

  @Test func everyDocumentIsToldByItsContent() throws {
    let loaded = try load([
      "a.json": Self.members(1...2), "b.json": #"{"count":1,"value":[\#(Self.loan(1))]}"#,
      "c.json": #"[{"branch":"B","town":"T"}]"#, "d.json": #"{"mayLend":true,"mayEnter":false}"#,
      "e.csv": "Badge;Holder;Access\n7;A@bib.example;All hours\n",
    ])
    #expect(
      loaded.files.map(\.kind) == [
        "library.members", "library.loans", "library.branches", "library.member-rights", "library.keys",
      ])
    #expect(loaded.files.allSatisfy { $0.rejected == 0 && $0.used == $0.records })
    #expect(loaded.facts("library.key") == ["7 | a@bib.example | always"])
    #expect(loaded.facts("library.loan") == ["\(KitosDocuments.user(1)) | B1 | 2026-12-01"])
    #expect(loaded.holes("library.right").allSatisfy { $0.hasPrefix("* | ") })
    #expect(loaded.origin("library.key", "7 | a@bib.example | always") == "e.csv:2")
  }

  @Test func aFullPageLeavesEveryRelationOpenAndAShortOneNone() throws {
    let context = "library.members,organisation=\(Self.town)"
    let full = try load(["a.json": Self.members(1...3)], as: ["a.json=\(context)"])
    for relation in Library.members.fills { #expect(!full.holes(relation).isEmpty, "\(relation)") }
    let short = try load(
      ["a.json": Self.members(1...3), "b.json": Self.members(4...5)], as: ["*.json=\(context)"])
    for relation in Library.members.fills { #expect(short.holes(relation).isEmpty, "\(relation)") }
    #expect(short.facts("library.member_list") == [Self.town])
  }

  @Test func oneRecordIsNoList() throws {
    let loaded = try load(["a.json": Self.member(1)])
    for relation in Library.members.relations { #expect(!loaded.holes(relation).isEmpty, "\(relation)") }
    let beside = try load(
      ["a.json": Self.member(9), "b.json": Self.members(1...2)],
      as: ["*.json=library.members,organisation=\(Self.town)"])
    for relation in Library.members.relations { #expect(beside.holes(relation).isEmpty, "\(relation)") }
  }

  @Test(arguments: [
    (#"{"count":2,"value":[X]}"#, "counts 2"), (#"{"next":"u","value":[X]}"#, "more loans follow"),
    (#"{"value":7}"#, "no list"),
  ]) func theObjectAroundAListSaysWhatIsMissing(_ envelope: (text: String, why: String)) throws {
    let text = envelope.text.replacing("X", with: Self.loan(1))
    let loaded = try load(["a.json": text], as: ["a.json=library.loans,organisation=\(Self.town)"])
    #expect(!loaded.holes("library.loan").isEmpty)
    let said = loaded.files[0].notes + loaded.files[0].problems.map(\.message)
    #expect(said.contains { $0.contains(envelope.why) }, "\(said)")
  }

  @Test func recordsOfOneKeyThatDisagreeLeaveTheColumnOpen() throws {
    let loaded = try load(
      [
        "a.json": "[\(Self.member(1, name: "null"))]", "b.json": "[\(Self.member(1)),\(Self.member(2))]",
      ],
      as: [
        "a.json=library.members,organisation=\(Self.town)",
        "b.json=library.members,organisation=\(KitosDocuments.other)",
      ])
    #expect(!loaded.holes("library.member?name").isEmpty)
    #expect(loaded.facts("library.member?name").map { $0.prefix(8) } == [KitosDocuments.user(2).prefix(8)])
  }

  @Test(arguments: [
    #"{"uuid":7,"email":"m@bib.example","name":null,"blocked":false}"#,
    #"{"uuid":"x","email":"m@bib.example","name":null,"blocked":"no"}"#, "{}",
  ]) func whatARecordSaysUnusablyIsAHoleAndAProblem(_ record: String) throws {
    let loaded = try load(
      ["a.json": "[\(Self.member(1)),\(record)]"], as: ["a.json=library.members,organisation=\(Self.town)"])
    #expect(loaded.files[0].rejected == 1 && !loaded.files[0].problems.isEmpty)
    for relation in Library.members.fills { #expect(!loaded.holes(relation).isEmpty, "\(relation)") }
    #expect(loaded.facts("library.blocked").count == 1)
  }

  @Test func aTableWithoutATitleIsDamagedAsAWhole() throws {
    let loaded = try load(
      ["e.csv": "Badge;Holder\n7;a@bib.example\n"], as: ["e.csv=library.keys"])
    #expect(!loaded.holes("library.key").isEmpty && loaded.facts("library.key").isEmpty)
    let words = try load(["e.csv": "Badge;Holder;Access\n7;a@bib.example;sometimes\n;b@bib.example;all hours\n"])
    #expect(words.files[0].problems.count == 2)
    #expect(
      words.holes("library.key") == ["* | b@bib.example | always (unusable)", "7 | a@bib.example | * (unusable)"])
  }
}
