/// Text from an export as Markdown shows it: as the characters that it is, whatever they mean in Markdown, and in the programs that
/// show pull requests.
///
/// Signs that format, or begin a link or an element, are escaped. What GitHub and GitLab make of plain text on top of that (people
/// after `@`, issues and the like after other signs, addresses) is broken by an empty comment, which shows nothing. Meant for
/// text that stands behind other text of a line: what means something at the beginning of one is left alone.
enum InertMarkdown {
  /// One line. Linear in the text.
  static func line(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count * 5 / 4)
    var before: Unicode.Scalar = " "
    var rest = InertText.line(text).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
      if begins(scalar, before: rest.first, after: before) { result += "<!-- -->" }
      before = scalar
    }
    return result
  }

  /// A cell of a table, shortened to so many characters before it is escaped.
  static func cell(_ text: String, limit: Int = 200) -> String {
    line(text.count > limit ? text.prefix(limit - 1) + "…" : text)
  }

  /// Whether a sign, with what follows it, is a reference or an address to programs that show Markdown.
  private static func begins(_ sign: Unicode.Scalar, before next: Unicode.Scalar?, after last: Unicode.Scalar) -> Bool {
    guard let next else { return false }
    switch sign {
    case "@", "#", "!", "&", "%", "~", "$", "^": return isWord(next) || next == "\"" || next == "["
    case ":": return next == "/" || isWord(last) && isWord(next)
    case ".": return (last == "w" || last == "W") && isWord(next)
    default: return false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
