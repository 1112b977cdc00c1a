import FactStore
import ImportCore

/// One user as a user list shows it.
struct KitosUser: Sendable, ReadRecord {
  var place: Place
  var user: FactWriter.Cell
  var email: FactWriter.Cell
  var name: FactWriter.Cell
  var apiAccess: FactWriter.Cell
  /// `nil` where the document does not say.
  var stakeholder: FactWriter.Cell?
  var roles: [Role]
  /// Empty for a record that was used whole.
  var problems: [SourceReport.Problem] = []

  struct Role: Sendable {
    var place: Place
    var role: FactWriter.Cell
  }
}

/// One system usage, contract or data-processing registration.
struct KitosObject: Sendable, ReadRecord {
  var place: Place
  var object: FactWriter.Cell
  var name: FactWriter.Cell
  var organisation: FactWriter.Cell
  /// As the record writes it, beside the uuid.
  var organisationName: String?
  var createdBy: FactWriter.Cell
  var modifiedBy: FactWriter.Cell
  var roles: [Assignment]
  /// Relations to other system usages; empty for other kinds.
  var links: [Link] = []
  var problems: [SourceReport.Problem] = []

  struct Link: Sendable {
    var place: Place
    var to: FactWriter.Cell
  }

  struct Assignment: Sendable {
    var place: Place
    var user: FactWriter.Cell
    var role: FactWriter.Cell
  }

  /// The optional columns of the object's relation, in the order of its schema.
  var optionalCells: [FactWriter.Cell] { [name, organisation, createdBy, modifiedBy] }
}

/// One role type.
struct KitosRoleType: Sendable, ReadRecord {
  var place: Place
  var role: FactWriter.Cell
  var name: FactWriter.Cell
  var write: FactWriter.Cell
  var available: FactWriter.Cell
  var problems: [SourceReport.Problem] = []
}
