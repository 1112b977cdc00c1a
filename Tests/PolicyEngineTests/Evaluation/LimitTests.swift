import PolicyEngine
import TestSupport
import Testing

/// Past a limit a relation says so; it never holds too little, or too much, in silence.
@Suite struct LimitTests {
  static let limits: [(what: String, limits: EvaluationLimits)] = [
    ("no probe", limits(probes: 0)), ("one probe", limits(probes: 1)), ("5 probes", limits(probes: 5)),
    ("20 probes", limits(probes: 20)), ("80 probes", limits(probes: 80)), ("400 probes", limits(probes: 400)),
    ("no extras", limits(extras: 0)), ("one extra", limits(extras: 1)), ("4 extras", limits(extras: 4)),
    ("no round", limits(rounds: 0)), ("one round", limits(rounds: 1)), ("two rounds", limits(rounds: 2)),
    ("no value", limits(values: 0)), ("one value", limits(values: 1)), ("10 values", limits(values: 10)),
    ("60 values", limits(values: 60)), ("no probe of all", limits(allProbes: 0)),
    ("60 probes of all", limits(allProbes: 60)), ("400 probes of all", limits(allProbes: 400)),
  ]

  private static let standard = EvaluationLimits.standard(facts: 0)

  private static func limits(
    probes: Int = standard.probes, extras: Int = standard.extras, rounds: Int = standard.rounds,
    values: Int = standard.values, allProbes: Int = standard.allProbes
  ) -> EvaluationLimits {
    EvaluationLimits(probes: probes, extras: extras, rounds: rounds, values: values, allProbes: allProbes)
  }

  @Test(arguments: limits.map(\.what)) func whatIsNotLimitedIsWhole(_ what: String) throws {
    let limits = Self.limits.first { $0.what == what }!.limits
    var counts = (limited: 0, whole: 0)
    for seed in 0..<40 as Range<UInt64> {
      let program = RandomProgram(seed: seed)
      let whole = try Trial(program)
      let limited = try Trial(program, limits: limits)
      var names = whole.derived.map { ($0, $0) }
      for policy in whole.engine.checked.policies {
        let one = whole.engine.compile(policy)
        let other = limited.engine.compile(policy)
        names.append((Self.name(one.population, whole), Self.name(other.population, limited)))
        for (clause, twin) in zip(
          one.fails + one.unverifieds + one.excepts, other.fails + other.unverifieds + other.excepts)
        {
          names.append((Self.name(clause.relation, whole), Self.name(twin.relation, limited)))
        }
      }
      for (name, twin) in names {
        #expect(!whole.relation(name).isLimited)
        if limited.relation(twin).isLimited {
          counts.limited += 1
          continue
        }
        counts.whole += 1
        #expect(limited.engine.certain(twin) == whole.engine.certain(name), "\(name)\n\(program.report)")
        #expect(limited.engine.possible(twin) == whole.engine.possible(name), "\(name)\n\(program.report)")
      }
    }
    #expect(counts.limited + counts.whole > 0 && counts.whole > 0, "\(counts)")
    if what.hasPrefix("no ") || what.hasPrefix("one ") { #expect(counts.limited > 0, "\(counts)") }
  }

  /// Which components are within the limits of a run does not hang on which thread was faster.
  @Test(arguments: [("values", 40), ("values", 200), ("probes", 100), ("probes", 1_000)])
  func threadsDoNotDecideWhoIsWithin(_ what: String, _ amount: Int) throws {
    let limits = what == "values" ? Self.limits(values: amount) : Self.limits(allProbes: amount)
    var limited = 0
    for seed in 0..<60 as Range<UInt64> {
      let program = RandomProgram(seed: seed)
      func names(threads: Int) throws -> [String] {
        let engine = try Trial(program, limits: limits).engine
        let policies = engine.checked.policies.map { engine.compile($0) }
        engine.prepare(policies: policies, threads: threads)
        return engine.relations.filter(\.isLimited).map(\.name)
      }
      let one = try names(threads: 1)
      limited += one.count
      for threads in [2, 8] {
        let found = try names(threads: threads)
        #expect(found == one, "\(threads) threads, seed \(seed): \(Set(found).symmetricDifference(one).sorted())")
      }
    }
    #expect(limited > 0)
  }

  private static func name(_ id: RelationID, _ trial: Trial) -> String {
    trial.engine.relations.first { $0.id == id }!.name
  }
}
