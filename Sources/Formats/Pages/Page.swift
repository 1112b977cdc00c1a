import Budget
import Localization

/// Reads pages of documentation as blocks.
public enum Page {
  /// Bytes of a page. Pages are short: the longest that was seen has 16 KiB.
  public static let sizeLimit = 1 << 20
  /// What is said of a longer one.
  static let tooLarge = FormatProblem(
    code: "page-too-large", message: "the page is larger than \(sizeLimit >> 20) MiB", help: "is it a page? split it",
    isFatal: true)

  /// The blocks of a page: HTML where it begins like that, else Markdown. A page that declares entities is refused, and so
  /// is one that cannot be read to its end, or that asks the libraries for more than the account has.
  public static func read(_ text: [UInt8], account: inout Account) throws(FormatProblem) -> [PageBlock] {
    guard text.count <= sizeLimit else { throw tooLarge }
    if let place = text.firstIndex(of: 0) {
      throw damaged(
        "the page holds a NUL byte", text, place, help: "what is behind it would not be read; save it again")
    }
    let invalid = text.withUnsafeBufferPointer { TextDecoding.firstInvalid(in: $0) }
    if invalid < text.count {
      throw damaged("the page is not valid UTF-8", text, invalid, help: "save it as UTF-8")
    }
    if isHTML(text) { return try HTMLPage.read(text, account: &account) }
    return try MarkdownPage.read(text, account: &account)
  }

  /// The same, for a page that is the only one.
  public static func read(_ text: [UInt8], limits: RunLimits = .standard) throws(FormatProblem) -> [PageBlock] {
    var account = Account(limits)
    return try read(text, account: &account)
  }

  private static func damaged(_ message: Phrase, _ text: [UInt8], _ place: Int, help: Phrase) -> FormatProblem {
    FormatProblem(
      code: "page-damaged", message: message, line: LineIndex.count(Array(text[..<place])), help: help, isFatal: true)
  }

  package static func isHTML(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(4_096), as: UTF8.self).lowercased()
    let first = head.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "<" else { return false }
    return ["<!doctype html", "<html", "<h1", "<h2", "<p>", "<table", "<ul", "<div", "<body"].contains {
      head.contains($0)
    }
  }
}
