/// What a text becomes in a cell: nothing acts on its surroundings, nothing is read as a character that it is not, and it is
/// no longer than a cell may be.
enum WorkbookText {
  /// Characters of a cell in UTF-16, as spreadsheets count them.
  static let limit = 32_767

  /// The text as a cell shows it and as it is written: hazards spelt out, `_x000D_` kept from being read as a carriage return
  /// (`ST_Xstring` of Office Open XML), a longer one cut with `mark` at its end. Linear.
  static func cell(_ text: String, mark: String) -> String {
    escaped(cut(InertText.line(text), mark: mark))
  }

  /// The limit counts what is written: an escape takes room too.
  private static func cut(_ text: String, mark: String) -> String {
    guard text.utf8.count > limit || text.utf8.count > limit / 8 && text.utf8.contains(underscore),
      length(text) > limit
    else { return text }
    var kept = String.UnicodeScalarView()
    var used = mark.utf16.count
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      used += UTF16.width(scalar) + (isEscape(rest) ? escape.utf16.count - 1 : 0)
      if used > limit { break }
      kept.append(scalar)
      rest.removeFirst()
    }
    return String(kept) + mark
  }

  private static func length(_ text: String) -> Int {
    text.utf16.count + escapes(text) * (escape.utf16.count - 1)
  }

  private static let escape = "_x005F_"
  private static let underscore = UInt8(ascii: "_")

  private static func escapes(_ text: String) -> Int {
    var count = 0
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      if isEscape(rest) { count += 1 }
      rest.removeFirst()
    }
    return count
  }

  /// Each `_` that begins such a sequence, also one that ends another.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(underscore), text.contains("_x") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if isEscape(rest) { result.append(contentsOf: escape.unicodeScalars) } else { result.append(scalar) }
      rest.removeFirst()
    }
    return String(result)
  }

  /// Whether `_x` and four hexadecimal digits and `_` stand here.
  private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    guard text.first == "_" else { return false }
    var rest = text.dropFirst()
    guard rest.popFirst() == "x" else { return false }
    for _ in 0..<4 {
      guard let digit = rest.popFirst(), digit.properties.isASCIIHexDigit else { return false }
    }
    return rest.first == "_"
  }
}
