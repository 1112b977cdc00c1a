import ImportCore

extension KitosKind {
  /// `kitos.usage` and so on, for a kind of objects.
  var objectRelation: String? {
    switch self {
    case .usages, .usageOverview: "kitos.usage"
    case .contracts, .contractOverview: "kitos.contract"
    case .dataProcessing, .dataProcessingOverview: "kitos.data_processing"
    case .systems: "kitos.system"
    case .interfaces: "kitos.interface"
    case .units: "kitos.unit"
    default: nil
    }
  }

  /// How objects of the kind hang together, where documents show it.
  var linkRelation: String? { self == .usages || self == .usageOverview ? "kitos.usage_relation" : nil }

  /// `kitos.usage_role` and so on, for a kind of objects or of roles on objects.
  var roleRelation: String? {
    switch self {
    case .usages, .usageRoles, .usageOverview: "kitos.usage_role"
    case .contracts, .contractRoles, .contractOverview: "kitos.contract_role"
    case .dataProcessing, .dataProcessingRoles, .dataProcessingOverview: "kitos.data_processing_role"
    case .unitRoles: "kitos.unit_role"
    default: nil
    }
  }

  /// The kind of the public interface that lists the same objects, for an overview of the pages.
  var publicKind: KitosKind? {
    switch self {
    case .usageOverview: .usages
    case .contractOverview: .contracts
    case .dataProcessingOverview: .dataProcessing
    default: nil
    }
  }

  /// The overview of the pages that lists the same objects.
  var pageKind: KitosKind? { Self.overviewKinds.first { $0.publicKind == self } }

  /// What the address of an overview, and its `@odata.context`, call the table behind it.
  var odataSet: String? {
    switch self {
    case .usageOverview: "ItSystemUsageOverviewReadModels"
    case .contractOverview: "ItContractOverviewReadModels"
    case .dataProcessingOverview: "DataProcessingRegistrationReadModels"
    default: nil
    }
  }

  /// The kind whose list explains the roles of this kind of objects.
  var roleTypes: KitosKind? {
    switch self {
    case .usages: .usageRoleTypes
    case .contracts: .contractRoleTypes
    case .dataProcessing: .dataProcessingRoleTypes
    default: nil
    }
  }

  /// The kind of document that lists the roles on one object of this kind.
  var objectRoles: KitosKind? {
    switch self {
    case .usages: .usageRoles
    case .contracts: .contractRoles
    case .dataProcessing: .dataProcessingRoles
    default: nil
    }
  }

  /// `kitos.usage_role_type` and so on, for a kind of role types.
  var roleTypeRelation: String? {
    switch self {
    case .usageRoleTypes: "kitos.usage_role_type"
    case .contractRoleTypes: "kitos.contract_role_type"
    case .dataProcessingRoleTypes: "kitos.data_processing_role_type"
    case .unitRoleTypes: "kitos.unit_role_type"
    default: nil
    }
  }

  /// What the document asks whether it may be created, as `kitos.create_permission` writes it.
  var createdKind: String? {
    switch self {
    case .usageCreatePermission: "usage"
    case .contractCreatePermission: "contract"
    case .dataProcessingCreatePermission: "data-processing"
    case .systemCreatePermission: "system"
    case .interfaceCreatePermission: "interface"
    default: nil
    }
  }

  /// Every relation that a table of users fills; none for the other kinds, which say it themselves.
  var tableRelations: [String] {
    let users = Kitos.userRelations + ["kitos.user_list"]
    switch self {
    case .userTable:
      return users + [
        "kitos.stakeholder_access", "kitos.last_login", "kitos.login_field", "kitos.deleted_user",
        "kitos.global_administrator", "kitos.system_integrator", "kitos.admin_role_grant", "kitos.local_admin_made_by",
        "kitos.business_role_grant", "kitos.unit_role", "kitos.usage_role", "kitos.contract_role",
        "kitos.data_processing_role",
      ] + Self.roleTypeKinds.compactMap(\.roleTypeRelation)
    case .overview: return users + ["kitos.stakeholder_access", "kitos.last_login", "kitos.login_field"]
    case .roster: return ["kitos.listed_user", "kitos.user_in_dispute"]
    default: return []
    }
  }
}
