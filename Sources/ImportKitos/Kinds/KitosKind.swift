import ImportCore

/// A document of Kitos whose records are used.
public enum KitosKind: String, CaseIterable, Sendable {
  // The public interface, which an API user can read.
  case users = "kitos.api-v2.users"
  case usages = "kitos.api-v2.usages"
  case contracts = "kitos.api-v2.contracts"
  case dataProcessing = "kitos.api-v2.data-processing"
  case systems = "kitos.api-v2.systems"
  case interfaces = "kitos.api-v2.interfaces"
  case units = "kitos.api-v2.units"
  case usageRoleTypes = "kitos.api-v2.usage-role-types"
  case contractRoleTypes = "kitos.api-v2.contract-role-types"
  case dataProcessingRoleTypes = "kitos.api-v2.data-processing-role-types"
  case unitRoleTypes = "kitos.api-v2.unit-role-types"
  case permissions = "kitos.api-v2.permissions"
  case usageCreatePermission = "kitos.api-v2.usage-create-permission"
  case contractCreatePermission = "kitos.api-v2.contract-create-permission"
  case dataProcessingCreatePermission = "kitos.api-v2.data-processing-create-permission"
  case systemCreatePermission = "kitos.api-v2.system-create-permission"
  case interfaceCreatePermission = "kitos.api-v2.interface-create-permission"
  case deletions = "kitos.api-v2.deletions"
  // What a browser session can read.
  case userTable = "kitos.odata.users"
  case usageOverview = "kitos.odata.usages"
  case contractOverview = "kitos.odata.contracts"
  case dataProcessingOverview = "kitos.odata.data-processing"
  case gridRoles = "kitos.internal.grid-roles"
  case internalUser = "kitos.internal.user"
  case usageRoles = "kitos.internal.usage-roles"
  case contractRoles = "kitos.internal.contract-roles"
  case dataProcessingRoles = "kitos.internal.data-processing-roles"
  case unitRoles = "kitos.internal.unit-roles"
  // What the secretariat alone can read.
  case crossOrganisationUsers = "kitos.internal.cross-organisation-users"
  case rightsHolders = "kitos.internal.rights-holders"
  case localAdmins = "kitos.internal.local-admins"
  case globalAdmins = "kitos.internal.global-admins"
  case systemIntegrators = "kitos.internal.system-integrators"
  // What a person exports from the pages.
  case overview = "kitos.ui.users"
  case roster = "kitos.ui.roster"

  /// A role-type list of which nothing says whose roles it lists.
  static let someRoleTypes = "kitos.api-v2.role-types"
  /// The same as the administration pages show it.
  static let localRoleTypes = "kitos.internal.local-role-types"
  /// Roles on one object of which nothing says what it is.
  static let someObjectRoles = "kitos.internal.object-roles"

  /// Kinds of objects that carry roles.
  static let objectKinds: [KitosKind] = [.usages, .contracts, .dataProcessing]
  /// The same as the pages list them.
  static let overviewKinds: [KitosKind] = [.usageOverview, .contractOverview, .dataProcessingOverview]
  /// Kinds of lists of role types.
  static let roleTypeKinds: [KitosKind] = [
    .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes,
  ]

  /// For people: what one record of this kind is.
  var noun: Noun {
    switch self {
    case .users, .userTable, .internalUser, .crossOrganisationUsers, .overview, .roster: Noun("user")
    case .rightsHolders: Noun("rights holder")
    case .localAdmins: Noun("local administrator")
    case .globalAdmins: Noun("global administrator")
    case .systemIntegrators: Noun("system integrator")
    case .usages, .usageOverview: Noun("system usage")
    case .contracts, .contractOverview: Noun("contract")
    case .dataProcessing, .dataProcessingOverview: Noun("data-processing registration")
    case .systems: Noun("it-system")
    case .interfaces: Noun("it-interface")
    case .units: Noun("organisation unit")
    case .usageRoles, .contractRoles, .dataProcessingRoles, .unitRoles: Noun("role assignment")
    case .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes, .gridRoles: Noun("role type")
    case .permissions, .usageCreatePermission, .contractCreatePermission, .dataProcessingCreatePermission,
      .systemCreatePermission, .interfaceCreatePermission:
      Noun("permission")
    case .deletions: Noun("deletion")
    }
  }

  /// Whether the document is a table of rows and columns.
  var isTable: Bool { self == .overview || self == .roster }
}
