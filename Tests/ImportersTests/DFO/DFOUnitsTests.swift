import FactStore
import Testing

@testable import ImportCore

/// Positions and units of DFØ.
struct DFOUnitsTests {
  private func load(_ key: String, _ records: [String]) throws -> LoadedSources {
    try LoadingFolder(["a.json": #"{"\#(key)":[\#(records.joined(separator: ","))]}"#]).load()
  }

  @Test func positionsHaveHolders() throws {
    let loaded = try load(
      "stilling", [DFOSamples.position(holders: "[\(DFOSamples.holder)]"), DFOSamples.position(30_000_470)])
    #expect(loaded.files[0].kind == "dfo.positions" && loaded.files[0].rejected == 0)
    let name = "dfo/5001234, position 30000468, from 2019-08-01"
    #expect(loaded.facts("dfo.position_holder") == ["\(name) | 30000468 | dfo/5001234"])
    #expect(loaded.facts("dfo.position_holder?end") == ["\(name) | 2026-04-30"])
    #expect(loaded.facts("dfo.position?unit") == ["30000468 | 10000048", "30000470 | 10000048"])
    #expect(loaded.holes("dfo.position_holder").isEmpty)
  }

  @Test(arguments: [
    (#""organisasjonId":null"#, true), (#""organisasjon_id":10000048"#, false),
    (#""organisasjonId":"10000048","organisasjon_id":10000048"#, false),
    (#""organisasjonId":"10000048","organisasjon_id":10000049"#, true),
  ]) func theUnitHasTwoNames(_ field: (text: String, isOpen: Bool)) throws {
    let record = #"{"id":"1","stillingsnavn":"A","innehaver":null,\#(field.text)}"#
    let loaded = try load("stilling", [record, DFOSamples.position(2)])
    #expect(loaded.holes("dfo.position?unit").contains { $0.hasPrefix("1 |") } == field.isOpen)
    #expect(loaded.facts("dfo.position?unit").contains("1 | 10000048") == !field.isOpen)
  }

  @Test(arguments: [
    #"7"#, "[7]", #"[{"innehaverStartdato":"2019-01-01"}]"#, #"[{"innehaverAnsattnr":"abc"}]"#,
  ]) func aHolderThatCannotBeReadIsAHole(_ holders: String) throws {
    let loaded = try load("stilling", [DFOSamples.position(holders: holders), DFOSamples.position(2)])
    #expect(loaded.holes("dfo.position_holder").contains { $0.contains("30000468") || $0.hasPrefix("*") })
  }

  @Test(arguments: ["autWf", "authWf"]) func aUnitHasUsers(_ key: String) throws {
    let rest = #","leder":[{"lederAnsattnr":"124887","lederBrukerident":"perols"}],"\#(key)":\#(DFOSamples.link)"#
    let loaded = try load(
      "organisasjon", [DFOSamples.unit(10_000_048, rest), DFOSamples.unit(10_000_001, #","leder":null,"autWf":null"#)])
    #expect(loaded.files[0].kind == "dfo.organisations" && loaded.files[0].rejected == 0)
    let name = "9900karite, A290 of unit 10000048, from 2019-08-01"
    #expect(loaded.facts("dfo.unit_authorisation") == ["\(name) | 10000048 | A290 | 9900karite"])
    #expect(loaded.facts("dfo.unit_authorisation?end").isEmpty && loaded.holes("dfo.unit_authorisation?end").isEmpty)
    #expect(loaded.facts("dfo.unit_leader") == ["10000048 | dfo/124887"])
    #expect(loaded.facts("dfo.unit_leader_user") == ["10000048 | perols"])
    #expect(loaded.facts("dfo.unit?parent").first == "10000001 | 10000001")
    for relation in ["dfo.unit", "dfo.unit_leader", "dfo.unit_leader_user", "dfo.unit_authorisation"] {
      #expect(loaded.holes(relation).isEmpty, "\(relation)")
    }
  }

  @Test(arguments: [
    (#"{"lederAnsattnr":"1"}"#, 1, 0, false), (#"{"lederBrukerident":"p"}"#, 0, 1, false),
    (#"{"lederAnsattnr":null,"lederBrukerident":"p"}"#, 0, 1, false), ("[null]", 0, 0, false),
    (#"{"lederAnsattnr":"x","lederBrukerident":"p"}"#, 0, 1, true), (#"{}"#, 0, 0, true), ("7", 0, 0, true),
  ]) func aLeaderIsNamedInOneWayOrBoth(_ leader: (text: String, numbers: Int, users: Int, isOpen: Bool)) throws {
    let loaded = try load(
      "organisasjon",
      [DFOSamples.unit(1, #","leder":\#(leader.text),"autWf":[]"#), DFOSamples.unit(2, #","leder":[],"autWf":[]"#)])
    #expect(loaded.facts("dfo.unit_leader").count == leader.numbers)
    #expect(loaded.facts("dfo.unit_leader_user").count == leader.users)
    #expect(loaded.holes("dfo.unit_leader").contains("1 | * (unusable)") == leader.isOpen || leader.text == "{}")
    #expect(loaded.holes("dfo.unit_leader").isEmpty != leader.isOpen)
  }

  @Test func whatAUnitDoesNotSayIsOpen() throws {
    let loaded = try load("organisasjon", [DFOSamples.unit(1), DFOSamples.unit(2)])
    for relation in ["dfo.unit_leader", "dfo.unit_leader_user", "dfo.unit_authorisation"] {
      #expect(loaded.holes(relation).contains { $0.hasPrefix("1 |") || $0.contains("| 1 |") }, "\(relation)")
    }
  }

  @Test(arguments: [
    #"{"bruker":"9900k","knytningStart":"2019-01-01","knytningSlutt":"9999-12-31"}"#,
    #"{"type":"A290","bruker":null,"knytningStart":"2019-01-01","knytningSlutt":"9999-12-31"}"#, "7",
  ]) func aLinkWithoutATypeOrUserIsAHole(_ link: String) throws {
    let loaded = try load(
      "organisasjon",
      [DFOSamples.unit(1, #","leder":[],"autWf":[\#(link)]"#), DFOSamples.unit(2, #","leder":[],"autWf":[]"#)])
    #expect(loaded.holes("dfo.unit_authorisation").count == 1 && loaded.files[0].rejected == 1)
  }
}
