import Formats
import FoundationEssentials
import ImportCore

/// Names and codes as pages write them.
extension GroupPage {
  static func trim(_ text: String) -> String { TableInput.trim(text) }

  /// A name without the colon behind it and with single spaces.
  static func clean(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = words.last, last == ":" || last == " " { words.removeLast() }
    return String(words.drop { $0 == ":" || $0 == " " })
  }

  static func key(_ name: String) -> String { clean(name).lowercased() }

  /// `Nivå 1: Name`, with or without the blank and the colon.
  static func category(_ heading: String) -> String? {
    let words = clean(heading)
    guard words.lowercased().hasPrefix("niv"), let digit = words.firstIndex(where: \.isNumber), words[digit] == "1"
    else {
      return nil
    }
    let rest = words[words.index(after: digit)...].drop { $0 == ":" || $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  /// The code behind `urn:altinn:accesspackage:`; whether it was written with something that no code has.
  static func package(in text: String) -> (code: String, isOdd: Bool)? {
    guard let range = text.range(of: "urn:altinn:accesspackage:") else { return nil }
    let rest = text[range.upperBound...].prefix { !$0.isWhitespace && $0 != "*" }
    var code = String(rest)
    while let last = code.last, ":.,;".contains(last) { code.removeLast() }
    return code.isEmpty ? nil : (code, code.count != rest.count)
  }
}
