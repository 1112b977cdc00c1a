import FactStore
import ImportCore
import Localization

/// Shovels and federation: messages that go from one virtual host to another, past all permissions of users.
extension RabbitMQSchemas {
  private static let linkColumn = ColumnSchema("link", linkEntity, doc: "the link")

  static let link = RelationSchema(
    "rabbitmq.link",
    doc: "A shovel, or an upstream of a federation. Those of a configuration file are in no export.",
    obtain: obtain,
    columns: [
      ColumnSchema("link", linkEntity, doc: "its kind, name and virtual host"), clusterColumn,
      ColumnSchema("vhost", vhostEntity, doc: "the virtual host in which it is defined"),
      ColumnSchema("kind", .text, values: ["shovel", "federation"], doc: "`shovel` or `federation`"),
    ],
    key: ["link"])

  static let address = RelationSchema(
    "rabbitmq.link_address",
    doc: """
      An address that a link connects to, without user, password and parameters; unknown where it is a placeholder. An address without a \
      host is no connection over the network, and no permission holds for it.
      """,
    obtain: obtain,
    columns: [
      ColumnSchema("address", .entity("rabbitmq.address"), doc: "the link, the end and its number"), clusterColumn,
      linkColumn,
      ColumnSchema("side", .text, values: ["source", "target"], doc: "`source` or `target` of the messages"),
      ColumnSchema(
        "place", .text, values: ["direct", "local", "private", "cluster", "elsewhere"],
        doc: """
          `direct` without a host, `local` for the same machine, `private` for an address or name of a private network, `cluster` for the \
          host of the cluster's name, else `elsewhere`
          """),
      ColumnSchema("host", .text, doc: "the host; empty where there is none"),
      ColumnSchema(
        "protection", .text, values: ["none", "unchecked", "checked"],
        doc: """
          `none` without TLS, `unchecked` where it turns off the checking of certificates, `checked` where it turns it on; unknown where \
          it says neither, since that depends on the version
          """),
    ],
    key: ["address"])

  static let linkSecret = RelationSchema(
    "rabbitmq.link_secret",
    doc: "A password in an address of a link. The password itself is not kept.",
    obtain: obtain,
    columns: [
      clusterColumn, linkColumn,
      ColumnSchema("side", .text, values: ["source", "target"], doc: "the end whose address has it"),
      ColumnSchema(
        "kind", .text, values: ["user-info", "parameter"],
        doc: "in front of the host, or `password` among the parameters"),
      ColumnSchema("length", .text, values: Secret.lengthClasses, doc: "how long it is, as a range"),
    ])

  static let route = RelationSchema(
    "rabbitmq.route",
    doc: """
      From where to where a link carries messages: a virtual host of the cluster by its name, one of another host as `HOST/NAME`. \
      One row for each pair of addresses.
      """,
    obtain: obtain,
    columns: [
      clusterColumn, linkColumn, ColumnSchema("source", .text, doc: "from where"),
      ColumnSchema("target", .text, doc: "to where"),
      ColumnSchema("route", .text, doc: "`SOURCE -> TARGET`, as approvals name it"),
      ColumnSchema("crosses", .bool, doc: "whether the two differ"),
    ])
}
