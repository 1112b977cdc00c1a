import FactStore
import Formats
import ImportCore
import Localization

/// Lists of the interface, `/api/users` and its like, which name the virtual host of everything.
extension RabbitMQ {
  static let users = list(
    "rabbitmq.users", Noun("user"), .users, [.keys(["name", "tags"], oneOf: ["password_hash", "hashing_algorithm"])])
  /// The users that LavinMQ keeps in a file, each with what it may do.
  static let storedUsers = list(
    "rabbitmq.stored-users", Noun("user"), .users,
    [.keys(["name", "permissions", "tags"], oneOf: ["password_hash", "password"])]
  ).with { kind in
    kind.fills += DefinitionList.permissions.relations
    kind.read = { record in
      record.readListed(.users, vhost: nil)
      if let node = record.object, node["permissions"] == nil { record.lackPermissions(of: node) }
    }
  }
  static let permissions = list(
    "rabbitmq.permissions", Noun("permission"), .permissions, [.keys(["user", "vhost", "configure", "write", "read"])],
    doubt: someOnly)
  static let topicPermissions = list(
    "rabbitmq.topic-permissions", Noun("permission"), .topicPermissions,
    [.keys(["user", "vhost", "exchange", "write", "read"])],
    doubt: someOnly)
  static let parameters = list(
    "rabbitmq.parameters", Noun("parameter"), .parameters, [.keys(["vhost", "component", "name", "value"])],
    doubt: ownOnly)
  static let exchanges = list(
    "rabbitmq.exchanges", Noun("exchange"), .exchanges, [.keys(["name", "vhost", "type", "internal"])], doubt: ownOnly)
  static let vhosts = list(
    "rabbitmq.vhosts", Noun("virtual host"), .vhosts,
    [
      .keys(["name", "tracing"]), .keys(["name", "cluster_state"]), .keys(["name", "metadata", "default_queue_type"]),
    ],
    doubt: ownOnly)

  private static let someOnly: Phrase = """
    a list of permissions may be that of one virtual host or user only; write the path that was asked into `query`
    """
  private static let ownOnly: Phrase = """
    whoever is no administrator is shown the virtual hosts that are his own, and the list does not say so; export the definitions
    """

  /// What a list may lack, by the path that was asked; `doubt` where nothing shows that it has everything.
  private static func list(
    _ name: String, _ noun: Noun, _ list: DefinitionList, _ signs: [Sign], doubt: Phrase? = nil
  ) -> Kind {
    Kind(name, noun: noun, signs: signs, fills: fills(list)) { record in
      record.readListed(list, vhost: nil)
    }
    .with { kind in
      kind.grade = .closed
      kind.list.mayBeEmpty = list != .users && list != .vhosts
      if list == .users { kind.fills.append(RabbitMQSchemas.clearPassword.name) }
      // Columns only, which leaves no row out.
      kind.list.harmlessParameters = ["columns", "sort", "sort_reverse", "disable_stats", "enable_queue_totals"]
      kind.whole.tell = { document, survey in
        guard isWhole(document, doubt, list) else { return }
        survey.rabbitMQ.noteWhole(list, source(document.context))
      }
      kind.whole.write = { document, survey, writer, report in
        guard !isWhole(document, doubt, list), let doubt else { return }
        leaveOpen(list, document, survey, writer, doubt, &report)
      }
      asDocument(&kind)
      if list == .users { kind.limits = definitions.limits }
    }
  }

  private static func fills(_ list: DefinitionList) -> [String] {
    list.relations.filter { list != .vhosts || $0 != RabbitMQSchemas.exchange.name }
  }

  /// Whether all was listed: an administrator alone may list users, and the path tells a list of all permissions.
  private static func isWhole(_ document: RecordDocument, _ doubt: Phrase?, _ list: DefinitionList) -> Bool {
    guard document.isWhole, !document.isSingle, document.records > 0 else { return false }
    guard let query = document.context.query else { return doubt == nil }
    let path = query.split { $0.isWhitespace || "\"'".contains($0) }.last.map(String.init) ?? ""
    switch list {
    case .users: return path.hasSuffix("/api/users")
    case .permissions: return path.hasSuffix("/api/permissions")
    case .topicPermissions: return path.hasSuffix("/api/topic-permissions")
    case .vhosts, .parameters, .exchanges: return false
    }
  }

  static func leaveOpen(
    _ list: DefinitionList, _ document: RecordDocument, _ survey: Survey, _ writer: FactWriter, _ text: Phrase,
    _ report: inout SourceReport
  ) {
    let source = source(document.context)
    guard !survey.rabbitMQ.isWhole(list, source) else { return }
    let cluster = survey.rabbitMQ.cluster(source).known.map { ["cluster": $0] } ?? [:]
    for relation in list.relations {
      writer.addHole(relation, knowing: cluster, reason: .hidden, text: text, at: Place(line: 1))
    }
    document.note(text, &report)
  }
}

extension Record {
  /// A user of LavinMQ has its permissions in it, be there none.
  fileprivate mutating func lackPermissions(of node: JSONNode) {
    let item = Item(node: node, place: place, document: Item.Document(source: RabbitMQ.source(context)))
    let user: Facts.Cell = item.name(
      node["name"]?.string.map { .text($0) } ?? .unknown("the user has no `permissions`"))
    lackPermissions(
      ["user": user, "cluster": item.cluster], .unknown("the user has no `permissions`", .columnAbsent), at: place)
  }

  /// Reads a record of a list. `vhost` is what the command says of all, where records do not say it.
  mutating func readListed(_ list: DefinitionList, vhost: FactWriter.Cell?) {
    guard let node = object else { return }
    var document = Item.Document(source: RabbitMQ.source(context))
    document.vhost = vhost
    let item = Item(node: node, place: place, document: document)
    if list == .users, node["name"] == nil, node["user"] != nil { return readUser(item, key: "user") }
    var book = PatternBook()
    read(item, of: list, &book)
  }
}
