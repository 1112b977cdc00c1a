import Formats
import TestSupport
import Testing

/// What the YAML reader takes, and all that it refuses.
@Suite struct YAMLReaderTests {
  /// A node as one line: `{key=value, …}`, `[…]`, a plain text bare, a quoted one in quotes.
  private func show(_ node: YAMLNode) -> String {
    switch node {
    case .scalar(let text, _, _, let isQuoted): isQuoted ? "'\(text)'" : text
    case .list(let elements, _, _): "[\(elements.map(show).joined(separator: ", "))]"
    case .map(let members, _, _):
      "{\(members.map { "\($0.key.name)=\(show($0.value))" }.joined(separator: ", "))}"
    }
  }

  private func read(_ text: String) -> String {
    switch YAMLReader.read(Array(text.utf8)) {
    case .success(let node): show(node)
    case .failure(let problem): "\(problem.code)@\(problem.line)"
    }
  }

  @Test(arguments: [
    ("", "{}"), ("# nothing\n", "{}"), ("---\na: 1\n", "{a=1}"),
    ("country: no\nport: 012\nwhen: 2026-01-02\n", "{country=no, port=012, when=2026-01-02}"),
    ("on: yes\nnull: ~\n", "{on=yes, null=~}"),
    ("a:\nb: ''\n", "{a=, b=''}"), ("a: \"x\\u00e6\"\nb: |\n  two\n  lines\n", "{a='xæ', b='two\nlines\n'}"),
    ("- 1\n- [a, b]\n- {c: d}\n", "[1, [a, b], {c=d}]"), ("just text", "just text"), ("\u{FEFF}a: 1", "{a=1}"),
    ("a: b & c\nb: 5 * 4\nc: '*.dk'\n", "{a=b & c, b=5 * 4, c='*.dk'}"), ("a: '!x'\n", "{a='!x'}"),
  ])
  func taken(_ text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("a: 1\nb: &x 2\n", "yaml-anchor@2"), ("a: &x 1\nb: *x\n", "yaml-anchor@1"), ("a: *x\n", "yaml-anchor@1"),
    ("&k a: 1\n", "yaml-anchor@1"), ("a: &x [1]\n", "yaml-anchor@1"), ("a: &x\n  b: 1\n", "yaml-anchor@1"),
    ("a: !!int 1\n", "yaml-tag@1"), ("a: !!str 1\n", "yaml-tag@1"), ("a:\n  - !secret x\n", "yaml-tag@2"),
    ("a: !!set {b}\n", "yaml-tag@1"), ("!!bool no: 1\n", "yaml-tag@1"), ("a: !x [1]\n", "yaml-tag@1"),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key@1"), ("a: 1\n'a': 3\n", "yaml-duplicate-key@1"),
    ("1: x\n'1': y\n", "yaml-duplicate-key@1"), ("x:\n  - {k: 1, k: 2}\n", "yaml-duplicate-key@2"),
    ("a: 1\n---\nb: 2\n", "yaml-documents@2"), ("? [a]\n: 1\n", "yaml-key@1"), ("a: [1\nb: 2\n", "yaml-syntax@2"),
    ("a: 'x\n", "yaml-syntax@2"), ("\ta: 1\n", "yaml-syntax@1"), ("a: b: c\n", "yaml-syntax@1"),
    ("a: \u{1}\n", "yaml-syntax@1"),
  ])
  func refused(_ text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test func badUTF8() {
    guard case .failure(let problem) = YAMLReader.read(Array("a: 1\nb: ".utf8) + [0xE6, 0x0A]) else {
      Issue.record("taken")
      return
    }
    #expect(problem.code == "invalid-utf8")
    #expect(problem.line == 2)
  }

  @Test(arguments: [(64, true), (65, false), (500, false), (100_000, false)]) func nesting(_ depth: Int, isRead: Bool) {
    let flow = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect((read(flow) == "yaml-too-deep@1") == !isRead)
    let block = String(repeating: "- ", count: depth) + "x"
    #expect((read(block) == "yaml-too-deep@1") == !isRead)
    #expect(read(String(repeating: "{a: ", count: max(depth, 100))).hasPrefix("yaml-"))
  }

  @Test func aliasesThatMultiply() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "? *a39\n: x\n"
    #expect(read(text) == "yaml-anchor@2")
  }

  @Test func places() throws {
    let node = try YAMLReader.read(Array("a:\n  - b\n  - æø: 'c'\n".utf8)).get()
    let list = try #require(node["a"]?.elements)
    #expect(list.map(\.line) == [2, 3])
    #expect(list.map(\.column) == [5, 5])
    #expect(list[1].members?.first?.key == YAMLKey(name: "æø", line: 3, column: 5))
    #expect(list[1]["æø"]?.column == 9)
    #expect(node.members?.first?.key.line == 1)
  }

  @Test func absence() throws {
    let node = try YAMLReader.read(Array("a:\nb: ''\n".utf8)).get()
    #expect(node["a"]?.isAbsent == true)
    #expect(node["b"]?.isAbsent == false)
  }

  @Test func truncationNeverCrashes() {
    let text = Array("a: \"x\"\nb:\n  - {c: [1, 'd']}\n  - |\n    text\n\"e\": &f !g h\n".utf8)
    for length in 0...text.count { _ = YAMLReader.read(Array(text[..<length])) }
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      var damaged = text
      for _ in 0..<3 { damaged[Int.random(in: 0..<text.count, using: &random)] = .random(in: 0...255, using: &random) }
      _ = YAMLReader.read(damaged)
    }
  }
}
