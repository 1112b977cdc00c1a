/// A document of Kitos API V2 whose records are used.
public enum KitosKind: String, CaseIterable, Sendable {
  case users = "kitos.api-v2.users"
  case usages = "kitos.api-v2.usages"
  case contracts = "kitos.api-v2.contracts"
  case dataProcessing = "kitos.api-v2.data-processing"
  case usageRoleTypes = "kitos.api-v2.usage-role-types"
  case contractRoleTypes = "kitos.api-v2.contract-role-types"
  case dataProcessingRoleTypes = "kitos.api-v2.data-processing-role-types"
  case unitRoleTypes = "kitos.api-v2.unit-role-types"

  /// A role-type list of which nothing says whose roles it lists.
  static let someRoleTypes = "kitos.api-v2.role-types"

  /// Kinds of objects that carry roles.
  static let objectKinds: [KitosKind] = [.usages, .contracts, .dataProcessing]
  /// Kinds of lists of role types.
  static let roleTypeKinds: [KitosKind] = [
    .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes,
  ]

  /// `kitos.usage` and so on, for a kind of objects.
  var objectRelation: String? {
    switch self {
    case .usages: "kitos.usage"
    case .contracts: "kitos.contract"
    case .dataProcessing: "kitos.data_processing"
    default: nil
    }
  }

  /// `kitos.usage_role` and so on, for a kind of objects.
  var roleRelation: String? { objectRelation.map { $0 + "_role" } }

  /// The kind whose list explains the roles of this kind of objects.
  var roleTypes: KitosKind? {
    switch self {
    case .usages: .usageRoleTypes
    case .contracts: .contractRoleTypes
    case .dataProcessing: .dataProcessingRoleTypes
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

  /// Every relation that a document of this kind feeds.
  var relations: [String] {
    switch self {
    case .users:
      ["kitos.user_list", "kitos.listed_user", "kitos.api_access", "kitos.member", "kitos.organisation_role"]
    default: [objectRelation, roleRelation, roleTypeRelation].compactMap { $0 }
    }
  }

  /// For people: what one record of this kind is.
  var noun: String {
    switch self {
    case .users: "user"
    case .usages: "system usage"
    case .contracts: "contract"
    case .dataProcessing: "data-processing registration"
    default: "role type"
    }
  }
}
