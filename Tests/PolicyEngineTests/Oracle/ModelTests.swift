import FactStore
import PolicyEngine
import TestSupport
import Testing

/// The reference evaluator against the executable model of the semantics, which was written before it and apart from it.
@Suite struct ModelTests {
  @Test(.enabled(if: ModelProgram.isAvailable, "needs python3, and the model below TILSYN_SHARED or ../shared"))
  func programsOfTheModelGiveItsSets() throws {
    let programs = try ModelProgram.load(600)
    #expect(programs.count == 600)
    for program in programs {
      let (parsed, diagnostics) = Parser.parse([SourceText(path: "model.policy", text: program.text)])
      #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message)) in \(program.text)")
      let result = NaiveEvaluator.evaluate(parsed, program.database, today: CalendarDate(days: 0))
      for (relation, rows) in program.certain.sorted(by: { $0.key < $1.key }) {
        let certain = result.certain["m.\(relation)"] ?? []
        let possible = result.possible["m.\(relation)"] ?? []
        let modelled = ModelProgram.rows(program.possible[relation]!)
        #expect(certain == ModelProgram.rows(rows), "certain \(relation), seed \(program.seed)\n\(program.text)")
        #expect(possible == modelled, "possible \(relation), seed \(program.seed)\n\(program.text)")
      }
      let policy = NaivePolicy(id: "m.d1", keys: ["a"], fails: ["m.d2"], unverified: ["m.d3"], excepts: ["m.d4"])
      var sets = result
      sets.certain[policy.population] = result.certain["m.d1"]
      sets.possible[policy.population] = result.possible["m.d1"]
      let verdicts = NaiveVerdicts(policy, sets)
      for expected in program.verdicts {
        let member: NaiveRow = expected.member.map { .value(.int($0)) }
        #expect(verdicts.members[member]?.rawValue == expected.verdict, "verdict of \(member), seed \(program.seed)")
      }
      #expect(verdicts.members.count == program.verdicts.count)
    }
  }
}
