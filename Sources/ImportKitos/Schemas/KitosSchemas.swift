import FactStore
import ImportCore
import Localization

/// The source relations that documents of Kitos fill. There is one for each thing that a kind of document can leave out.
enum KitosSchemas {
  static let all: [RelationSchema] = users + roles + objects + grants + documents

  static let user = ValueType.entity("kitos.user")
  static let organisation = ValueType.entity("kitos.organisation")
  static let objectEntity = ValueType.entity("kitos.object")
  static let roleEntity = ValueType.entity("kitos.role")
  static let document = ValueType.entity("kitos.document")

  /// Administrator roles within an organisation, as Kitos writes them. Their numbers differ between documents, so only
  /// the names count. A global administrator is one everywhere, and has a relation of its own.
  static let organisationRoles = [
    "User", "LocalAdmin", "OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin", "RightsHolderAccess",
  ]

  /// The role that some documents list among those of an organisation although it holds everywhere.
  static let globalAdministrator = "GlobalAdmin"

  static let obtainUserList: Phrase = """
    the user list of the organisation: `GET /api/v2/organizations/{organisation}/users?page=0`, then `page=1` and so \
    on until a page holds fewer than 250 users; any user of the organisation with API access can read it, a read-only \
    API user is enough; save each answer unchanged and name the organisation in `tilsyn.yaml`. Or the user table of \
    the Kitos pages (Organisation, Brugere, Eksporter, alle kolonner), which any user of the pages can make
    """

  static let obtainUserTable: Phrase = """
    the user table behind the Kitos pages (OData): open Organisation, Brugere in a browser, and save the answer of the \
    request `odata/GetUsersByUuid` from the browser's network tools; any user of the pages can do it, an API user \
    cannot
    """

  static func endpoint(_ kind: KitosKind) -> String {
    switch kind {
    case .usages: "/api/v2/it-system-usages"
    case .contracts: "/api/v2/it-contracts"
    case .dataProcessing: "/api/v2/data-processing-registrations"
    case .usageRoleTypes: "/api/v2/it-system-usage-role-types"
    case .contractRoleTypes: "/api/v2/it-contract-role-types"
    case .dataProcessingRoleTypes: "/api/v2/data-processing-registration-role-types"
    case .unitRoleTypes: "/api/v2/organization-unit-role-types"
    case .users: "/api/v2/organizations/{organisation}/users"
    default: preconditionFailure("\(kind) is no list that these schemas name")
    }
  }

  static func obtainObjects(_ kind: KitosKind) -> Phrase {
    """
    all \(kind.noun.many) of the organisation: `GET \(endpoint(kind))?organizationUuid={organisation}&page=0`, then \
    `page=1` and so on until a page holds fewer than 250; a read-only API user of the organisation can read it; save \
    each answer unchanged
    """
  }
}
