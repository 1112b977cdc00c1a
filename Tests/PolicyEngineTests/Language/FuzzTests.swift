import TestSupport
import Testing

@testable import PolicyEngine

/// Broken text must neither crash nor hang the parser, and must never pass for sound where it was cut.
@Suite struct FuzzTests {
  @Test(arguments: [Samples.mailboxes, Samples.everything]) func mutationsNeitherCrashNorHang(text: String) {
    var random = SplitMix64(seed: 7)
    let original = Array(text.utf8)
    let interesting = Array("{}()\",:.-\\\n/'ifnot\u{0}é".utf8)
    for _ in 0..<250 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(interesting.randomElement(using: &random)!, at: at)
        case 3:
          let end = min(bytes.count, at + Int.random(in: 0..<60, using: &random))
          bytes.removeSubrange(at..<max(at, min(end, bytes.count - 1)))
        default:
          let end = min(bytes.count, at + Int.random(in: 0..<60, using: &random))
          bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      check(bytes)
    }
  }

  @Test(arguments: [Samples.mailboxes, Samples.everything]) func truncationsNeitherCrashNorHang(text: String) {
    let bytes = Array(text.utf8)
    for end in stride(from: 0, to: bytes.count, by: 13) { check(Array(bytes[..<end])) }
  }

  @Test(arguments: [
    "(", "not {", "f(", "-", "a.b(c: (", "count(x) {", "policy a.b { fail \"x\" if (", "x + (", "{", "\"",
    "(a.b(c) or ",
    "example \"e\" {", "policy a.b {", "relation a.b(x: ", "“ ", "' ", "\\", "a.b(x) if c.d(x), ", "1 - ", "a.b(",
    "2026-",
  ]) func repetitionsNeitherCrashNorHang(part: String) {
    check(Array(("r.s(x) if " + String(repeating: part, count: 3_000)).utf8))
    check(Array(String(repeating: part + "\n", count: 3_000).utf8))
  }

  private func check(_ bytes: [UInt8]) {
    let source = SourceText(path: "t.policy", bytes: bytes)
    let parsed = Parser.parse([source])
    #expect(parsed.diagnostics.count <= Parser.diagnosticLimit + 1)
    for diagnostic in parsed.diagnostics {
      let span = diagnostic.span
      #expect(0 <= span.start && span.start <= span.end && span.end <= bytes.count)
    }
    _ = DiagnosticRenderer.render(Array(parsed.diagnostics.prefix(3)), sources: [source], color: false)
  }
}
