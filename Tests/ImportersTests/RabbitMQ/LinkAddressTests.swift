import Testing

@testable import ImportRabbitMQ

/// Addresses of shovels and federations, of which nothing secret may be left.
struct LinkAddressTests {
  /// An address, and what is read of it: `SCHEME HOST VHOST CHECKED`, or `?`; then its secrets.
  private static let read: [(text: String, says: String, secrets: String)] = [
    ("amqp:///iga", "amqp - iga -", ""), ("amqp://", "amqp - - -", ""), ("amqp:///%2F", "amqp - / -", ""),
    ("amqps://u:p@mq.example/v", "amqps mq.example v -", "user-info"),
    ("amqps://u@mq.example", "amqps mq.example - -", ""),
    ("amqps://u:@MQ.example.:5671/v", "amqps mq.example v -", ""),
    ("amqps://mq.example/v?verify=verify_none", "amqps mq.example v false", ""),
    ("amqps://mq.example/v?heartbeat=1&verify=verify_peer", "amqps mq.example v true", ""),
    ("amqps://mq.example/v?verify=verify_peer&verify=verify_none", "amqps mq.example v -", ""),
    ("amqps://mq.example?password=abc&verify=%76erify_none", "amqps mq.example - false", "parameter"),
    ("amqps://mq.example?password=${P}", "amqps mq.example - -", "open"),
    ("amqps://${U}:${P}@mq.example/v", "amqps mq.example v -", "open"), ("${URI}", "?", "open"),
    ("amqps://${HOST}/v", "?", "open"), ("amqp://a:b@c/d@mq.example", "?", "user-info"),
    ("amqp://a:b?c@mq.example/v", "?", "user-info"), ("amqp://mq.example/a/b", "?", "open"),
    ("http://mq.example", "?", "open"),
    ("amqp://:5672/v", "?", "open"), ("amqps:///v", "?", "open"), ("amqp://mq.example:port/v", "?", "open"),
    ("amqp://[2001:db8::1]:5672/v", "amqp 2001:db8::1 v -", ""), ("amqp://mq example/v", "?", "open"),
    ("", "?", "open"),
    ("AMQPS://mq.example", "amqps mq.example - -", ""),
  ]

  @Test(arguments: read.indices) func nothingSecretIsLeft(_ index: Int) {
    let row = Self.read[index]
    let (address, secrets) = LinkAddress.read(row.text)
    let says =
      address.map { address in
        [
          address.isEncrypted ? "amqps" : "amqp", address.host ?? "-", address.vhost ?? "-",
          address.isChecked.map { "\($0)" } ?? "-",
        ].joined(separator: " ")
      } ?? "?"
    #expect(says == row.says, "\(row.text)")
    let kinds = [
      secrets.userInfo == nil ? nil : "user-info", secrets.parameter == nil ? nil : "parameter",
      secrets.isOpen ? "open" : nil,
    ]
    #expect(kinds.compactMap(\.self).joined(separator: " ") == row.secrets, "\(row.text)")
  }

  @Test(arguments: [
    ("localhost", "local"), ("127.0.0.1", "local"), ("::1", "local"), ("10.0.0.5", "private"),
    ("172.16.1.1", "private"),
    ("172.32.1.1", "elsewhere"), ("192.168.0.1", "private"), ("rabbitmq", "private"), ("mq.example", "elsewhere"),
    ("mq.internal", "private"), ("fd00::1", "private"), ("2001:db8::1", "elsewhere"), ("192.0.2.1", "elsewhere"),
    ("010.0.0.5.example", "elsewhere"), ("10.0.0.256", "elsewhere"), ("167772165", "elsewhere"),
  ]) func aHostIsSomewhere(_ host: String, _ place: String) { #expect(LinkHost.place(host) == place) }
}
