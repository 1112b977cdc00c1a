extension KitosKind {
  /// Whether Kitos splits lists of this kind into pages.
  var isPaged: Bool {
    switch self {
    case .users, .userTable, .usages, .contracts, .dataProcessing, .systems, .interfaces, .units, .deletions: true
    default: false
    }
  }

  /// Whether the organisation that is given for a document is that of everything in it. The secretariat's lists have those
  /// of all organisations, and objects name their own.
  var isOfOneOrganisation: Bool {
    switch self {
    case .users, .internalUser, .userTable, .overview, .roster: true
    default: createdKind != nil
    }
  }

  /// Whether a whole list of this kind can have no records.
  ///
  /// Whoever reads a list of users is in it, or in the one beside it; there is a global administrator, since nobody else
  /// can read who is one; every organisation has a unit at its top, and Kitos has role types, local administrators and a
  /// catalogue. An empty list of these proves nothing. It may end a list of full pages.
  var mayBeEmpty: Bool {
    switch self {
    case .users, .internalUser, .userTable, .overview, .roster, .crossOrganisationUsers, .localAdmins, .globalAdmins,
      .systems, .units, .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes, .permissions,
      .usageCreatePermission, .contractCreatePermission, .dataProcessingCreatePermission, .systemCreatePermission,
      .interfaceCreatePermission:
      false
    case .usages, .contracts, .dataProcessing, .interfaces, .usageRoles, .contractRoles, .dataProcessingRoles,
      .unitRoles, .rightsHolders, .systemIntegrators, .deletions:
      true
    }
  }
}
