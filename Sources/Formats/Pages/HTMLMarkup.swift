import Budget
import Localization

/// Looks over the text of an HTML page before the library does, which mends what is broken and says nothing of it.
///
/// A page that was cut off, or of which a browser would not show the rest, is no whole page. Linear.
struct HTMLMarkup {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// Elements that are open, outermost first, with where they begin. Only those whose end cannot be left out.
  private var open: [(name: String, at: Int)] = []
  /// The page closes its `body` or `html`: what is still open is an oversight.
  private var isClosed = false

  /// Elements whose end tag every page has.
  private static let paired: Set<String> = [
    "html", "body", "table", "ul", "ol", "dl", "div", "section", "article", "main", "span", "strong", "b", "em", "a",
    "h1",
    "h2", "h3", "h4", "h5", "h6",
  ]
  /// Elements whose text is no markup.
  private static let raw: Set<String> = ["script", "style"]

  /// What is wrong with the page; the work of the parser is counted, which compares each attribute of an element with
  /// those before it.
  static func check(_ text: [UInt8], account: inout Account) throws(FormatProblem) {
    let problem: FormatProblem? = text.withUnsafeBufferPointer { bytes in
      var markup = HTMLMarkup(bytes)
      do throws(FormatProblem) {
        try markup.read(&account)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func read(_ account: inout Account) throws(FormatProblem) {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let start = at
      if starts("<!--", at) {
        try skip(to: "-->", from: at + 4, "a comment opens here and does not close", start)
      } else if starts("<![CDATA[", at) {
        try skip(to: "]]>", from: at + 9, "a section of text opens here and does not close", start)
      } else if at + 1 < bytes.count, isLetter(bytes[at + 1]) || "/!?".utf8.contains(bytes[at + 1]) {
        try readTag(start, &account)
      } else if at + 1 == bytes.count {
        throw cut("the page ends within the tag that opens here", start)
      } else {
        at += 1
      }
    }
    if let last = open.last, !isClosed { throw cut("<\(last.name)> opens here and does not close", last.at) }
  }

  private mutating func readTag(_ start: Int, _ account: inout Account) throws(FormatProblem) {
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    var end = start + (isEnd ? 2 : 1)
    let nameStart = end
    while end < bytes.count, isLetter(bytes[end]) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
      end += 1
    }
    let name = String(decoding: bytes[nameStart..<min(end, nameStart + 16)], as: UTF8.self).lowercased()
    // Attributes, quoted or not; every one has white space, a quote or a slash before it.
    var parts = 0
    var quote: UInt8 = 0
    while true {
      guard end < bytes.count else { throw cut("the page ends within the tag that opens here", start) }
      let byte = bytes[end]
      end += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == UInt8(ascii: ">") { break }
      if byte <= 0x20 || byte == UInt8(ascii: "/") { parts += 1 }
      // A quote counts where a value begins: `it's` in a tag that is broken opens nothing.
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        bytes[end - 2] == UInt8(ascii: "=") || bytes[end - 2] <= 0x20
      {
        quote = byte
        parts += 1
      }
    }
    at = end
    do throws(LimitReached) {
      try account.spend(parts * parts, on: .steps)
      try account.spend(1, on: .nodes)
      try account.spend(Self.nodeCost * (2 + parts), on: .memory)
    } catch {
      throw FormatProblem(error, line: line(start))
    }
    if isEnd {
      if name == "html" || name == "body" { isClosed = true }
      if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
    } else if Self.raw.contains(name) {
      try skip(
        to: name == "script" ? "</script" : "</style", from: at, "<\(name)> opens here and does not close", start)
    } else if Self.paired.contains(name), bytes[end - 2] != UInt8(ascii: "/") {
      if open.count > PageText.depthLimit { throw PageText.tooDeep }
      open.append((name, start))
      if name == "html" || name == "body" { isClosed = false }
    }
  }

  /// Bytes of an element or a text in the tree of the library, and of an attribute.
  private static let nodeCost = 160

  private mutating func skip(
    to end: StaticString, from start: Int, _ message: Phrase, _ open: Int
  ) throws(FormatProblem) {
    at = start
    while at < bytes.count {
      if starts(end, at) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw cut(message, open)
  }

  private func starts(_ text: StaticString, _ place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[place + offset]
      let wanted = text.utf8Start[offset]
      guard byte == wanted || isLetter(byte) && byte | 0x20 == wanted else { return false }
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private func line(_ place: Int) -> Int {
    bytes[..<place].reduce(into: 1) { if $1 == UInt8(ascii: "\n") { $0 += 1 } }
  }

  private func cut(_ message: Phrase, _ place: Int) -> FormatProblem {
    FormatProblem(
      code: "html-cut", message: "\(message): the page was cut off, or hides its rest", line: line(place),
      help: "save it again", isFatal: true)
  }
}
