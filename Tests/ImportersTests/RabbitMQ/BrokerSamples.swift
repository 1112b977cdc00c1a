/// Definitions that tests change a little.
enum BrokerSamples {
  /// The definitions of a cluster, as the server writes them, with these lists in the place of its own; `nil` leaves one out.
  static func cluster(_ lists: [String: String?] = [:], name: String? = "rabbit@mq") -> String {
    definitions(["rabbit_version": #""4.1.0""#, "rabbitmq_definition_format": #""cluster""#], lists, name: name)
  }

  /// The same lists as somebody wrote them to be loaded.
  static func seed(_ lists: [String: String?] = [:]) -> String { definitions([:], lists, name: "rabbit@mq") }

  /// The same virtual host alone.
  static func vhost() -> String {
    """
    {"rabbit_version": "4.1.0", "rabbitmq_definition_format": "single_virtual_host", "original_vhost_name": "app", "limits": [],
    "parameters": [], "policies": [], "queues": [], "bindings": [],
    "exchanges": [{"name": "events", "type": "topic", "durable": true, "auto_delete": false, "internal": false, "arguments": {}}]}
    """
  }

  private static func definitions(_ head: [String: String], _ lists: [String: String?], name: String?) -> String {
    var all: [String: String?] = [
      "users": "[\(user())]", "vhosts": #"[{"name": "/", "limits": []}, {"name": "app", "limits": {}}]"#,
      "permissions": "[\(permission())]", "topic_permissions": "[]", "parameters": "[]",
      "global_parameters": name.map { #"[{"name": "cluster_name", "value": "\#($0)"}]"# } ?? "[]", "queues": "[]",
      "exchanges": """
      [{"name": "events", "vhost": "app", "type": "topic", "durable": true, "auto_delete": false, "internal": false, "arguments": {}}]
      """,
    ]
    all.merge(lists) { $1 }
    let parts = head.merging(all.compactMapValues(\.self)) { $1 }
    return "{" + parts.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ",\n") + "}"
  }

  /// A user with these keys in the place of its own; `nil` leaves one out.
  static func user(_ changes: [String: String?] = [:]) -> String {
    object(
      [
        "name": #""app""#, "password_hash": "\"\(PasswordHashTests.hash("Xq7-long-and-odd"))\"",
        "hashing_algorithm": #""rabbit_password_hashing_sha256""#, "tags": #"["management"]"#, "limits": "{}",
      ], changes)
  }

  static func permission(_ changes: [String: String?] = [:]) -> String {
    object(
      ["user": #""app""#, "vhost": #""app""#, "configure": #""^app""#, "write": #""^events$""#, "read": #"".*""#],
      changes)
  }

  static func object(_ own: [String: String?], _ changes: [String: String?]) -> String {
    let all = own.merging(changes) { $1 }.compactMapValues(\.self)
    return "{" + all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
  }
}
