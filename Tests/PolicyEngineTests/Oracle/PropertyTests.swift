import FactStore
import Foundation
import PolicyEngine
import TestSupport
import Testing

/// The promises of language.md, statement 7, kept by the reference evaluator itself.
@Suite struct PropertyTests {
  @Test func certainIsTrueAndTrueIsPossible() {
    let seeds = ProcessInfo.processInfo.environment["TILSYN_SOAK"].flatMap { UInt64($0) } ?? 300
    var moves: [String: Int] = [:]
    for seed in 0..<seeds {
      let program = RandomProgram(seed: seed)
      var properties = NaiveProperties(program)
      properties.check()
      moves.merge(properties.moves) { $0 + $1 }
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
    print("moves: " + moves.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(moves.count >= 8, "a move that no program makes is a promise that nothing tried")
  }
}
