import Foundation
import Importers
import Testing

@testable import ImportCore

/// Lists of the interface and of the command, which say less than definitions, and real documents, where they are at hand.
struct BrokerListTests {
  private static let listed = #"[{"user": "app", "configure": "^$", "write": ".*", "read": ".*"}]"#
  private static let users = #"[{"user": "app", "tags": ["administrator"]}]"#
  private static let vhosts = #"[{"name": "/"}, {"name": "app"}]"#

  @Test func aCommandListsUsersWithoutHashes() throws {
    let loaded = try LoadingFolder.load(["a.json": Self.users])
    #expect(loaded.files[0].kind == "rabbitmq.listed-users")
    #expect(loaded.facts("rabbitmq.user_tag") == ["app | RabbitMQ | administrator | app as administrator"])
    #expect(loaded.holes("rabbitmq.user").isEmpty && loaded.holes("rabbitmq.user_tag").isEmpty)
    for relation in ["login", "hash", "hash_algorithm", "tried", "guessed"] {
      #expect(
        loaded.holes("rabbitmq.\(relation)") == ["app | RabbitMQ\(relation == "hash" ? "" : " | *") (column-absent)"])
    }
  }

  @Test func aListOfOneVirtualHostSaysNothingOfOthers() throws {
    let unnamed = try LoadingFolder.load(["a.json": Self.listed])
    #expect(unnamed.facts("rabbitmq.permission").isEmpty && !unnamed.holes("rabbitmq.permission").isEmpty)
    let as_ = ["a.json=rabbitmq.listed-permissions,query=rabbitmqctl list_permissions -p app"]
    let one = try LoadingFolder.load(["a.json": Self.listed], as: as_)
    #expect(one.facts("rabbitmq.permission") == ["app in app | RabbitMQ | app | app | app -> app"])
    #expect(!one.holes("rabbitmq.permission").isEmpty)
    let all = try LoadingFolder.load(
      ["a.json": Self.listed, "b.json": "[]", "c.json": Self.vhosts],
      as: as_ + [
        "b.json=rabbitmq.listed-permissions,query=rabbitmqctl list_permissions", "c.json=rabbitmq.listed-vhosts",
      ])
    #expect(all.facts("rabbitmq.permission") == ["app in app | RabbitMQ | app | app | app -> app"])
    #expect(all.holes("rabbitmq.permission").isEmpty && all.holes("rabbitmq.right").isEmpty)
  }

  @Test func aListOfTheInterfaceIsWholeWhereItsPathSaysSo() throws {
    let text = "[\(BrokerSamples.permission())]"
    let bare = try LoadingFolder.load(["a.json": text])
    #expect(bare.files[0].kind == "rabbitmq.permissions" && !bare.holes("rabbitmq.right").isEmpty)
    let asked = try LoadingFolder.load(
      ["a.json": text], as: ["a.json=rabbitmq.permissions,query=GET https://mq.example/api/permissions"])
    #expect(asked.holes("rabbitmq.right").isEmpty)
    let users = try LoadingFolder.load(["a.json": "[\(BrokerSamples.user())]"])
    #expect(users.files[0].kind == "rabbitmq.users" && users.holes("rabbitmq.user").isEmpty)
    let one = try LoadingFolder.load(["a.json": BrokerSamples.user()])
    #expect(one.files[0].kind == "rabbitmq.users" && !one.holes("rabbitmq.user").isEmpty)
  }

  @Test func aCommandWritesParametersAsText() throws {
    let value = #"{\"src-uri\": \"amqp:///app\", \"dest-uri\": \"amqps://u:hemmelig9@mq.example/iga\"}"#
    let loaded = try LoadingFolder.load(
      ["a.json": #"[{"component": "shovel", "name": "s", "value": "\#(value)"}]"#],
      as: ["a.json=rabbitmq.listed-parameters,query=rabbitmqctl list_parameters -p app"])
    #expect(loaded.facts("rabbitmq.link") == ["shovel s in app | RabbitMQ | app | shovel"])
    #expect(loaded.facts("rabbitmq.route").count == 1 && loaded.facts("rabbitmq.link_secret").count == 1)
    #expect(!loaded.holes("rabbitmq.link").isEmpty && !loaded.text.contains("hemmelig9"))
  }

  @Test func theExchangeWithoutANameHasOne() throws {
    let item = #"{"name": "", "vhost": "app", "type": "direct", "internal": false, "durable": true, "arguments": {}}"#
    let loaded = try LoadingFolder.load(["a.json": "[\(item)]"])
    #expect(loaded.facts("rabbitmq.exchange") == ["amq.default in app | RabbitMQ | app | amq.default | direct"])
    #expect(loaded.files[0].used == 1)
  }

  @Test func usersMayHaveTheirPermissionsInThem() throws {
    let map = #"{"/": {"config": "^$", "read": ".*", "write": ""}, "app": 7}"#
    let loaded = try LoadingFolder.load(["a.json": "[\(BrokerSamples.user(["permissions": map]))]"])
    #expect(loaded.files[0].kind == "rabbitmq.stored-users")
    #expect(loaded.facts("rabbitmq.right").count == 2)
    // What an empty pattern means there is not known.
    #expect(loaded.holes("rabbitmq.right").contains { $0.hasPrefix("app in / | RabbitMQ | app | / | write | *") })
    #expect(loaded.holes("rabbitmq.permission").contains { $0.contains("| app | app | * (unusable)") })
    let without = try LoadingFolder.load(["a.json": BrokerSamples.user()], as: ["a.json=rabbitmq.stored-users"])
    #expect(without.holes("rabbitmq.right").contains { $0.contains("| app | * | * | * | * (column-absent)") })
  }

  static let folder: String? = {
    let shared = ProcessInfo.processInfo.environment["TILSYN_SHARED"] ?? "../shared"
    let path = shared + "/data/hr-and-api-manager-samples/rabbitmq"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test(.enabled(if: folder != nil, "no samples of RabbitMQ beside the checkout"))
  func everySampleIsReadOrRefused() throws {
    let loaded = try Loader(configuration: Configuration(.all), asOf: .init("2026-11-20")!).load([Self.folder!])
    loaded.checkTranslations()
    for file in loaded.files {
      #expect(file.kind?.hasPrefix("rabbitmq.") == true, "\(file.path)")
      let isBroken = file.path.hasSuffix("failing_case20.json")
      #expect(isBroken == (file.used == 0), "\(file.path)")
    }
    // Three of them are of one virtual host by their keys, and one says so.
    #expect(loaded.files.count { $0.kind == "rabbitmq.vhost-definitions" } == 4)
    #expect(loaded.facts("rabbitmq.guessed").contains { $0.hasPrefix("guest") })
  }
}
