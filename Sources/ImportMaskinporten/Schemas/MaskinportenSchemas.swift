import FactStore
import ImportCore
import Localization

/// The source relations that answers of the self-service fill.
enum MaskinportenSchemas {
  static let all: [RelationSchema] = [
    scope, scopeType, access, listOwner, client, clientScope, onBehalfOf, keySet, key, seenSet, seenKey,
  ]

  static let scopeEntity = ValueType.entity("maskinporten.scope")
  static let clientEntity = ValueType.entity("maskinporten.client")
  static let setEntity = ValueType.entity("maskinporten.key_set")

  static let host = "https://api.samarbeid.digdir.no"

  static let registerColumn = ColumnSchema(
    "register", .text, optional: true,
    doc: """
      `production`, `test`, or `unsaid` where nothing is said of any file: by `environment` in `tilsyn.yaml`, or by the host of a \
      recorded address. Nothing in an answer says it
      """)

  private static let scopeColumn = ColumnSchema(
    "scope", scopeEntity, doc: "its name, with its register behind it where that is not production")

  private static let obtainScopes: Phrase = """
    `GET \(host)/scopes?inactive=true` (newer `/api/v1/scopes`), with a token of a client that has `idporten:scopes.read`, or by \
    somebody with the right Selvbetjening av integrasjoner in Altinn; save the answer unchanged
    """
  private static let obtainAccesses: Phrase = """
    for each scope `GET \(host)/scopes/access?scope=SCOPE`, and `GET \(host)/scopes/access/all` for what is given to you, with a \
    token of a client that has `idporten:scopes.read`; write the address as `query` into `tilsyn.yaml`
    """

  static let scope = RelationSchema(
    "maskinporten.scope",
    doc:
      "A scope. Nothing is ever deleted: what is switched off is inactive, and left out of lists that do not ask for it.",
    obtain: obtainScopes,
    columns: [
      scopeColumn, ColumnSchema("name", .text, doc: "`prefix:subscope`, as clients name it"), registerColumn,
      Parties.optionalColumn("owner", "who offers it"),
      ColumnSchema(
        "active", .bool, optional: true,
        doc: "`active`; none where the record has no such key and inactive ones were not asked for"),
      ColumnSchema(
        "open", .bool, optional: true, doc: "`accessible_for_all`: whether everybody has it, without an access"),
      ColumnSchema(
        "limited", .bool, optional: true,
        doc: "whether `allowed_integration_types` has any; where it is empty, clients of every type may have the scope"),
    ], key: ["scope"])

  static let scopeType = RelationSchema(
    "maskinporten.scope_integration_type",
    doc: "A type of client that may have a scope.",
    obtain: obtainScopes,
    columns: [scopeColumn, ColumnSchema("type", .text, doc: "`maskinporten`, `api_klient` and so on")])

  static let access = RelationSchema(
    "maskinporten.access",
    doc: "A scope that an organisation was given, asked for, or was denied. It has no end of its own.",
    obtain: obtainAccesses,
    columns: [
      ColumnSchema("access", .entity("maskinporten.access"), doc: "the number and the scope, with the register"),
      ColumnSchema("scope", .text, doc: "`prefix:subscope`"), registerColumn,
      Parties.column("consumer", "who has it"), Parties.optionalColumn("owner", "who gives it"),
      ColumnSchema("state", .text, values: Access.states, doc: "what became of it"),
      ColumnSchema(
        "subject", .text, doc: "as an approval names it: the consumer's number and the scope, in lower case"),
    ], key: ["access"])

  static let listOwner = RelationSchema(
    "maskinporten.list_owner",
    doc: """
      The organisation that every record of every list of scopes and of clients has as its own, where they have one: whose lists \
      they are.
      """,
    obtain: obtainScopes,
    columns: [Parties.column("organisation", "whose lists they are")])
}

extension Parties {
  /// A column that holds a party, where there is one.
  static func optionalColumn(_ name: String, _ doc: String) -> ColumnSchema {
    ColumnSchema(name, entity, optional: true, doc: doc + ": an organisation by its number")
  }
}
