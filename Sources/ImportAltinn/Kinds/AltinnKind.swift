import FactStore
import ImportCore

/// A JSON document of Altinn whose records are used.
public enum AltinnKind: String, CaseIterable, Sendable {
  // Metadata, which anybody can read.
  case packages = "altinn.access-packages"
  case roles = "altinn.roles"
  case rolePackages = "altinn.role-packages"
  case roleMap = "altinn.role-map"
  case legacyRoles = "altinn.legacy-roles"
  case resources = "altinn.resources"
  // Who may act for whom.
  case packagePermissions = "altinn.package-permissions"
  case resourcePermissions = "altinn.resource-permissions"
  case instancePermissions = "altinn.instance-permissions"
  case rolePermissions = "altinn.role-permissions"
  case connections = "altinn.connections"
  case roleAssignments = "altinn.role-assignments"
  case delegationChanges = "altinn.delegation-changes"
  case rightsDelegations = "altinn.rights-delegations"
  case maskinportenDelegations = "altinn.maskinporten-delegations"
  case schemaDelegations = "altinn.maskinporten-schema-delegations"
  case authorisedParties = "altinn.authorised-parties"
  case parties = "altinn.parties"
  case requests = "altinn.requests"
  // Tables of all rights, from Altinn's own pages.
  case roleOverview = "altinn.role-overview"
  case packageOverview = "altinn.package-overview"
  case resourceOverview = "altinn.resource-overview"
  // Systems and clients.
  case systemUsers = "altinn.system-users"
  case agentClients = "altinn.agent-clients"
  case clients = "altinn.clients"
  case agents = "altinn.agents"
  case myClients = "altinn.my-clients"

  /// The relations that a document of this kind fills.
  var relations: [String] {
    switch self {
    case .packages: ["altinn.package"]
    case .roles: ["altinn.role", "altinn.role_code"]
    case .rolePackages: ["altinn.role_package", "altinn.role_listed"]
    case .roleMap: ["altinn.role_map"]
    case .legacyRoles: ["altinn.legacy_role"]
    case .resources: ["altinn.resource"]
    case .packagePermissions: ["altinn.given_package", "altinn.given_listed", "altinn.shown_package"] + Self.states
    case .resourcePermissions, .instancePermissions: Self.permissions + ["altinn.shown_resource"]
    case .rolePermissions: ["altinn.assignment", "altinn.authorised_role"] + Self.states
    case .connections: ["altinn.assignment"] + Self.states
    case .roleAssignments: ["altinn.assignment"]
    case .delegationChanges: ["altinn.delegation_change", "altinn.delegation_performer"]
    case .rightsDelegations: ["altinn.standing_delegation"]
    case .maskinportenDelegations: ["altinn.maskinporten_delegation"]
    case .schemaDelegations: ["altinn.standing_delegation"]
    case .authorisedParties:
      Self.states + ["altinn.authorised_role", "altinn.authorised_package", "altinn.authorised_resource"]
    case .roleOverview: ["altinn.party", "altinn.authorised_role"]
    case .packageOverview: ["altinn.party", "altinn.authorised_package", "altinn.given_package"]
    case .resourceOverview: ["altinn.party", "altinn.authorised_resource", "altinn.standing_delegation"]
    case .parties: Self.states
    case .requests: ["altinn.request"]
    case .systemUsers: ["altinn.system_user", "altinn.system_user_package", "altinn.system_user_resource"]
    case .agentClients: ["altinn.agent_client"]
    case .clients: ["altinn.client"] + Self.states
    case .agents, .myClients: ["altinn.client_delegation"] + Self.states
    }
  }

  /// What is said of the parties beside.
  static let states = [
    "altinn.party", "altinn.party_form", "altinn.party_state", "altinn.party_deleted", "altinn.party_died",
    "altinn.subunit", "party.ended", "party.ended_on",
  ]
  private static let permissions = ["altinn.standing_delegation"] + states

  /// Whether documents of this kind are tables.
  var isTable: Bool { self == .roleOverview || self == .packageOverview || self == .resourceOverview }

  /// Whether one record by itself is less than the list that the relation stands for.
  var isCatalogue: Bool { self == .packages || self == .roles || self == .legacyRoles || self == .resources }

  /// Lists of metadata are never split; what a caller sees is what the caller asked for.
  var grade: CompletenessGrade {
    switch self {
    case .packages, .roles, .rolePackages, .roleMap, .legacyRoles: .closed
    default: .assumed
    }
  }
}
