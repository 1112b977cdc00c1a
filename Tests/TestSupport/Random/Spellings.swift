/// Texts that Unicode calls canonically equivalent, and that have other bytes: a letter with its accent in one code point
/// and in two, marks in another order, signs that stand for a letter.
package enum Spellings {
  /// Each the spellings of one sign. ASCII has some too: the sign for kelvin is equal to a K.
  package static let signs: [[String]] = [
    ["\u{E5}", "a\u{30A}"], ["\u{E9}", "e\u{301}"], ["\u{C5}", "A\u{30A}", "\u{212B}"],
    ["\u{1ED9}", "\u{1ECD}\u{302}", "o\u{323}\u{302}", "o\u{302}\u{323}"], ["\u{AC00}", "\u{1100}\u{1161}"],
    ["K", "\u{212A}"], ["\u{3A9}", "\u{2126}"], ["s"], ["t"], ["7"],
  ]

  /// Two texts that `String` calls equal. Every other pair or so has the same bytes.
  package static func pair(_ random: inout SplitMix64) -> (String, String) {
    let count = 1 + random.below(3)
    let chosen = (0..<count).map { _ in random.pick(signs) }
    let one = chosen.map { random.pick($0) }.joined()
    return (one, random.chance(40) ? one : chosen.map { random.pick($0) }.joined())
  }

  /// Whether both have the same bytes: what decides of identifiers.
  package static func areSame(_ one: String, _ other: String) -> Bool { Array(one.utf8) == Array(other.utf8) }
}
