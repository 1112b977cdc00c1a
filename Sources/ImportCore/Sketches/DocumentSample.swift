import Formats
import Localization

/// What recognition sees of a document: its content, never its name.
package enum DocumentSample: Sendable {
  case json(JSONSketch)
  /// The names of a table's columns, as written.
  case table(header: [String])
  case xml(XMLSketch)
  /// A page of documentation, which is short enough to be read for it.
  case page([PageBlock])

  /// The document is a list as a whole.
  var isList: Bool { if case .json(let sketch) = self { sketch.shape == .array } else { false } }
}

/// What a document was recognised as.
package enum Recognition: Hashable, Sendable {
  /// A kind whose records are used.
  case used(kind: String)
  /// A kind that is known and not used in this version; `what` says what it is.
  case known(kind: String, what: Phrase)
  /// A kind that cannot be told, with the reason, for people.
  case unknown(Phrase)

  var isUsed: Bool { if case .used = self { true } else { false } }
}
