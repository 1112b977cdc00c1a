import Audit
import FactStore
import Foundation
import PolicyEngine
import TestSupport
import Testing

/// Which policies are not evaluated, and which are out of scope by declaration (language.md, statement 10).
@Suite struct StandingTests {
  static let listed = """
    relation src.member(member: member)
    relation src.listed(member: member)
    relation src.excuse(member: member)
    policy src.listed {
      title "t" severity high
      for member in src.member(member)
      fail "{member} is not listed" if not src.listed(member)
      CLAUSES
      example "given" { GIVEN expect pass member: "a" }
    }
    """

  static func audit(_ given: String, clauses: String = "") throws -> SmallAudit {
    try SmallAudit(listed.replacing("CLAUSES", with: clauses).replacing("GIVEN", with: given))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var given: String
    var clauses = ""
    var status: PolicyOutcome.Status
    var missing: [String] = []
    var without: [String] = []
    var judgedWithout: [String] = []
    var testDescription: String { given + clauses }
  }

  static let two = #"src.member(member: "a") src.member(member: "b") "#
  static let optional = #"fail "{member} has no excuse" if not optional src.excuse(member)"#
  static let required = #"fail "{member} has no excuse" if not src.excuse(member)"#
  static let asks = #"unverified "{member} is in no list" if not src.excuse(member)"#

  static let cases: [Case] = [
    Case(given: two + "absent src.listed", status: .notEvaluated, missing: ["src.listed"]),
    Case(given: "absent src.member", status: .notEvaluated, missing: ["src.member"]),
    Case(given: "absent src.member absent src.listed", status: .notEvaluated, missing: ["src.member", "src.listed"]),
    // One may pass: then the others are findings of their own.
    Case(given: two + #"src.listed(member: "a") partial src.listed"#, status: .evaluated),
    // What came with others is known, and the rest is not: one passes.
    Case(given: two + #"src.listed(member: "a") absent src.listed"#, status: .evaluated),
    // A certain fail is never dropped.
    Case(
      given: two + "absent src.listed", clauses: #"fail "{member} is bad" if member = "a""#, status: .evaluated),
    // What the policy itself leaves open stays open.
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") absent src.excuse"#, clauses: asks,
      status: .evaluated),
    // An absent relation that changes nothing is not named.
    Case(
      given: two + "absent src.listed absent src.excuse", clauses: #"fail "{member}" if src.excuse(member), 1 = 2"#,
      status: .notEvaluated, missing: ["src.listed"]),
    Case(given: two + "without src.listed", status: .outOfScope, without: ["src.listed"]),
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") without src.listed absent src.excuse"#,
      clauses: required, status: .notEvaluated, missing: ["src.excuse"]),
    Case(
      given: two + "without src.listed", clauses: #"fail "{member} is bad" if member = "a""#, status: .evaluated),
    // With one signature alone, absence is unknown.
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") absent src.excuse"#, clauses: optional,
      status: .notEvaluated, missing: ["src.excuse"]),
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") without src.excuse"#, clauses: required,
      status: .outOfScope, without: ["src.excuse"]),
    // With both it is judged, and said.
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") without src.excuse"#, clauses: optional,
      status: .evaluated, judgedWithout: ["src.excuse"]),
    // Passes are no reason to keep what is declared.
    Case(
      given: two + #"src.listed(member: "a") src.listed(member: "b") src.excuse(member: "a") without src.excuse"#,
      clauses: required, status: .outOfScope, without: ["src.excuse"]),
    Case(given: "without src.listed", status: .empty),
  ]

  @Test(arguments: cases)
  func standing(_ example: Case) throws {
    let result = try Self.audit(example.given, clauses: example.clauses).result
    let outcome = try #require(result.policies.first)
    #expect(outcome.status == example.status)
    #expect(result.scope.notEvaluated.map(\.missing) == (example.missing.isEmpty ? [] : [Self.joined(example.missing)]))
    #expect(result.scope.declared.map(\.without) == (example.without.isEmpty ? [] : [example.without]))
    #expect(outcome.judgedWithout == example.judgedWithout)
    #expect(outcome.population == outcome.passed + outcome.failed + outcome.unverified + outcome.exempt)
    if outcome.status != .evaluated { #expect(result.findings.count == 0) }
  }

  private static func joined(_ names: [String]) -> String { names.sorted().joined(separator: ", ") }

  static let total = ProcessInfo.processInfo.environment["TILSYN_SOAK"].flatMap { UInt64($0) }.map { $0 / 10 } ?? 800

  /// Random policies, against the reference evaluated once more over each reading of what is absent.
  @Test(arguments: 0..<4)
  func standingsAreThoseOfTheReference(_ chunk: Int) throws {
    var seen: [PolicyOutcome.Status: Int] = [:]
    for seed in stride(from: UInt64(chunk), to: Self.total, by: 4) {
      let program = RandomProgram(seed: seed)
      let store = program.store()
      let (tree, _) = Parser.parse([SourceText(path: "random.policy", text: program.text)])
      let checked = try #require(Checker.check(tree, schemas: store.schemas).checked, "\(program.report)")
      let systems = Set(store.schemas.schemas.map(\.system))
      let result = Auditor(
        engine: Engine(checked, store: store, today: program.today),
        options: AuditOptions(toolVersion: "0", systemsInScope: systems)
      ).result
      let database = NaiveDatabase(store)
      func judge(_ database: NaiveDatabase) -> [String: NaiveVerdicts] {
        let reference = NaiveEvaluator.evaluate(program.tree, database, today: program.today)
        return Dictionary(uniqueKeysWithValues: reference.policies.map { ($0.id, NaiveVerdicts($0, reference)) })
      }
      // Absent relations are empty; of those that have rows from other exports, the hole of absence goes.
      var withoutAbsent = database
      for relation in store.relations where relation.lacksExport {
        let kept = relation.completeness == .absent ? [] : relation.holes.filter { $0.reason != .absent }
        withoutAbsent.holes[relation.name] = Set(kept.map { decode($0.row, relation, store) })
      }
      var withoutDeclared = database
      for relation in store.relations where relation.declaration != nil {
        withoutDeclared.holes[relation.name] = database.holes[relation.name + "!"]
      }
      let (now, absent, declared) = (judge(database), judge(withoutAbsent), judge(withoutDeclared))
      for outcome in result.policies {
        let (verdicts, closed, said) = (now[outcome.id]!, absent[outcome.id]!, declared[outcome.id]!)
        let values = Set(verdicts.members.values)
        let expected: PolicyOutcome.Status =
          if isOpen(verdicts), !values.contains(.fail), !store.declared.isEmpty, !isOpen(said) {
            .outOfScope
          } else if isOpen(verdicts), !values.contains(.fail), !values.contains(.pass), !isOpen(closed) {
            .notEvaluated
          } else {
            verdicts.members.isEmpty && verdicts.populationHoles.isEmpty ? .empty : .evaluated
          }
        seen[expected, default: 0] += 1
        #expect(outcome.status == expected, "seed \(seed), \(outcome.id)\n\(program.report)")
        // A policy that waits for exports names them.
        if outcome.status == .notEvaluated {
          #expect(result.scope.notEvaluated.first { $0.policy == outcome.id }?.missing.isEmpty == false, "seed \(seed)")
        }
      }
    }
    #expect(seen.keys.count >= 3, "too few kinds of standing were seen: \(seen)")
  }

  private func isOpen(_ verdicts: NaiveVerdicts) -> Bool {
    verdicts.members.values.contains(.unverified) || !verdicts.populationHoles.isEmpty
  }

  private func decode(_ codes: [UInt32], _ relation: SourceRelation, _ store: FactStore) -> NaiveRow {
    zip(codes, relation.columns).map { code, column in
      code == ValueCode.any ? .any : .value(store.symbols.decode(code, as: column.type))
    }
  }
}
