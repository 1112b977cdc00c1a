import FactStore
import ImportCore

/// A register that the organisation keeps itself, as CSV or as YAML.
enum Register: String, CaseIterable, Sendable {
  case mailboxes = "organisation.mailbox-register"
  case approvals = "organisation.approvals"

  /// The columns of the CSV, which are the keys of the YAML.
  var columns: [String] {
    switch self {
    case .mailboxes: ["email", "type", "owner", "deputy", "purpose", "mail_tested_at"]
    case .approvals:
      ["system", "subject", "what", "requested_by", "copied_to", "approved_by", "date", "reference"]
    }
  }

  /// Columns without which a row says nothing.
  var required: [String] {
    switch self {
    case .mailboxes: ["email"]
    case .approvals: ["system", "subject", "what"]
    }
  }

  /// The key that the list stands under in YAML.
  var yamlKey: String { self == .mailboxes ? "mailboxes" : "approvals" }

  var schemas: [RelationSchema] { self == .mailboxes ? RegisterSchemas.mailboxes : RegisterSchemas.approvals }

  /// Whether a table with these columns, in lower case, is this register.
  func fits(_ names: Set<String>) -> Bool {
    switch self {
    case .mailboxes:
      names.contains("email") && !names.contains("id")
        && names.intersection(["owner", "deputy", "purpose", "mail_tested_at"]).count >= 2
    case .approvals:
      names.contains("what") && names.intersection(["system", "subject", "requested_by", "approved_by"]).count >= 2
    }
  }
}
