/// Looks over a part of a workbook before the XML library does: what that library takes squares of time for, or unfolds by
/// itself, is refused here. Linear.
enum WorkbookMarkup {
  /// Attributes of one element; a cell has four, and what a program adds of its own is a dozen.
  private static let attributes = 256

  static func refuse(_ content: [UInt8]) -> FormatProblem? {
    guard isReadable(content) else { return WorkbookXML.failure }
    return content.withUnsafeBufferPointer { bytes -> FormatProblem? in
      var at = 0
      while let open = find(UInt8(ascii: "<"), in: bytes, from: at) {
        switch open + 1 < bytes.count ? bytes[open + 1] : 0 {
        case UInt8(ascii: "!"):
          let isComment = starts("<!--", bytes, open)
          // Entities of a DOCTYPE are unfolded as soon as it is read.
          guard isComment || starts("<![CDATA[", bytes, open) else { return WorkbookXML.failure }
          guard let end = find(isComment ? "-->" : "]]>", in: bytes, from: open + 4) else { return nil }
          at = end
        case UInt8(ascii: "?"):
          guard let end = find("?>", in: bytes, from: open + 2) else { return nil }
          at = end
        default:
          guard let end = tagEnd(bytes, open + 1) else {
            return WorkbookArchive.problem(
              "workbook-attributes", "an element of the workbook has more than \(attributes) attributes",
              help: "export it again")
          }
          at = end
        }
      }
      return nil
    }
  }

  /// Whether the bytes are what they look like: in UTF-8, or one of the encodings of one byte that agree with ASCII. No
  /// program writes a workbook otherwise, and what is looked for here would not be seen.
  private static func isReadable(_ content: [UInt8]) -> Bool {
    let head = content.prefix(256).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard head.isEmpty || head.first == UInt8(ascii: "<"), !content.contains(0) else { return false }
    let words = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    guard words.hasPrefix("<?xml"), let name = words.firstRange(of: "encoding") else { return true }
    let encoding = words[name.upperBound...].drop { " \t\r\n='\"".contains($0) }
    return ["utf-8", "us-ascii", "iso-8859-", "windows-125"].contains(where: encoding.hasPrefix)
  }

  /// Where the tag ends, or the text does; `nil` with too many attributes.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var at = start
    var count = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ">"): return at + 1
      case UInt8(ascii: "="):
        count += 1
        if count > attributes { return nil }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = find(bytes[at], in: bytes, from: at + 1) else { return bytes.count }
        at = close
      default: break
      }
      at += 1
    }
    return bytes.count
  }

  private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// Behind the next occurrence.
  private static func find(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + text.utf8CodeUnitCount <= bytes.count {
      if starts(text, bytes, at) { return at + text.utf8CodeUnitCount }
      at += 1
    }
    return nil
  }

  private static func starts(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[start + place] != text.utf8Start[place] { return false }
    return true
  }
}
