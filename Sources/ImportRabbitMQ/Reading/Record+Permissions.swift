import FactStore
import Formats
import ImportCore
import Localization

/// What users may do in virtual hosts.
extension Record {
  private static let rights = ["configure", "write", "read"]

  mutating func readPermission(_ item: Item, _ book: inout PatternBook) {
    let user = name("user", of: item)
    let vhost = vhost(of: item)
    addPermission(of: user, in: vhost, item, &book) { $0 }
  }

  /// The map of virtual hosts that LavinMQ keeps in a user.
  mutating func readPermissions(of user: FactWriter.Cell, _ item: Item) {
    guard let map = item.node["permissions"] else { return }
    let place = item.place("permissions")
    guard map.kind == .object else {
      let cell = refuse(place, "`permissions` is no object")
      return lackPermissions(["user": item.name(user), "cluster": item.cluster], cell, at: place)
    }
    var document = item.document
    document.isLavinMQ = true
    var book = PatternBook()
    for (vhost, rights) in map.members {
      let part = Item(
        node: rights, place: Place(line: rights.line, pointer: "\(place.pointer)/\(vhost)"), document: document)
      guard rights.kind == .object else {
        let cell = refuse(place, "`permissions` holds something that is no object")
        lackPermissions(
          ["user": item.name(user), "vhost": item.name(.text(vhost)), "cluster": item.cluster], cell, at: place)
        continue
      }
      // Older versions write `config`.
      addPermission(of: user, in: .text(vhost), part, &book) { $0 == "configure" && rights[$0] == nil ? "config" : $0 }
    }
  }

  mutating func lackPermissions(_ known: [String: Facts.Cell], _ cell: FactWriter.Cell, at place: Place) {
    lack(
      [RabbitMQSchemas.permission, RabbitMQSchemas.right, RabbitMQSchemas.mayWrite, RabbitMQSchemas.pattern], known,
      cell,
      at: place)
  }

  private mutating func addPermission(
    of user: FactWriter.Cell, in vhost: FactWriter.Cell, _ item: Item, _ book: inout PatternBook,
    key: (String) -> String
  ) {
    let known: [String: Facts.Cell] = [
      "permission": item.name(user, vhost) { "\($0) in \($1)" }, "cluster": item.cluster, "user": item.name(user),
    ]
    let inVhost = known.merging(["vhost": item.name(vhost)]) { $1 }
    let named: FactWriter.Cell =
      if let user = user.text, let vhost = vhost.text { .text("\(user) -> \(vhost)") } else {
        user.isUnknown ? user : vhost
      }
    facts.add(
      RabbitMQSchemas.permission.name, naming: inVhost.merging(["named": .cell(named)]) { $1 }, at: item.place)
    for right in Self.rights {
      let key = key(right)
      let (cell, pattern) = pattern(key, of: item, &book)
      addRight(right, RabbitMQSchemas.right, cell, pattern, inVhost, at: item.place(key))
      if case .unknown(let text, let reason) = cell {
        facts.lack(RabbitMQSchemas.pattern.name, ["cluster": item.cluster], reason: reason, text: text, at: item.place)
      }
      if let pattern { addPattern(pattern, item, at: item.place(key)) }
      if right == "write" { addWriter(pattern, cell, in: vhost, item, known, at: item.place(key)) }
    }
  }

  /// The pattern under a key, as facts have it, and what it matches.
  private mutating func pattern(
    _ key: String, of item: Item, _ book: inout PatternBook
  ) -> (FactWriter.Cell, NamePattern?) {
    guard let value = item.node[key] else { return (refuse(item.place, "the required key `\(key)` is missing"), nil) }
    guard let text = value.string else { return (refuse(item.place(key), "`\(key)` is no text"), nil) }
    if Self.isPlaceholder(text) { return (.unknown("`\(key)` is a placeholder that something else fills in"), nil) }
    if text.isEmpty, item.document.isLavinMQ {
      return (.unknown("what an empty pattern means to this broker is not known"), nil)
    }
    let pattern = book.pattern(text)
    return (.text(pattern.text), pattern)
  }

  private mutating func addRight(
    _ right: String, _ relation: RelationSchema, _ cell: FactWriter.Cell, _ pattern: NamePattern?,
    _ known: [String: Facts.Cell], at place: Place
  ) {
    facts.add(
      relation.name,
      naming: known.merging([
        "right": .text(right), "pattern": .cell(cell), "matches": .cell(matches(pattern, cell)),
      ]) { $1 }, at: place)
  }

  private func matches(_ pattern: NamePattern?, _ cell: FactWriter.Cell) -> FactWriter.Cell {
    guard let pattern else { return cell.isUnknown ? cell : Self.undecided }
    return pattern.matches.map { .text($0.rawValue) } ?? Self.undecided
  }

  private static let undecided = FactWriter.Cell.unknown("what the pattern matches cannot be decided", .unusable)

  private mutating func addPattern(_ pattern: NamePattern, _ item: Item, at place: Place) {
    facts.add(
      RabbitMQSchemas.pattern.name,
      naming: [
        "cluster": item.cluster, "pattern": .text(pattern.text), "matches": .cell(matches(pattern, .none)),
        "beyond": .cell(pattern.isBeyond.map { .value(.bool($0)) } ?? Self.undecided),
      ], at: place)
  }

  /// Says to which topic exchanges a permission lets its user publish, when it is known which there are.
  private mutating func addWriter(
    _ pattern: NamePattern?, _ cell: FactWriter.Cell, in vhost: FactWriter.Cell, _ item: Item,
    _ known: [String: Facts.Cell], at place: Place
  ) {
    let relation = RabbitMQSchemas.mayWrite.name
    guard let vhost = vhost.text else { return lack([RabbitMQSchemas.mayWrite], known, vhost, at: place) }
    guard let pattern else { return lack([RabbitMQSchemas.mayWrite], known, cell, at: place) }
    let source = item.source
    facts.conclude { survey, writer in
      var effort = PatternSearch.mostEffort
      let cells = known.mapValues { $0.settled(survey) }
      for (name, isTopic) in survey.rabbitMQ.topicExchanges(of: vhost, source) {
        let exchange = survey.rabbitMQ.name("\(name) in \(vhost)", source)
        let cells = cells.merging(["exchange": exchange]) { $1 }
        switch pattern.matches(name: name, effort: &effort) {
        case false: break
        case true where isTopic == true: writer.add(relation, cells, at: place)
        default:
          writer.addHole(
            relation, cells.compactMapValues(\.known), reason: .unusable,
            text: "whether the pattern matches this exchange cannot be decided, or whether it is one for topics",
            at: place)
        }
      }
    }
  }

  // MARK: Topics

  mutating func readTopicPermission(_ item: Item, _ book: inout PatternBook) {
    let user = name("user", of: item)
    let vhost = vhost(of: item)
    var exchange: FactWriter.Cell
    if item.node["exchange"]?.string?.isEmpty == true {
      exchange = .text("amq.default")
    } else {
      exchange = name("exchange", of: item)
    }
    if vhost.isUnknown { exchange = vhost }
    let place = vhost.text.map { vhost in item.name(exchange) { "\($0) in \(vhost)" } } ?? .cell(exchange)
    let known: [String: Facts.Cell] = [
      "permission": user.text.flatMap { user in
        vhost.text.map { vhost in item.name(exchange) { "\(user) on \($0) in \(vhost)" } }
      } ?? .cell(user.isUnknown ? user : vhost),
      "cluster": item.cluster, "user": item.name(user), "vhost": item.name(vhost), "exchange": place,
    ]
    facts.add(RabbitMQSchemas.topicPermission.name, naming: known, at: item.place)
    for right in ["write", "read"] {
      let (cell, written) = pattern(right, of: item, &book)
      let pattern = written.flatMap { TopicVariables.filled($0.text, user: user.text, vhost: vhost.text) }
      addRight(
        right, RabbitMQSchemas.topicRight, cell, pattern.map { book.pattern($0) }, known, at: item.place(right))
    }
  }
}

/// What stands in a pattern of topics for the user, the virtual host and the client.
enum TopicVariables {
  /// The pattern with what they stand for; `nil` where that is not known, or would have to be escaped.
  static func filled(_ pattern: String, user: String?, vhost: String?) -> String? {
    var text = pattern
    for (variable, value) in [("{username}", user), ("{vhost}", vhost), ("{client_id}", nil)]
    where text.contains(variable) {
      guard let value, value.utf8.allSatisfy(isPlain) else { return nil }
      text = text.replacing(variable, with: value)
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return byte < 0x80 && (character.isLetter || character.isNumber || byte == UInt8(ascii: "_"))
  }
}
