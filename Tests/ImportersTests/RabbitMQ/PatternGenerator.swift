/// Patterns of all sorts, and names that are near them; the same for the same seed.
struct PatternGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ word >> 31) % UInt64(count))
  }

  private mutating func one(of texts: [String]) -> String { texts[below(texts.count)] }

  /// A pattern, one in eight with something that is not regular, one in twelve with a slip.
  mutating func pattern() -> String {
    var text = choice(depth: 0)
    if below(8) == 0 { text = spliced(text, one(of: Self.hard)) }
    if below(12) == 0 { text = spliced(text, one(of: Self.slips)) }
    if below(4) == 0 { text = "^" + text }
    if below(4) == 0 { text += "$" }
    return text
  }

  private mutating func spliced(_ text: String, _ part: String) -> String {
    let at = text.index(text.startIndex, offsetBy: below(text.count + 1))
    return text[..<at] + part + text[at...]
  }

  private mutating func choice(depth: Int) -> String {
    (0...(below(4) == 0 ? 1 + below(2) : 0)).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<below(4)).map { _ in item(depth: depth) + (below(3) == 0 ? one(of: Self.quantifiers) : "") }.joined()
  }

  private mutating func item(depth: Int) -> String {
    switch below(depth < 3 ? 9 : 7) {
    case 0...3: one(of: ["a", "b", "c", ".", "_", "-"])
    case 4: one(of: Self.sets)
    case 5: one(of: ["\\.", "\\d", "\\w", "\\W", "\\D", "\\s", "\\S", "\\x61", "\\$", "\\-", "ø"])
    case 6: one(of: ["^", "$", "\\A", "\\z", "\\Z", ".*", ".+"])
    case 7: "(" + choice(depth: depth + 1) + ")"
    default: "(?:" + choice(depth: depth + 1) + ")"
    }
  }

  private static let quantifiers = [
    "*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{0,1}", "{1,3}", "{2,}", "{0,}", "{1,3}?", "{3,1}", "{", "{a}",
    "{1,",
  ]
  private static let sets = [
    "[abc]", "[^a]", "[a-c]", "[^a-b_]", "[]a]", "[^]a]", "[a-]", "[-a]", "[a\\]]", "[\\w.]", "[^\\d]", "[.]", "[$^]",
    "[ab", "[c-a]",
    "[a-b-c]", "[\\d-a]", "[[:alpha:]]", "[[a]", "[a[]", "[\\x61-\\x63]", "[\\n]", "[^\\W]",
  ]
  private static let hard = [
    "(?=a)", "(?!a)", "(?<=a)", "(?<!b)", "(a)\\1", "(?>a+)", "a++", "a*+", "a?+", "(?i)A", "(?i:A)", "(?#x)", "\\b",
    "\\B", "\\Qa.b\\E",
    "(?(1)a|b)", "(?R)", "(?|a|b)", "(?<n>a)", "(?P<n>a)", "\\K", "\\R", "\\h", "\\N", "\\G", "(*ACCEPT)", "(*UTF8)",
    "\\p{L}", "\\X", "\\C",
    "(?x) a", "(?s).", "(?m)^", "\\cA", "\\07", "\\o{61}", "\\x{61}", "\\g1", "\\k<n>", "\\e", "\\a", "\\y", "\\8",
    "(?1)", "(?C1)", "\\V",
  ]
  private static let slips = [
    "(", ")", "[", "]", "*", "+", "?", "{2}", "\\", "**", "+?", "{,2}", "{ 1}", "(?", "(*", "|", "}", "^*", "$+",
  ]

  /// A name of what may stand in a pattern, and pieces of the pattern itself. Without line breaks.
  mutating func name(near pattern: String) -> [UInt8] {
    let letters = Array("aabbcc.._-A1 $^()[]|".utf8) + (pattern.contains("ø") ? [0xC3, 0xB8] : [])
    let own = Array(pattern.utf8.filter { $0 != 10 && $0 != 13 })
    return (0..<(1 + below(6))).flatMap { _ -> [UInt8] in
      guard below(3) == 0, !own.isEmpty else { return [letters[below(letters.count)]] }
      let start = below(own.count)
      return Array(own[start..<min(own.count, start + 1 + below(3))])
    }
  }
}
