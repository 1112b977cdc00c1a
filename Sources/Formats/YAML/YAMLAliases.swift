/// Refuses texts in which aliases could multiply.
///
/// The YAML library resolves aliases before they can be refused one by one, and a few dozen of them that build on each
/// other make a document of any size. So a text with an anchor and more than a handful of aliases is refused unread.
/// What stands in a text or comment may be taken for an alias; fewer than that do no harm and are refused exactly.
enum YAMLAliases {
  private static let harmlessCount = 24

  static func refuseMany(in text: [UInt8]) throws(FormatProblem) {
    var anchors = 0
    var aliases = 0
    var line = 1
    var firstAlias = 1
    var previous = UInt8(ascii: "\n")
    for (at, byte) in text.enumerated() {
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), startsToken(after: previous), at + 1 < text.count,
        !isSpace(text[at + 1])
      {
        if byte == UInt8(ascii: "&") {
          anchors += 1
        } else {
          aliases += 1
          if aliases == 1 { firstAlias = line }
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      previous = byte
    }
    guard anchors > 0, aliases > harmlessCount else { return }
    throw FormatProblem(
      code: "yaml-anchor", message: "anchors and aliases are not used here", line: firstAlias,
      help: "write the values out; put a text that starts with `*` or `&` in quotes", isFatal: true)
  }

  private static func startsToken(after byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ":") || byte >= 0x80
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }
}
