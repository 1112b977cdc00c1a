/// The names and values of a tag. What is no tag has none.
struct XMLTag {
  private(set) var name = ""
  private(set) var attributes: [(name: String, value: String)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 1
    name = Self.local(Self.word(bytes, &at))
    while at < bytes.count {
      while at < bytes.count, !Self.isOfName(bytes[at]) { at += 1 }
      let name = Self.local(Self.word(bytes, &at))
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { continue }
      let quote = bytes[at]
      let start = at + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      attributes.append((name, String(decoding: XMLSecretSearch.unescaped(bytes[start..<end]), as: UTF8.self)))
      at = end + 1
    }
  }

  /// Where the tag ends that begins at a place, behind its `>`; `nil` where it goes on. One within quotes ends nothing.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var quote: UInt8?
    for at in start..<bytes.count {
      let byte = bytes[at]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: ">") {
        return at + 1
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    // A quote that is never closed was none.
    return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String {
    let start = at
    while at < bytes.count, isOfName(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    PlainText.isWord(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  /// The name without its prefix.
  private static func local(_ name: String) -> String {
    String(name[(name.lastIndex(of: ":").map(name.index(after:)) ?? name.startIndex)...])
  }
}
