import FactStore
import Foundation
import Importers
import Testing

@testable import ImportCore

/// What documents of Visma say, and what of them may be missing.
@Suite struct VismaTests {
  static let unit = #"<chart id="101"><unit id="1001"/></chart>"#
  static let start = "<positionStartDate>2024-01-01</positionStartDate>"
  static let code = #"<positionInfo><positionCode name="Konsulent"/></positionInfo>"#

  static func position(_ parts: String, main: String = "true") -> String {
    #"<position isPrimaryPosition="\#(main)" validFromDate="2024-01-01">\#(parts)</position>"#
  }

  static func person(
    _ positions: String, ssn: String = "15818410074", more: String = "", inEmployment: String = ""
  ) -> String {
    """
    <person personIdHRM="1"><employments><employment><employeeId>11</employeeId>\(inEmployment)
    <positions>\(positions)</positions></employment></employments><familyName>Testesen</familyName>
    <givenName>Kari</givenName><ssn>\(ssn)</ssn>\(more)</person>
    """
  }

  static func persons(_ people: String...) -> String { "<personsXML>\n\(people.joined())\n</personsXML>" }

  private func load(_ text: String) throws -> LoadedSources {
    try LoadingFolder(["v": text]).load(
      configuration: Configuration.read(
        Array("sources:\n  - { path: v, query: snapshot }\n".utf8), path: "tilsyn.yaml", .all))
  }

  @Test func readsPeopleWithTheirPositions() throws {
    let ended = Self.position(
      #"<chart id="101"><unit id="1002"/></chart>"# + Self.start + "<positionEndDate>2026-04-30</positionEndDate>"
        + Self.code, main: "false")
    let loaded = try load(
      Self.persons(
        Self.person(
          Self.position(Self.unit + "<costCentres/>>" + Self.start + Self.code) + ended,
          more: "<contactInfo><email>Kari@k.example</email><privateEmail>p@p.example</privateEmail></contactInfo>",
          inEmployment: "<startDate>2020-02-01</startDate>")))
    #expect(loaded.files[0].kind == "visma.persons" && loaded.files[0].used == 1 && loaded.isComplete)
    #expect(loaded.facts("visma.person?name") == ["Visma 1 | Kari Testesen"])
    #expect(loaded.facts("visma.email") == ["Visma 1 | kari@k.example"])
    #expect(loaded.facts("visma.party") == ["Visma 1 | person 1"])
    let employment = "Visma 1, employment 1"
    #expect(loaded.facts("visma.employment") == ["\(employment) | Visma 1"])
    #expect(loaded.facts("visma.employment?start") == ["\(employment) | 2020-02-01"])
    #expect(
      loaded.facts("visma.position?unit") == [
        "\(employment), position 1 | 101-1001", "\(employment), position 2 | 101-1002",
      ])
    #expect(loaded.facts("visma.position?end") == ["\(employment), position 2 | 2026-04-30"])
    #expect(loaded.facts("visma.position?main").contains("\(employment), position 2 | false"))
    for relation in loaded.store.relations where relation.name.hasPrefix("visma.p") {
      #expect(relation.holes.isEmpty, "\(relation.name)")
    }
    #expect(!loaded.text.contains("privat") && !loaded.text.contains("p@p.example"))
  }

  private static let first = "Visma 1, employment 1, position 1"

  /// A position, the column that something is missing for, and its hole.
  static let traps: [(position: String, relation: String, hole: String)] = [
    (position(start + code), "visma.position?unit", "\(first) | * (unusable)"),
    (position(#"<chart id="101"><unit/></chart>"# + start + code), "visma.position?unit", "\(first) | * (unusable)"),
    (
      position(
        #"<chart><unit id="1001"/></chart><costCentres><dimension2 value="1001"/></costCentres>"# + start + code),
      "visma.position?unit", "\(first) | * (unusable)"
    ),
    (
      position(#"<chart id="101"><unit id="1"/><unit id="2"/></chart>"# + start + code), "visma.position?unit",
      "\(first) | * (unusable)"
    ),
    (position(unit + code), "visma.position?start", "\(first) | * (unusable)"),
    (
      position(unit + "<positionStartDate>soon</positionStartDate>" + code), "visma.position?start",
      "\(first) | * (unusable)"
    ),
    (
      position(unit + start + "<positionEndDate>31/12/2026</positionEndDate>" + code), "visma.position?end",
      "\(first) | * (unusable)"
    ),
    (position(unit + start), "visma.position?title", "\(first) | * (column-absent)"),
    (position(unit + start + code, main: ""), "visma.position?main", "\(first) | * (unusable)"),
    (
      position(unit + start + #"<positionInfo><positionType name="Sluttet"/></positionInfo>"#), "visma.position?end",
      "\(first) | * (column-absent)"
    ),
  ]

  @Test(arguments: traps.indices)
  func whatIsMissingIsAHole(_ index: Int) throws {
    let row = Self.traps[index]
    let loaded = try load(Self.persons(Self.person(row.position)))
    #expect(loaded.holes(row.relation) == [row.hole])
    #expect(loaded.facts("visma.position") == ["\(Self.first) | Visma 1 | Visma 1, employment 1"])
    #expect(loaded.facts("visma.ended_position") == (row.position.contains("Sluttet") ? [Self.first] : []))
  }

  /// A person that lacks something, the relation, and its hole.
  static let people: [(person: String, relation: String, hole: String)] = [
    (#"<person personIdHRM="1"><ssn>15818410074</ssn></person>"#, "visma.employment", "* | Visma 1 (column-absent)"),
    (#"<person personIdHRM="1"><ssn>15818410074</ssn></person>"#, "visma.person?name", "Visma 1 | * (column-absent)"),
    (person("", ssn: "mangler"), "visma.party", "Visma 1 | * (unusable)"),
    (person(""), "visma.email", "Visma 1 | * (column-absent)"),
    (
      person("", inEmployment: "<category><description>Sluttet</description></category>"), "visma.employment?end",
      "Visma 1, employment 1 | * (column-absent)"
    ),
    ("<person><employments/></person>", "visma.person", "* (unusable)"),
  ]

  @Test(arguments: people.indices)
  func soIsWhatAPersonLacks(_ index: Int) throws {
    let row = Self.people[index]
    let loaded = try load(Self.persons(row.person))
    #expect(loaded.holes(row.relation).contains(row.hole), "\(loaded.holes(row.relation))")
    #expect(loaded.facts("visma.ended_employment").isEmpty == !row.person.contains("Sluttet"))
  }

  @Test func aSliceOrASinglePersonIsAPart() throws {
    let whole = Self.persons(Self.person(Self.position(Self.unit + Self.start + Self.code)))
    #expect(try LoadingFolder.load(["v": whole]).holes("visma.person").contains("* (page)"))
    #expect(try !load(whole).holes("visma.person").contains("* (page)"))
    let single = try load(Self.person(""))
    #expect(single.files[0].kind == "visma.persons" && single.holes("visma.person").contains("* (page)"))
  }

  @Test func aDocumentThatBreaksOffIsCut() throws {
    let text = Self.persons(Self.person(Self.position(Self.unit + Self.start + Self.code)))
    for count in stride(from: 12, to: text.utf8.count - 2, by: 7) {
      let loaded = try load(String(decoding: Array(text.utf8)[..<count], as: UTF8.self))
      #expect(!loaded.isComplete && !loaded.holes("visma.person").isEmpty, "cut at \(count)")
    }
  }

  // MARK: Charts

  @Test func readsTheUnitsOfAChart() throws {
    let loaded = try load(
      """
      <charts><chart id="101" name="K"><units>
      <unit id="1" kode="10" name="Eksempel kommune" parentid="0"><manager id="1" name="Kari"/></unit>
      <unit id="2" kode="20" name="Helse" parentid="10"/><unit id="3" kode="30" parentid="77" name="X"/>
      <unit id="4" kode="40" name="Y"/></units></chart></charts>
      """)
    #expect(loaded.files[0].kind == "visma.charts")
    #expect(loaded.facts("visma.unit") == ["101-1", "101-2", "101-3", "101-4"])
    #expect(loaded.facts("visma.unit?parent") == ["101-2 | 101-1"])
    #expect(loaded.holes("visma.unit?parent") == ["101-3 | * (unusable)", "101-4 | * (unusable)"])
    #expect(loaded.facts("visma.manager") == ["101-1 | Visma 1"])
    #expect(loaded.holes("visma.unit").isEmpty)
  }

  // MARK: Identity numbers, samples

  @Test func noIdentityNumberIsKept() throws {
    let text = Self.persons(Self.person(Self.position(Self.unit + Self.start + Self.code), ssn: "21909000777"))
    for old in [#""1""#, ">11<", "Testesen", "Konsulent", "101", "1001", "2024-01-01", "Kari", "true"] {
      let canary = old.hasPrefix("\"") ? "\"21909000777\"" : old.hasPrefix(">") ? ">21909000777<" : "21909000777"
      for changed in [text.replacing(old, with: canary), String(text.replacing(old, with: canary).dropLast(20))] {
        AltinnDocumentTests.expectNoCanary(in: try load(changed))
      }
    }
  }

  /// The files of a public adapter's tests, each of which lacks something, where they are there.
  @Test func readsTheSamples() throws {
    let shared = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let folder = "\(shared)/data/hr-and-api-manager-samples/ks-visma"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return print("no samples of Visma in \(folder)")
    }
    for name in names where name.hasSuffix(".xml") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let loaded = try LoadingFolder.load(["v": text])
      #expect(loaded.files[0].kind == "visma.persons", "\(name)")
      #expect(!loaded.facts("visma.person").isEmpty && !loaded.facts("visma.position").isEmpty, "\(name)")
      #expect(!loaded.files[0].problems.contains { $0.message.contains("XML") }, "\(name)")
      #expect(
        name.contains("no_startdate") == !loaded.holes("visma.position?start").filter { !$0.contains("(page)") }.isEmpty
      )
    }
  }
}
