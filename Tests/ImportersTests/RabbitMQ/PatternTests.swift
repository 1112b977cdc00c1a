import Testing

@testable import ImportRabbitMQ

/// What a pattern matches is decided, or said not to be; PCRE itself is asked whether that is right.
struct PatternTests {
  private static let verdicts: [(pattern: String, matches: NamePattern.Matches?, isBeyond: Bool?)] = [
    ("app", .some, true), ("^app", .some, true), ("^app$", .some, false), (".+", .everything, false),
    (".*", .everything, false), ("^.*$", .everything, false), ("^", .everything, true), (".", .everything, true),
    ("()", .everything, true), ("|x", .everything, true), ("", .nothing, false), ("^$", .nothing, false),
    ("$^", .nothing, false), ("(?!x).*", nil, nil), ("(?=o)rders", nil, nil), ("(", .nothing, false),
    ("*", .nothing, false), ("[", .nothing, false), ("a{2,1}", .nothing, false), ("a)", .nothing, false),
    ("\\", .nothing, false), ("orders", .some, true), ("^orders$", .some, false), ("^(a|b)$", .some, false),
    ("a|^b$", .some, true), ("^app\\..*", .some, false), ("^(amq\\.gen.*|app)$", .some, false),
    ("^.{1,255}$", .everything, false), ("^.{1,254}$", .some, false), (".{256}", .nothing, false),
    ("\\n", .nothing, false), ("[\\w\\W]", .everything, true), ("^\\w+$", .some, false), ("(a*)*", .everything, true),
    ("a++", nil, nil), ("(?>a)", nil, nil), ("(a)\\1", nil, nil), ("(?i)a", nil, nil), ("a\\b", nil, nil),
    ("x{,3}", nil, nil), ("^*", nil, nil), ("[[:alpha:]]", nil, nil), ("\\Qa\\E", nil, nil), ("(*UTF8)a", nil, nil),
    ("\\p{L}", nil, nil), ("(?<n>a)", nil, nil), ("a**", nil, nil), ("\\y", nil, nil), ("ø", .some, true),
  ]

  @Test(arguments: verdicts.indices) func aPatternIsDecided(_ index: Int) {
    let verdict = Self.verdicts[index]
    let pattern = NamePattern(verdict.pattern)
    #expect(pattern.matches == verdict.matches && pattern.isBeyond == verdict.isBeyond, "\(verdict.pattern)")
  }

  @Test func aNameIsMatched() {
    #expect(NamePattern("orders").matches(name: "old_orders_secret") == true)
    #expect(NamePattern("^orders").matches(name: "old_orders_secret") == false)
    #expect(NamePattern("").matches(name: "a") == false && NamePattern("").text == "^$")
    #expect(NamePattern("(?!x)a").matches(name: "a") == nil && NamePattern("(").matches(name: "(") == false)
    #expect(NamePattern(".").matches(name: "a\nb") == nil)
    // Whether the two bytes of `õ` are letters depends on the tables of the engine.
    #expect(NamePattern("^\\w+$").matches(name: "blõ") == nil && NamePattern("^\\w+$").matches(name: "bla") == true)
  }

  /// Ends at once, whatever is written: the steps are counted, not the seconds.
  @Test(arguments: [
    String(repeating: "(", count: 10_000), String(repeating: "a*", count: 5_000), String(repeating: "[", count: 10_000),
    String(repeating: "(?:", count: 1_000) + String(repeating: "){1,50}", count: 1_000),
    "((((((a{1,50}){1,50}){1,50}){1,50}){1,50}){1,50})", "^(a|b|ab)*c(a|b){400}$", "(?:(){1000}){1000}",
    String(repeating: "(a|", count: 190) + String(repeating: ")*", count: 190), "a{99999}", "(.*){50}(.*a){50}b",
  ]) func aHostilePatternEnds(_ text: String) {
    var effort = PatternSearch.mostEffort
    let pattern = NamePattern(text, effort: &effort)
    // No pattern may do more than twice what one is given, once for each table, and the last step may go over.
    #expect(effort > -PatternSearch.mostEffort)
    #expect(text.utf8.count < 5_000 || pattern.matches == nil)
  }

  @Test func whatIsDecidedIsWhatPCREDoes() throws {
    guard let oracle = PatternOracle() else { return print("not compared: this system has no libpcre2-8.so.0") }
    var generator = PatternGenerator(seed: 18)
    var counts = (pairs: 0, undecided: 0)
    while counts.pairs < 10_000 {
      let text = generator.pattern()
      let pattern = NamePattern(text)
      let bytes = Array(pattern.text.utf8)
      let names = (0..<4).map { _ in generator.name(near: text) }.filter {
        String(validating: $0, as: UTF8.self) != nil
      }
      let truth = oracle.finds(bytes, in: names)
      let whole = oracle.finds(bytes, in: names, whole: true)
      for (index, name) in names.enumerated() {
        guard let found = truth[index] else { continue }
        counts.pairs += 1
        let answer = pattern.matches(name: String(decoding: name, as: UTF8.self))
        if answer == nil { counts.undecided += 1 }
        #expect(answer == nil || answer == found, "`\(text)` in `\(String(decoding: name, as: UTF8.self))`")
        #expect(!(pattern.matches == .everything && !found) && !(pattern.matches == .nothing && found), "`\(text)`")
        #expect(!(pattern.isBeyond == false && found && whole[index] == false), "`\(text)` goes beyond")
      }
      checkWitnesses(of: pattern, bytes, oracle)
    }
    #expect(counts.undecided < counts.pairs / 3, "\(counts)")
  }

  /// The names that a verdict rests on are what PCRE says of them. Its tables know no letter beyond ASCII.
  private func checkWitnesses(of pattern: NamePattern, _ bytes: [UInt8], _ oracle: PatternOracle) {
    if pattern.matches == .nothing, pattern.findings.isEmpty { #expect(!oracle.compiles(bytes), "`\(pattern.text)`") }
    guard let found = pattern.findings.first else { return }
    if let name = found.match { #expect(oracle.finds(bytes, in: [name]) != [false], "`\(pattern.text)`") }
    if let name = found.miss { #expect(oracle.finds(bytes, in: [name]) != [true], "`\(pattern.text)`") }
    if let name = found.beyond {
      #expect(oracle.finds(bytes, in: [name]) != [false], "`\(pattern.text)`")
      #expect(oracle.finds(bytes, in: [name], whole: true) != [true], "`\(pattern.text)`")
    }
  }
}
