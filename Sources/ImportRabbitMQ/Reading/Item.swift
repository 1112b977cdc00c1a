import FactStore
import Formats
import ImportCore
import Localization

/// An element of a list, with what its document says of all of them.
struct Item {
  let node: JSONNode
  let place: Place
  let document: Document

  /// What a document says of all its items.
  struct Document: Sendable {
    let source: ClusterSource
    /// What was written to be loaded.
    var isSeed = false
    /// Written by LavinMQ, another broker with the same interface.
    var isLavinMQ = false
    /// The version of RabbitMQ that wrote it.
    var version: String?
    /// The virtual host of items that do not name one; `nil` where they have to.
    var vhost: FactWriter.Cell?
  }

  var source: ClusterSource { document.source }

  func place(_ key: String) -> Place { Place(line: (node[key] ?? node).line, pointer: "\(place.pointer)/\(key)") }

  /// The cluster in a row.
  var cluster: Facts.Cell {
    let source = source
    return .late { $0.rabbitMQ.cluster(source) }
  }

  /// What facts call something of the cluster, by what the document calls it.
  func name(_ cell: FactWriter.Cell, as words: (String) -> String = { $0 }) -> Facts.Cell {
    guard let text = cell.text else { return .cell(cell) }
    let (name, source) = (words(text), source)
    return .late { $0.rabbitMQ.name(name, source) }
  }

  /// The same of something with two names.
  func name(_ first: FactWriter.Cell, _ second: FactWriter.Cell, as words: (String, String) -> String) -> Facts.Cell {
    guard let text = first.text else { return .cell(first) }
    return name(second) { words(text, $0) }
  }
}

/// Readers of fields as RabbitMQ writes them.
extension Record {
  /// A name that has to be there. It is a text of any bytes, and no blank of it is left out.
  mutating func name(_ key: String, of item: Item) -> FactWriter.Cell {
    guard let value = item.node[key] else {
      return refuse(item.place, "the required key `\(key)` is missing")
    }
    guard let text = value.string else { return refuse(item.place(key), "`\(key)` is no text") }
    guard !text.isEmpty else { return refuse(item.place(key), "`\(key)` is empty") }
    guard !Self.isPlaceholder(text) else {
      return .unknown("`\(key)` is a placeholder that something else fills in")
    }
    return .text(text)
  }

  /// The virtual host that an item is of.
  mutating func vhost(of item: Item) -> FactWriter.Cell {
    if item.node["vhost"] == nil, let vhost = item.document.vhost { return vhost }
    return name("vhost", of: item)
  }

  /// Whether a text is filled in by something else, as in files that are written to be loaded.
  static func isPlaceholder(_ text: String) -> Bool {
    text.contains("${") || text.contains("{{") || text.contains("<%")
  }

  /// Leaves rows about something open, in relations that have such columns.
  mutating func lack(
    _ relations: [RelationSchema], _ known: [String: Facts.Cell], _ cell: FactWriter.Cell, at place: Place
  ) {
    guard case .unknown(let text, let reason) = cell else { return }
    for relation in relations { facts.lack(relation.name, known, reason: reason, text: text, at: place) }
  }
}
