/// What recognition sees of an XML document: its first element, found without a parser, so that a damaged one has a
/// kind too.
package struct XMLSketch: Sendable {
  /// The name of the first element, without a prefix.
  package var root: String
  /// Whether the beginning names the namespace of XACML 3.0.
  package var namesXACML: Bool

  /// `nil` where the text does not begin like XML, or is a web page.
  package init?(_ text: [UInt8]) {
    guard text.mayBegin(with: UInt8(ascii: "<")) else { return nil }
    let head = String(decoding: text.prefix(8_192), as: UTF8.self)
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
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
    guard !name.isEmpty, name.lowercased() != "html" else { return nil }
    root = String(name.split(separator: ":").last ?? "")
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
