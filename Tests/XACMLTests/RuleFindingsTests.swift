import Budget
import Testing

@testable import XACML

/// Rules that a policy could do without, and rules that only look so.
struct RuleFindingsTests {
  private typealias T = PolicyText

  private static func rule(_ id: String, _ subjects: [String], _ action: String, effect: String = "Permit") -> String {
    T.rule(
      T.target(
        "<AnyOf>" + subjects.map { T.allOf(T.match(Names.subject, "role", $0)) }.joined() + "</AnyOf>",
        T.anyOf(T.allOf(T.match(Names.action, Names.actionID, action)))), effect: effect, id: id)
  }
  private static let first = "1.0:rule-combining-algorithm:first-applicable"
  private static let permit = "3.0:rule-combining-algorithm:permit-overrides"

  static let rows: [(name: String, policy: String, dead: [String], shadowed: [String])] = [
    ("nothing", T.policy(rule("1", ["a"], "read") + rule("2", ["a"], "write")), [], []),
    ("the same twice", T.policy(rule("1", ["a"], "read") + rule("2", ["a"], "read")), [], ["2 by 1"]),
    ("a part of another", T.policy(rule("1", ["a", "b"], "read") + rule("2", ["b"], "read")), [], ["2 by 1"]),
    ("a part that comes first", T.policy(rule("1", ["b"], "read") + rule("2", ["a", "b"], "read")), [], []),
    (
      "a permit under a deny", T.policy(rule("1", ["a"], "read") + rule("2", ["a", "b"], "read", effect: "Deny")), [],
      ["1 by 2"]
    ),
    (
      "a deny under a permit",
      T.policy(rule("1", ["a", "b"], "read") + rule("2", ["a"], "read", effect: "Deny"), algorithm: permit), [],
      ["2 by 1"]
    ),
    (
      "a deny after a permit, the first deciding",
      T.policy(rule("1", ["a"], "read") + rule("2", ["a"], "read", effect: "Deny"), algorithm: first), [], ["2 by 1"]
    ),
    (
      "two actions at once",
      T.policy(
        T.rule(
          T.target(
            T.anyOf(
              T.allOf(T.match(Names.action, Names.actionID, "read"), T.match(Names.action, Names.actionID, "write")))),
          id: "1")), ["1"], []
    ),
    (
      "a condition that is false",
      T.policy(
        T.rule("<Condition>\(T.literal("false", "http://www.w3.org/2001/XMLSchema#boolean"))</Condition>", id: "1")),
      ["1"], []
    ),
    (
      "one that brings an obligation along",
      T.policy(
        rule("1", ["a"], "read")
          + rule("2", ["a"], "read").replacing(
            "</Rule>",
            with:
              "<ObligationExpressions><ObligationExpression ObligationId=\"o\" FulfillOn=\"Permit\"/></ObligationExpressions></Rule>"
          )), [], []
    ),
  ]

  @Test(arguments: rows.indices)
  func findings(_ index: Int) throws {
    let row = Self.rows[index]
    let (point, _) = try T.point(row.policy)
    let found = RuleFindings(PolicyShape(point.roots[0], in: point)) { $0.id == Names.actionID }
    #expect(found.dead.map(\.id) == row.dead, "\(row.name)")
    #expect(found.shadowed.map { "\($0.rule.id) by \($0.by.id)" } == row.shadowed, "\(row.name)")
    #expect(found.undecided.isEmpty)
  }

  /// Rules are found by what they ask for: twice as many take about twice the steps, and none is left out.
  @Test func manyRules() throws {
    func steps(_ count: Int) throws -> Int {
      let rules = (0..<count).map { Self.rule("\($0)", ["role\($0 % (count - 1))"], "read") }.joined()
      let (point, _) = try T.point(T.policy(rules))
      let shape = PolicyShape(point.roots[0], in: point)
      let work = Work()
      let found = RuleFindings(shape, isSingle: { _ in false }, work: work)
      #expect(found.shadowed.map { "\($0.rule.id) by \($0.by.id)" } == ["\(count - 1) by 0"])
      #expect(found.undecided.isEmpty)
      return work[.steps]
    }
    #expect(try Double(steps(10_000)) / Double(steps(5_000)) < 2.2)
  }

  @Test func rulesPastALimit() throws {
    let rules = (0..<500).map { Self.rule("\($0)", ["role"], "read") }.joined()
    let (point, _) = try T.point(T.policy(rules))
    let shape = PolicyShape(point.roots[0], in: point)
    let found = RuleFindings(shape, isSingle: { _ in false }, work: Work(.standard.with(.steps, 10_000)))
    #expect(found.undecided.count == 500 && found.shadowed.isEmpty && found.dead.isEmpty)
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let condition = T.apply(
      "1.0:function:not", T.apply("1.0:function:string-is-in", T.literal("x"), T.designator(Names.subject, "role")))
    let (point, _) = try T.point(
      T.policy(T.rule("<Condition>\(condition)</Condition>", id: "1") + Self.rule("2", ["a"], "read")))
    let found = RuleFindings(PolicyShape(point.roots[0], in: point)) { _ in false }
    #expect(found.undecided.map(\.id) == ["1"] && found.shadowed.isEmpty)
  }

  /// No rule that is said to be shadowed or dead changes an answer when it is left out.
  @Test func idleRulesCanBeLeftOut() throws {
    var idle = 0
    for seed in 1...600 {
      var random = RandomPolicies(seed: UInt64(seed), isHard: false)
      let text = random.document()
      guard text.hasPrefix("<Policy ") else { continue }
      let (point, _) = try T.point(text)
      let found = RuleFindings(PolicyShape(point.roots[0], in: point)) { _ in false }
      for rule in found.dead + found.shadowed.map(\.rule) {
        idle += 1
        let start = try #require(text.firstRange(of: "<Rule RuleId=\"\(rule.id)\""))
        let end = try #require(text[start.lowerBound...].firstRange(of: "</Rule>"))
        var without = text
        without.removeSubrange(start.lowerBound..<end.upperBound)
        if !without.contains("VariableReference") {
          if let from = without.firstRange(of: "<VariableDefinition"),
            let to = without.firstRange(of: "</VariableDefinition>")
          {
            without.removeSubrange(from.lowerBound..<to.upperBound)
          }
        }
        let (other, _) = try T.point(without)
        for role in RandomPolicies.subjects {
          for resource in RandomPolicies.resources {
            for action in RandomPolicies.actions {
              let question = Question([
                AttributeGroup(
                  category: Names.subject,
                  attributes: [RequestAttribute(id: RandomPolicies.subjectID, values: [.string(role)])]),
                AttributeGroup(
                  category: Names.resource,
                  attributes: [RequestAttribute(id: RandomPolicies.resourceID, values: [.string(resource)])]),
                AttributeGroup(
                  category: Names.action, attributes: [RequestAttribute(id: Names.actionID, values: [.string(action)])]),
              ])
              let one = point.decide(question, now: PolicyGrants.noon).decision
              let two = other.decide(question, now: PolicyGrants.noon).decision
              // Leaving out what may be indeterminate may make an error go away, never a decision.
              if case .indeterminate = one { continue }
              #expect(one == two, "seed \(seed), rule \(rule.id)")
            }
          }
        }
      }
    }
    #expect(idle > 20)
  }
}
