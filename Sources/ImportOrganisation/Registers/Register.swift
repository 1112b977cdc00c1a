import FactStore
import ImportCore
import Localization

/// A register that the organisation keeps itself, as CSV or as YAML.
enum Register: String, CaseIterable, Sendable {
  case mailboxes = "organisation.mailbox-register"
  case approvals = "organisation.approvals"
  case integrations = "organisation.integrations"
  case endpoints = "organisation.integration-endpoints"
  case addresses = "organisation.integration-addresses"
  case steps = "organisation.integration-steps"
  case dataClasses = "organisation.data-classes"
  case duties = "organisation.duties"
  case conflicts = "organisation.conflicts"

  /// Those of how systems are connected and of duties, whose columns say how they are read; `nil` for the others.
  var integration: IntegrationRegister? {
    switch self {
    case .mailboxes, .approvals: nil
    case .integrations: .integrations
    case .endpoints: .endpoints
    case .addresses: .addresses
    case .steps: .steps
    case .dataClasses: .dataClasses
    case .duties: .duties
    case .conflicts: .conflicts
    }
  }

  /// The columns of the CSV, which are the keys of the YAML.
  var columns: [String] {
    switch self {
    case .mailboxes: ["email", "type", "owner", "deputy", "purpose", "mail_tested_at"]
    case .approvals:
      ["system", "subject", "what", "requested_by", "copied_to", "approved_by", "date", "reference"]
    default: integration!.columns.map(\.name)
    }
  }

  /// Columns without which a row says nothing.
  var required: [String] {
    switch self {
    case .mailboxes: ["email"]
    case .approvals: ["system", "subject", "what"]
    default: integration!.required
    }
  }

  /// The key that the list stands under in YAML.
  var yamlKey: String { integration?.yamlKey ?? (self == .mailboxes ? "mailboxes" : "approvals") }

  var schemas: [RelationSchema] {
    integration?.schemas ?? (self == .mailboxes ? RegisterSchemas.mailboxes : RegisterSchemas.approvals)
  }

  /// What its rows are called.
  var noun: Phrase { integration?.noun ?? (self == .mailboxes ? Phrase("mailboxes") : Phrase("approvals")) }

  /// Whether two rows of one key contradict each other.
  var isKeyed: Bool { integration?.isKeyed ?? true }

  /// Whether a table with these columns, in lower case, is this register.
  func fits(_ names: Set<String>) -> Bool {
    switch self {
    case .mailboxes:
      names.contains("email") && !names.contains("id")
        && names.intersection(["owner", "deputy", "purpose", "mail_tested_at"]).count >= 2
    case .approvals:
      names.contains("what") && names.intersection(["system", "subject", "requested_by", "approved_by"]).count >= 2
    default: integration!.fits(names)
    }
  }
}
