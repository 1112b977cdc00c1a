import FactStore
import Testing

@testable import ImportCore

/// Employees of DFØ, and each way in which a record says less than it seems to.
struct DFOEmployeesTests {
  private static let columns = [
    "user_name", "dfo_user", "external_id", "group", "subgroup", "start", "end", "position", "placeholder", "unit",
    "legal_unit", "leader", "external_user_name",
  ]

  private func load(_ text: String, as context: String? = nil) throws -> LoadedSources {
    try LoadingFolder(["a.json": text]).load(as: context.map { ["a.json=\($0)"] } ?? [])
  }

  @Test func aListIsRead() throws {
    let loaded = try load(DFOSamples.employees())
    #expect(loaded.files[0].kind == "dfo.employees" && loaded.files[0].used == 2 && loaded.files[0].rejected == 0)
    #expect(loaded.facts("dfo.employee") == ["dfo/5001234", "dfo/5009999"])
    let values = Self.columns.compactMap { loaded.facts("dfo.employee?\($0)").first }
    #expect(
      values == [
        "dfo/5001234 | karite", "dfo/5001234 | 9900karite", "dfo/5001234 | karite@uio.example", "dfo/5001234 | 1",
        "dfo/5001234 | 1",
        "dfo/5001234 | 2019-08-01", "dfo/5001234 | 2026-04-30", "dfo/5001234 | 30000468", "dfo/5001234 | false",
        "dfo/5001234 | 10000048",
        "dfo/5001234 | 999888777", "dfo/5001234 | false", "dfo/5001234 | true",
      ])
    #expect(loaded.facts("dfo.employee_name").first == "dfo/5001234 | Kari Testesen")
    #expect(loaded.facts("dfo.email").first == "dfo/5001234 | kari.testesen@uio.example")
    #expect(loaded.facts("dfo.firm") == ["dfo/5001234 | 9900", "dfo/5009999 | 9900"])
    #expect(loaded.facts("dfo.party").count == 2)
    for relation in ["dfo.employee", "dfo.party", "dfo.email", "dfo.firm", "dfo.extra_position", "dfo.employee_name"] {
      #expect(loaded.holes(relation).isEmpty, "\(relation)")
    }
    #expect(!loaded.text.contains("15818410074") && loaded.files[0].grade == .assumed)
    #expect(loaded.origin("dfo.employee", "dfo/5009999") == "a.json:1 /ansatt/1")
  }

  /// What a field holds, with what its column says then: a fact, `none`, or `?` for what is not known.
  private static let fields: [(key: String, value: String?, column: String, says: String)] = [
    ("sluttdato", #""9999-12-31""#, "end", "none"), ("sluttdato", #""9999-01-01""#, "end", "none"),
    ("sluttdato", #""9998-12-31""#, "end", "?"), ("sluttdato", "null", "end", "?"), ("sluttdato", nil, "end", "?"),
    ("sluttdato", #""""#, "end", "?"), ("sluttdato", "20260430", "end", "?"), ("sluttdato", "{}", "end", "?"),
    ("sluttdato", #""2026-04-30T00:00:00.0000000+00:00""#, "end", "2026-04-30"),
    ("sluttdato", #""2018-01-01""#, "end", "?"), ("sluttdato", #""0000-00-00""#, "end", "?"),
    ("sluttdato", #""2026-04-300""#, "end", "?"), ("startdato", #""9999-12-31""#, "start", "?"),
    ("startdato", "null", "start", "?"), ("stillingId", #""0030000468""#, "position", "30000468"),
    ("stillingId", "99999999", "position", "none"), ("stillingId", "99999999", "placeholder", "true"),
    ("stillingId", #""99999999""#, "placeholder", "true"), ("stillingId", "null", "position", "?"),
    ("stillingId", "null", "placeholder", "?"), ("stillingId", "1.5", "position", "?"),
    ("stillingId", "0", "position", "none"), ("stillingId", "0", "placeholder", "false"),
    ("organisasjonId", #""10000048""#, "unit", "10000048"), ("organisasjonId", #""A1""#, "unit", "?"),
    ("medarbeidergruppe", "8", "group", "8"), ("medarbeidergruppe", #""08""#, "group", "8"),
    ("medarbeidergruppe", #""9 (Ekstern u/utbetaling)""#, "group", "9"), ("medarbeidergruppe", #""x""#, "group", "x"),
    ("medarbeidergruppe", "null", "group", "?"), ("medarbeidergruppe", #""?""#, "group", "?"),
    ("medarbeiderundergruppe", "93", "subgroup", "93"), ("lederflagg", #""true""#, "leader", "true"),
    ("lederflagg", "1", "leader", "?"), ("lederflagg", "null", "leader", "?"), ("lederflagg", nil, "leader", "?"),
    ("eksternbruker", "false", "external_user_name", "false"), ("brukerident", "null", "user_name", "none"),
    ("brukerident", nil, "user_name", "?"), ("brukerident", "[]", "user_name", "?"),
    ("jurBedriftsnummer", "12", "legal_unit", "?"),
  ]

  @Test(arguments: fields.indices) func aFieldSaysWhatItHolds(_ index: Int) throws {
    let field = Self.fields[index]
    let loaded = try load(DFOSamples.employees([field.key: field.value]))
    let relation = "dfo.employee?\(field.column)"
    let facts = loaded.facts(relation).filter { $0.hasPrefix("dfo/5001234 ") }
    let isOpen = loaded.holes(relation).contains { $0.hasPrefix("dfo/5001234 | *") }
    switch field.says {
    case "?": #expect(facts.isEmpty && isOpen)
    case "none": #expect(facts.isEmpty && !isOpen)
    default: #expect(facts == ["dfo/5001234 | \(field.says)"] && !isOpen)
    }
  }

  @Test(arguments: [
    #""15018400100""#, #""15018400200""#, #""00000000000""#, #""23456789""#, "null", #""""#, #""abc""#, "{}",
  ]) func aNumberThatIsNobodysJoinsNobody(_ number: String) throws {
    let loaded = try load(DFOSamples.employees(["fnr": number]))
    #expect(loaded.facts("dfo.party").count == 1)
    #expect(loaded.holes("dfo.party") == ["dfo/5001234 | * (unusable)"])
  }

  @Test func oneNumberIsOnePersonWhoeverEmploysThem() throws {
    let two = DFOSamples.employee("7", ["dfoBrukerident": #""9900k2""#])
    let loaded = try load(#"{"ansatt":[\#(DFOSamples.employee()),\#(two)]}"#)
    let parties = Set(loaded.facts("dfo.party").compactMap { $0.split(separator: "|").last })
    #expect(loaded.facts("dfo.party").count == 2 && parties.count == 1)
  }

  @Test(arguments: ["null", "[]", "[null]"]) func aListOfNothingIsEmpty(_ list: String) throws {
    let loaded = try load(DFOSamples.employees(["tilleggsstilling": list]))
    #expect(loaded.holes("dfo.extra_position").isEmpty && loaded.files[0].rejected == 0)
  }

  private static let post = #"{"stillingId":"30000999","startdato":"2025-01-01","sluttdato":"9999-12-31"}"#

  @Test(arguments: [post, "[\(post)]", "[null,\(post)]"]) func anExtraPositionIsReadAlone(_ list: String) throws {
    let loaded = try load(DFOSamples.employees(["tilleggsstilling": list]))
    let name = "dfo/5001234, position 30000999, from 2025-01-01"
    #expect(loaded.facts("dfo.extra_position") == ["\(name) | dfo/5001234 | 30000999"])
    #expect(loaded.facts("dfo.extra_position?start") == ["\(name) | 2025-01-01"])
    #expect(loaded.facts("dfo.extra_position?end").isEmpty && loaded.holes("dfo.extra_position?end").isEmpty)
  }

  @Test(arguments: [nil, "7", "[7]", #"[{"startdato":"2025-01-01","sluttdato":"9999-12-31"}]"#] as [String?])
  func whatCannotBeReadOfExtraPositionsIsAHole(_ list: String?) throws {
    let loaded = try load(DFOSamples.employees(["tilleggsstilling": list]))
    #expect(!loaded.holes("dfo.extra_position").isEmpty && loaded.facts("dfo.extra_position").isEmpty)
  }

  private static let all = [
    "dfo.employee", "dfo.employee_name", "dfo.email", "dfo.party", "dfo.extra_position", "dfo.firm",
  ]

  @Test(arguments: [
    #"{"ansatt":X}"#, #"{"ansatt":[X]}"#, "X", "[X,7]", #"{"ansatt":[X,7]}"#, #"{"ansatt":[]}"#, #"{"ansatt":null}"#,
    #"{"ansatt":[null]}"#, #"{"ansatt":[X,null]}"#,
  ]) func whatIsNoWholeListLeavesAllOpen(_ shape: String) throws {
    let loaded = try load(shape.replacing("X", with: DFOSamples.employee()))
    #expect(loaded.files[0].kind == "dfo.employees")
    for relation in Self.all { #expect(loaded.holes(relation).contains { $0.hasPrefix("*") }, "\(relation)") }
  }

  @Test func anItemIsContextOfAList() throws {
    let folder = ["a.json": #"{"ansatt":\#(DFOSamples.employee())}"#, "b.json": DFOSamples.employees()]
    let loaded = try LoadingFolder(folder).load(as: [
      "a.json=dfo.employees,organisation=999888777", "b.json=dfo.employees,organisation=999888777",
    ])
    for relation in Self.all { #expect(loaded.holes(relation).isEmpty, "\(relation)") }
  }

  @Test func recordsThatDisagreeLeaveTheColumnOpen() throws {
    let again = DFOSamples.employee("5001234", ["sluttdato": #""9999-12-31""#])
    let loaded = try load(#"{"ansatt":[\#(DFOSamples.employee()),\#(again)]}"#)
    #expect(loaded.holes("dfo.employee?end").contains("dfo/5001234 | * (conflict)"))
  }

  @Test(arguments: [nil, "null", #""abc""#, #""123456789""#, "0", "1.5", "[]"] as [String?])
  func anEmployeeWithoutANumberIsAHole(_ id: String?) throws {
    let loaded = try load(DFOSamples.employees(["id": id]))
    #expect(loaded.files[0].rejected == 1 && loaded.facts("dfo.employee") == ["dfo/5009999"])
    for relation in Self.all where relation != "dfo.extra_position" {
      #expect(loaded.holes(relation).contains { $0.hasPrefix("*") }, "\(relation)")
    }
  }

  @Test func numbersOfTwoFirmsAreTwoPeople() throws {
    let one = DFOSamples.employees()
    let two = one.replacing("9900", with: "9800")
    let loaded = try LoadingFolder(["a.json": one, "b.json": two]).load()
    #expect(loaded.facts("dfo.employee").contains("dfo/5001234 (firm 9900)"))
    #expect(loaded.facts("dfo.employee").count == 4)
    let holders = #"{"stilling":[\#(DFOSamples.position(holders: DFOSamples.holder)),\#(DFOSamples.position(7))]}"#
    let open = try LoadingFolder(["a.json": one, "b.json": two, "c.json": holders]).load()
    #expect(open.facts("dfo.position_holder").isEmpty && !open.holes("dfo.position_holder").isEmpty)
  }

  @Test func aListOfBothIsRead() throws {
    let dump =
      #"{"date":"2026-05-01","employees":[\#(DFOSamples.employee())],"assignments":[\#(DFOSamples.position())]}"#
    let loaded = try load(dump)
    #expect(loaded.files[0].kind == "dfo.dump" && loaded.files[0].used == 2)
    #expect(loaded.facts("dfo.employee") == ["dfo/5001234"] && loaded.facts("dfo.position") == ["30000468"])
    #expect(loaded.holes("dfo.employee").isEmpty && loaded.facts("dfo.document?day").isEmpty)
    for part in [#""employees":[]"#, #""employees":null"#] {
      let open = try load(#"{"date":"2026-05-01",\#(part),"assignments":[\#(DFOSamples.position())]}"#)
      #expect(!open.holes("dfo.employee").isEmpty && !open.holes("dfo.position").isEmpty)
    }
  }
}
