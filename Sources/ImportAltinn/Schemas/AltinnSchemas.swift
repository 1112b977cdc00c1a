import FactStore
import ImportCore
import Localization

/// The source relations that JSON documents of Altinn fill. Those of its policies are ``AltinnPolicySchemas``.
enum AltinnSchemas {
  static let all: [RelationSchema] = metadata + parties + authority + systems

  static let party = Parties.entity
  static let package = ValueType.entity("altinn.package")
  static let role = ValueType.entity("altinn.role")
  static let resource = ValueType.entity("altinn.resource")

  static let access = "https://platform.altinn.no/accessmanagement/api/v1"

  static let packageColumn = ColumnSchema(
    "package", package, doc: "its code: the urn without `urn:altinn:accesspackage:`")
  static let codeColumn = ColumnSchema("code", .text, doc: "the same as text, as policies name it")
  static let roleColumn = ColumnSchema(
    "role", role,
    doc: "its code in lower case, `daglig-leder`, or the code that Altinn 2 and Enhetsregisteret have, `dagl`")
  static let resourceColumn = ColumnSchema("resource", resource, doc: "`ORG/APP`, or the id in the resource registry")

  static func partyColumn(_ name: String, _ doc: String) -> ColumnSchema { Parties.column(name, doc) }

  // MARK: Metadata

  static let metadata: [RelationSchema] = [
    RelationSchema(
      "altinn.package",
      doc: "An access package (tilgangspakke), as Altinn itself lists it.",
      obtain: "`GET \(access)/meta/info/accesspackages/export`; public, without login",
      columns: [
        packageColumn, codeColumn, ColumnSchema("name", .text, optional: true, doc: "what Altinn shows; not unique"),
        ColumnSchema("delegable", .bool, optional: true, doc: "whoever holds it may give it on"),
        ColumnSchema("attachable", .bool, optional: true, doc: "owners of services may name it in their policies"),
      ],
      key: ["package"]),
    RelationSchema(
      "altinn.role",
      doc: "A role, as Altinn itself lists it.",
      obtain: "`GET \(access)/meta/info/roles`; public, without login",
      columns: [
        roleColumn,
        ColumnSchema(
          "family", .text, values: ["ccr", "cra", "altinn3", "altinn2", "other"],
          doc: "`ccr`: of Enhetsregisteret; `cra`: of a guardian; `altinn2`: ends with Altinn 2"),
        ColumnSchema(
          "key_role", .bool, optional: true, doc: "whoever has it acts with the organisation's own authority"),
      ],
      key: ["role"]),
    RelationSchema(
      "altinn.role_code",
      doc: "The code that Altinn 2 and Enhetsregisteret have for a role.",
      obtain: "`GET \(access)/meta/info/roles`; public, without login",
      columns: [
        roleColumn, ColumnSchema("code", .text, doc: "in lower case, `dagl`"),
        ColumnSchema("name", role, doc: "the same, as documents that use the code name the role"),
      ]),
    RelationSchema(
      "altinn.role_package",
      doc: "A package that a role carries.",
      obtain: """
        for each role and organisation form `GET \(access)/meta/info/roles/packages?role=ROLE&variant=FORM`; public, \
        without login; write the address into `query` of `tilsyn.yaml`, since the answer does not repeat it
        """,
      columns: [
        roleColumn, packageColumn,
        ColumnSchema("form", .text, doc: "the organisation form that it is so for; `*` is any"),
        ColumnSchema("access", .bool, optional: true, doc: "whoever has the role may use the package"),
        ColumnSchema("delegate", .bool, optional: true, doc: "whoever has the role may give the package away"),
        ColumnSchema("assign", .bool, optional: true, doc: "whoever has the role may assign the package to itself"),
      ]),
    RelationSchema(
      "altinn.role_listed",
      doc:
        "A role and a form whose packages were loaded. Of others `altinn.role_package` says nothing, whatever it holds.",
      obtain: """
        for each role and organisation form `GET \(access)/meta/info/roles/packages?role=ROLE&variant=FORM`; public, \
        without login
        """,
      columns: [roleColumn, ColumnSchema("form", .text, doc: "the organisation form; `*` is any")]),
    RelationSchema(
      "altinn.role_map",
      doc: "A role that comes with another: roles of Altinn 2 that a role of Enhetsregisteret gives.",
      obtain:
        "a JSON list of `{hasRole, getRole}` from whoever runs Altinn's authorization; no public interface shows it",
      columns: [roleColumn, ColumnSchema("gives", role, doc: "the role that comes with it")]),
    RelationSchema(
      "altinn.legacy_role",
      doc: "A role of Altinn 2, from its own list.",
      obtain: "`GET https://www.altinn.no/api/metadata/roledefinitions`; public, without login",
      columns: [
        ColumnSchema("code", .text, doc: "in lower case, `utinn`"),
        ColumnSchema("name", .text, doc: "what Altinn shows"),
      ]),
    RelationSchema(
      "altinn.resource",
      doc: "A resource of the registry.",
      obtain: "`GET https://platform.altinn.no/resourceregistry/api/v1/resource/resourcelist`; public, without login",
      columns: [
        resourceColumn, ColumnSchema("kind", .text, optional: true, doc: "its `resourceType`, `AltinnApp`"),
        ColumnSchema("delegable", .bool, optional: true, doc: "rights to it may be given on"),
      ],
      key: ["resource"]),
  ]
}
