import Formats

/// What recognition sees of an XML document: its first element, found without a parser, so that a damaged one has a
/// kind too.
package struct XMLSketch: Sendable {
  /// The name of the first element, without a prefix.
  package var root: String
  /// The names of its attributes, with their prefixes.
  package var attributes: Set<String>
  /// The file of the schema that it names, without the path.
  package var schemaFile: String?
  /// The name of the element that comes next, without a prefix; `nil` where something else does.
  package var second: String?
  /// Whether the beginning names the namespace of XACML 3.0.
  package var namesXACML: Bool

  /// What is looked at of the beginning of a text.
  private static let textLimit = 8_192

  /// What a document begins with, in whatever encoding: the same as of all of its text.
  init?(bytes: [UInt8]) {
    // Two bytes a character at most, and a byte-order mark.
    let head = Array(bytes.prefix(2 * Self.textLimit + 4))
    self.init(TextDecoding.decode(head, allowWindows1252: false).text)
  }

  /// `nil` where the text does not begin like XML, or is a web page.
  package init?(_ text: [UInt8]) {
    guard text.mayBegin(with: UInt8(ascii: "<")) else { return nil }
    let head = String(decoding: text.prefix(Self.textLimit), as: UTF8.self)
    var rest = head[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    rest = rest.drop { $0.isWhitespace }
    guard rest.first == "<" else { return nil }
    // Declarations, comments and processing instructions before the first element.
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      // A DOCTYPE with declarations of its own ends behind its brackets.
      let isDeclaring = rest.hasPrefix("<!DOCTYPE") && rest.prefix { $0 != ">" }.contains("[")
      let end = rest.hasPrefix("<!--") ? "-->" : isDeclaring ? "]>" : ">"
      guard rest.prefix(14).lowercased() != "<!doctype html", let range = rest.firstRange(of: end) else { return nil }
      rest = rest[range.upperBound...].drop { $0.isWhitespace }
    }
    guard rest.first == "<" else { return nil }
    func nameStart(_ text: Substring) -> Substring { text.prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) } }
    let name = nameStart(rest.dropFirst())
    guard !name.isEmpty, name.lowercased() != "html" else { return nil }
    root = String(name.split(separator: ":").last ?? "")
    rest = rest.dropFirst(name.count + 1).drop { $0.isWhitespace }
    attributes = []
    while let equals = rest.firstIndex(of: "="), !nameStart(rest).isEmpty {
      let key = String(nameStart(rest))
      let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'", let end = value.dropFirst().firstIndex(of: quote)
      else {
        break
      }
      attributes.insert(key)
      if key.hasSuffix(":noNamespaceSchemaLocation") {
        schemaFile = value[..<end].dropFirst().split(separator: "/").last.map(String.init)
      }
      rest = value[value.index(after: end)...].drop { $0.isWhitespace }
    }
    if rest.first == ">" {
      rest = rest.dropFirst().drop { $0.isWhitespace }
      let next = rest.first == "<" ? nameStart(rest.dropFirst()) : ""
      second = next.split(separator: ":").last.map(String.init)
    }
    namesXACML = head.contains("urn:oasis:names:tc:xacml:3.0:core:schema:wd-17")
  }
}

extension Collection<UInt8> {
  /// Whether the text may begin with an ASCII character, white space and marks aside. Cheap, and never false where it does:
  /// most files are not what one looks for, and need not be decoded to see it.
  func mayBegin(with character: UInt8) -> Bool {
    guard let first = first(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return false }
    // These bytes begin white space beyond ASCII, and the byte-order mark.
    return first == character || [0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(first)
  }
}
