import FactStore
import ImportCore
import Localization

/// What hashes of passwords show. No hash and no password is ever in a relation.
extension RabbitMQSchemas {
  static let hash = RelationSchema(
    "rabbitmq.hash",
    doc: "A user of whose password a hash was read.",
    obtain: obtain, columns: [userColumn, clusterColumn], key: ["user"])

  static let algorithm = RelationSchema(
    "rabbitmq.hash_algorithm",
    doc: """
      With what a hash was made, as the export says it, else by the version or by its length. One row for each user of `rabbitmq.hash`; \
      unknown for a module of one's own, and for a hash that does not decode.
      """,
    obtain: obtain,
    columns: [
      userColumn, clusterColumn,
      ColumnSchema("algorithm", .text, values: ["md5", "sha-256", "sha-512"], doc: "`md5`, `sha-256` or `sha-512`"),
    ],
    key: ["user"])

  static let tried = RelationSchema(
    "rabbitmq.tried",
    doc: "How many passwords were tried on a hash. Unknown where none could be.",
    obtain: obtain,
    columns: [userColumn, clusterColumn, ColumnSchema("count", .int, doc: "different passwords")],
    key: ["user"])

  static let guessed = RelationSchema(
    "rabbitmq.guessed",
    doc: """
      A user whose password was guessed: it is `guest`, the name of the user, that of a virtual host, empty, or a word of \
      `rabbitmq.tried_passwords`. Unknown for a user whose hash could not be tried.
      """,
    obtain: obtain,
    columns: [
      userColumn, clusterColumn,
      ColumnSchema(
        "as", .text, values: ["guest", "user-name", "vhost-name", "empty", "tried"],
        doc: "what the password is, never the word"),
    ])
}
