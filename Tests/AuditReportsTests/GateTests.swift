import Audit
import AuditReports
import PolicyEngine
import Testing

struct GateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var policies: [PolicyOutcome]
    var options = GateOptions()
    var incomplete: [String] = []
    var exit: Int32
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "all passed", policies: [Samples.policy("a.b", .high, population: 3)], exit: 0),
    Case(name: "a fail at the level", policies: [Samples.policy("a.b", .high, population: 3, failed: 1)], exit: 1),
    Case(name: "a fail below the level", policies: [Samples.policy("a.b", .medium, population: 3, failed: 1)], exit: 0),
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
      options: GateOptions(isUnverifiedAllowed: true), exit: 0),
    Case(
      name: "the same below the level",
      policies: [Samples.policy("a.b", .medium, status: .notEvaluated, population: 3)], exit: 0),
    Case(
      name: "no member known, beside one that passed",
      policies: [
        Samples.policy("a.a", .high, population: 3),
        Samples.policy("a.b", .critical, status: .notEvaluated, population: 0, holes: 1),
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
  ]

  @Test(arguments: cases)
  func exitCode(_ example: Case) {
    let result = Samples.result(policies: example.policies, findings: [], incomplete: example.incomplete)
    let gate = GateDecision(result, options: example.options)
    #expect(gate.exitCode == example.exit, "\(example.name)")
    #expect(gate.reasons.isEmpty == (example.exit == 0), "a reason exactly when it is not passed")
  }

  /// A headline says PASSED only where nothing failed.
  @Test(arguments: cases)
  func headline(_ example: Case) {
    let result = Samples.result(policies: example.policies, findings: [], incomplete: example.incomplete)
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
