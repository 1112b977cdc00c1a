import ImportCore

extension KitosKind {
  /// How many records a page of the interface holds at most, and unless a query says otherwise.
  private static let pageSize = 250

  /// How lists of this kind come.
  var list: ListTraits {
    var traits = ListTraits(noun: noun)
    traits.isOfOneOrganisation = isOfOneOrganisation
    traits.mayBeEmpty = mayBeEmpty
    traits.paging = paging
    traits.isNumbered = self == .overview
    if self == .deletions { traits.harmlessParameters = ["deletedsinceutc"] }
    return traits
  }

  private var paging: ListTraits.Paging {
    switch self {
    // The pages choose the size for the table behind them.
    case .userTable, .usageOverview, .contractOverview, .dataProcessingOverview: .chosen
    case .users, .usages, .contracts, .dataProcessing, .systems, .interfaces, .units, .deletions: .most(Self.pageSize)
    default: .none
    }
  }

  /// Whether the organisation that is given for a document is that of everything in it. The secretariat's lists have those
  /// of all organisations, and objects name their own.
  private var isOfOneOrganisation: Bool {
    switch self {
    case .users, .internalUser, .userTable, .overview, .roster, .usageOverview, .contractOverview,
      .dataProcessingOverview:
      true
    default: createdKind != nil
    }
  }

  /// Whether a whole list of this kind can have no records.
  ///
  /// Whoever reads a list of users is in it, or in the one beside it; there is a global administrator, since nobody else
  /// can read who is one; every organisation has a unit at its top, and Kitos has role types, local administrators and a
  /// catalogue. An empty list of these proves nothing. It may end a list of full pages.
  private var mayBeEmpty: Bool {
    switch self {
    case .users, .internalUser, .userTable, .overview, .roster, .crossOrganisationUsers, .localAdmins, .globalAdmins,
      .systems, .units, .usageRoleTypes, .contractRoleTypes, .dataProcessingRoleTypes, .unitRoleTypes, .permissions,
      .usageCreatePermission, .contractCreatePermission, .dataProcessingCreatePermission, .systemCreatePermission,
      .interfaceCreatePermission:
      false
    case .usages, .contracts, .dataProcessing, .usageOverview, .contractOverview, .dataProcessingOverview, .interfaces,
      .usageRoles, .contractRoles, .dataProcessingRoles, .unitRoles, .gridRoles, .rightsHolders, .systemIntegrators,
      .deletions:
      true
    }
  }
}
