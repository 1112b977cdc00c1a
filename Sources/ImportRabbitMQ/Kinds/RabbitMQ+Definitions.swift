import FactStore
import Formats
import ImportCore
import Localization

extension RabbitMQ {
  /// Everything of a cluster, as the server exports it or as somebody wrote it to be loaded.
  static let definitions = Kind(
    "rabbitmq.definitions", noun: Noun("export"),
    signs: [
      .keys(["users", "vhosts"], oneOf: ["permissions", "rabbit_version", "rabbitmq_version", "queues", "exchanges"]),
      .keys(
        ["users", "permissions"],
        oneOf: ["rabbit_version", "rabbitmq_version", "queues", "exchanges", "topic_permissions"]),
      // Also of one that ends early, or is no JSON behind these.
      .keys(["users"], oneOf: ["rabbit_version", "rabbitmq_version", "lavinmq_version"]),
      .keys(["global_parameters"], oneOf: ["users", "permissions", "bindings", "exchanges", "policies", "parameters"]),
      .keys(
        ["vhosts"],
        oneOf: ["permissions", "exchanges", "queues", "bindings", "policies", "parameters", "global_parameters"],
        without: ["id"]),
    ],
    fills: Array(Set(DefinitionList.allCases.flatMap(\.relations))).sorted() + [RabbitMQSchemas.clearPassword.name]
  ) { $0.readDefinitions() }
  .with { kind in
    kind.extent = .answer
    kind.grade = .closed
    kind.whole.write = { document, _, _, report in tell(of: document, &report) }
    asDocument(&kind)
    kind.limits = [
      """
      users of other backends, such as a portal, a directory or certificates: the document has those that RabbitMQ itself \
      keeps
      """,
      "whether `guest` may log in from other machines, listeners without TLS, and shovels of a configuration file",
    ]
  }

  /// The definitions of one virtual host: neither users nor permissions are in them.
  static let vhostDefinitions = Kind(
    "rabbitmq.vhost-definitions", noun: Noun("export"),
    signs: [
      .keys(["original_vhost_name"]),
      .keys(
        ["queues", "exchanges"], oneOf: ["rabbit_version", "rabbitmq_version", "lavinmq_version", "bindings"],
        without: ["users", "permissions", "vhosts"]),
    ],
    fills: Array(Set(DefinitionList.parameters.relations + DefinitionList.exchanges.relations)).sorted()
  ) { $0.readDefinitions() }
  .with { kind in
    kind.extent = .answer
    kind.grade = .closed
    kind.whole.write = { document, _, _, report in tell(of: document, &report) }
    asDocument(&kind)
    kind.limits = ["anything of users and permissions: access to this virtual host cannot be audited"]
  }

  /// What to say of a document as a whole.
  private static func tell(of document: RecordDocument, _ report: inout SourceReport) {
    if document.count(of: DefinitionForm.seed.rawValue) > 0 { document.note(seedText, &report) }
    if document.count(of: DefinitionForm.vhost.rawValue) > 0 { document.note(vhostText, &report) }
  }

  static let seedText: Phrase = """
    the definitions were written to be loaded: they add to what there is, and are not what there is; export them from the server
    """
  static let vhostText: Phrase = """
    the export is of one virtual host and cannot be audited for access; export the definitions of all virtual hosts
    """
}

extension Record {
  mutating func readDefinitions() {
    guard let root = object else { return }
    let source = ClusterSource(name: Self.clusterName(root), organisation: context.organisation)
    let form = Self.form(of: root)
    facts.marks.insert(form.rawValue)
    facts.tell { $0.rabbitMQ.note(source) }
    facts.add(
      RabbitMQSchemas.cluster.name,
      naming: ["cluster": .late { $0.rabbitMQ.cluster(source) }, "form": .text(form.rawValue)])
    var document = Item.Document(source: source)
    document.isSeed = form == .seed
    document.isLavinMQ = root["lavinmq_version"] != nil
    document.version = root["rabbit_version"]?.string ?? root["rabbitmq_version"]?.string
    if form == .vhost {
      document.vhost =
        root["original_vhost_name"]?.string.flatMap { $0.isEmpty ? nil : .text($0) }
        ?? .unknown("the export does not say of which virtual host it is", .context)
    }
    var book = PatternBook()
    let lists = form == .vhost ? [DefinitionList.parameters, .exchanges] : DefinitionList.allCases
    for list in DefinitionList.allCases {
      guard lists.contains(list) else {
        leaveOpen(list, document, RabbitMQ.vhostText, at: place)
        continue
      }
      for item in items(of: list, root, document, form) { read(item, of: list, &book) }
    }
  }

  mutating func read(_ item: Item, of list: DefinitionList, _ book: inout PatternBook) {
    switch list {
    case .users: readUser(item)
    case .vhosts: readVhost(item)
    case .permissions: readPermission(item, &book)
    case .topicPermissions: readTopicPermission(item, &book)
    case .parameters: readParameter(item)
    case .exchanges: readExchange(item)
    }
  }

  /// The items of a list. Where it is not whole, rows may be missing, unless another export of the cluster has them all.
  private mutating func items(
    of list: DefinitionList, _ root: JSONNode, _ document: Item.Document, _ form: DefinitionForm
  ) -> [Item] {
    let source = document.source
    let key = list.rawValue
    guard let value = root[key] else {
      if list == .topicPermissions, Self.knowsNoTopics(document) {
        facts.tell { $0.rabbitMQ.noteWhole(list, source) }
      } else {
        leaveOpen(list, document, form == .seed ? RabbitMQ.seedText : "the export has no list `\(key)`", at: place)
      }
      return []
    }
    let place = Place(line: value.line, pointer: "\(place.pointer)/\(key)")
    guard value.kind == .array else {
      let message: Phrase = "`\(key)` is no list"
      facts.refuse(message, at: place)
      leaveOpen(list, document, message, .unusable, at: place)
      return []
    }
    var items: [Item] = []
    var isRead = true
    for (index, element) in value.elements.enumerated() {
      let place = Place(line: element.line, pointer: "\(place.pointer)/\(index)")
      if element.kind == .object {
        items.append(Item(node: element, place: place, document: document))
      } else {
        let message: Phrase = "`\(key)` holds something that is no object"
        facts.refuse(message, at: place)
        leaveOpen(list, document, message, .unusable, at: place, always: true)
        isRead = false
      }
    }
    let isEmpty = items.isEmpty && (list == .users || list == .vhosts)
    switch form {
    case .seed: leaveOpen(list, document, RabbitMQ.seedText, at: place)
    case .vhost: noteVhost(list, document, at: place)
    case .cluster where isEmpty:
      leaveOpen(
        list, document,
        "a server without anything in `\(key)` is none that can be used, so an empty list proves nothing", at: place)
    case .cluster where isRead: facts.tell { $0.rabbitMQ.noteWhole(list, source) }
    case .cluster: break
    }
    return items
  }

  /// An export of one virtual host says nothing of the others.
  private mutating func noteVhost(_ list: DefinitionList, _ document: Item.Document, at place: Place) {
    if let vhost = document.vhost?.text {
      let source = document.source
      facts.tell { $0.rabbitMQ.notePart(list, of: vhost, source) }
    }
    leaveOpen(list, document, RabbitMQ.vhostText, at: place)
  }

  /// Leaves the rows of a list open, for its cluster. Another export that has it whole closes it again, unless it is damage.
  mutating func leaveOpen(
    _ list: DefinitionList, _ document: Item.Document, _ text: Phrase, _ reason: Hole.Reason = .hidden, at place: Place,
    always: Bool = false
  ) {
    let source = document.source
    facts.conclude { survey, writer in
      guard always || !survey.rabbitMQ.isWhole(list, source) else { return }
      let cluster = survey.rabbitMQ.cluster(source).known.map { ["cluster": $0] } ?? [:]
      for relation in list.relations {
        writer.addHole(relation, knowing: cluster, reason: reason, text: text, at: place)
      }
    }
  }

  // MARK: What it is

  /// The name of the cluster, which newer exports say themselves and older ones among the parameters of all.
  private static func clusterName(_ root: JSONNode) -> String? {
    let parameter = root["global_parameters"]?.elements.first { $0["name"]?.string == "cluster_name" }
    let name = root["original_cluster_name"]?.string ?? parameter?["value"]?.string
    return name.flatMap { $0.isEmpty || isPlaceholder($0) ? nil : $0 }
  }

  /// Whether the document is an export, of all or of one virtual host, or was written to be loaded.
  private static func form(of root: JSONNode) -> DefinitionForm {
    let isOfOne = root["rabbitmq_definition_format"]?.string == "single_virtual_host"
    if isOfOne || root["original_vhost_name"] != nil { return .vhost }
    if root["users"] == nil, root["permissions"] == nil, root["vhosts"] == nil { return .vhost }
    if let format = root["rabbitmq_definition_format"], format.string != "cluster" { return .seed }
    let versions = ["rabbit_version", "rabbitmq_version", "lavinmq_version"].compactMap { root[$0]?.string }
    // An export has no placeholder, and never a password in clear.
    let isWritten = versions.allSatisfy { $0.isEmpty || isPlaceholder($0) } || holdsPlaceholder(root)
    let hasPassword = root["users"]?.elements.contains { $0["password"] != nil } == true
    return isWritten || hasPassword ? .seed : .cluster
  }

  private static func holdsPlaceholder(_ node: JSONNode) -> Bool {
    ["users", "vhosts", "permissions", "parameters"].contains { key in
      node[key]?.elements.contains { item in
        item.members.contains { _, value in
          value.string.map { $0.contains("${") } == true
            || value.members.contains { $0.value.string.map { $0.contains("${") } == true }
        }
      } == true
    }
  }

  /// Whether the broker had no permissions on topics, so that an export without a list of them says that there are none.
  private static func knowsNoTopics(_ document: Item.Document) -> Bool {
    if document.isLavinMQ { return true }
    guard let version = document.version else { return false }
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return false }
    return (major, minor) < (3, 7)
  }
}
