import FactStore
import ImportCore
import Localization

/// The source relations that exports of Gravitee fill.
///
/// What a list was not asked for leaves a hole of a thing that no list has (``Gravitee/unlisted``): it may be anything, and what
/// is known of the others stays known. Populations and `not` see it like any other hole. Damage leaves every row open.
enum GraviteeSchemas {
  static let all: [RelationSchema] =
    apis + gateway + plans + filters + accesses + applications + people + groups + about

  static let apiEntity = ValueType.entity("gravitee.api")
  static let planEntity = ValueType.entity("gravitee.plan")
  static let applicationEntity = ValueType.entity("gravitee.application")
  static let subscriptionEntity = ValueType.entity("gravitee.subscription")
  static let keyEntity = ValueType.entity("gravitee.key")
  static let userEntity = ValueType.entity("gravitee.user")
  static let groupEntity = ValueType.entity("gravitee.group")
  static let roleEntity = ValueType.entity("gravitee.role")
  static let tokenEntity = ValueType.entity("gravitee.token")
  static let endpointEntity = ValueType.entity("gravitee.endpoint")
  static let documentEntity = ValueType.entity("gravitee.document")

  static let obtainExport: Phrase = """
    the export of each API: its owner, or an auditor with a role on it, opens the API in the console, presses Export and \
    leaves every box ticked
    """
  static let obtainAPIs: Phrase = """
    the list of APIs: `GET …/environments/{environment}/apis?perPage=100` (v2) or `…/apis` (v1) by an administrator, who \
    alone sees all; write `scope: all` into `tilsyn.yaml`. The definition of each comes with its export
    """
  static let obtainSubscriptions: Phrase = """
    the subscriptions of each API: `GET …/apis/{api}/subscriptions` with \
    `statuses=ACCEPTED,PENDING,PAUSED,RESUMED,CLOSED,REJECTED` (v1: `status=`) and \
    `expands=api,application,plan,subscribedBy`, all pages; write the address as `query` into `tilsyn.yaml`, since the \
    answer does not say what it leaves out
    """
  static let obtainKeys: Phrase = """
    the keys of each subscription: `GET …/apis/{api}/subscriptions/{subscription}/api-keys` (v1: `…/apikeys`); take the \
    keys themselves out at once, `jq 'del(.data[].key)'` or `jq 'map(del(.key,.hash))'`
    """
  static let obtainPlans: Phrase = """
    the export of each API, and for plans that are closed `GET …/apis/{api}/plans?status=STAGING,PUBLISHED,DEPRECATED,CLOSED`
    """
  static let obtainApplications: Phrase = """
    the list of applications: `GET …/applications` and `GET …/applications?status=ARCHIVED` by an administrator, who alone \
    sees all; write `scope: all` into `tilsyn.yaml`
    """
  static let obtainApplicationMembers: Phrase = """
    the members of each application: `GET …/applications/{application}/members` by an administrator; write the \
    application as `object` into `tilsyn.yaml`
    """
  static let obtainUsers: Phrase =
    "the list of users: `GET …/organizations/{organization}/users?size=100` by an administrator"
  static let obtainGroups: Phrase = "the list of groups: `GET …/configuration/groups` by an administrator"
  static let obtainGroupMembers: Phrase = """
    the members of each group: `GET …/configuration/groups/{group}/members` by an administrator; write the group as \
    `object` into `tilsyn.yaml`
    """
  static let obtainRoles: Phrase = """
    the roles of each scope: `GET …/configuration/rolescopes/{scope}/roles` for `API`, `APPLICATION`, `ENVIRONMENT` and \
    `ORGANIZATION`
    """
  static let obtainTokens: Phrase = """
    the personal tokens of each user: `GET …/users/{user}/tokens`; write the user as `user` into `tilsyn.yaml`
    """

  static let apiColumn = ColumnSchema(
    "api", apiEntity,
    doc: "its id; where no document gives one, `crossId` and what it says, else name and version")
  static let planColumn = ColumnSchema("plan", planEntity, doc: "its id; without one, its name and its API")
  static let applicationColumn = ColumnSchema(
    "application", applicationEntity, doc: "its id; from a CSV, `name` and what it says where no list tells the id")
  static let userColumn = ColumnSchema(
    "user", userEntity,
    doc: "the id; an export names members by source and id there, which it is where no list of users tells the id")
  static let groupColumn = ColumnSchema(
    "group", groupEntity, doc: "the id; the name where an export has it and no list of groups tells the id")
  static let roleColumn = ColumnSchema(
    "role", roleEntity,
    doc: "scope and name, `API/OWNER`; the id where an export has it and no list of roles tells which it is")

  /// Who owns a thing: a person or a group.
  static func owner(_ name: String, of what: ColumnSchema, noun: String, obtain: Phrase) -> RelationSchema {
    RelationSchema(
      name,
      doc: """
        The primary owner of an \(noun), who is a person or a group. `user: none` means that it is no person. Before version \
        3.8 nothing says which, and both are unknown.
        """,
      obtain: obtain,
      columns: [
        what,
        ColumnSchema("type", .text, optional: true, values: ["USER", "GROUP"], doc: "which of the two"),
        ColumnSchema("user", userEntity, optional: true, doc: "the person"),
        ColumnSchema("group", groupEntity, optional: true, doc: "the group"),
      ],
      key: [what.name],
      references: [.init("user", "gravitee.user", "user"), .init("group", "gravitee.group", "group")])
  }

  static func member(_ name: String, of what: ColumnSchema, noun: String, obtain: Phrase) -> RelationSchema {
    RelationSchema(
      name,
      doc: """
        A person who is a direct member of an \(noun), with one role. The primary owner may be among them. Members by way of \
        a group are not.
        """,
      obtain: obtain, columns: [what, userColumn, roleColumn],
      references: [.init("user", "gravitee.user", "user"), .init("role", "gravitee.role", "role")])
  }

  static func ofGroup(_ name: String, of what: ColumnSchema, noun: String, obtain: Phrase) -> RelationSchema {
    RelationSchema(
      name,
      doc: "A group that belongs to an \(noun): its members are members of it, with the roles they have in the group.",
      obtain: obtain, columns: [what, groupColumn], references: [.init("group", "gravitee.group", "group")])
  }
}
