import FactStore
import Testing

@testable import ImportCore

/// Roles of Enhetsregisteret: one unit, and lists of units.
struct RoleRegisterTests {
  static func person(_ first: String, _ last: String, _ birth: String, dead: Bool? = false) -> String {
    let life = dead.map { ",\"erDoed\":\($0)" } ?? ""
    return "\"person\":{\"fodselsdato\":\"\(birth)\",\"navn\":{\"fornavn\":\"\(first)\",\"mellomnavn\":null,"
      + "\"etternavn\":\"\(last)\"}\(life)}"
  }

  static func role(_ code: String, _ holder: String, _ rest: String = ",\"fratraadt\":false") -> String {
    "{\"type\":{\"kode\":\"\(code)\",\"beskrivelse\":\"x\"},\(holder)\(rest)}"
  }

  static func unit(_ number: String?, _ roles: [String], links: String = "") -> String {
    let name = number.map { "\"organisasjonsnummer\":\"\($0)\"," } ?? ""
    return "{\(name)\"rollegrupper\":[{\"type\":{\"kode\":\"X\"},\"sistEndret\":\"2024-01-01\",\"roller\":["
      + "\(roles.joined(separator: ","))]}]\(links)}"
  }

  private let kari = AssumedPerson.identity(name: "Kari Testesen", birth: "1980-02-03")!.text

  @Test func aUnitWithPeopleAndUnits() throws {
    let text = Self.unit(
      "310000001",
      [
        Self.role("DAGL", Self.person("Kari", "Testesen", "1980-02-03")),
        Self.role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\",\"navn\":[\"X\"],\"erSlettet\":true}"),
        Self.role("LEDE", Self.person("Kari", "Testesen", "1980-02-03", dead: true), ",\"fratraadt\":true"),
        Self.role("MEDL", Self.person("Kari", "Testesen", "1980-02-03", dead: nil), ",\"avregistrert\":true"),
        Self.role("VARA", Self.person("Kari", "Testesen", "1980-02-03"), ""),
      ])
    let loaded = try LoadingFolder.load(["roller.json": text])
    #expect(loaded.file("roller.json").kind == "er.roles")
    #expect(loaded.isComplete)
    #expect(loaded.facts("er.registered") == ["310000001"])
    #expect(
      loaded.facts("er.person_role") == [
        "310000001 | DAGL | \(kari) | assumed | active | alive",
        "310000001 | LEDE | \(kari) | assumed | resigned | dead",
        "310000001 | MEDL | \(kari) | assumed | deregistered | unknown",
        "310000001 | VARA | \(kari) | assumed | unknown | alive",
      ])
    #expect(loaded.facts("er.unit_role") == ["310000001 | REVI | 310000002 | active | deleted"])
    #expect(
      loaded.origin("er.unit_role", "310000001 | REVI | 310000002 | active | deleted")
        == "roller.json:1 /rollegrupper/0/roller/1")
  }

  @Test func aListSaysWhereEachRoleStands() throws {
    let units = ["310000001", "310000002"].map {
      Self.unit($0, [Self.role("INNH", Self.person("Ola", "Prøve", "1970-01-01"))])
    }
    let loaded = try LoadingFolder.load(["dump": "[\n\(units.joined(separator: ",\n"))\n]"])
    let ola = AssumedPerson.identity(name: "PRØVE OLA", birth: "1970-01-01")!.text
    #expect(
      loaded.origin("er.person_role", "310000002 | INNH | \(ola) | assumed | active | alive")
        == "dump:3 /1/rollegrupper/0/roller/0")
    #expect(loaded.origin("er.registered", "310000002") == "dump:3 /1")
    #expect(loaded.file("dump").records == 2)
  }

  @Test func aUnitWithoutANumberIsNamedByItsLink() throws {
    let links = ",\"_links\":{\"self\":{\"href\":\"https://data.example/api/enheter/310000007/roller\"}}"
    let text = Self.unit(nil, [Self.role("INNH", Self.person("Ola", "Prøve", "1970-01-01"))], links: links)
    #expect(try LoadingFolder.load(["a": text]).facts("er.registered") == ["310000007"])
    let lost = try LoadingFolder.load(["a": Self.unit(nil, [])])
    #expect(!lost.isComplete)
    #expect(lost.holes("er.registered") == ["* (unusable)"])
  }

  /// Each leaves a hole as small as what could be read allows.
  @Test(arguments: [
    ("{\"type\":{\"kode\":\"DAGL\"}}", ["310000001 | DAGL | * | * | * | * (unusable)"]),
    ("{\"person\":{}}", ["310000001 | * | * | * | * | * (unusable)"]),
    (
      role("DAGL", "\"person\":{\"fodselsdato\":\"1970-01-01\"}"),
      ["310000001 | DAGL | * | * | active | * (unusable)"]
    ),
    (
      role("DAGL", person("A", "B", "1970-01-01") + ",\"enhet\":{\"organisasjonsnummer\":\"310000002\"}"),
      ["310000001 | DAGL | * | * | active | * (unusable)"]
    ),
    (role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"31\"}"), []),
  ])
  func aRoleThatCannotBeReadIsAHole(_ role: String, _ holes: [String]) throws {
    let loaded = try LoadingFolder.load(["a": Self.unit("310000001", [role])])
    #expect(loaded.holes("er.person_role") == holes)
    #expect(!(holes + loaded.holes("er.unit_role")).isEmpty)
    #expect(loaded.file("a").rejected == 1)
    #expect(!loaded.isComplete)
  }

  /// What the record does not say may be either: a fact of just that, and a hole of whatever it may be.
  @Test(arguments: [
    (role("DAGL", person("Kari", "Testesen", "1980-02-03"), ""), "DAGL | KARI | assumed | * | alive"),
    (role("DAGL", person("Kari", "Testesen", "1980-02-03", dead: nil)), "DAGL | KARI | assumed | active | *"),
    (role("DAGL", person("Kari", "Testesen", "1980-02-03", dead: nil), ""), "DAGL | KARI | assumed | * | *"),
    (
      role("LEDE", person("Kari", "Testesen", "1980-02-03", dead: nil), ",\"fratraadt\":null"),
      "LEDE | KARI | assumed | * | *"
    ),
    (
      role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\",\"erSlettet\":false}", ""),
      "REVI | 310000002 | * | exists"
    ),
    (role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\"}"), "REVI | 310000002 | active | *"),
    (
      role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\"}", ",\"avregistrert\":true"),
      "REVI | 310000002 | deregistered | *"
    ),
  ])
  func whatIsNotSaidMayBeEither(_ role: String, _ hole: String) throws {
    let loaded = try LoadingFolder.load(["a": Self.unit("310000001", [role])])
    let holes = loaded.holes("er.person_role") + loaded.holes("er.unit_role")
    #expect(holes == ["310000001 | \(hole.replacing("KARI", with: kari)) (column-absent)"])
    #expect((loaded.facts("er.person_role") + loaded.facts("er.unit_role")).count == 1)
    // Null is neither true nor false, and the record says so.
    #expect(loaded.isComplete != role.hasSuffix(":null}"))
  }

  @Test func aCutDumpIsUsedAsFarAsItGoes() throws {
    let units = (0..<40).map {
      Self.unit("3100000\(10 + $0)", [Self.role("INNH", Self.person("Ola", "Prøve", "1970-01-01"))])
    }
    let text = "[\(units.joined(separator: ","))]"
    for end in stride(from: 120, to: text.utf8.count, by: 97) {
      let folder = try LoadingFolder()
      try folder.write("dump", Array(text.utf8.prefix(end)))
      let loaded = try folder.load()
      #expect(!loaded.isComplete)
      #expect(loaded.holes("er.person_role").contains("* | * | * | * | * | * (truncated)"))
      #expect(loaded.holes("er.registered") == ["* (truncated)"])
    }
  }

  @Test func registersOfTwoDaysContradictEachOther() throws {
    func text(_ rest: String) -> String {
      Self.unit("310000001", [Self.role("DAGL", Self.person("Ola", "Prøve", "1970-01-01"), rest)])
    }
    let other = Self.unit("310000002", [Self.role("INNH", Self.person("Ola", "Prøve", "1970-01-01"))])
    let loaded = try LoadingFolder.load([
      "a": "[\(text(",\"fratraadt\":false")),\(other)]", "b": text(",\"fratraadt\":true"),
    ])
    #expect(loaded.facts("er.person_role").allSatisfy { $0.hasPrefix("310000002") })
    #expect(loaded.holes("er.person_role") == ["310000001 | * | * | * | * | * (conflict)"])
    let same = try LoadingFolder.load(["a": text(",\"fratraadt\":false"), "b": text(",\"fratraadt\":false")])
    #expect(same.holes("er.person_role") == [])
    #expect(same.facts("er.person_role").count == 1)
  }

  /// People with identity numbers are the same wherever they stand, and their numbers are nowhere.
  @Test func identityNumbersJoinAndVanish() throws {
    func person(_ number: String) -> String {
      "\"person\":{\"fodselsnummer\":\"\(number)\",\"fodselsdato\":\"1990-10-21\",\"navn\":{\"fornavn\":\"A\","
        + "\"etternavn\":\"B\"},\"erDoed\":false}"
    }
    let loaded = try LoadingFolder.load([
      "a": Self.unit("310000001", [Self.role("DAGL", person("21909000001"))]),
      "b": "[\(Self.unit("310000002", [Self.role("DAGL", person("21909000001"))])),"
        + "\(Self.unit("310000003", [Self.role("DAGL", person("21909000002"))]))]",
    ])
    #expect(
      loaded.facts("er.person_role") == [
        "310000001 | DAGL | person 1 | national | active | alive",
        "310000002 | DAGL | person 1 | national | active | alive",
        "310000003 | DAGL | person 2 | national | active | alive",
      ])
  }

  @Test func guardiansAndAgentsAreKept() throws {
    let guardian = "{\"navn\":{\"fornavn\":\"Vera\",\"etternavn\":\"Verge\"},\"fodselsdato\":\"1960-05-05\"}"
    let holder =
      "\"person\":{\"fodselsdato\":\"1990-10-21\",\"navn\":{\"fornavn\":\"A\",\"etternavn\":\"B\"},\"erDoed\":false,"
      + "\"verge\":\(guardian)}"
    let loaded = try LoadingFolder.load([
      "a": Self.unit(
        "310000001", [Self.role("INNH", holder, ",\"fratraadt\":false,\"fullmektige\":[{\"person\":\(guardian)}]")])
    ])
    let vera = AssumedPerson.identity(name: "Vera Verge", birth: "1960-05-05")!.text
    let held = AssumedPerson.identity(name: "A B", birth: "1990-10-21")!.text
    #expect(
      loaded.facts("er.representative") == [
        "310000001 | INNH | \(held) | \(vera) | agent", "310000001 | INNH | \(held) | \(vera) | guardian",
      ])
  }

  @Test func unitsSubUnitsAndSearches() throws {
    let unit = #"{"organisasjonsnummer":"310000001","navn":"A","organisasjonsform":{"kode":"AS"}}"#
    let sub =
      #"{"organisasjonsnummer":"310000004","navn":"B","organisasjonsform":{"kode":"BEDR"},"overordnetEnhet":"310000001","slettedato":"2020-01-01"}"#
    let search = #"{"_embedded":{"underenheter":[\#(sub)]},"_links":{},"page":{"size":20,"totalElements":2}}"#
    let loaded = try LoadingFolder.load(["u.json": unit, "s.json": search])
    #expect(loaded.facts("er.unit") == ["310000001", "310000004"])
    #expect(loaded.facts("er.unit?form") == ["310000001 | AS", "310000004 | BEDR"])
    #expect(loaded.facts("er.unit?parent") == ["310000004 | 310000001"])
    #expect(loaded.facts("er.deleted") == ["310000004 | 2020-01-01 | 2022-01-01"])
    #expect(loaded.holes("er.unit") == ["* (page)"])
  }

  @Test func identityNumbersReachNoFact() throws {
    let text = Self.unit(
      "310000001",
      [
        Self.role("DAGL", Self.person("Kari", "Testesen", "1980-02-03")),
        Self.role("REVI", "\"enhet\":{\"organisasjonsnummer\":\"310000002\",\"navn\":\"X\",\"erSlettet\":true}"),
      ], links: ",\"_links\":{\"self\":{\"href\":\"x\"}}")
    for changed in AltinnDocumentTests.withCanary(text) {
      AltinnDocumentTests.expectNoCanary(in: try LoadingFolder.load(["a": changed], as: ["a=er.roles"]))
      AltinnDocumentTests.expectNoCanary(in: try LoadingFolder.load(["a": "[\(changed)]"], as: ["a=er.roles"]))
    }
    let unit =
      #"{"organisasjonsnummer":"310000004","navn":"B","organisasjonsform":{"kode":"BEDR","beskrivelse":"x"},"overordnetEnhet":"310000001","slettedato":"2020-01-01"}"#
    for changed in AltinnDocumentTests.withCanary(unit) {
      AltinnDocumentTests.expectNoCanary(in: try LoadingFolder.load(["a": changed], as: ["a=er.units"]))
    }
  }
}
