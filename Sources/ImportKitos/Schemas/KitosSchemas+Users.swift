import FactStore
import ImportCore
import Localization

extension KitosSchemas {
  /// Who the users are, and what is true of them wherever they are.
  static let users: [RelationSchema] = [
    userList, listedUser, apiAccess, stakeholderAccess, lastLogin, loginField, deletedUser, userInDispute, member,
    activeIn,
    organisationRole, globalAdministratorRelation, systemIntegrator,
  ]

  private static let userColumn = ColumnSchema(
    "user", user, doc: "uuid of the user; the e-mail address where no loaded document gives the uuid")

  static let userList = RelationSchema(
    "kitos.user_list",
    doc: "An organisation whose user list was loaded. One row per list document whose organisation is known.",
    obtain: obtainUserList,
    columns: [ColumnSchema("organisation", organisation, doc: "the organisation whose users the document lists")])

  static let listedUser = RelationSchema(
    "kitos.listed_user",
    doc: "A user whom a document lists as living. Kitos lists users who hold some right, if only that of reading.",
    obtain: obtainUserList,
    columns: [
      userColumn,
      ColumnSchema("email", .normal(.email), doc: "address and login name"),
      ColumnSchema("name", .text, optional: true, namesPeople: true, doc: "first and last name"),
    ],
    references: [.init("user", "kitos.api_access", "user")])

  static let apiAccess = RelationSchema(
    "kitos.api_access",
    doc:
      "Whether a user may draw a token, as one document says; documents of different days may disagree. The flag is a "
      + "property of the user, not of one organisation.",
    obtain: obtainUserList,
    columns: [
      userColumn,
      ColumnSchema("email", .normal(.email), doc: "address and login name"),
      ColumnSchema("granted", .bool, doc: "may draw a token and may not log in with a password"),
    ])

  static let stakeholderAccess = RelationSchema(
    "kitos.stakeholder_access",
    doc: "Whether a user may read the catalogue across organisations, as one document says.",
    obtain: obtainUserTable,
    columns: [userColumn, ColumnSchema("granted", .bool, doc: "has the access")])

  static let lastLogin = RelationSchema(
    "kitos.last_login",
    doc: "A login to the Kitos pages that a document records. Drawing a token is none.",
    obtain: """
      \(obtainUserTable). Its field `LastLogin` exists since June 2026. The exported user table has it as `Seneste \
      login` when all columns are exported
      """,
    columns: [userColumn, ColumnSchema("day", .date, doc: "the latest login that the document knows of")])

  static let loginField = RelationSchema(
    "kitos.login_field",
    doc: "A user of whom some document tells the latest login, or that there was none.",
    obtain: lastLogin.obtain, columns: [userColumn])

  static let deletedUser = RelationSchema(
    "kitos.deleted_user",
    doc: "A user whom a document lists as deleted; nobody can log in as such a user.",
    obtain: obtainUserTable, columns: [userColumn], lost: .ownRow)

  static let userInDispute = RelationSchema(
    "kitos.user_in_dispute",
    doc:
      "A user whom one loaded document lists as living and another as deleted. What documents say of such a user is "
      + "possible, and not certain.",
    obtain: obtainUserList,
    columns: [userColumn, ColumnSchema("email", .normal(.email), doc: "address and login name")], lost: .ownRow)

  static let member = RelationSchema(
    "kitos.member",
    doc: "The user is in the user list of the organisation, with or without roles.",
    obtain: obtainUserList,
    columns: [
      userColumn, ColumnSchema("organisation", organisation, doc: "the organisation whose list names the user"),
    ])

  static let activeIn = RelationSchema(
    "kitos.active_in",
    doc: "An organisation in which a user with API or stakeholder access is active, by its name.",
    obtain: """
      the list of users across organisations: the Kitos secretariat opens Global administration, Brugere, and saves \
      the answer of `GET /api/v2/internal/users/with-cross-organization-permissions`
      """,
    columns: [userColumn, ColumnSchema("organisation_name", .text, doc: "as Kitos shows it")])

  static let organisationRole = RelationSchema(
    "kitos.organisation_role",
    doc: "An administrator role in one organisation.",
    obtain: obtainUserList,
    columns: [
      userColumn,
      ColumnSchema("organisation", organisation, doc: "where the role holds"),
      ColumnSchema("role", .text, values: organisationRoles, doc: "name of the role, as the API writes it"),
    ])

  static let globalAdministratorRelation = RelationSchema(
    "kitos.global_administrator",
    doc: "A global administrator, who may change everything everywhere. The public user list leaves them out.",
    obtain: """
      \(obtainUserTable), with `IsGlobalAdmin`. Or the list of global administrators, which only the Kitos secretariat \
      can make: `GET /api/v2/internal/users/global-admins`, named `kitos.internal.global-admins` in `tilsyn.yaml`
      """,
    columns: [userColumn])

  static let systemIntegrator = RelationSchema(
    "kitos.system_integrator",
    doc:
      "A system integrator, who may subscribe to events of Kitos, and change legal properties of every system with a token.",
    obtain: """
      \(obtainUserTable), with `IsSystemIntegrator`. Or `GET /api/v2/internal/users/system-integrators` by the Kitos \
      secretariat
      """,
    columns: [userColumn])
}
