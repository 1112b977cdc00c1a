import ImportCore

extension Kitos {
  /// The most particular first: what users across organisations say, those of one say, too.
  static let system = SourceSystem(
    [
      crossOrganisationUsers, rightsHolders, localAdmins, internalUser, users, unitRoles, someObjectRoles, usages,
      dataProcessing, contracts, units, interfaces, systems, localRoleTypes, someRoleTypes, permissions, deletions,
      globalAdmins, systemIntegrators, gridRoles,
    ] + overviews + roleTypes + objectRoles + createPermissions, schemas: KitosSchemas.all)
}
