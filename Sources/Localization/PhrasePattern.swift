/// Knows a text as a phrase that was said, in whatever language: its words stand in their order, anything in its places.
package struct PhrasePattern: Sendable {
  /// For each language and each choice of forms, the words before, between and behind the places.
  private let variants: [[String]]

  /// - Parameter phrase: whatever its arguments are.
  package init(_ phrase: Phrase) {
    variants = Language.allCases.flatMap { language in
      Self.expand((Catalogue.translation(of: phrase.key, in: language) ?? phrase.key)[...])
    }
  }

  /// Whether the whole text may be the phrase. Linear in the text for each language.
  package func fits(_ text: some StringProtocol) -> Bool {
    variants.contains { Self.match($0, text) { $0.isEmpty } }
  }

  /// Whether the text begins as the phrase does, up to its last word.
  package func begins(_ text: some StringProtocol) -> Bool {
    variants.contains { Self.match($0, text) { _ in true } }
  }

  /// The words of a template: one list for each choice of forms.
  private static func expand(_ template: Substring) -> [[String]] {
    guard let open = template.firstIndex(of: "{"), let close = template[open...].firstIndex(of: "}") else {
      return [[String(template)]]
    }
    let before = String(template[..<open])
    let place = template[template.index(after: open)..<close].drop { $0.isNumber }
    let rest = expand(template[template.index(after: close)...])
    guard let sign = place.first else { return rest.map { [before] + $0 } }
    return place.dropFirst().split(separator: "|", omittingEmptySubsequences: false).flatMap { form in
      // `{1:file|files}` is a number and a word, `{1?is|are}` a word.
      rest.map { tail in
        sign == ":"
          ? [before, " \(form)\(tail[0])"] + tail.dropFirst() : ["\(before)\(form)\(tail[0])"] + tail.dropFirst()
      }
    }
  }

  private static func match(_ words: [String], _ text: some StringProtocol, end: (Substring) -> Bool) -> Bool {
    guard text.hasPrefix(words[0]) else { return false }
    var rest = Substring(text.dropFirst(words[0].count))
    guard words.count > 1 else { return end(rest) }
    for word in words[1..<(words.count - 1)] {
      guard let range = rest.firstRange(of: word) else { return false }
      rest = rest[range.upperBound...]
    }
    let last = words[words.count - 1]
    if last.isEmpty || rest.hasSuffix(last) { return true }
    guard let range = rest.firstRange(of: last) else { return false }
    return end(rest[range.upperBound...])
  }
}
