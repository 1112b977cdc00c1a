/// Text of a page in man(7): every character stands for itself, and the file is ASCII.
enum Roff {
  /// A text within a line. What stands in backticks is bold; hyphens stay hyphens when they are copied.
  static func text(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // A backtick without its fellow is one.
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { $0 % 2 == 0 ? escaped($1) : bold($1) }.joined()
  }

  /// A whole line, which may begin with what a line of a macro begins with.
  static func line(_ text: String) -> String { guarded(self.text(text)) }

  /// A line as it is typed: nothing in it is bold.
  static func verbatim(_ text: String) -> String { guarded(escaped(text)) }

  static func bold(_ text: String) -> String { text.isEmpty ? "" : "\\fB\(escaped(text))\\fR" }

  static func italic(_ text: String) -> String { text.isEmpty ? "" : "\\fI\(escaped(text))\\fR" }

  /// An argument of a macro, in its quotes.
  static func argument(_ text: String) -> String { "\"\(escaped(text))\"" }

  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case "\n", "\r", "\t": result += " "
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
    return result
  }
}
