import FactStore
import Formats
import ImportCore
import Localization

/// Reads exports of RabbitMQ, a message broker: users, permissions, and links between virtual hosts.
package struct RabbitMQImporter: SystemImporter {
  package let system = RabbitMQ.system
  package let unused = RabbitMQKnown.kinds

  package init() {}

  package func begin(_ survey: inout Survey, parameters: (String) -> [String], contexts: [SourceContext]) {
    survey.rabbitMQ.triedWords = parameters(RabbitMQ.triedPasswords)
  }

  package func recogniseUnused(_ sketch: JSONSketch) -> Recognition? {
    RabbitMQKnown.rules.first(fitting: sketch).map { .known(kind: $0.kind, what: $0.what) }
  }
}

/// Lists of RabbitMQ that are known and say nothing of who may do what.
enum RabbitMQKnown {
  static let state = "rabbitmq.state"

  static let kinds = [state: stateText]

  static let rules = [
    KeyRule(kind: state, required: ["rabbitmq_version", "erlang_version", "cluster_name"], what: stateText),
    KeyRule(kind: state, required: ["name", "vhost", "arguments", "auto_delete", "exclusive"], what: stateText),
    KeyRule(
      kind: state, required: ["source", "vhost", "destination", "destination_type", "routing_key"], what: stateText),
    KeyRule(kind: state, required: ["vhost", "name", "pattern", "apply-to", "definition"], what: stateText),
    KeyRule(kind: state, required: ["node", "vhost", "peer_host", "protocol", "user"], what: stateText),
    KeyRule(kind: state, required: ["node", "timestamp", "name", "vhost", "type", "state"], what: stateText),
  ]

  private static let stateText: Phrase =
    "queues, bindings, policies, connections or the state of a broker, which say nothing of who may do what"
}
