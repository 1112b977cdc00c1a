/// Says phrases in one language.
///
/// A phrase that the catalogue does not have is said in English; tests see that there is none.
package struct Wording: Sendable {
  package let language: Language
  /// Whether long numbers are split into groups, as people read them, or written as programs do.
  package let isGrouping: Bool

  package init(_ language: Language, isGrouping: Bool = false) {
    self.language = language
    self.isGrouping = isGrouping
  }

  /// The wording of a language by its tag, `da`; English where no text is translated into it.
  package init(named tag: String) { self.init(Language(rawValue: tag) ?? .en) }

  /// The text of a phrase. Linear in its length.
  package func callAsFunction(_ phrase: Phrase) -> String {
    let template = Catalogue.translation(of: phrase.key, in: language) ?? phrase.key
    return phrase.arguments.isEmpty ? template : filled(template, phrase.arguments)
  }

  /// A number; grouped, groups of three digits are set apart from five digits on.
  package func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard isGrouping, digits.count > 4 else { return String(number) }
    let separator = language == .en ? "," : language == .da ? "." : "\u{A0}"
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: separator)
  }

  /// A day in words: `20 November 2026`.
  package func day(year: Int, month: Int, day: Int) -> String {
    let months = Self.months[language] ?? []
    guard months.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    return "\(day)\(language == .en ? "" : ".") \(months[month - 1]) \(year)"
  }

  private static let months: [Language: [String]] = [
    .en: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    .da: [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
      "december",
    ],
    .nb: [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
      "desember",
    ],
  ]

  // MARK: Places

  /// A template with each place taken by its argument.
  private func filled(_ template: String, _ arguments: [Phrase.Argument]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      text += rest[..<open]
      text += place(rest[rest.utf8.index(after: open)..<close], arguments)
      rest = rest[rest.utf8.index(after: close)...]
    }
    return text + rest
  }

  /// What stands in a place: `1`, `1:file|files` or `1?is|are`.
  private func place(_ place: Substring, _ arguments: [Phrase.Argument]) -> String {
    let digits = place.prefix { $0.isASCII && $0.isNumber }
    guard let at = Int(digits), arguments.indices.contains(at - 1) else { return "{\(place)}" }
    let forms = place.dropFirst(digits.count)
    switch arguments[at - 1] {
    case .text(let text): return text
    case .phrase(let phrase): return self(phrase)
    case .number(let number):
      guard let sign = forms.first else { return self.number(number) }
      let words = forms.dropFirst().split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      // All three languages have one form for one, and another for everything else.
      let word = String(number == 1 ? words[0] : words[words.count - 1])
      return sign == ":" ? "\(self.number(number)) \(word)" : word
    }
  }
}
