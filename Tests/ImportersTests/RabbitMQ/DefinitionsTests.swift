import Foundation
import Testing

@testable import ImportCore

/// Definitions of RabbitMQ in their three forms, and each way in which one says less than it seems to.
struct DefinitionsTests {
  private func load(_ text: String) throws -> LoadedSources { try LoadingFolder.load(["a.json": text]) }

  private static let access = [
    "user", "user_tag", "login", "hash", "guessed", "permission", "right", "topic_permission", "vhost",
  ]
  private static let all = access + ["exchange", "link", "link_address", "route", "may_write", "pattern"]

  @Test func aClusterIsRead() throws {
    let loaded = try load(BrokerSamples.cluster())
    #expect(loaded.files[0].kind == "rabbitmq.definitions" && loaded.files[0].used == 1)
    #expect(loaded.facts("rabbitmq.cluster") == ["rabbit@mq | cluster"])
    #expect(loaded.facts("rabbitmq.document") == ["rabbitmq.definitions | cluster"])
    #expect(loaded.facts("rabbitmq.user") == ["app | rabbit@mq | app"])
    #expect(loaded.facts("rabbitmq.login") == ["app | rabbit@mq | password"])
    #expect(loaded.facts("rabbitmq.hash_algorithm") == ["app | rabbit@mq | sha-256"])
    // `guest`, the empty one, `app` and `/`.
    #expect(loaded.facts("rabbitmq.tried") == ["app | rabbit@mq | 4"])
    #expect(
      loaded.facts("rabbitmq.right") == [
        "app in app | rabbit@mq | app | app | configure | ^app | some",
        "app in app | rabbit@mq | app | app | read | .* | everything",
        "app in app | rabbit@mq | app | app | write | ^events$ | some",
      ])
    #expect(loaded.facts("rabbitmq.may_write") == ["app in app | rabbit@mq | app | events in app"])
    for relation in Self.all { #expect(loaded.holes("rabbitmq.\(relation)").isEmpty, "\(relation)") }
    #expect(loaded.origin("rabbitmq.user", "app | rabbit@mq | app")?.hasSuffix("/users/0") == true)
  }

  @Test func threeFormsCoverThreeThings() throws {
    let seed = try load(BrokerSamples.seed())
    #expect(seed.facts("rabbitmq.cluster") == ["rabbit@mq | seed"])
    for relation in Self.all { #expect(!seed.holes("rabbitmq.\(relation)").isEmpty, "\(relation)") }
    let vhost = try load(BrokerSamples.vhost())
    #expect(vhost.files[0].kind == "rabbitmq.vhost-definitions")
    #expect(vhost.facts("rabbitmq.exchange") == ["events in app | RabbitMQ | app | events | topic"])
    for relation in Self.all where relation != "may_write" && relation != "pattern" {
      #expect(!vhost.holes("rabbitmq.\(relation)").isEmpty, "\(relation)")
    }
    #expect(vhost.facts("rabbitmq.user").isEmpty)
  }

  @Test func anExportClosesWhatOthersLeaveOpen() throws {
    let files = ["a.json": BrokerSamples.seed(), "b.json": BrokerSamples.vhost(), "c.json": BrokerSamples.cluster()]
    let loaded = try LoadingFolder.load(files)
    for relation in Self.all { #expect(loaded.holes("rabbitmq.\(relation)").isEmpty, "\(relation)") }
    #expect(loaded.facts("rabbitmq.user") == ["app | rabbit@mq | app"])
  }

  @Test func exportsThatDisagreeLeaveItOpen() throws {
    let other = BrokerSamples.cluster([
      "users": "[\(BrokerSamples.user(["tags": "[]", "password_hash": #""""#]))]",
      "permissions": "[\(BrokerSamples.permission(["write": #"".*""#]))]",
    ])
    let loaded = try LoadingFolder.load(["a.json": BrokerSamples.cluster(), "b.json": other])
    #expect(loaded.holes("rabbitmq.user_tag") == ["app | rabbit@mq | * | * (conflict)"])
    #expect(loaded.facts("rabbitmq.login").isEmpty && loaded.facts("rabbitmq.right").count == 2)
    #expect(loaded.facts("rabbitmq.user") == ["app | rabbit@mq | app"])
  }

  @Test func clustersAreToldApart() throws {
    let files = ["a.json": BrokerSamples.cluster(), "b.json": BrokerSamples.cluster(name: "rabbit@test")]
    let loaded = try LoadingFolder.load(files)
    #expect(
      loaded.facts("rabbitmq.user") == [
        "app (cluster rabbit@mq) | rabbit@mq | app", "app (cluster rabbit@test) | rabbit@test | app",
      ])
    let third = try LoadingFolder.load(files.merging(["c.json": BrokerSamples.cluster(name: nil)]) { $1 })
    #expect(third.holes("rabbitmq.user").contains { $0.hasSuffix("(context)") })
  }

  /// Keys of a user, with what a relation says then: facts, or `?` for a hole.
  private static let users: [(changes: [String: String?], relation: String, says: [String])] = [
    (["tags": #""administrator, management""#], "user_tag", ["administrator", "management"]),
    (["tags": #""""#], "user_tag", []),
    (["tags": "[]"], "user_tag", []), (["tags": #"[" administrator "]"#], "user_tag", ["administrator"]),
    (["tags": nil], "user_tag", ["?"]), (["tags": "null"], "user_tag", ["?"]),
    (["tags": "[7]"], "user_tag", ["?"]), (["tags": nil, "administrator": "true"], "user_tag", ["administrator"]),
    (["tags": nil, "administrator": "false"], "user_tag", []),
    (["tags": nil, "administrator": "1"], "user_tag", ["?"]),
    (["password_hash": #""""#], "login", ["none"]), (["password_hash": nil], "login", ["?"]),
    (["password_hash": "null"], "login", ["?"]), (["password_hash": "7"], "login", ["?"]),
    (["password_hash": nil], "guessed", ["?"]), (["password_hash": #""""#], "guessed", []),
    (["password_hash": #""admin""#], "guessed", ["?"]), (["password_hash": #""admin""#], "login", ["password"]),
    (["hashing_algorithm": #""my_hash_module""#], "hash_algorithm", ["?"]),
    (["hashing_algorithm": #""my_hash_module""#], "tried", ["?"]),
    (["hashing_algorithm": #""undefined""#], "hash_algorithm", ["md5"]),
    (["hashing_algorithm": nil], "hash_algorithm", ["sha-256"]),
    (["password_hash": "\"\(PasswordHashTests.hash("guest"))\""], "guessed", ["guest"]),
    (["password_hash": "\"\(PasswordHashTests.hash("app"))\""], "guessed", ["user-name", "vhost-name"]),
    (["name": "7"], "user", ["?"]), (["name": nil], "user", ["?"]), (["name": #""""#], "user", ["?"]),
  ]

  @Test(arguments: users.indices) func aUserSaysWhatItHolds(_ index: Int) throws {
    let row = Self.users[index]
    let loaded = try load(BrokerSamples.cluster(["users": "[\(BrokerSamples.user(row.changes))]"]))
    let relation = "rabbitmq.\(row.relation)"
    let facts = loaded.facts(relation).map { $0.split(separator: " ").last.map(String.init) ?? "" }
    let holes = loaded.holes(relation)
    if row.says == ["?"] {
      #expect(!holes.isEmpty && facts.isEmpty)
    } else {
      #expect(facts == row.says && holes.isEmpty)
    }
  }

  @Test func whatIsWrittenInClearMakesASeed() throws {
    let user = BrokerSamples.user(["password": #""Sommer2026!""#, "password_hash": nil])
    let loaded = try load(BrokerSamples.cluster(["users": "[\(user)]"]))
    #expect(loaded.facts("rabbitmq.clear_password") == ["rabbitmq.definitions | app"])
    #expect(loaded.facts("rabbitmq.cluster") == ["rabbit@mq | seed"] && !loaded.text.contains("Sommer2026"))
    let open = try load(BrokerSamples.seed(["users": #"[{"name": "a", "password": "${P}", "tags": ""}]"#]))
    #expect(open.facts("rabbitmq.clear_password").isEmpty)
    #expect(open.holes("rabbitmq.clear_password") == ["rabbitmq.definitions | a (unusable)"])
  }

  /// A list of a cluster that is not all there, and a relation that it leaves open.
  private static let lists: [(list: String, value: String?, relation: String)] = [
    ("users", nil, "user"), ("users", "[]", "user"), ("users", "{}", "user"), ("users", "[7]", "user_tag"),
    ("users", "null", "guessed"), ("vhosts", nil, "vhost"), ("vhosts", "[]", "exchange"), ("permissions", nil, "right"),
    ("permissions", nil, "may_write"), ("permissions", nil, "pattern"), ("permissions", "[null]", "permission"),
    ("topic_permissions", nil, "topic_permission"), ("parameters", nil, "link"), ("parameters", nil, "route"),
    ("parameters", "7", "link_secret"), ("exchanges", nil, "exchange"),
    ("exchanges", #"[{"name": "x", "vhost": "app"}]"#, "exchange"),
    ("exchanges", #"[{"name": "events", "vhost": "app"}]"#, "may_write"),
    ("permissions", "[\(BrokerSamples.permission(["write": nil]))]", "right"),
    ("permissions", "[\(BrokerSamples.permission(["write": "7"]))]", "may_write"),
    ("permissions", "[\(BrokerSamples.permission(["vhost": nil]))]", "permission"),
    ("permissions", "[\(BrokerSamples.permission(["read": #""(?!x).*""#]))]", "right"),
    ("parameters", #"[{"component": "shovel", "name": "s", "vhost": "app", "value": "x"}]"#, "route"),
    ("parameters", #"[{"component": 7, "name": "s", "vhost": "app", "value": {}}]"#, "link"),
    (
      "parameters",
      #"[{"component": "shovel", "name": "s", "vhost": "app", "value": {"src-uri": "${U}", "dest-uri": []}}]"#,
      "link_address"
    ),
  ]

  @Test(arguments: lists.indices) func aListThatIsNotWholeLeavesItOpen(_ index: Int) throws {
    let row = Self.lists[index]
    let loaded = try load(BrokerSamples.cluster([row.list: row.value]))
    #expect(!loaded.holes("rabbitmq.\(row.relation)").isEmpty)
  }

  @Test func linksAreRead() throws {
    let shovel = """
      {"component": "shovel", "name": "s", "vhost": "app", "value": {"src-uri": "amqp:///app",
      "dest-uri": ["amqps://u:hemmelig9@mq.example/v%2F1?verify=verify_none&password=noegle77", "amqp://mq/iga"]}}
      """
    let upstream =
      #"{"component": "federation-upstream", "name": "u", "vhost": "app", "value": {"uri": "amqp://10.0.0.5"}}"#
    let other = #"{"component": "vhost-limits", "name": "limits", "vhost": "app", "value": {}}"#
    let loaded = try load(BrokerSamples.cluster(["parameters": "[\(shovel), \(upstream), \(other)]"]))
    #expect(loaded.facts("rabbitmq.link").count == 2)
    #expect(
      loaded.facts("rabbitmq.route").map { $0.components(separatedBy: " | ").suffix(2).joined(separator: " | ") } == [
        "10.0.0.5/app -> app | true", "app -> iga | true", "app -> mq.example/v/1 | true",
      ])
    #expect(
      loaded.facts("rabbitmq.link_address").map { $0.components(separatedBy: " | ").suffix(4).joined(separator: " ") }
        == [
          "source private 10.0.0.5 none", "source direct  none", "target elsewhere mq.example unchecked",
          "target cluster mq none",
        ])
    #expect(loaded.facts("rabbitmq.link_secret").count == 2 && loaded.holes("rabbitmq.link_secret").isEmpty)
    #expect(!loaded.text.contains("hemmelig9") && !loaded.text.contains("noegle77"))
  }

  @Test func topicsAreLimitedByWhatTheyAreFilledWith() throws {
    func row(_ write: String) -> String {
      #"{"user": "app", "vhost": "app", "exchange": "events", "write": "\#(write)", "read": ""}"#
    }
    for (pattern, says) in [("^{username}\\\\.x$", "some"), (".*", "everything"), ("^{client_id}$", "?")] {
      let loaded = try load(BrokerSamples.cluster(["topic_permissions": "[\(row(pattern))]"]))
      let rights = loaded.facts("rabbitmq.topic_right").filter { $0.contains("| write |") }
      #expect(says == "?" ? rights.isEmpty : rights.count == 1 && rights[0].hasSuffix("| \(says)"), "\(pattern)")
      #expect(loaded.facts("rabbitmq.topic_permission").count == 1)
    }
  }
}
