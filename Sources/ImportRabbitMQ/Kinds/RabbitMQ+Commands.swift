import FactStore
import Formats
import ImportCore
import Localization

/// What `rabbitmqctl list_… --formatter=json` writes. Most of its lists are of one virtual host, and do not say of which.
extension RabbitMQ {
  static let listedUsers = command(
    "rabbitmq.listed-users", Noun("user"), .users, [.keys(["user", "tags"], exact: true)])
  static let listedVhosts = command("rabbitmq.listed-vhosts", Noun("virtual host"), .vhosts, [])
  static let listedPermissions = command(
    "rabbitmq.listed-permissions", Noun("permission"), .permissions,
    [.keys(["user", "configure", "write", "read"], without: ["vhost", "exchange"])])
  static let listedTopicPermissions = command(
    "rabbitmq.listed-topic-permissions", Noun("permission"), .topicPermissions,
    [.keys(["user", "exchange", "write", "read"], without: ["vhost"])])
  static let listedParameters = command(
    "rabbitmq.listed-parameters", Noun("parameter"), .parameters,
    [.keys(["component", "name", "value"], without: ["vhost"])])
  /// What one user may do, without saying who it is.
  static let userPermissions = command(
    "rabbitmq.user-permissions", Noun("permission"), .permissions,
    [.keys(["vhost", "configure", "write", "read"], without: ["user"])])

  private static func command(_ name: String, _ noun: Noun, _ list: DefinitionList, _ signs: [Sign]) -> Kind {
    let isOfAll = list == .users || list == .vhosts
    return Kind(
      name, noun: noun, signs: signs,
      fills: list.relations.filter { list != .vhosts || $0 != RabbitMQSchemas.exchange.name }
    ) { record in
      record.readListed(list, vhost: isOfAll ? nil : CommandVhost.read(record.context))
    }
    .with { kind in
      kind.grade = .closed
      kind.extent = .answer
      kind.list.mayBeEmpty = !isOfAll
      kind.whole.tell = { document, survey in
        guard document.isWhole, !document.isSingle else { return }
        let source = source(document.context)
        if isOfAll, document.records > 0 {
          survey.rabbitMQ.noteWhole(list, source)
        } else if let vhost = CommandVhost.read(document.context).text, name != "rabbitmq.user-permissions" {
          survey.rabbitMQ.notePart(list, of: vhost, source)
        }
      }
      kind.whole.write = { document, survey, writer, report in
        if isOfAll, document.isWhole, !document.isSingle { return }
        leaveOpen(list, document, survey, writer, isOfAll ? oneOnly : oneVhost, &report)
      }
      asDocument(&kind)
    }
  }

  private static let oneVhost: Phrase = """
    the command lists one virtual host, and others may have more; make one file of each, and write the command into `query`
    """
  private static let oneOnly: Phrase = "the file holds one record, or could not be read whole: others may exist"
}

/// The virtual host of a command, which only the configuration says: as `part`, or by the recorded command
/// `rabbitmqctl list_permissions -p VHOST`.
enum CommandVhost {
  static func read(_ context: SourceContext) -> FactWriter.Cell {
    if let part = context.part { return .text(part) }
    guard let query = context.query, query.contains("list_") else {
      return .unknown("of which virtual host the list is, is not known; write the command into `query`", .context)
    }
    let words = query.split(separator: " ").map { String($0).trimmingQuotes }
    var found: Set<String> = []
    for (index, word) in words.enumerated() {
      if word == "-p" || word == "--vhost", index + 1 < words.count { found.insert(words[index + 1]) }
      for option in ["-p=", "--vhost="] where word.hasPrefix(option) {
        found.insert(String(word.dropFirst(option.count)).trimmingQuotes)
      }
    }
    if found.count > 1 || found.contains("") {
      return .unknown("of which virtual host the list is, cannot be told from `query`", .context)
    }
    // Without the option it is that of the default one.
    return .text(found.first ?? "/")
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard let first, first == "\"" || first == "'", count > 1, last == first else { return self }
    return String(dropFirst().dropLast())
  }
}
