import Mustache

/// Text in a page: whatever a template puts into a tag is inert and escaped, so that no template can forget it.
///
/// Templates name it in their first line. Nothing from an export goes around it: the tags that take text as it is hold drawings
/// that are made here, from texts that were escaped by the same rule.
struct InertHTML: MustacheContentType {
  /// The name by which a template asks for it.
  static let name = "INERT_HTML"

  func escapeText(_ text: String) -> String { Self.text(text) }

  /// Whether a byte means something in HTML or XML.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// The text with characters that act on their surroundings spelt out, and those that mean something in HTML as references.
  static func text(_ text: String) -> String {
    let inert = InertText.line(text)
    guard inert.utf8.contains(where: isSpecial) else { return inert }
    var result = ""
    result.reserveCapacity(inert.utf8.count + 16)
    for scalar in inert.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
