import FactStore
import ImportCore
import Localization

extension KitosSchemas {
  /// What can be changed.
  static let objects: [RelationSchema] =
    [KitosKind.usages, .contracts, .dataProcessing].map(object)
    + [catalogue("system", "it-systems"), catalogue("interface", "it-interfaces"), unit, usageRelation, deletedObject]

  private static let objectColumns = [
    ColumnSchema("name", .text, optional: true, doc: "what Kitos shows"),
    ColumnSchema("organisation", organisation, optional: true, doc: "the organisation that owns it"),
  ]
  private static let changeColumns = [
    ColumnSchema("created_by", user, optional: true, doc: "who created it"),
    ColumnSchema("modified_by", user, optional: true, doc: "who changed it last"),
  ]

  private static func object(_ kind: KitosKind) -> RelationSchema {
    RelationSchema(
      kind.objectRelation!,
      doc: "A \(kind.noun.name). Who changed it last is evidence that this user could write.",
      obtain: obtainObjects(kind),
      columns: [ColumnSchema("object", objectEntity, doc: "uuid of the \(kind.noun.name)")] + objectColumns
        + changeColumns,
      key: ["object"])
  }

  /// An entry of the shared catalogue. Its rights holder may change it; roles on it there are none.
  private static func catalogue(_ name: String, _ path: String) -> RelationSchema {
    RelationSchema(
      "kitos.\(name)",
      doc:
        "An it-\(name) of the catalogue that all organisations share. Who changed it last is evidence that this user "
        + "could write.",
      obtain: """
        the catalogue: `GET /api/v2/\(path)?page=0`, then `page=1` and so on until a page holds fewer than 250; a \
        read-only API user can read it; save each answer unchanged
        """,
      columns: [ColumnSchema("object", objectEntity, doc: "uuid of the entry")] + objectColumns
        + [
          ColumnSchema(
            "rights_holder", organisation, optional: true,
            doc: "whose rights holders may change it, where it is not the owner")
        ]
        + changeColumns,
      key: ["object"])
  }

  static let unit = RelationSchema(
    "kitos.unit",
    doc: "An organisation unit. A role on it reaches the units below it.",
    obtain: """
      the units: `GET /api/v2/organizations/{organisation}/organization-units?page=0`, then `page=1` and so on until a \
      page holds fewer than 250; a read-only API user of the organisation can read it
      """,
    columns: [ColumnSchema("object", objectEntity, doc: "uuid of the unit")] + objectColumns
      + [ColumnSchema("parent", objectEntity, optional: true, doc: "the unit above it")],
    key: ["object"])

  static let deletedObject = RelationSchema(
    "kitos.deleted_object",
    doc: "An object that was deleted, whatever older documents say of it.",
    obtain: """
      the deletions since a day: `GET /api/v2/delta-feed/deleted-entities?deletedSinceUTC=…`, all pages; a read-only \
      API user can read it
      """,
    columns: [ColumnSchema("object", objectEntity, doc: "uuid of what was deleted")])

  static let usageRelation = RelationSchema(
    "kitos.usage_relation",
    doc:
      "A relation from one system usage to another. Whoever draws it needs a right to its start only, and Kitos marks both "
      + "as changed.",
    obtain: obtainObjects(.usages),
    columns: [
      ColumnSchema("object", objectEntity, doc: "uuid of the system usage that it starts from"),
      ColumnSchema("to", objectEntity, doc: "uuid of the system usage that it leads to"),
    ])
}
