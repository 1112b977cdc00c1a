import FactStore
import Localization

/// A register of how systems are connected, or of duties, which the organisation keeps: what tells it, and what it fills.
package struct IntegrationRegister: Sendable {
  /// The relation of its rows.
  let relation: String
  package let file: String
  /// The key that the list stands under in YAML.
  let yamlKey: String
  let doc: String
  let obtain: Phrase
  let columns: [RegisterColumn]
  /// Columns that name a row: two rows that agree in them are two rows, but for a register of integrations, in which they
  /// contradict each other.
  let identity: [String]
  let isKeyed: Bool
  /// What one row is called, in the plural.
  let noun: Phrase
  /// A row as it may look, for who fills in an empty one.
  let example: [String]
  /// What a row is.
  var row = Self.entry

  static let entry = ValueType.entity("integration.entry")
  static let environments = ["lab", "test", "production"]

  package static let all = [integrations, endpoints, addresses, steps, dataClasses, duties, conflicts]

  var required: [String] { columns.filter(\.isRequired).map(\.name) }

  var schema: RelationSchema {
    RelationSchema(
      relation, doc: doc, obtain: obtain,
      columns: [ColumnSchema("entry", row, doc: identity.map { "<\($0)>" }.joined(separator: "/"))]
        + columns.flatMap(\.schemas), key: ["entry"])
  }

  /// The systems that its rows are told of once more.
  var systems: [RegisteredSystem] { relation == Self.integrations.relation ? RegisteredSystem.all : [] }

  var schemas: [RelationSchema] { [schema] + systems.map(\.schema) }

  /// Whether a table with these titles, in lower case, is this register: it has what each row must say. What other columns hold
  /// puts their rows in doubt.
  func fits(_ names: Set<String>) -> Bool { names.isSuperset(of: required) }

  /// Which integration a row of another register is about.
  private static let whose = [
    RegisterColumn("integration", .name, required: true, "whose it is"),
    RegisterColumn("environment", .word(environments), required: true, "where"),
  ]

  static let integrations = IntegrationRegister(
    relation: "integration.registered", file: "integrations.csv", yamlKey: "integrations",
    doc: "A connection between two systems in one environment, as the organisation has it on file.",
    obtain: """
      `integrations.csv`, one row for each integration and environment, or the same as YAML; whoever answers for the \
      integrations keeps it, and `tilsyn init` writes an empty one
      """,
    columns: [
      RegisterColumn("integration", .name, required: true, "what the organisation calls it"),
      RegisterColumn("system", .name, required: true, "the system at the other end: ks-laering, dfo and so on"),
      RegisterColumn("environment", .word(environments), required: true, "where it runs"),
      RegisterColumn("owner", .party, "who answers for it"),
      RegisterColumn("owner_since", .day, "since when"),
      RegisterColumn("deputy", .party, "who stands in for the owner"),
      RegisterColumn("requested_by", .party, "who asked for it"),
      RegisterColumn("requested_on", .day, "when"),
      RegisterColumn("case_reference", .text, "the case in which all is written"),
      RegisterColumn(
        "auth", .word(["basic", "api-key", "oauth2", "client-certificate", "none", "other"]),
        "how the other end logs in"),
      RegisterColumn("user_name", .text, "with which user"),
      RegisterColumn("gateway_api", .text, "the API of the gateway that it goes through"),
      RegisterColumn("client_id", .text, "with which client"),
      RegisterColumn("ends", .day, "its last day"),
      RegisterColumn("review_by", .day, "when somebody looks whether it is still needed"),
      RegisterColumn(
        "secret_handed_over_by", .word(["portal", "phone", "sms", "in-person", "e-mail", "unknown"]),
        "how the password or key got to the other end"),
      RegisterColumn("purpose", .text, "what it is for"),
      RegisterColumn("test_client", .flag, "whether it is a client of one's own for trying things out"),
    ], identity: ["integration", "environment"], isKeyed: true, noun: Phrase("integrations"),
    example: [
      "ks-hr", "ks-laering", "production", "kari@kommune.example", "2024-01-15", "ola@kommune.example",
      "kari@kommune.example", "2023-11-01", "2023/101", "basic", "ks-hr-prod", "", "", "", "2027-01-15", "phone",
      "people and positions for KS Læring", "no",
    ])

  static let endpoints = IntegrationRegister(
    relation: "integration.endpoint", file: "integration-endpoints.csv", yamlKey: "integration-endpoints",
    doc: "An address at which one end of an integration answers.",
    obtain: """
      `integration-endpoints.csv` with `integration,environment,kind,url,delivered_on,delivered_in`, or the same as YAML; \
      whoever answers for the integrations keeps it
      """,
    columns: whose + [
      RegisterColumn(
        "kind",
        .word(["authority", "organisation", "person", "employee_position", "employee_taxonomy", "venue", "other"]),
        required: true, "what is asked there"),
      RegisterColumn("url", .url, required: true, "the address, with its scheme; who logs in is not kept"),
      RegisterColumn("delivered_on", .day, "when the other end was told"),
      RegisterColumn("delivered_in", .word(["case", "e-mail", "other"]), "in what"),
    ], identity: ["integration", "environment", "kind"], isKeyed: false, noun: Phrase("endpoints"),
    example: ["ks-hr", "production", "person", "https://hr.kommune.example/v3/person", "2023-12-01", "case"])

  static let addresses = IntegrationRegister(
    relation: "integration.allowed", file: "integration-addresses.csv", yamlKey: "integration-addresses",
    doc: "Who may connect to an integration from where: an entry of its list of allowed addresses.",
    obtain: """
      `integration-addresses.csv` with `integration,environment,address,belongs_to,purpose`, or the same as YAML; whoever \
      runs the firewall copies its list
      """,
    columns: whose + [
      RegisterColumn("address", .network, required: true, "an address or a prefix, as `18.185.188.40` or `10.0.0.0/8`"),
      RegisterColumn("belongs_to", .text, "who connects from there"),
      RegisterColumn("purpose", .text, "what for"),
    ], identity: ["integration", "environment", "address"], isKeyed: false, noun: Phrase("allowed addresses"),
    example: ["ks-hr", "production", "192.0.2.10", "KS", "fetches people and positions"])

  static let steps = IntegrationRegister(
    relation: "integration.step", file: "integration-steps.csv", yamlKey: "integration-steps",
    doc: "A step on the way to an integration that was taken, with who confirmed it.",
    obtain: """
      `integration-steps.csv` with `integration,environment,step,date,confirmed_by,party,reference`, or the same as YAML; \
      whoever leads the work keeps it
      """,
    columns: whose + [
      RegisterColumn(
        "step",
        .word([
          "case-opened", "documentation-received", "addresses-allowed", "endpoints-tested", "structure-loaded",
          "structure-confirmed", "persons-loaded", "persons-confirmed", "cleared", "in-production", "key-requested",
          "key-installed", "verified",
        ]), required: true, "what was done"),
      RegisterColumn("date", .day, "when"),
      RegisterColumn("confirmed_by", .party, "who says so"),
      RegisterColumn("party", .word(["customer", "ks", "dfo", "supplier"]), "for whom"),
      RegisterColumn(
        "reference", .reference, "where that is written; of `verified` the address that was called, without its keys"),
    ], identity: ["integration", "environment", "step"], isKeyed: false, noun: Phrase("steps"),
    example: ["ks-hr", "lab", "structure-confirmed", "2024-01-08", "kari@kommune.example", "customer", "2023/101-7"])

  static let dataClasses = IntegrationRegister(
    relation: "integration.data_class", file: "data-classes.csv", yamlKey: "data-classes",
    doc: "How sensitive the data are that a plan of an API opens.",
    obtain: """
      `data-classes.csv` with `api,plan,class,reference`, or the same as YAML; whoever answers for the data keeps it
      """,
    columns: [
      RegisterColumn("api", .text, required: true, "the API, as the gateway calls it"),
      RegisterColumn("plan", .text, required: true, "the plan, as the gateway calls it"),
      RegisterColumn("class", .word(["open", "limited", "personal", "confidential"]), required: true, "how sensitive"),
      RegisterColumn("reference", .text, "where that was decided"),
    ], identity: ["api", "plan"], isKeyed: true, noun: Phrase("data classes"),
    example: ["Lønnssystem", "Ansatte, lese", "personal", "2023/55"])

  /// A form: the titles, and an example that counts as none.
  package var form: String {
    columns.map(\.name).joined(separator: ";") + "\r\n# " + example.joined(separator: ";") + "\r\n"
  }
}
