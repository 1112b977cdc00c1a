import Formats
import TestSupport
import Testing

/// Paths are bytes: what is shown and what is carried as text never makes one of two.
@Suite struct FilePathTests {
  /// Bytes of a path and how it is shown.
  static let names: [(bytes: [UInt8], shown: String)] = [
    (Array("users.json".utf8), "users.json"), (Array("brugere på siden.json".utf8), "brugere på siden.json"),
    (Array("bad".utf8) + [0xE9], "bad\\xE9"), (Array("bad\u{FFFD}".utf8), "bad\u{FFFD}"),
    (Array("a\\b".utf8), "a\\b"), (Array("bad\\xE9".utf8), "bad\\x5CxE9"), (Array("a\nb".utf8), "a\\x0Ab"),
    (Array("a\\u{30A}".utf8), "a\\x5Cu{30A}"), ([0xC3], "\\xC3"), ([0xC3, 0x28], "\\xC3("),
    ([0xF4, 0x8F, 0xB8], "\\xF4\\x8F\\xB8"),
    ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"), ([0x7F], "\\x7F"), (Array("-p".utf8), "-p"), (Array("50%".utf8), "50%"),
    (Array("trailing ".utf8), "trailing "), (Array("\"quoted\"".utf8), "\"quoted\""),
    (Array("\u{10FEE9}".utf8), "\u{10FEE9}"),
  ]

  @Test(arguments: names.indices) func showsAndCarries(_ index: Int) {
    let row = Self.names[index]
    let path = FilePath(bytes: row.bytes)
    #expect(path.shown == row.shown)
    #expect(FilePath(path.text) == path)
  }

  /// 10,000 random names: none is lost on the way through a text, and no two are carried or shown alike.
  @Test func anyBytesAreCarriedAndShownApart() {
    var generator = SplitMix64(seed: 20)
    let alphabet: [[UInt8]] = [
      [0x61], [0xCC, 0x8A], [0xC3, 0xA5], [0xE9], [0xC3], [0xA9], Array("\\x".utf8), Array("\\u{30A}".utf8), [0x5C],
      [0x0A],
      Array("E9".utf8), [0xF4, 0x8F, 0xBB, 0xA9], [0xF4], [0xEF, 0xBF, 0xBD], [0x80],
    ]
    var names = Set<[UInt8]>()
    while names.count < 10_000 {
      let length = Int.random(in: 1...7, using: &generator)
      names.insert((0..<length).flatMap { _ in alphabet.randomElement(using: &generator)! })
    }
    let paths = names.map { FilePath(bytes: $0) }
    for path in paths { #expect(FilePath(path.text) == path) }
    // As bytes, since texts that are equal as Unicode may carry different paths.
    #expect(Set(paths.map { Array($0.text.utf8) }).count == paths.count)
    #expect(Set(paths.map { Array($0.shown.utf8) }).count == paths.count)
    #expect(Set(ShownPaths.distinct(paths.map(\.shown))).count == paths.count)
  }

  @Test func equalAsUnicodeIsNotEqual() {
    let composed = FilePath(bytes: Array("\u{E5}.json".utf8))
    let decomposed = FilePath(bytes: Array("a\u{30A}.json".utf8))
    #expect(composed != decomposed && Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
    #expect(ShownPaths.distinct([decomposed.shown, composed.shown]) == ["a\\u{30A}.json", "å.json"])
  }

  @Test(arguments: [
    ("a/b/c", "a/b", true), ("a/bc", "a/b", false), ("a/b", "a/b", true), ("/etc", "/", true), ("/", "/", true),
    ("/etc", "/et", false),
  ])
  func liesWithin(_ path: String, _ folder: String, _ isWithin: Bool) {
    #expect(FilePath(path).isWithin(FilePath(folder)) == isWithin)
  }

  @Test(arguments: [("a/b", "a"), ("a", "."), ("/a", "/"), ("a/b/", "a"), ("/", "/"), ("./a", ".")])
  func folder(_ path: String, _ folder: String) { #expect(FilePath(path).folder == FilePath(folder)) }
}
