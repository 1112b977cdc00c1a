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
      name: "nothing judged", policies: [Samples.policy("a.b", .high, status: .notEvaluated, population: 3)], exit: 2),
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
}
