import FactStore
import ImportCore
import Localization

/// Virtual hosts, exchanges, and what users may do there.
extension RabbitMQSchemas {
  private static let matchesColumn = ColumnSchema(
    "matches", .text, values: ["nothing", "some", "everything"],
    doc: "which names it matches; unknown where a pattern cannot be decided, as with lookaround")

  static let vhost = RelationSchema(
    "rabbitmq.vhost",
    doc: "A virtual host.",
    obtain: obtain,
    columns: [
      ColumnSchema("vhost", vhostEntity, doc: "its name, with its cluster where the exports are of several"),
      clusterColumn,
      ColumnSchema("name", .text, doc: "its name as such"),
    ],
    key: ["vhost"])

  static let permission = RelationSchema(
    "rabbitmq.permission",
    doc: "A user who may connect to a virtual host. What the user may do there is in `rabbitmq.right`.",
    obtain: obtain,
    columns: [
      ColumnSchema("permission", permissionEntity, doc: "the user and the virtual host"), clusterColumn, userColumn,
      vhostColumn, ColumnSchema("named", .text, doc: "`USER -> VHOST`, as approvals name it"),
    ],
    key: ["permission"])

  static let right = RelationSchema(
    "rabbitmq.right",
    doc: """
      What a permission lets its user do: `configure` creates and deletes, `write` publishes, `read` consumes, each with what has a \
      name that the pattern matches somewhere. Three rows for each permission.
      """,
    obtain: obtain,
    columns: [
      ColumnSchema("permission", permissionEntity, doc: "the permission"), clusterColumn, userColumn, vhostColumn,
      ColumnSchema("right", .text, values: ["configure", "write", "read"], doc: "`configure`, `write` or `read`"),
      ColumnSchema("pattern", patternEntity, doc: "the pattern; `^$` for an empty one, which means that"),
      matchesColumn,
    ],
    key: ["permission", "right"])

  static let topicPermission = RelationSchema(
    "rabbitmq.topic_permission",
    doc: "A user whose topics on an exchange are limited. Without a row all topics are allowed.",
    obtain: obtain,
    columns: [
      ColumnSchema("permission", .entity("rabbitmq.topic_permission"), doc: "the user and the exchange"), clusterColumn,
      userColumn, vhostColumn, ColumnSchema("exchange", exchangeEntity, doc: "the exchange"),
    ],
    key: ["permission"])

  static let topicRight = RelationSchema(
    "rabbitmq.topic_right",
    doc: "Which topics such a user may write or read. Two rows for each; one that matches everything limits nothing.",
    obtain: obtain,
    columns: [
      ColumnSchema("permission", .entity("rabbitmq.topic_permission"), doc: "the user and the exchange"), clusterColumn,
      userColumn, vhostColumn, ColumnSchema("exchange", exchangeEntity, doc: "the exchange"),
      ColumnSchema("right", .text, values: ["write", "read"], doc: "`write` or `read`"),
      ColumnSchema("pattern", patternEntity, doc: "the pattern of topics"), matchesColumn,
    ],
    key: ["permission", "right"])

  static let pattern = RelationSchema(
    "rabbitmq.pattern",
    doc: """
      A pattern of some right, and whether it matches more than it seems to: it is searched for anywhere in a name, so that `orders` \
      matches `old_orders_secret` too.
      """,
    obtain: obtain,
    columns: [
      clusterColumn, ColumnSchema("pattern", patternEntity, doc: "the pattern"), matchesColumn,
      ColumnSchema("beyond", .bool, doc: "whether it matches a name that it would not match from first to last"),
    ],
    key: ["cluster", "pattern"])

  static let exchange = RelationSchema(
    "rabbitmq.exchange",
    doc: """
      An exchange. Exports leave out what every virtual host has from the beginning; of these `amq.topic` is here, which anybody may use \
      whose pattern matches it.
      """,
    obtain: obtain,
    columns: [
      ColumnSchema("exchange", exchangeEntity, doc: "the exchange and its virtual host"), clusterColumn, vhostColumn,
      ColumnSchema("name", .text, doc: "its name as such"),
      ColumnSchema("type", .text, doc: "`topic`, `direct`, `fanout`, `headers`, or one of a plugin"),
    ],
    key: ["exchange"])

  static let mayWrite = RelationSchema(
    "rabbitmq.may_write",
    doc:
      "A user who may publish to a topic exchange, by the pattern of a permission. Decided for exchanges of type `topic` only.",
    obtain: obtain,
    columns: [
      ColumnSchema("permission", permissionEntity, doc: "the permission"), clusterColumn, userColumn,
      ColumnSchema("exchange", exchangeEntity, doc: "the exchange"),
    ])
}
