import Audit
import AuditReports
import PolicyEngine
import TestSupport
import Testing

struct GateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var policies: [PolicyOutcome]
    var options = GateOptions()
    var incomplete: [String] = []
    /// Policies that came with the judged folder.
    var added: Set<String> = []
    var exit: Int32
    var testDescription: String { name }

    var result: AuditResult {
      var result = Samples.result(policies: policies, findings: [], incomplete: incomplete)
      if !added.isEmpty {
        result.settings = .init(path: "exports/tilsyn.yaml", sha256: "", isOfJudgedFolder: true)
        result.settings?.added = added
      }
      return result
    }
  }

  static let cases = [
    Case(name: "all passed", policies: [Samples.policy("a.b", .high, population: 3)], exit: 0),
    Case(name: "a fail at the level", policies: [Samples.policy("a.b", .high, population: 3, failed: 1)], exit: 1),
    Case(
      name: "a fail below the level",
      policies: [
        Samples.policy("a.a", .high, population: 1), Samples.policy("a.b", .medium, population: 3, failed: 1),
      ],
      exit: 0),
    Case(
      name: "nothing but a fail below the level", policies: [Samples.policy("a.b", .medium, population: 3, failed: 1)],
      exit: 0),
    Case(
      name: "a lower level", policies: [Samples.policy("a.b", .medium, population: 3, failed: 1)],
      options: GateOptions(failOn: .low), exit: 1),
    Case(
      name: "never", policies: [Samples.policy("a.b", .critical, population: 3, failed: 1)],
      options: GateOptions(failOn: nil), exit: 0),
    Case(name: "unverified fails", policies: [Samples.policy("a.b", .high, population: 3, unverified: 1)], exit: 1),
    Case(
      name: "unverified allowed", policies: [Samples.policy("a.b", .high, population: 3, unverified: 1)],
      options: GateOptions(isUnverifiedAllowed: true), exit: 0),
    Case(
      name: "a fail beside unverified allowed",
      policies: [Samples.policy("a.b", .high, population: 3, failed: 1, unverified: 1)],
      options: GateOptions(isUnverifiedAllowed: true), exit: 1),
    Case(name: "a hole in the population", policies: [Samples.policy("a.b", .high, population: 3, holes: 1)], exit: 1),
    Case(
      name: "incomplete", policies: [Samples.policy("a.b", .high, population: 3)], incomplete: ["x.json unreadable"],
      exit: 2),
    Case(
      name: "incomplete with a fail", policies: [Samples.policy("a.b", .high, population: 3, failed: 1)],
      incomplete: ["x.json unreadable"], exit: 2),
    Case(
      name: "incomplete allowed", policies: [Samples.policy("a.b", .high, population: 3)],
      options: GateOptions(isIncompleteAllowed: true), incomplete: ["x.json unreadable"], exit: 0),
    Case(
      name: "incomplete allowed with a fail", policies: [Samples.policy("a.b", .high, population: 3, failed: 1)],
      options: GateOptions(isIncompleteAllowed: true), incomplete: ["x.json unreadable"], exit: 1),
    Case(name: "no policy", policies: [], exit: 2),
    Case(
      name: "members that could not be judged",
      policies: [Samples.policy("a.b", .high, status: .notEvaluated, population: 3)], exit: 1),
    Case(
      name: "the same, allowed", policies: [Samples.policy("a.b", .high, status: .notEvaluated, population: 3)],
      options: GateOptions(isUnverifiedAllowed: true), exit: 2),
    Case(
      name: "the same, allowed, beside one that passed",
      policies: [
        Samples.policy("a.a", .high, population: 1),
        Samples.policy("a.b", .high, status: .notEvaluated, population: 3),
      ], options: GateOptions(isUnverifiedAllowed: true), exit: 0),
    Case(
      name: "the same with the gate off",
      policies: [Samples.policy("a.b", .high, status: .notEvaluated, population: 3)],
      options: GateOptions(failOn: nil), exit: 0),
    Case(
      name: "the same below the level",
      policies: [Samples.policy("a.b", .medium, status: .notEvaluated, population: 3)], exit: 0),
    Case(
      name: "members judged below the level, and no policy is at it",
      policies: [Samples.policy("a.b", .medium, population: 3)], exit: 0),
    Case(
      name: "members judged below the level, and one at it is out of scope",
      policies: [
        Samples.policy("a.b", .medium, population: 3),
        Samples.policy("a.c", .high, status: .outOfScope, population: 1, unverified: 1),
      ], exit: 2),
    Case(
      name: "the same, with the level lowered to theirs", policies: [Samples.policy("a.b", .medium, population: 3)],
      options: GateOptions(failOn: .medium), exit: 0),
    Case(
      name: "members judged below the level, beside one that found nobody",
      policies: [
        Samples.policy("a.a", .critical, status: .empty, population: 0), Samples.policy("a.b", .medium, population: 3),
      ], exit: 2),
    Case(
      name: "members judged below the level, beside one that was exempt",
      policies: [
        Samples.policy("a.a", .critical, population: 1, exempt: 1), Samples.policy("a.b", .medium, population: 3),
      ], exit: 0),
    Case(
      name: "no member known, beside one that passed",
      policies: [
        Samples.policy("a.a", .high, population: 3),
        Samples.policy("a.b", .critical, status: .notEvaluated, population: 0, holes: 1),
      ], exit: 1),
    Case(
      name: "no member known, beside one that passed, allowed",
      policies: [
        Samples.policy("a.a", .high, population: 3),
        Samples.policy("a.b", .critical, status: .notEvaluated, population: 0, holes: 1),
      ], options: GateOptions(isUnverifiedAllowed: true), exit: 0),
    Case(
      name: "no member known below the level, beside one that passed",
      policies: [
        Samples.policy("a.a", .high, population: 3), Samples.policy("a.b", .low, status: .notEvaluated, population: 0),
      ], exit: 0),
    Case(
      name: "no member known", policies: [Samples.policy("a.b", .high, status: .notEvaluated, population: 0, holes: 1)],
      exit: 2),
    Case(
      name: "out of scope by declaration, beside one that passed",
      policies: [
        Samples.policy("a.a", .high, population: 3),
        Samples.policy("a.b", .critical, status: .outOfScope, population: 3, unverified: 3),
      ], exit: 0),
    Case(
      name: "everything out of scope by declaration",
      policies: [Samples.policy("a.b", .critical, status: .outOfScope, population: 3, unverified: 3)], exit: 2),
    Case(
      name: "nothing judged, everything allowed",
      policies: [Samples.policy("a.b", .high, status: .empty, population: 0)],
      options: GateOptions(failOn: nil, isUnverifiedAllowed: true, isIncompleteAllowed: true), exit: 2),
    Case(
      name: "passed by the judged folder's policy alone", policies: [Samples.policy("f.a", .high, population: 3)],
      added: ["f.a"], exit: 2),
    Case(
      name: "the same with the gate off", policies: [Samples.policy("f.a", .high, population: 3, failed: 1)],
      options: GateOptions(failOn: nil, isUnverifiedAllowed: true, isIncompleteAllowed: true), added: ["f.a"], exit: 2),
    Case(
      name: "failed by it below the level", policies: [Samples.policy("f.a", .low, population: 3, failed: 3)],
      added: ["f.a"], exit: 2),
    Case(
      name: "failed by it", policies: [Samples.policy("f.a", .high, population: 3, failed: 1)], added: ["f.a"], exit: 1),
    Case(
      name: "beside one that judged a member",
      policies: [Samples.policy("a.a", .high, population: 1), Samples.policy("f.a", .high, population: 3)],
      added: ["f.a"], exit: 0),
    Case(
      name: "beside one that judged a member below the level",
      policies: [Samples.policy("a.a", .low, population: 1), Samples.policy("f.a", .high, population: 3)],
      added: ["f.a"], exit: 2),
    Case(
      name: "beside one that failed below the level",
      policies: [Samples.policy("a.a", .low, population: 1, failed: 1), Samples.policy("f.a", .high, population: 3)],
      added: ["f.a"], exit: 2),
    Case(
      name: "beside one that found nobody",
      policies: [
        Samples.policy("a.a", .high, status: .empty, population: 0), Samples.policy("f.a", .high, population: 3),
      ], added: ["f.a"], exit: 2),
    Case(
      name: "beside one that decided about nobody",
      policies: [
        Samples.policy("a.a", .high, population: 2, unverified: 2), Samples.policy("f.a", .high, population: 3),
      ],
      options: GateOptions(isUnverifiedAllowed: true), added: ["f.a"], exit: 2),
    Case(
      name: "beside one that was not evaluated",
      policies: [
        Samples.policy("a.a", .high, status: .notEvaluated, population: 2), Samples.policy("f.a", .high, population: 3),
      ], options: GateOptions(isUnverifiedAllowed: true), added: ["f.a"], exit: 2),
  ]

  @Test(arguments: cases)
  func exitCode(_ example: Case) {
    let result = example.result
    let gate = GateDecision(result, options: example.options)
    #expect(gate.exitCode == example.exit, "\(example.name)")
    #expect(gate.reasons.isEmpty == (example.exit == 0), "a reason exactly when it is not passed")
  }

  /// Whatever the policies found and whatever is allowed: where a policy could fail an audit, it passes only if such a one, and not
  /// the judged folder's own, came to a verdict on a member.
  @Test(arguments: 0..<4)
  func noPassWithoutJudgement(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var passes = 0
    for _ in 0..<5_000 {
      let policies = (0..<Int.random(in: 0...4, using: &random)).map { index in
        let population = Int.random(in: 0...3, using: &random)
        let failed = Int.random(in: 0...population, using: &random) * Int.random(in: 0...1, using: &random)
        let unverified = Int.random(in: 0...population - failed, using: &random)
        let status = [PolicyOutcome.Status.evaluated, .evaluated, .notEvaluated, .outOfScope, .empty].randomElement(
          using: &random)!
        return Samples.policy(
          "\(Bool.random(using: &random) ? "f" : "a").p\(index)", Severity.allCases.randomElement(using: &random)!,
          status: population == 0 && status == .evaluated ? .empty : status,
          population: status == .empty ? 0 : population,
          failed: status == .evaluated ? failed : 0, unverified: status == .evaluated ? unverified : 0)
      }
      let level = Severity.allCases.randomElement(using: &random)!
      let example = Case(
        name: "", policies: policies,
        options: GateOptions(
          failOn: level, isUnverifiedAllowed: .random(using: &random), isIncompleteAllowed: .random(using: &random)),
        added: Set(policies.map(\.id).filter { $0.hasPrefix("f") }), exit: 0)
      guard GateDecision(example.result, options: example.options).exitCode == 0 else { continue }
      passes += 1
      #expect(
        !policies.contains { $0.severity >= level }
          || policies.contains {
            $0.severity >= level && $0.id.hasPrefix("a") && $0.status == .evaluated && $0.passed + $0.exempt > 0
          }, "\(policies)")
    }
    #expect(passes > 100, "the property was put to the test")
  }

  /// A headline says PASSED only where nothing failed.
  @Test(arguments: cases)
  func headline(_ example: Case) {
    let result = example.result
    let gate = GateDecision(result, options: example.options)
    let text = TextReport.verdict(result, gate: gate)
    let failed = Totals(example.policies).failed
    let expected =
      switch example.exit {
      case 0: failed > 0 || example.options.failOn == nil ? "REPORTED" : "PASSED"
      case 1: "FAILED"
      default: "NOT JUDGED"
      }
    #expect(text.hasPrefix(expected), "\(text)")
  }

  /// Members of what could not be judged are unverified, in the totals as in the gate; what is declared not to be there
  /// counts nowhere.
  @Test func membersAddUp() {
    let policies = [
      Samples.policy("a.a", .high, population: 7, failed: 2, unverified: 1, exempt: 1),
      Samples.policy("a.b", .high, status: .notEvaluated, population: 12, holes: 2),
      Samples.policy("a.c", .high, status: .outOfScope, population: 5, unverified: 5),
      Samples.policy("a.d", .low, status: .empty, population: 0),
    ]
    let totals = Totals(policies)
    #expect(totals.members == 19 && totals.unverified == 13 && totals.failed == 2 && totals.populationHoles == 0)
    #expect(totals.members == totals.passed + totals.failed + totals.unverified + totals.exempt)
  }
}
