import FactStore
import Formats
import ImportCore

/// A value within a record, with its place.
struct Part: Sendable {
  let node: JSONNode
  let place: Place

  /// The value under the first of these names that the object has. Versions of Gravitee write one name in two ways.
  subscript(_ names: String...) -> Part? {
    for name in names { if let value = node[name] { return inside(name, value) } }
    return nil
  }

  func inside(_ name: String, _ value: JSONNode) -> Part {
    Part(node: value, place: Place(line: value.line, pointer: "\(place.pointer)/\(name)"))
  }

  var isNull: Bool { node.isNull }
  var isObject: Bool { node.kind == .object }
  var isList: Bool { node.kind == .array }

  var elements: [Part] {
    node.elements.enumerated().map { index, element in
      Part(node: element, place: Place(line: element.line, pointer: "\(place.pointer)/\(index)"))
    }
  }

  var members: [(key: String, part: Part)] { node.members.map { ($0.key, inside($0.key, $0.value)) } }

  /// The text of a string or a number, trimmed; `nil` where there is none, or an empty one.
  var text: String? {
    guard let text = node.string ?? node.numberText else { return nil }
    let trimmed = TableInput.trim(text)
    return trimmed.isEmpty ? nil : trimmed
  }
}
