import FactStore
import Formats
import ImportCore

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

  /// Whether ``key(_:)`` of a text is this name of small ASCII letters: without making it, as every member is asked for every
  /// name.
  static func isKey(_ text: String, _ name: String) -> Bool {
    var bytes = text.utf8[...]
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return key(text) == name }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    return bytes.elementsEqual(name.utf8) { left, right in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(left) ? left | 0x20 == right : left == right
    }
  }

  /// The first member that is there and not null, by names in lower case.
  subscript(_ names: String...) -> AltinnNode? { self[names] }

  subscript(_ names: [String]) -> AltinnNode? {
    guard isObject else { return nil }
    let members = node.members
    for name in names {
      for member in members where Self.isKey(member.key, name) && !member.value.isNull {
        return AltinnNode(
          member.value,
          Place(line: member.value.line, pointer: place.pointer + "/" + JSONPath.escape(member.key)))
      }
    }
    return nil
  }

  /// Whether the object says something by this name that cannot be read as text: another type, or nothing but space.
  func isUnreadable(_ names: String...) -> Bool {
    names.contains { name in
      node.members.contains { Self.key($0.key) == name && !$0.value.isNull && AltinnNode($0.value, place).text == nil }
    }
  }

  /// Whether a member of this name is there, null or not.
  func has(_ name: String) -> Bool { node.members.contains { Self.isKey($0.key, name) } }

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
  var package: String? { node.string == nil ? nil : text.flatMap(AltinnCode.package) }

  /// The code of a role: a urn without its prefix, or the code itself.
  var role: String? { node.string == nil ? nil : text.flatMap(AltinnCode.role) }

  /// A day, or the day of a point in time. What programs write where there is none is none.
  var day: CalendarDate? { text.flatMap { RecordedDay.read($0) } }

  /// Whether the text is what programs write where there is no date: a day of year 1, or the first of 1900.
  var isNoDay: Bool { text.map(RecordedDay.isNone) ?? false }
}
