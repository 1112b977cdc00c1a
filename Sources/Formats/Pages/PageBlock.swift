/// A part of a page of documentation, from Markdown or HTML alike.
public struct PageBlock: Sendable {
  public enum Content: Sendable {
    case heading(level: Int, text: String)
    /// An item of a list; `lead` is what stands in bold at its beginning. The outermost list has depth 1.
    case item(depth: Int, lead: String?, text: String)
    case paragraph(String)
    /// The first row is the header.
    case table([Row])
  }

  public struct Row: Sendable {
    /// Text without marks or links, white space at the ends dropped.
    public var cells: [String]
    public var line: Int
  }

  public var content: Content
  /// Where it begins, from 1.
  public var line: Int
}

/// Reads pages of documentation as blocks.
public enum Page {
  /// Pages are short; what is longer is something else.
  public static let sizeLimit = 4 << 20

  /// Parts within each other; real pages have a dozen.
  static let depthLimit = 200
  static let tooDeep = FormatProblem(
    code: "page-too-deep", message: "the page nests more than \(depthLimit) levels", help: "is it a page?",
    isFatal: true)

  /// The blocks of a page: HTML where it begins like that, else Markdown. A page that declares entities is refused.
  public static func read(_ text: [UInt8]) throws(FormatProblem) -> [PageBlock] {
    if isHTML(text) { return try HTMLPage.read(text) }
    return try MarkdownPage.read(text)
  }

  public static func isHTML(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(4_096), as: UTF8.self).lowercased()
    let first = head.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "<" else { return false }
    return ["<!doctype html", "<html", "<h1", "<h2", "<p>", "<table", "<ul", "<div", "<body"].contains {
      head.contains($0)
    }
  }

  static func trim(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let head = text.unicodeScalars.drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(head[...last])
  }
}
