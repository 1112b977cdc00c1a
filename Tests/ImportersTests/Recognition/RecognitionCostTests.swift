import TestSupport
import Testing

@testable import ImportAltinn
@testable import ImportCore

/// What is asked of every file is asked cheaply; the short cuts must say what the long way does.
@Suite struct RecognitionCostTests {
  /// All white space that there is, and the byte-order mark: what may stand before the first character.
  private static let before: [String] =
    (0...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter(\.properties.isWhitespace).map { String($0) } + ["\u{FEFF}"]

  @Test func whatMayBeginWithACharacterIsNeverDenied() {
    #expect(Self.before.count > 20)
    var random = SplitMix64(seed: 1)
    for space in Self.before { #expect(Array((space + "<a>").utf8).mayBegin(with: UInt8(ascii: "<")), "\(space)") }
    for _ in 0..<10_000 {
      let spaces = (0..<random.below(5)).map { _ in Self.before[random.below(Self.before.count)] }
      #expect(Array((spaces.joined() + "<a>").utf8).mayBegin(with: UInt8(ascii: "<")))
    }
    for text in ["", " ", "a<", "\n{", "é<", "0"] { #expect(!Array(text.utf8).mayBegin(with: UInt8(ascii: "<"))) }
  }

  @Test func marksBeforeAnElementAreStillSeen() {
    for space in Self.before where space != "\u{FEFF}" {
      #expect(XMLSketch(Array((space + "<Policy/>").utf8))?.root == "Policy", "\(space.unicodeScalars)")
      #expect(FileSignature.describe((space + "<html>").utf8)?.contains("web page") == true, "\(space.unicodeScalars)")
    }
    #expect(XMLSketch(Array("\u{FEFF} <Policy/>".utf8))?.root == "Policy")
  }

  /// Rules are looked up key by key; sets say the same.
  @Test func rulesFitAsSetsDo() {
    var random = SplitMix64(seed: 2)
    let names = ["a", "b", "c", "d", "$type", "password", "e"]
    func some() -> Set<String> { Set(names.filter { _ in random.chance(50) }) }
    var fitting = 0
    for _ in 0..<20_000 {
      let keys = some()
      let rule = KeyRule(
        kind: "k", required: some().subtracting(["$type"]), oneOf: some().subtracting(["$type"]),
        forbidden: some().subtracting(["$type"]), isExact: random.chance(50), what: "")
      let own = keys.subtracting(["$type"])
      var expected =
        rule.required.isSubset(of: own) && (rule.oneOf.isEmpty || !rule.oneOf.isDisjoint(with: own))
        && rule.forbidden.isDisjoint(with: own)
      if rule.isExact, !own.subtracting(rule.required).subtracting(rule.oneOf).isSubset(of: ["password"]) {
        expected = false
      }
      fitting += expected ? 1 : 0
      #expect(rule.matches(Dictionary(uniqueKeysWithValues: keys.map { ($0, .string) })) == expected)
    }
    #expect(fitting > 100)
  }

  /// Keys of Altinn, however a service writes them.
  @Test func keysAreComparedAsTheyAreMade() {
    var random = SplitMix64(seed: 3)
    let parts = [" ", "a", "A", "k", "\u{212A}", "K", "\u{E5}", "\u{C5}", "I", "\u{130}", "1", "\u{301}", "\t"]
    var equal = 0
    for _ in 0..<20_000 {
      let text = (0..<random.below(4)).map { _ in parts[random.below(parts.count)] }.joined()
      for name in ["", "a", "k", "ak", "a1", "ka", "i", "aa"] {
        equal += AltinnNode.key(text) == name ? 1 : 0
        #expect(AltinnNode.isKey(text, name) == (AltinnNode.key(text) == name), "\(text.unicodeScalars) \(name)")
      }
    }
    #expect(equal > 1_000)
  }

  /// Names are taken apart by bytes; what looks like a sign or digit in another alphabet is a letter of the name.
  @Test(
    arguments: [
      ("a/user\u{E5}-2.json", "a/user\u{E5}.json", 2), ("\u{E5}/7", "\u{E5}/", 7),
      ("users-\u{663}.json", "users-\u{663}.json", nil), ("users\u{B2}-1", "users\u{B2}-1", nil),
      (".json", ".json", nil), ("", "", nil), ("1", "", 1), ("()", "", nil), ("a(1)", "a", 1), ("PAGE1", "", 1),
      ("users--(3).CSV", "users.csv", 3), ("a/b/", "a/b/", nil), ("x.2", "x.2", nil),
    ] as [(String, String, Int?)])
  func namesAreTakenApart(_ path: String, _ stem: String, _ number: Int?) {
    let name = PageName(path)
    #expect(name.stem == stem && name.number == number, "\(name)")
  }
}
