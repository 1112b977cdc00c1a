import FactStore
import ImportCore
import Localization

/// Clients and their keys.
extension MaskinportenSchemas {
  static let clientColumn = ColumnSchema("client", clientEntity, doc: "its `client_id`, a uuid in lower case")

  /// A client that no list has may be one in use.
  private static let ofClient = RelationSchema.Reference("client", "maskinporten.client", "client")

  private static let obtainClients: Phrase = """
    `GET \(host)/clients?inactive=true` (newer `/api/v1/clients`), with a token of a client that has `idporten:dcr.read`, or by \
    somebody with the right Selvbetjening av integrasjoner in Altinn; save the answer unchanged
    """
  private static let obtainOnBehalf: Phrase = """
    for each client `GET \(host)/clients/{id}/onbehalfof`, saved unchanged; give the client as `object` in `tilsyn.yaml`
    """
  private static let obtainKeys: Phrase = """
    for each client `GET \(host)/clients/{id}/jwks`, saved unchanged, now and once a year; give the client as `object` and the day \
    as `extracted_at` in `tilsyn.yaml`
    """

  static let client = RelationSchema(
    "maskinporten.client",
    doc: "A client: an application that fetches tokens. Nothing is ever deleted, and no person is in it.",
    obtain: obtainClients,
    columns: [
      clientColumn, ColumnSchema("name", .text, optional: true, doc: "`client_name`"), registerColumn,
      Parties.optionalColumn("organisation", "whose it is"),
      Parties.optionalColumn(
        "supplier", "who made and uses it for that organisation; none where the record names nobody"),
      ColumnSchema("type", .text, optional: true, doc: "`integration_type`: `maskinporten`, `idporten` and so on"),
      ColumnSchema("auth", .text, optional: true, doc: "`token_endpoint_auth_method`: `private_key_jwt` and so on"),
      ColumnSchema(
        "active", .bool, optional: true,
        doc: "`active`; none where the record has no such key and inactive ones were not asked for"),
    ], key: ["client"])

  static let clientScope = RelationSchema(
    "maskinporten.client_scope",
    doc: "A scope that a client may ask for.",
    obtain: obtainClients,
    columns: [
      clientColumn, ColumnSchema("scope", .text, doc: "`prefix:subscope`"),
      ColumnSchema("prefix", .text, doc: "whose scope it is: what precedes the colon; `idporten` where there is none"),
      ColumnSchema("subject", .text, doc: "as an approval names both: the client and the scope, in lower case"),
    ])

  static let onBehalfOf = RelationSchema(
    "maskinporten.client_on_behalf_of",
    doc: "An organisation for which a client acts. Newer answers have it apart from the client.",
    obtain: obtainOnBehalf,
    columns: [clientColumn, Parties.column("organisation", "for whom")], references: [ofClient])

  static let keySet = RelationSchema(
    "maskinporten.key_set",
    doc: """
      The keys of a client, as the latest export has them. Of a client that is not here nothing is known, whatever \
      `maskinporten.key` holds.
      """,
    obtain: obtainKeys,
    columns: [
      ColumnSchema("set", setEntity, doc: "the client, the day, and a digest of the keys"), clientColumn,
      ColumnSchema("day", .date, optional: true, doc: "the day of the export"), registerColumn,
    ], key: ["set"], references: [ofClient])

  static let key = RelationSchema(
    "maskinporten.key",
    doc:
      "A public key of a client, as the latest export has it. How old it is no export says: it may be uploaded anew.",
    obtain: obtainKeys,
    columns: [
      ColumnSchema("key", .entity("maskinporten.key"), doc: "its name, its digest, and the set"),
      ColumnSchema("set", setEntity, doc: "the keys that it is among"), clientColumn,
      ColumnSchema("kid", .text, optional: true, doc: "the name that the client gives it"),
      ColumnSchema("digest", .text, optional: true, doc: "a mark of the public key: two keys that differ have two"),
      ColumnSchema("expires", .date, optional: true, doc: "the day on which it ends; many answers do not say it"),
    ], key: ["key"])

  static let seenSet = RelationSchema(
    "maskinporten.key_set_on",
    doc: "A day of which an export of the keys of a client was loaded, however long ago.",
    obtain: obtainKeys,
    columns: [clientColumn, ColumnSchema("day", .date, doc: "the day of the export")])

  static let seenKey = RelationSchema(
    "maskinporten.key_on",
    doc: "A public key that a client had on the day of an export, however long ago.",
    obtain: obtainKeys,
    columns: [
      clientColumn, ColumnSchema("digest", .text, doc: "a mark of the public key"),
      ColumnSchema("day", .date, doc: "the day of the export"),
    ])
}
