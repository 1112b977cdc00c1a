import FactStore
import ImportCore
import Localization

/// People, groups and roles, and the documents themselves.
extension GraviteeSchemas {
  static let people: [RelationSchema] = [user, account, userList, userRole, token]
  static let groups: [RelationSchema] = [
    group, groupMember, groupMemberRole, groupDefaultRole, groupEvent, role, listedRole, rolePermission, memberByRoleID,
  ]
  static let about: [RelationSchema] = [document]

  static let user = RelationSchema(
    "gravitee.user",
    doc: "Who a person is whom any document names. What no document says of somebody who is named is unknown.",
    obtain: obtainUsers,
    columns: [
      userColumn, ColumnSchema("name", .text, optional: true, namesPeople: true, doc: "the name shown"),
      ColumnSchema("email", .normal(.email), optional: true, doc: "the address"),
      ColumnSchema(
        "source", .text, optional: true, doc: "where the person logs in, in lower case: `feide`, `memory`, `ldap`"),
      ColumnSchema(
        "source_id", .text, optional: true, doc: "who the person is there; of Feide it joins `dfo.employee.external_id`"
      ),
    ],
    key: ["user"])

  static let account = RelationSchema(
    "gravitee.account",
    doc: "An account that a list of users has.",
    obtain: obtainUsers,
    columns: [
      userColumn,
      ColumnSchema(
        "status", .text, optional: true, values: ["ACTIVE", "PENDING", "REJECTED", "ARCHIVED"], doc: "its status"),
      ColumnSchema("last_login", .date, optional: true, doc: "the latest login; none where there was none"),
      ColumnSchema("service", .bool, optional: true, doc: "whether it is for a program"),
      ColumnSchema("tokens", .int, optional: true, doc: "how many personal tokens it has"),
    ],
    key: ["user"])

  static let userList = RelationSchema(
    "gravitee.user_list",
    doc: "An organisation or environment whose users a list has, with their roles there.",
    obtain: obtainUsers,
    columns: [scopeOfPlace, ColumnSchema("place", .text, doc: "`organisation`, or the id of the environment")])

  static let userRole = RelationSchema(
    "gravitee.user_role",
    doc: "A role that a user has in the organisation or in an environment, rather than on one thing.",
    obtain: obtainUsers,
    columns: [
      ColumnSchema("holder", userEntity, doc: "the user"), scopeOfPlace,
      ColumnSchema("place", .text, doc: "`organisation`, or the id of the environment"),
      ColumnSchema("role", .text, doc: "name of the role, `ADMIN`"),
    ],
    references: [.init("holder", "gravitee.user", "user")])

  private static let scopeOfPlace = ColumnSchema(
    "scope", .text, values: ["ORGANIZATION", "ENVIRONMENT"], doc: "which of the two")

  static let token = RelationSchema(
    "gravitee.token",
    doc: "A personal token of a user, who may do with it what the user may. The token itself is in no document.",
    obtain: obtainTokens,
    columns: [
      ColumnSchema("token", tokenEntity, doc: "its id; without one, its name and its user"), userColumn,
      ColumnSchema("created", .date, optional: true, doc: "when it was made"),
      ColumnSchema("ends", .date, optional: true, doc: "when it expires; none where it never does"),
      ColumnSchema("last_use", .date, optional: true, doc: "when it was used last; none where it never was"),
    ],
    key: ["token"], references: [.init("user", "gravitee.user", "user")])

  static let group = RelationSchema(
    "gravitee.group", doc: "A group of people.", obtain: obtainGroups,
    columns: [groupColumn, ColumnSchema("name", .text, optional: true, doc: "what it is called")], key: ["group"])

  static let groupMember = RelationSchema(
    "gravitee.group_member",
    doc: "A member of a group. Of a group that is named and whose members were not loaded they are unknown.",
    obtain: obtainGroupMembers, columns: [groupColumn, userColumn],
    references: [.init("user", "gravitee.user", "user")])

  static let groupMemberRole = RelationSchema(
    "gravitee.group_member_role",
    doc: "The role that a member of a group has on the APIs, applications and other things that belong to the group.",
    obtain: obtainGroupMembers, columns: [groupColumn, userColumn, roleColumn],
    references: [.init("role", "gravitee.role", "role")])

  static let groupDefaultRole = RelationSchema(
    "gravitee.group_default_role",
    doc: "The role that new members of a group get on what belongs to it.",
    obtain: obtainGroups, columns: [groupColumn, roleColumn])

  static let groupEvent = RelationSchema(
    "gravitee.group_event",
    doc: "What a group is added to by itself.",
    obtain: obtainGroups,
    columns: [groupColumn, ColumnSchema("event", .text, doc: "`API_CREATE` or `APPLICATION_CREATE`: to every new one")])

  static let role = RelationSchema(
    "gravitee.role",
    doc: "A role that any document names. One that is named by an id that no list explains is unknown.",
    obtain: obtainRoles,
    columns: [
      roleColumn, ColumnSchema("scope", .text, doc: "`API`, `APPLICATION`, `GROUP`, `ENVIRONMENT`, `ORGANIZATION`, …"),
      ColumnSchema("name", .text, doc: "in upper case as Gravitee writes it: `PRIMARY_OWNER`, `OWNER`, `USER`"),
    ],
    key: ["role"])

  static let listedRole = RelationSchema(
    "gravitee.listed_role",
    doc: "An id that a list of roles explains.",
    obtain: obtainRoles,
    columns: [
      ColumnSchema("id", .text, doc: "the id"), ColumnSchema("scope", .text, doc: "the scope of the list"), roleColumn,
    ])

  static let rolePermission = RelationSchema(
    "gravitee.role_permission",
    doc: """
      What a role allows, by a list that has permissions. Of a role that is named and in no such list it is unknown, be it one \
      that Gravitee comes with.
      """,
    obtain: obtainRoles,
    columns: [
      roleColumn, ColumnSchema("permission", .text, doc: "what it is about: `DEFINITION`, `METADATA`, `PLAN`"),
      ColumnSchema("right", .text, values: ["create", "read", "update", "delete"], doc: "what may be done with it"),
    ])

  static let memberByRoleID = RelationSchema(
    "gravitee.member_by_role_id",
    doc: "A membership whose role the document gives by an id, as exports of APIs do.",
    obtain: obtainExport,
    columns: [
      apiColumn, userColumn, ColumnSchema("id", .text, doc: "the id of the role"),
      ColumnSchema("scope", .text, doc: "the scope in which the role is to be looked for"),
    ])

  static let document = RelationSchema(
    "gravitee.document",
    doc: "A document of Gravitee that was read.",
    obtain: "any export of Gravitee",
    columns: [
      ColumnSchema(
        "document", documentEntity,
        doc: "its kind, and what it was said to be of; where several are alike, a digest"),
      ColumnSchema("kind", .text, doc: "its kind, as `tilsyn sources` shows it"),
      ColumnSchema("path", .text, doc: "path of the file, as reports show it"),
      ColumnSchema("damaged", .bool, doc: "whether a part of it could not be read"),
    ])
}
