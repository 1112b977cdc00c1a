import FactStore
import Formats

/// A value of a document of Altinn. Its services write keys in several ways (`partyId`, `partyid`, `"legacyurn "`), so keys
/// are compared without case and without spaces around them.
struct AltinnNode {
  let node: JSONNode
  let place: Place

  init(_ node: JSONNode, _ place: Place) {
    self.node = node
    self.place = place
  }

  var isNull: Bool { node.isNull }
  var isObject: Bool { node.kind == .object }

  static func key(_ text: String) -> String {
    var end = text[...]
    while end.last == " " { end.removeLast() }
    return end.drop { $0 == " " }.lowercased()
  }

  /// The first member that is there and not null, by names in lower case.
  subscript(_ names: String...) -> AltinnNode? {
    guard isObject else { return nil }
    let members = node.members
    for name in names {
      for member in members where Self.key(member.key) == name && !member.value.isNull {
        return AltinnNode(
          member.value,
          Place(line: member.value.line, pointer: place.pointer + "/" + JSONPath.escape(member.key)))
      }
    }
    return nil
  }

  /// Whether a member of this name is there, null or not.
  func has(_ name: String) -> Bool { node.members.contains { Self.key($0.key) == name } }

  var elements: [AltinnNode] {
    node.elements.enumerated().map { index, element in
      AltinnNode(element, Place(line: element.line, pointer: "\(place.pointer)/\(index)"))
    }
  }

  /// The text of a string or of a number, without white space around it; `nil` when that is empty.
  var text: String? {
    guard let text = node.string ?? node.numberText else { return nil }
    let trimmed = TableInput.trim(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  var bool: Bool? { node.bool }

  /// The code of a package: the urn without its prefix, or the code itself.
  var package: String? { node.string == nil ? nil : text.map { Self.tail($0, "urn:altinn:accesspackage:") } }

  /// The code of a role in lower case: a urn without its prefix, or the code itself.
  var role: String? {
    guard node.string != nil, let text else { return nil }
    for prefix in [
      "urn:altinn:external-role:ccr:", "urn:altinn:external-role:cra:", "urn:altinn:rolecode:", "urn:altinn:role:",
    ]
    where text.lowercased().hasPrefix(prefix) { return Self.tail(text, prefix).lowercased() }
    return text.lowercased()
  }

  static func tail(_ text: String, _ prefix: String) -> String {
    text.lowercased().hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }
}
