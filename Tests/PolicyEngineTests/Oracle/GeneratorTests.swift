import FactStore
import PolicyEngine
import TestSupport
import Testing

/// The random programs must be legal, and reach all of the language.
@Suite struct GeneratorTests {
  static let seeds = 0..<2_000 as Range<UInt64>

  @Test func equalSeedsGiveEqualPrograms() {
    #expect(RandomProgram(seed: 7).report == RandomProgram(seed: 7).report)
    #expect(RandomProgram(seed: 7).report != RandomProgram(seed: 8).report)
  }

  @Test func programsAreReadAsTheyWereMade() {
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let (parsed, diagnostics) = Parser.parse([SourceText(path: "random.policy", text: program.text)])
      #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message)) in \(program.report)")
      #expect(PolicyText.print(parsed.items) == program.text)
    }
  }

  @Test func programsReachAllOfTheLanguage() {
    var counts: [String: Int] = [:]
    for seed in Self.seeds {
      let program = RandomProgram(seed: seed)
      let database = NaiveDatabase(program.store())
      #expect(NaiveEvaluator.isSafe(program.tree, database, today: program.today), "\(program.report)")
      let result = NaiveEvaluator.evaluate(program.tree, database, today: program.today)
      for feature in program.features { counts[feature, default: 0] += 1 }
      let derived = result.derived
      if derived.contains(where: { !result.certain[$0]!.isEmpty }) { counts["derives certain", default: 0] += 1 }
      if derived.contains(where: { !result.possible[$0]!.isSubset(of: result.certain[$0]!) }) {
        counts["derives possible", default: 0] += 1
      }
      for policy in result.policies {
        let verdicts = NaiveVerdicts(policy, result)
        counts["policy \(verdicts.status.rawValue)", default: 0] += 1
        for verdict in Set(verdicts.members.values) { counts["verdict \(verdict.rawValue)", default: 0] += 1 }
      }
    }
    let total = Self.seeds.count
    print(
      "random programs: " + counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(counts["derives certain", default: 0] * 2 >= total)
    for feature in ["recursion", "negation", "aggregate"] { #expect(counts[feature, default: 0] * 4 >= total) }
    for feature in [
      "or", "not atom", "not body", "none", "wildcard", "arithmetic", "built-in", "in set", "in name", "count", "min",
      "max", "sum", "optional", "per", "except", "unverified", "today", "parameter", "derives possible",
      "verdict fail", "verdict pass", "verdict unverified", "verdict exempt", "policy empty", "policy passed",
    ] {
      #expect(counts[feature, default: 0] * 100 >= total, "\(feature)")
    }
  }
}
