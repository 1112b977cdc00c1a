/// What pages of both forms have in common.
enum PageText {
  /// Parts within each other; real pages have a dozen.
  static let depthLimit = 200
  static let tooDeep = FormatProblem(
    code: "page-too-deep", message: "the page nests more than \(depthLimit) levels", help: "is it a page?",
    isFatal: true)

  /// A text without white space at its ends, of whatever kind.
  static func trim(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let head = text.unicodeScalars.drop(while: isSpace)
    guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(head[...last])
  }
}
