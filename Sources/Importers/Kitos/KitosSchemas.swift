import FactStore

/// The source relations that documents of Kitos API V2 fill.
enum KitosSchemas {
  static let all: [RelationSchema] =
    [userList, listedUser, member, organisationRole]
    + [KitosKind.usages, .contracts, .dataProcessing].flatMap { [object($0), role($0)] }
    + KitosKind.roleTypeKinds.map(roleType)

  static let user = ValueType.entity("kitos.user")
  static let organisation = ValueType.entity("kitos.organisation")
  static let objectEntity = ValueType.entity("kitos.object")
  static let roleEntity = ValueType.entity("kitos.role")

  /// Administrator roles as the public API writes them. Their numbers differ between documents, so only the names count.
  static let organisationRoles = [
    "User", "LocalAdmin", "OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin", "GlobalAdmin",
    "RightsHolderAccess",
  ]

  private static let obtainUsers =
    "the user list of the organisation: `GET /api/v2/organizations/{organisation}/users?page=0`, then `page=1` and so "
    + "on until a page holds fewer than 250 users; any user of the organisation with API access can read it, a "
    + "read-only API user is enough; save each answer unchanged and name the organisation in `tilsyn.yaml`"

  static let userList = RelationSchema(
    "kitos.user_list",
    doc: "An organisation whose user list was loaded. One row per list document whose organisation is known.",
    obtain: obtainUsers,
    columns: [ColumnSchema("organisation", organisation, doc: "the organisation whose users the document lists")])

  static let listedUser = RelationSchema(
    "kitos.listed_user",
    doc: "A user as a user list shows it. The API flag is a property of the user, not of one organisation.",
    obtain: obtainUsers,
    columns: [
      ColumnSchema("user", user, doc: "uuid of the user"),
      ColumnSchema("email", .normal(.email), doc: "address and login name"),
      ColumnSchema("name", .text, doc: "first and last name"),
      ColumnSchema("api_access", .bool, doc: "may draw a token and may not log in with a password"),
    ],
    key: ["user"])

  static let member = RelationSchema(
    "kitos.member",
    doc: "The user is in the user list of the organisation, with or without roles.",
    obtain: obtainUsers,
    columns: [
      ColumnSchema("user", user, doc: "uuid of the user"),
      ColumnSchema("organisation", organisation, doc: "the organisation whose list names the user"),
    ])

  static let organisationRole = RelationSchema(
    "kitos.organisation_role",
    doc: "An administrator role in one organisation. The public list leaves global administrators out, so whether a "
      + "user is one is never certain from it.",
    obtain: obtainUsers,
    columns: [
      ColumnSchema("user", user, doc: "uuid of the user"),
      ColumnSchema("organisation", organisation, doc: "where the role holds"),
      ColumnSchema("role", .text, values: organisationRoles, doc: "name of the role, as the API writes it"),
    ])

  private static func endpoint(_ kind: KitosKind) -> String {
    switch kind {
    case .usages: "/api/v2/it-system-usages"
    case .contracts: "/api/v2/it-contracts"
    case .dataProcessing: "/api/v2/data-processing-registrations"
    case .usageRoleTypes: "/api/v2/it-system-usage-role-types"
    case .contractRoleTypes: "/api/v2/it-contract-role-types"
    case .dataProcessingRoleTypes: "/api/v2/data-processing-registration-role-types"
    case .unitRoleTypes: "/api/v2/organization-unit-role-types"
    case .users: "/api/v2/organizations/{organisation}/users"
    }
  }

  private static func obtainObjects(_ kind: KitosKind) -> String {
    "all \(kind.noun)s of the organisation: `GET \(endpoint(kind))?organizationUuid={organisation}&page=0`, then "
      + "`page=1` and so on until a page holds fewer than 250; a read-only API user of the organisation can read it; "
      + "save each answer unchanged"
  }

  private static func object(_ kind: KitosKind) -> RelationSchema {
    RelationSchema(
      kind.objectRelation!,
      doc: "A \(kind.noun). Who changed it last is evidence that this user could write.",
      obtain: obtainObjects(kind),
      columns: [
        ColumnSchema("object", objectEntity, doc: "uuid of the \(kind.noun)"),
        ColumnSchema("name", .text, optional: true, doc: "what Kitos shows"),
        ColumnSchema("organisation", organisation, optional: true, doc: "the organisation that owns it"),
        ColumnSchema("created_by", user, optional: true, doc: "who created it"),
        ColumnSchema("modified_by", user, optional: true, doc: "who changed it last"),
      ],
      key: ["object"])
  }

  private static func role(_ kind: KitosKind) -> RelationSchema {
    RelationSchema(
      kind.roleRelation!,
      doc: "A role that a user holds on one \(kind.noun). Whether the role gives write access, its role type says.",
      obtain: obtainObjects(kind),
      columns: [
        ColumnSchema("object", objectEntity, doc: "uuid of the \(kind.noun)"),
        ColumnSchema("user", user, doc: "who holds the role"),
        ColumnSchema("role", roleEntity, doc: "uuid of the role type"),
      ],
      references: [
        .init("user", "kitos.listed_user", "user"),
        .init("role", kind.roleTypes!.roleTypeRelation!, "role"),
      ])
  }

  private static func roleType(_ kind: KitosKind) -> RelationSchema {
    RelationSchema(
      kind.roleTypeRelation!,
      doc: "A kind of role and whether it gives write access. Lists hold only the role types that are available "
        + "today; a withdrawn role that is still assigned keeps its write access and is missing here.",
      obtain: "the role types: `GET \(endpoint(kind))?organizationUuid={organisation}` without `pageSize` (the list is "
        + "never split); a withdrawn one singly: `GET \(endpoint(kind))/{role}?organizationUuid={organisation}`; a "
        + "read-only API user can read both; name the kind in `tilsyn.yaml`, since the document does not",
      columns: [
        ColumnSchema("role", roleEntity, doc: "uuid of the role type"),
        ColumnSchema("name", .text, doc: "what Kitos shows"),
        ColumnSchema("write", .bool, doc: "gives write access to the object it is assigned on"),
        ColumnSchema("available", .bool, optional: true, doc: "can be assigned today"),
      ],
      key: ["role"])
  }
}
