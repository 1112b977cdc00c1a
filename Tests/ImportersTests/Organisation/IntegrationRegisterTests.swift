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
    ("2001:db8::g", "name", nil), ("1:2:3", "name", nil), ("", "name", nil), ("any", "name", nil), ("*", "name", nil),
  ]

  @Test(arguments: networks.indices) func anEntryReaches(_ index: Int) {
    let item = Self.networks[index]
    let network = Network(item.text)
    #expect(network.reach == item.reach && network.range == item.range, "\(item.text)")
  }
}
