import FactStore
import ImportCore
import Localization

/// One user of the table behind the Kitos pages.
struct KitosTableUser: Sendable, ReadRecord {
  var place: Place
  var user: FactWriter.Cell
  var email: FactWriter.Cell
  var name: FactWriter.Cell
  var apiAccess: FactWriter.Cell
  var stakeholder: FactWriter.Cell
  var isGlobalAdministrator: FactWriter.Cell
  var isSystemIntegrator: FactWriter.Cell
  var isDeleted: FactWriter.Cell
  /// What `Deleted` says by itself, also beside a day that cannot be read.
  var flaggedDeleted: Bool?
  /// `nil` where the document has no such field: those made before June 2026 have none.
  var lastLogin: FactWriter.Cell?
  /// `nil` where the query did not ask for them.
  var organisationRoles: [OrganisationRole]?
  /// Rights on objects, by their kind; a kind is missing where the query did not ask for it.
  var rights: [(kind: RightsKind, list: [Right]?)] = []
  var problems: [SourceReport.Problem] = []

  struct OrganisationRole: Sendable {
    var place: Place
    var role: FactWriter.Cell
    var grantor: Grantor
  }

  struct Right: Sendable {
    var place: Place
    var object: FactWriter.Cell
    var role: FactWriter.Cell
    var roleName: FactWriter.Cell
    var write: FactWriter.Cell
    var grantor: Grantor
  }

  /// Who created a right: a number of Kitos, which other records of the document may explain.
  enum Grantor: Sendable {
    case number(Int64)
    case unknown(Phrase)
  }

  /// The four lists of rights on objects.
  enum RightsKind: CaseIterable, Sendable {
    case units, usages, contracts, dataProcessing

    var key: String {
      switch self {
      case .units: "OrganizationUnitRights"
      case .usages: "ItSystemRights"
      case .contracts: "ItContractRights"
      case .dataProcessing: "DataProcessingRegistrationRights"
      }
    }

    var roleRelation: String {
      switch self {
      case .units: "kitos.unit_role"
      case .usages: "kitos.usage_role"
      case .contracts: "kitos.contract_role"
      case .dataProcessing: "kitos.data_processing_role"
      }
    }

    /// The kind of the objects; none for units, of which the pages have no overview with roles.
    var objects: KitosKind? {
      switch self {
      case .units: nil
      case .usages: .usages
      case .contracts: .contracts
      case .dataProcessing: .dataProcessing
      }
    }

    var roleTypeRelation: String { roleRelation + "_type" }
  }
}
