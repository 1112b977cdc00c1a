import FactStore
import ImportCore
import Localization

extension KitosSchemas {
  /// Who gave which role, and what Kitos itself answers when it is asked for permissions.
  static let grants: [RelationSchema] = [
    adminRoleGrant, localAdminMaker, businessRoleGrant, permission, createPermission,
  ]

  static let adminRoleGrant = RelationSchema(
    "kitos.admin_role_grant",
    doc: "Who gave a user an administrator role in an organisation.",
    obtain: obtainUserTable,
    columns: [
      ColumnSchema("user", user, doc: "who holds the role"),
      ColumnSchema("organisation", organisation, doc: "where the role holds"),
      ColumnSchema("role", .text, values: organisationRoles, doc: "name of the role, as the API writes it"),
      ColumnSchema("granted_by", user, doc: "who created the grant"),
    ])

  static let localAdminMaker = RelationSchema(
    "kitos.local_admin_made_by",
    doc:
      "Who made a user local administrator, where the user table names the maker. A maker whom it gives by a number that "
      + "it does not explain is none of its own users.",
    obtain: obtainUserTable,
    columns: [
      ColumnSchema("user", user, doc: "the local administrator"),
      ColumnSchema("organisation", organisation, doc: "where the role holds"),
      ColumnSchema("maker", user, doc: "who created the role"),
    ])

  static let businessRoleGrant = RelationSchema(
    "kitos.business_role_grant",
    doc: "Who gave a user a business role on an object.",
    obtain: obtainUserTable,
    columns: [
      ColumnSchema("user", user, doc: "who holds the role"),
      ColumnSchema("object", objectEntity, doc: "the object"),
      ColumnSchema("role", roleEntity, doc: "uuid of the role type"),
      ColumnSchema("granted_by", user, doc: "who created the grant"),
    ])

  private static let obtainPermissions: Phrase = """
    what Kitos answers a user about itself: `GET {object's address}/permissions` with that user's own token; name the \
    user and the object in `tilsyn.yaml`, since the answer does not
    """

  static let permission = RelationSchema(
    "kitos.permission",
    doc: "What Kitos said that a user may do with one object, when that user asked.",
    obtain: obtainPermissions,
    columns: [
      ColumnSchema("user", user, doc: "who asked"),
      ColumnSchema("object", objectEntity, doc: "the object asked about"),
      ColumnSchema("action", .text, values: ["read", "modify", "delete"], doc: "what was asked about"),
      ColumnSchema("granted", .bool, doc: "the answer"),
    ])

  static let createPermission = RelationSchema(
    "kitos.create_permission",
    doc: "Whether Kitos said that a user may create objects of a kind in an organisation, when that user asked.",
    obtain: obtainPermissions,
    columns: [
      ColumnSchema("user", user, doc: "who asked"),
      ColumnSchema("organisation", organisation, doc: "where"),
      ColumnSchema(
        "kind", .text, values: ["usage", "contract", "data-processing", "system", "interface"], doc: "kind of object"),
      ColumnSchema("granted", .bool, doc: "the answer"),
    ])
}
