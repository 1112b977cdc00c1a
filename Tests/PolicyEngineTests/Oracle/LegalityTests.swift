import FactStore
import PolicyEngine
import TestSupport
import Testing

/// Random programs pass every check, so that a refusal is a fault of the checks or of the generator.
@Suite struct LegalityTests {
  @Test func programsAreLegal() {
    var refusals: [String: Int] = [:]
    var first: [String: String] = [:]
    for seed in 0..<400 as Range<UInt64> {
      let program = RandomProgram(seed: seed)
      let source = SourceText(path: "random.policy", text: program.text)
      let (parsed, _) = Parser.parse([source])
      let (checked, diagnostics) = Checker.check(parsed, schemas: program.schemaSet)
      #expect((checked == nil) == diagnostics.contains { $0.severity == .error })
      for diagnostic in diagnostics where diagnostic.severity == .error {
        refusals[diagnostic.code, default: 0] += 1
        let at = source.position(of: diagnostic.span.start)
        first[diagnostic.code] =
          first[diagnostic.code] ?? "\(diagnostic.message) at \(at.line):\(at.column) of\n\(program.report)"
      }
    }
    #expect(refusals.isEmpty, "\(refusals)\n\(first.values.joined(separator: "\n\n"))")
  }
}
