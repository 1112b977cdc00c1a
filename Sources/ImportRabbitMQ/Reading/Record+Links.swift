import FactStore
import Formats
import ImportCore
import Localization

/// Shovels and upstreams of federations, which stand among other parameters.
extension Record {
  mutating func readParameter(_ item: Item) {
    let component = name("component", of: item)
    guard let kind = component.text else {
      return lackLink(["cluster": item.cluster], component, at: item.place)
    }
    switch kind {
    case "shovel": readLink(item, "shovel")
    case "federation-upstream": readLink(item, "federation")
    default: break
    }
  }

  mutating func lackLink(_ known: [String: Facts.Cell], _ cell: FactWriter.Cell, at place: Place) {
    lack(
      [RabbitMQSchemas.link, RabbitMQSchemas.address, RabbitMQSchemas.linkSecret, RabbitMQSchemas.route], known, cell,
      at: place)
  }

  /// One end of a link: where it may be.
  private struct End {
    let host: String?
    let vhost: String
  }

  /// The ends on one side.
  private struct Ends {
    var known: [End]
    /// There are no others.
    var isWhole: Bool
  }

  private mutating func readLink(_ item: Item, _ kind: String) {
    let vhost = vhost(of: item)
    let name = item.name(name("name", of: item), vhost) { "\(kind) \($0) in \($1)" }
    let known = ["cluster": item.cluster, "link": name]
    facts.add(
      RabbitMQSchemas.link.name,
      naming: known.merging(["vhost": item.name(vhost), "kind": .text(kind)]) { $1 }, at: item.place)
    let place = item.place("value")
    guard let value = item.node["value"].flatMap(Self.object), value.kind == .object else {
      let cell = refuse(place, "`value` is no object")
      return lack(
        [RabbitMQSchemas.address, RabbitMQSchemas.linkSecret, RabbitMQSchemas.route], known, cell, at: place)
    }
    let part = Item(node: value, place: place, document: item.document)
    // Which virtual host an address of a shovel means that names none, has changed between versions.
    let usual = vhost.text == "/" || kind == "federation" ? vhost.text : nil
    let sources = ends(
      kind == "shovel" ? "src-uri" : "uri", "source", of: part, known, usual)
    var targets = Ends(known: vhost.text.map { [End(host: nil, vhost: $0)] } ?? [], isWhole: !vhost.isUnknown)
    if kind == "shovel" { targets = ends("dest-uri", "target", of: part, known, usual) }
    addRoutes(from: sources, to: targets, item, known)
  }

  /// An object, also where a command wrote it as a text.
  private static func object(_ node: JSONNode) -> JSONNode? {
    guard let text = node.string else { return node }
    let records = JSONRecords.read(Array(text.utf8))
    guard records.shape == .object, records.problems.isEmpty, case .success(let object)? = records.records.first?.node
    else { return nil }
    return object
  }

  /// What the addresses under a key say, and whether all of them could be read.
  private mutating func ends(
    _ key: String, _ side: String, of item: Item, _ known: [String: Facts.Cell], _ usual: String?
  ) -> Ends {
    let place = item.place(key)
    let known = known.merging(["side": .text(side)]) { $1 }
    func lost(_ record: inout Record, _ cell: FactWriter.Cell) -> Ends {
      record.lack([RabbitMQSchemas.address, RabbitMQSchemas.linkSecret], known, cell, at: place)
      return Ends(known: [], isWhole: false)
    }
    guard let value = item.node[key] else {
      return lost(&self, .unknown("the link has no `\(key)`", .columnAbsent))
    }
    let texts = value.kind == .array ? value.elements.map(\.string) : [value.string]
    guard !texts.isEmpty, texts.allSatisfy({ $0 != nil }) else {
      return lost(&self, refuse(place, "`\(key)` is neither a text nor a list of texts"))
    }
    var ends = Ends(known: [], isWhole: true)
    for (index, text) in texts.compactMap(\.self).enumerated() {
      let (address, secrets) = LinkAddress.read(text)
      addSecrets(secrets, known, at: place)
      guard let address else {
        lack([RabbitMQSchemas.address], known, .unknown(Self.unread), at: place)
        ends.isWhole = false
        continue
      }
      addAddress(address, index + 1, side, item, known, at: place)
      if let vhost = address.vhost ?? usual {
        ends.known.append(End(host: address.host, vhost: vhost))
      } else {
        ends.isWhole = false
      }
    }
    return ends
  }

  private static let mostRoutes = 1000
  private static let unread: Phrase = "an address of the link is a placeholder, or cannot be read as one"

  private mutating func addSecrets(_ secrets: LinkAddress.Secrets, _ known: [String: Facts.Cell], at place: Place) {
    let relation = RabbitMQSchemas.linkSecret
    for (kind, count) in [("user-info", secrets.userInfo), ("parameter", secrets.parameter)] {
      guard let count else { continue }
      // The password of a key has neither a name nor a shape that a search of any document would know.
      let secret = Secret(at: place, name: "password", kind == "parameter" ? .password : .userInfo, count: count)
      if kind == "parameter" { facts.meet(secret) }
      facts.add(
        relation.name, naming: known.merging(["kind": .text(kind), "length": .text(secret.length)]) { $1 }, at: place)
    }
    if secrets.isOpen {
      lack([relation], known, .unknown("what is secret in the address is a placeholder, or cannot be told"), at: place)
    }
  }

  private mutating func addAddress(
    _ address: LinkAddress, _ number: Int, _ side: String, _ item: Item, _ known: [String: Facts.Cell], at place: Place
  ) {
    let link = known["link"]!
    let protection: FactWriter.Cell =
      if !address.isEncrypted {
        .text("none")
      } else if let isChecked = address.isChecked {
        .text(isChecked ? "checked" : "unchecked")
      } else {
        .unknown("the address does not say once whether certificates are checked, which depends on the version")
      }
    let host = address.host
    let source = item.source
    facts.add(
      RabbitMQSchemas.address.name,
      naming: known.merging([
        "address": .late { survey in
          let link = link.settled(survey)
          return link.text.map { .text("\($0), \(side) \(number)") } ?? link
        },
        "place": .late { .text(Self.place(host, $0.rabbitMQ.cluster(source))) },
        "host": .text(host ?? ""), "protection": .cell(protection),
      ]) { $1 }, at: place)
  }

  /// Where a host is: the name of a cluster is by default that of its first node, `rabbit@HOST`.
  private static func place(_ host: String?, _ cluster: FactWriter.Cell) -> String {
    guard let host else { return "direct" }
    let node = cluster.text?.lowercased().split(separator: "@", maxSplits: 1).last.map(String.init)
    return host == node && cluster.text?.contains("@") == true ? "cluster" : LinkHost.place(host)
  }

  private mutating func addRoutes(from sources: Ends, to targets: Ends, _ item: Item, _ known: [String: Facts.Cell]) {
    let relation = RabbitMQSchemas.route
    let isAll = sources.known.count * targets.known.count <= Self.mostRoutes
    if !isAll || !sources.isWhole || !targets.isWhole { lack([relation], known, .unknown(Self.unread), at: item.place) }
    guard isAll else { return }
    for source in sources.known {
      for target in targets.known {
        let origin = item.source
        let name: @Sendable (Survey, String?, String) -> String = { survey, host, vhost in
          let place = Self.place(host, survey.rabbitMQ.cluster(origin))
          return host.map { ["direct", "local", "cluster"].contains(place) ? vhost : "\($0)/\(vhost)" } ?? vhost
        }
        let (from, to) = ((source.host, source.vhost), (target.host, target.vhost))
        facts.add(
          relation.name,
          naming: known.merging([
            "source": .late { .text(name($0, from.0, from.1)) }, "target": .late { .text(name($0, to.0, to.1)) },
            "route": .late { .text("\(name($0, from.0, from.1)) -> \(name($0, to.0, to.1))") },
            "crosses": .late { .value(.bool(name($0, from.0, from.1) != name($0, to.0, to.1))) },
          ]) { $1 }, at: item.place)
      }
    }
  }
}
