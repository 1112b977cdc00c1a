import FactStore
import ImportCore
import Localization

/// The source relations that exports of RabbitMQ fill.
///
/// Each has the cluster in it, so that what one export leaves open says nothing of another cluster.
enum RabbitMQSchemas {
  static let all: [RelationSchema] = [
    document, clearPassword, cluster, user, tag, login, hash, algorithm, tried, guessed, vhost, permission, right,
    topicPermission, topicRight, pattern, exchange, mayWrite, link, address, linkSecret, route,
  ]

  static let documentEntity = ValueType.entity("rabbitmq.document")
  static let clusterEntity = ValueType.entity("rabbitmq.cluster")
  static let userEntity = ValueType.entity("rabbitmq.user")
  static let vhostEntity = ValueType.entity("rabbitmq.vhost")
  static let permissionEntity = ValueType.entity("rabbitmq.permission")
  static let patternEntity = ValueType.entity("rabbitmq.pattern")
  static let exchangeEntity = ValueType.entity("rabbitmq.exchange")
  static let linkEntity = ValueType.entity("rabbitmq.link")

  static let clusterColumn = ColumnSchema("cluster", clusterEntity, doc: "the cluster that it is in")
  static let userColumn = ColumnSchema("user", userEntity, doc: "the user")
  static let vhostColumn = ColumnSchema("vhost", vhostEntity, doc: "the virtual host")

  static let obtain: Phrase = """
    the definitions of all virtual hosts: *Overview*, *Export definitions* with virtual host *All*, or \
    `rabbitmqctl export_definitions FILE`; an administrator can make it; it holds hashes of passwords, so delete it after reading
    """

  static let document = RelationSchema(
    "rabbitmq.document",
    doc: """
      An export of RabbitMQ and what it is: `cluster` has everything, `virtual-host` has nothing of users and permissions, `seed` is \
      what was written to be loaded, which is not what there is, and `list` is one list of the interface or of a command.
      """,
    obtain: obtain,
    columns: [
      ColumnSchema("document", documentEntity, doc: "what it is, with its cluster where that is known"),
      ColumnSchema("form", .text, values: ["cluster", "virtual-host", "seed", "list"], doc: "how much it covers"),
    ],
    key: ["document"], lost: .nothing)

  static let clearPassword = RelationSchema(
    "rabbitmq.clear_password",
    doc: "A user whose password stands in clear in a document. The password itself is not kept.",
    obtain: obtain,
    columns: [ColumnSchema("document", documentEntity, doc: "the document"), userColumn], lost: .nothing)

  static let cluster = RelationSchema(
    "rabbitmq.cluster",
    doc: "A cluster of which an export was loaded. All exports that name none are of one.",
    obtain: obtain,
    columns: [
      ColumnSchema("cluster", clusterEntity, doc: "its name, or `RabbitMQ` where no export says it"),
      ColumnSchema("form", .text, values: ["cluster", "virtual-host", "seed", "list"], doc: "what was loaded of it"),
    ], lost: .nothing)

  static let user = RelationSchema(
    "rabbitmq.user",
    doc: """
      A user whom RabbitMQ itself keeps. Users of another backend, such as a portal or a directory, are in no export. A user is an \
      application more often than a person.
      """,
    obtain: obtain,
    columns: [
      ColumnSchema("user", userEntity, doc: "its name, with its cluster where the exports are of several"),
      clusterColumn,
      ColumnSchema("name", .text, doc: "its name as such"),
    ],
    key: ["user"])

  static let tag = RelationSchema(
    "rabbitmq.user_tag",
    doc: """
      A tag of a user: `administrator`, `monitoring`, `policymaker`, `management`, `impersonator`, `protected`, or any other word, \
      which gives no right.
      """,
    obtain: obtain,
    columns: [
      userColumn, clusterColumn, ColumnSchema("tag", .text, doc: "as it is written"),
      ColumnSchema("named", .text, doc: "`USER as TAG`, as approvals name it"),
    ])

  static let login = RelationSchema(
    "rabbitmq.login",
    doc:
      "Whether a user can log in with a password that RabbitMQ keeps. Without one a certificate or another backend lets it in.",
    obtain: obtain,
    columns: [
      userColumn, clusterColumn, ColumnSchema("way", .text, values: ["password", "none"], doc: "`password` or `none`"),
    ],
    key: ["user"])
}
