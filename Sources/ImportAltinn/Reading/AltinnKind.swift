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
}
