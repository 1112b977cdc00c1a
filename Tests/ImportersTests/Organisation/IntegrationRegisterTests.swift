import FactStore
import Testing

@testable import ImportCore
@testable import ImportOrganisation

/// The registers of how systems are connected.
struct IntegrationRegisterTests {
  private static func text(_ register: IntegrationRegister, _ rows: [[String: String]]) -> String {
    let titles = register.columns.map(\.name)
    return ([titles] + rows.map { row in titles.map { row[$0] ?? "" } })
      .map { $0.joined(separator: ";") + "\r\n" }.joined()
  }

  private static let required: [String: [String: String]] = [
    "integrations.csv": ["integration": "KS-HR", "system": "KS-Laering", "environment": "production"],
    "integration-endpoints.csv": [
      "integration": "ks-hr", "environment": "lab", "kind": "person", "url": "https://hr.kommune.example/v3/person",
    ],
    "integration-addresses.csv": ["integration": "ks-hr", "environment": "lab", "address": "192.0.2.10"],
    "integration-steps.csv": ["integration": "ks-hr", "environment": "lab", "step": "persons-loaded"],
    "data-classes.csv": ["api": "Lønnssystem", "plan": "Ansatte, lese", "class": "personal"],
    "duties.csv": ["duty": "Authorises", "system": "dfo", "what": "A290", "place": "*"],
    "conflicts.csv": ["first": "asks", "second": "approves", "scope": "same-object", "level": "watch"],
  ]

  @Test(arguments: IntegrationRegister.all.indices)
  func aRowNeedsNoMoreThanItsName(_ index: Int) throws {
    let register = IntegrationRegister.all[index]
    let loaded = try LoadingFolder.load([register.file: Self.text(register, [Self.required[register.file]!])])
    #expect(loaded.facts(register.relation).count == 1)
    #expect(loaded.holes(register.relation).isEmpty)
    for column in register.schema.columns where column.isOptional {
      #expect(
        loaded.holes("\(register.relation)?\(column.name)").isEmpty, "an empty cell of \(column.name) is not said")
    }
    #expect(loaded.isComplete)
  }

  /// What every empty register comes with says nothing, and neither does a register without a row.
  @Test(arguments: IntegrationRegister.all.indices)
  func aFormIsNoRegister(_ index: Int) throws {
    let register = IntegrationRegister.all[index]
    for text in [register.form, String(register.form.prefix { $0 != "#" })] {
      let loaded = try LoadingFolder.load([register.file: text])
      #expect(loaded.facts(register.relation).isEmpty)
      #expect(loaded.store[register.relation]?.completeness == .absent)
    }
    #expect(register.example.count == register.columns.count)
    // The example is one that could be read.
    let filled = try LoadingFolder.load([register.file: register.form.replacing("# ", with: "")])
    #expect(filled.facts(register.relation).count == 1 && filled.isComplete)
  }

  @Test func readsAnIntegration() throws {
    let row = [
      "integration": "ks-hr", "system": "ks-laering", "environment": "production", "owner": "Kari@kommune.example",
      "deputy": "Ola Testesen", "auth": "basic", "ends": "2027-01-31", "test_client": "no", "user_name": "ks-hr-prod",
    ]
    let loaded = try LoadingFolder.load(["i.csv": Self.text(.integrations, [row])])
    let relation = "integration.registered"
    #expect(loaded.facts(relation) == ["ks-hr/production | ks-hr | ks-laering | production"])
    for (column, value) in [
      ("owner", "kari@kommune.example"), ("owner_email", "kari@kommune.example"), ("deputy", "ola testesen"),
      ("auth", "basic"), ("ends", "2027-01-31"), ("test_client", "false"), ("user_name", "ks-hr-prod"),
    ] {
      #expect(loaded.facts("\(relation)?\(column)") == ["ks-hr/production | \(value)"], "\(column)")
    }
    for column in ["deputy_email", "review_by", "case_reference"] {
      #expect(loaded.facts("\(relation)?\(column)").isEmpty, "\(column)")
    }
  }

  /// What is none of the words or no day is not known, and is told of with its line.
  @Test(arguments: [
    ("auth", "ldap"), ("environment", "prod"), ("ends", "soon"), ("test_client", "maybe"),
    ("secret_handed_over_by", "pigeon"),
  ])
  func aWrongCellIsNotKnown(_ column: String, _ value: String) throws {
    var row = Self.required["integrations.csv"]!
    row[column] = value
    let loaded = try LoadingFolder.load(["integrations.csv": Self.text(.integrations, [row])])
    let report = loaded.file("integrations.csv")
    #expect(report.problems.map(\.line) == [2])
    let facet = column == "environment" ? "integration.registered" : "integration.registered?\(column)"
    #expect(!loaded.holes(facet).isEmpty)
  }

  @Test func twoRowsOfOneIntegrationContradict() throws {
    let row = Self.required["integrations.csv"]!
    let rows = [row.merging(["auth": "basic"]) { $1 }, row.merging(["auth": "none"]) { $1 }]
    let loaded = try LoadingFolder.load(["integrations.csv": Self.text(.integrations, rows)])
    #expect(loaded.facts("integration.registered?auth").isEmpty)
    #expect(!loaded.holes("integration.registered?auth").isEmpty)
  }

  @Test func twoStepsAreTwo() throws {
    let row = Self.required["integration-steps.csv"]!
    let loaded = try LoadingFolder.load(["s.csv": Self.text(.steps, [row, row])])
    #expect(loaded.facts("integration.step").count == 2)
  }

  @Test func readsYAML() throws {
    let loaded = try LoadingFolder.load([
      "steps.yaml": """
      integration-steps:
        - integration: ks-hr
          environment: lab
          step: persons-confirmed
          date: 2026-03-05
          party: customer
      """
    ])
    #expect(loaded.facts("integration.step?party") == ["ks-hr/lab/persons-confirmed | customer"])
  }

  static let networks: [(text: String, reach: String, range: ClosedRange<Int64>?)] = [
    ("192.0.2.10", "one", 3_221_225_994...3_221_225_994), ("192.0.2.10/32", "one", 3_221_225_994...3_221_225_994),
    ("192.0.2.0/24", "many", 3_221_225_984...3_221_226_239), ("192.0.2.77/24", "many", 3_221_225_984...3_221_226_239),
    ("0.0.0.0/0", "all", 0...4_294_967_295), ("10.0.0.0/8", "many", 167_772_160...184_549_375),
    ("2001:db8::1", "one", nil), ("2001:db8::/32", "many", nil), ("::/0", "all", nil), ("::1/128", "one", nil),
    ("2001:db8:0:0:0:0:0:1", "one", nil),
    ("jump.ks.example", "name", nil), ("192.0.2", "name", nil), ("192.0.2.256", "name", nil),
    ("192.0.02.1", "name", nil),
    ("192.0.2.1/33", "name", nil), ("192.0.2.1/", "name", nil), ("192.0.2.1/a", "name", nil),
    ("192.0.2.1-9", "name", nil),
    ("0.0.0.0", "name", nil), ("0.0.0.0/32", "name", nil), ("::", "name", nil),
    ("0.0.0.0/1", "many", 0...2_147_483_647),
    ("2001:db8::g", "name", nil), ("1:2:3", "name", nil), ("", "name", nil), ("any", "name", nil), ("*", "name", nil),
  ]

  @Test(arguments: networks.indices) func anEntryReaches(_ index: Int) {
    let item = Self.networks[index]
    let network = Network(item.text)
    #expect(network.reach == item.reach && network.range == item.range, "\(item.text)")
  }

  /// What is written, what is kept of it as an address, and what as a text.
  static let addresses: [(written: String, kept: String, asText: String)] = [
    (
      "https://hr.kommune.example/v3/person", "https://hr.kommune.example/v3/person",
      "https://hr.kommune.example/v3/person"
    ),
    ("https://u:geheim@hr.example/v3", "https://hr.example/v3", "https://hr.example/v3"),
    ("https://u:ge@heim@hr.example/v3", "https://hr.example/v3", "https://hr.example/v3"),
    ("HTTPS://geheim@hr.example", "HTTPS://hr.example", "HTTPS://hr.example"),
    ("u:geheim@hr.example/v3", "hr.example/v3", "u:geheim@hr.example/v3"),
    ("https://hr.example/v3?token=geheim", "https://hr.example/v3", "https://hr.example/v3?token=geheim"),
    ("https://hr.example/v3#geheim", "https://hr.example/v3", "https://hr.example/v3#geheim"),
    ("https://hr.example?x=u@geheim", "https://hr.example", "https://hr.example?x=u@geheim"),
    (
      "see https://a:geheim@b.example and http://c:geheim@d.example/x", "see https://b.example and http://d.example/x",
      "see https://b.example and http://d.example/x"
    ),
    ("https://a:geheim@b.example\\c@d", "https://b.example\\c@d", "https://b.example\\c@d"),
    ("kari@kommune.example, sak 12", "kommune.example, sak 12", "kari@kommune.example, sak 12"), ("", "", ""),
  ]

  @Test(arguments: addresses.indices) func anAddressIsKeptWithoutItsSecrets(_ index: Int) {
    let item = Self.addresses[index]
    for (isWhole, kept) in [(true, item.kept), (false, item.asText)] {
      let address = EndpointAddress(item.written, isWhole: isWhole)
      #expect(address.kept == kept && address.isCut == (kept != item.written), "\(item.written)")
    }
  }

  /// A password in an address reaches no fact and no report, whichever column it stands in, and its line is told.
  @Test(arguments: IntegrationRegister.all.indices)
  func aPasswordInAnAddressIsDropped(_ index: Int) throws {
    let register = IntegrationRegister.all[index]
    for column in register.columns {
      var row = Self.required[register.file]!
      row[column.name] = "https://kslint:geheim@hr.kommune.example/v3"
      let loaded = try LoadingFolder.load([register.file: Self.text(register, [row])])
      let report = loaded.file(register.file)
      #expect(!report.problems.isEmpty && report.problems.allSatisfy { $0.line == 2 }, "\(column.name)")
      var said: [String] = report.problems.map { "\($0.message)" } + report.notes.map { "\($0)" }
      for schema in loaded.store.schemas.schemas {
        said += loaded.facts(schema.name)
        for facet in schema.columns where facet.isOptional { said += loaded.facts("\(schema.name)?\(facet.name)") }
      }
      #expect(!said.contains { $0.contains("geheim") }, "\(column.name)")
      switch column.form {
      case .text, .url, .reference, .name, .network:
        #expect(said.contains { $0.contains("https://hr.kommune.example/v3") }, "\(column.name)")
      case .word, .day, .flag, .party: break
      }
    }
  }

  /// Names of a system, and whether KS Læring is meant.
  @Test(arguments: [
    ("ks-laering", true), ("KS Læring", true), ("kslæring HR", true), ("KS-LÆRING", true), ("dfo", false),
    ("ks", false),
    ("læring", false), ("xks-laering", false),
  ])
  func aSystemIsToldByItsName(_ name: String, _ isMeant: Bool) throws {
    let row = Self.required["integrations.csv"]!.merging(["system": name]) { $1 }
    let loaded = try LoadingFolder.load(["integrations.csv": Self.text(.integrations, [row])])
    #expect(loaded.facts("ks.registered") == (isMeant ? ["ks-hr/production"] : []))
    #expect(loaded.holes("ks.registered").isEmpty)
  }

  @Test func aRowWithoutASystemMayBeOfAny() throws {
    let row = Self.required["integrations.csv"]!.merging(["system": ""]) { $1 }
    let loaded = try LoadingFolder.load(["integrations.csv": Self.text(.integrations, [row])])
    #expect(loaded.facts("ks.registered").isEmpty && !loaded.holes("ks.registered").isEmpty)
  }

  /// A column more makes no other document of it: a row with something there is in doubt.
  @Test func aColumnMoreIsNamed() throws {
    let text = "integration;environment;address;opphørt\r\nks-hr;lab;192.0.2.10;\r\nks-hr;lab;192.0.2.11;ja\r\n"
    let loaded = try LoadingFolder.load(["integration-addresses.csv": text])
    #expect(loaded.facts("integration.allowed?first").count == 1)
    #expect(!loaded.holes("integration.allowed?first").isEmpty)
    #expect(loaded.file("integration-addresses.csv").kind == "organisation.integration-addresses")
  }

  /// A remark is one by its first cell alone, and is told of.
  @Test func onlyTheFirstCellMakesARemark() throws {
    let text =
      "integration;environment;address\r\n# ks-hr;lab;192.0.2.10\r\n;lab;#192.0.2.11\r\nks-hr;lab;192.0.2.12\r\n"
    let loaded = try LoadingFolder.load(["integration-addresses.csv": text])
    let report = loaded.file("integration-addresses.csv")
    #expect(report.records == 2 && report.problems.map(\.line) == [3])
    #expect(report.notes.contains { "\($0)".contains("1 row begins with `#`") })
  }
}
