import FactStore
import Testing

@testable import PolicyEngine

/// Whatever the parser accepts, the checks answer: no trap, no endless loop, the same every time.
@Suite struct CheckerFuzzTests {
  @Test(arguments: 0..<200) func generatedProgramsAreAnswered(seed: UInt64) {
    var generator = PolicyTextGenerator(seed: seed)
    check(generator.file().joined(separator: "\n"))
  }

  @Test func brokenProgramsAreAnswered() {
    // Every prefix of a right program, and the program without each of its lines.
    let text = CheckerTests.model + "\n" + CheckerTests.policy
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      check(lines[..<index].joined(separator: "\n"))
      check((lines[..<index] + lines[(index + 1)...]).joined(separator: "\n"))
    }
  }

  private func check(_ text: String) {
    let (program, _) = Parser.parse([SourceText(path: "a.policy", text: text)])
    let first = Checker.check(program, schemas: Vocabulary.schemas, shipped: true).diagnostics
    #expect(first == Checker.check(program, schemas: Vocabulary.schemas, shipped: true).diagnostics)
    for diagnostic in first {
      #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
      #expect(diagnostic.span.start <= diagnostic.span.end)
    }
  }
}
