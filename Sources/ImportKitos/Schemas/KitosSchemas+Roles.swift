import FactStore
import ImportCore
import Localization

extension KitosSchemas {
  /// Business roles, and what they give.
  static let roles: [RelationSchema] =
    [KitosKind.usages, .contracts, .dataProcessing].map {
      role(
        $0.roleRelation!, on: $0.noun.name, types: $0.roleTypes!,
        obtain: "\(obtainObjects($0)). Or \(obtainUserTable); it lists the roles of each user")
    } + [
      role(
        "kitos.unit_role", on: "organisation unit", types: .unitRoleTypes,
        obtain: "\(obtainUserTable). No document that an API user can read has roles on units")
    ] + KitosKind.roleTypeKinds.map(roleType)

  private static func role(
    _ name: String, on noun: String, types: KitosKind, obtain: Phrase
  ) -> RelationSchema {
    RelationSchema(
      name,
      doc: "A role that a user holds on one \(noun). Whether the role gives write access, its role type says.",
      obtain: obtain,
      columns: [
        ColumnSchema("object", objectEntity, doc: "uuid of the \(noun)"),
        ColumnSchema("user", user, doc: "who holds the role"),
        ColumnSchema("role", roleEntity, doc: "uuid of the role type"),
      ],
      references: [
        .init("user", "kitos.listed_user", "user"),
        .init("role", types.roleTypeRelation!, "role"),
      ])
  }

  private static func roleType(_ kind: KitosKind) -> RelationSchema {
    RelationSchema(
      kind.roleTypeRelation!,
      doc: "A kind of role and whether it gives write access. Lists hold only the role types that are available "
        + "today; a withdrawn role that is still assigned keeps its write access and is missing here.",
      obtain: """
        the role types: `GET \(endpoint(kind))?organizationUuid={organisation}` without `pageSize` (the list is never \
        split); a withdrawn one singly: `GET \(endpoint(kind))/{role}?organizationUuid={organisation}`; a read-only \
        API user can read both; name the kind in `tilsyn.yaml`, since the document does not. Or \
        \(obtainUserTable); it says of each role in use whether it writes
        """,
      columns: [
        ColumnSchema("role", roleEntity, doc: "uuid of the role type"),
        ColumnSchema("name", .text, doc: "what Kitos shows"),
        ColumnSchema("write", .bool, doc: "gives write access to the object it is assigned on"),
        ColumnSchema("available", .bool, optional: true, doc: "can be assigned today"),
      ],
      key: ["role"])
  }
}
