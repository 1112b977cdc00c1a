import FactStore
import Formats
import ImportCore
import Localization

/// Virtual hosts and exchanges.
extension Record {
  mutating func readVhost(_ item: Item) {
    let name = name("name", of: item)
    facts.add(
      RabbitMQSchemas.vhost.name,
      naming: ["vhost": item.name(name), "cluster": item.cluster, "name": .cell(name)], at: item.place)
    // Each has this one from the beginning, and no export lists it.
    addExchange(Self.topics, .text("topic"), in: name, item)
    guard let text = name.text else { return }
    let source = item.source
    facts.tell { $0.rabbitMQ.note(vhost: text, source) }
  }

  private static let topics = FactWriter.Cell.text("amq.topic")

  mutating func readExchange(_ item: Item) {
    // The interface lists the one without a name as well.
    let isDefault = item.node["name"]?.string?.isEmpty == true
    let name: FactWriter.Cell = isDefault ? .text("amq.default") : name("name", of: item)
    var type = name.isUnknown ? name : self.name("type", of: item)
    // It has the type of another one, which stands among its arguments.
    if type.text?.hasPrefix("x-delayed") == true {
      type =
        item.node["arguments"]?["x-delayed-type"]?.string.map { .text($0) }
        ?? .unknown("the exchange does not say its type")
    }
    addExchange(name, type, in: vhost(of: item), item)
  }

  private mutating func addExchange(
    _ name: FactWriter.Cell, _ type: FactWriter.Cell, in vhost: FactWriter.Cell, _ item: Item
  ) {
    facts.add(
      RabbitMQSchemas.exchange.name,
      naming: [
        "exchange": item.name(name, vhost) { "\($0) in \($1)" }, "cluster": item.cluster, "vhost": item.name(vhost),
        "name": .cell(name), "type": .cell(type),
      ], at: item.place)
    guard let vhost = vhost.text, let name = name.text else { return }
    let isTopic = type.text.map { $0 == "topic" }
    let exchange = RabbitMQSurvey.Exchange(name: name, isTopic: isTopic, source: item.source)
    facts.tell { $0.rabbitMQ.note(exchange, of: vhost) }
  }
}
