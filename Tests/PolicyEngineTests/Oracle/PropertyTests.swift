import FactStore
import PolicyEngine
import TestSupport
import Testing

/// The promises of language.md, statement 7, kept by the reference evaluator itself.
@Suite struct PropertyTests {
  @Test(arguments: 0..<DifferentialTests.chunks)
  func certainIsTrueAndTrueIsPossible(_ chunk: Int) {
    var moves: [String: Int] = [:]
    var clauses: [String: Int] = [:]
    for seed in stride(from: UInt64(chunk), to: DifferentialTests.total, by: DifferentialTests.chunks) {
      let program = RandomProgram(seed: seed)
      var properties = NaiveProperties(program)
      properties.check()
      moves.merge(properties.moves) { $0 + $1 }
      clauses.merge(properties.clauses) { $0 + $1 }
      guard !properties.violations.isEmpty else { continue }
      let small = Shrinker.shrink(program) { candidate in
        var properties = NaiveProperties(candidate)
        properties.check(worlds: 6, losses: 6)
        return !properties.violations.isEmpty
      }
      var again = NaiveProperties(small)
      again.check(worlds: 6, losses: 6)
      Issue.record(
        "\((properties.violations + ["", "small:"] + again.violations).joined(separator: "\n"))\n\(small.report)")
      return
    }
    for (name, counts) in [("moves", moves), ("clauses of members", clauses)] {
      print("\(name): " + counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    #expect(
      clauses["covered, excluded", default: 0] > 0, "no member's own values exclude what a row of unknown keys says")
    #expect(moves.count >= 6, "a move that no program makes is a promise that nothing tried")
  }
}
