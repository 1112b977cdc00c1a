import Testing

@testable import XACML

/// Where Altinn's decision point answers otherwise: one policy for each difference, and both answers.
struct AltinnTests {
  private typealias T = PolicyText

  private static func subject(_ value: String, must: Bool = false) -> String {
    T.match(Names.subject, "role", value, mustBePresent: must)
  }
  private static func action(_ value: String, must: Bool = false) -> String {
    T.match(Names.action, "act", value, mustBePresent: must)
  }
  private static func request(_ role: String, _ act: String) -> String {
    T.request(T.group(Names.subject, [("role", role)]), T.group(Names.action, [("act", act)]))
  }

  private static let date = "http://www.w3.org/2001/XMLSchema#date"
  /// A condition on how many dates there are.
  private static func condition(size: String, of category: String) -> String {
    let count = T.apply("1.0:function:date-bag-size", T.designator(category, "signed", date))
    return "<Condition>\(T.apply("1.0:function:integer-equal", count, T.literal(size, T.integer)))</Condition>"
  }
  private static func dated(_ count: Int) -> String {
    let values = (1...count).map { T.literal("2026-01-0\($0)", date) }.joined()
    return T.request(
      "<Attributes Category=\"\(Names.subject)\"><Attribute AttributeId=\"signed\" IncludeInResult=\"false\">\(values)</Attribute></Attributes>"
    )
  }

  static let rows: [(name: String, policy: String, request: String, xacml: Decision, altinn: Decision)] = [
    (
      "a: the target of the policy does not count",
      T.policy(T.rule(T.target(T.anyOf(T.allOf(subject("a"))))), target: T.target(T.anyOf(T.allOf(action("write"))))),
      request("a", "read"), .notApplicable, .permit
    ),
    (
      "b: two AnyOf of one category are alternatives",
      T.policy(T.rule(T.target(T.anyOf(T.allOf(subject("a"))), T.anyOf(T.allOf(subject("b")))))), request("a", "read"),
      .notApplicable, .permit
    ),
    (
      "b: an AllOf of two categories falls apart",
      T.policy(
        T.rule(T.target(T.anyOf(T.allOf(subject("a"), action("read")), T.allOf(subject("b"), action("write")))))),
      request("a", "write"), .notApplicable, .permit
    ),
    (
      "c: an attribute that must be there, and a later alternative that matches",
      T.policy(
        T.rule(
          T.target(
            T.anyOf(T.allOf(T.match(Names.action, "other", "x", mustBePresent: true)), T.allOf(action("read")))))),
      request("a", "read"), .permit, .permit
    ),
    (
      "c: the same the other way round",
      T.policy(
        T.rule(
          T.target(
            T.anyOf(T.allOf(action("read")), T.allOf(T.match(Names.action, "other", "x", mustBePresent: true)))))),
      request("a", "read"), .permit, .indeterminate(.either)
    ),
    (
      "c: of one rule ends the decision for all",
      T.policy(
        T.rule(T.target(T.anyOf(T.allOf(T.match(Names.action, "other", "x", mustBePresent: true)))), id: "r1")
          + T.rule("<Target/>", id: "r2"), algorithm: "3.0:rule-combining-algorithm:permit-overrides"),
      request("a", "read"), .permit, .indeterminate(.either)
    ),
    (
      "a function that it does not know",
      T.policy(
        T.rule(
          T.target(T.anyOf(T.allOf(T.match(Names.subject, "role", "a", function: "3.0:function:string-starts-with")))))),
      request("abc", "read"), .permit, .indeterminate(.permit)
    ),
    (
      "a condition it knows",
      T.policy(
        T.rule(
          "<Condition>\(T.apply("1.0:function:string-equal", T.apply("1.0:function:string-one-and-only", T.designator(Names.subject, "role")), T.literal("a")))</Condition>"
        )), request("a", "read"), .permit, .permit
    ),
    (
      "a condition it does not know",
      T.policy(
        T.rule(
          "<Condition>\(T.apply("1.0:function:not", T.apply("1.0:function:string-is-in", T.literal("b"), T.designator(Names.subject, "role"))))</Condition>"
        )), request("a", "read"), .permit, .indeterminate(.permit)
    ),
    (
      "a number of values that is another one",
      T.policy(T.rule(condition(size: "1", of: Names.subject))), dated(2), .notApplicable, .indeterminate(.permit)
    ),
    (
      "a number of values that is the one",
      T.policy(T.rule(condition(size: "2", of: Names.subject))), dated(2), .permit, .permit
    ),
    (
      "a number of values of a category that the request has not",
      T.policy(T.rule(condition(size: "0", of: Names.environment))), dated(1), .permit, .indeterminate(.permit)
    ),
    (
      "a condition on an attribute that the request has not",
      T.policy(
        T.rule(
          "<Condition>\(T.apply("1.0:function:string-is-in", T.literal("a"), T.designator(Names.subject, "other")))</Condition>"
        )), request("a", "read"), .notApplicable, .indeterminate(.permit)
    ),
    (
      "a condition that is a literal", T.policy(T.rule("<Condition>\(T.literal("true", T.boolean))</Condition>")),
      request("a", "read"), .permit, .notApplicable
    ),
    (
      "no rule for the action, and a default",
      T.policy(
        T.rule(T.target(T.anyOf(T.allOf(action("write")))), effect: "Deny"),
        algorithm: "3.0:rule-combining-algorithm:permit-unless-deny"), request("a", "read"), .permit, .permit
    ),
    (
      "an ordinary policy",
      T.policy(T.rule(T.target(T.anyOf(T.allOf(subject("a"))), T.anyOf(T.allOf(action("read")))))),
      request("a", "read"),
      .permit, .permit
    ),
    (
      "a deny that overrides",
      T.policy(
        T.rule("<Target/>", id: "r1") + T.rule(T.target(T.anyOf(T.allOf(subject("a")))), effect: "Deny", id: "r2")),
      request("a", "read"), .deny, .deny
    ),
  ]

  @Test(arguments: rows.indices)
  func answers(_ index: Int) throws {
    let row = Self.rows[index]
    #expect(try T.answer(row.policy, row.request)[0].decision == row.xacml, "\(row.name)")
    #expect(try T.altinn(row.policy, row.request)[0].decision == row.altinn, "\(row.name)")
  }

  @Test func obligationsOfThePolicyForAPermitAlone() throws {
    func duty(_ id: String, _ on: String, _ value: String) -> String {
      """
      <ObligationExpressions><ObligationExpression ObligationId="\(id)" FulfillOn="\(on)">\
      <AttributeAssignmentExpression AttributeId="x">\(value)</AttributeAssignmentExpression>\
      </ObligationExpression></ObligationExpressions>
      """
    }
    let policy = T.policy(
      T.rule(duty("of the rule", "Permit", T.literal("1"))),
      after: duty("of the policy", "Permit", T.literal("2"))
        + duty("not literal", "Permit", T.designator(Names.subject, "role")))
    let request = Self.request("a", "read")
    #expect(try T.answer(policy, request)[0].obligations.map(\.id) == ["of the rule", "of the policy", "not literal"])
    let altinn = try T.altinn(policy, request)[0].obligations
    #expect(altinn.map(\.id) == ["of the policy", "not literal"])
    #expect(altinn.map(\.assignments.count) == [1, 0])
  }

  /// Two answers differ by what must be done, by what may be considered and by how they came about, whatever the decision.
  @Test func differencesBeyondTheDecision() throws {
    func duty(_ kind: String, _ on: String, _ value: String = T.literal("1")) -> String {
      let attribute = kind == "Obligation" ? "FulfillOn" : "AppliesTo"
      return """
        <\(kind)Expressions><\(kind)Expression \(kind)Id="urn:d" \(attribute)="\(on)"><AttributeAssignmentExpression \
        AttributeId="x">\(value)</AttributeAssignmentExpression></\(kind)Expression></\(kind)Expressions>
        """
    }
    let target = T.target(
      T.anyOf(T.allOf(Self.subject("a"))), T.anyOf(T.allOf(T.match(Names.action, Names.actionID, "read"))))
    let mustBe = T.target(T.anyOf(T.allOf(Self.subject("a", must: true))))
    let rows: [(policy: String, says: String?)] = [
      (T.policy(T.rule(target)), nil),
      (T.policy(T.rule(target), after: duty("Obligation", "Permit")), nil),
      (T.policy(T.rule(target + duty("Obligation", "Permit"))), "obligation urn:d"),
      (T.policy(T.rule(target + duty("Advice", "Permit"))), "advice urn:d"),
      (T.policy(T.rule(target), after: duty("Advice", "Permit")), "advice urn:d"),
      (
        T.policy(T.rule(target), after: duty("Obligation", "Permit", T.designator(Names.subject, "role"))),
        "obligation urn:d"
      ),
      (T.policy(T.rule(target, effect: "Deny"), after: duty("Obligation", "Deny")), "obligation urn:d"),
      (T.policy(T.rule(mustBe)), "status missing-attribute"),
    ]
    for (policy, says) in rows {
      let (point, index) = try T.point(policy)
      let found = TwoAnswers(point.roots[0], in: point, try AltinnDecisionPoint(point.roots[0], index: index))
      let texts = found.differences.map(\.described.xacml).joined(separator: ", ")
      #expect(says.map(texts.contains) ?? texts.isEmpty, "\(policy): \(texts)")
    }
  }

  @Test func whatItRefuses() throws {
    let set = """
      <PolicySet \(T.space) PolicySetId="s" Version="1" \
      PolicyCombiningAlgId="urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-overrides"><Target/></PolicySet>
      """
    #expect(throws: DocumentProblem.self) { try T.altinn(set, Self.request("a", "read")) }
    #expect(throws: DocumentProblem.self) { try T.altinn(T.policy(""), Self.request("a", "read")) }
    let combined = Self.request("a", "read").replacing("CombinedDecision=\"false\"", with: "CombinedDecision=\"true\"")
    #expect(try T.altinn(T.policy(T.rule("<Target/>")), combined)[0].decision == .indeterminate(.either))
  }

  /// The search for differences finds those above, and says nothing of policies that have none. Policies that are said
  /// to be alike without a search are so for every combination.
  @Test func differencesAreFound() throws {
    for row in Self.rows where row.xacml.name != row.altinn.name {
      let (point, index) = try T.point(row.policy)
      let found = TwoAnswers(point.roots[0], in: point, try AltinnDecisionPoint(point.roots[0], index: index))
      #expect(!found.differences.isEmpty || !found.unresolved.isEmpty, "\(row.name)")
    }
    var (alike, different) = (0, 0)
    for seed in 1...500 {
      var random = RandomPolicies(seed: UInt64(seed), isHard: seed % 5 == 0)
      let (point, index) = try T.point(random.document())
      guard let altinn = try? AltinnDecisionPoint(point.roots[0], index: index) else { continue }
      let found = TwoAnswers(point.roots[0], in: point, altinn)
      alike += TwoAnswers.areAlike(point.roots[0]) ? 1 : 0
      var differs = false
      for role in RandomPolicies.subjects + ["nobody"] {
        for resource in RandomPolicies.resources {
          for action in RandomPolicies.actions {
            func group(_ category: String, _ id: String, _ value: String) -> AttributeGroup {
              AttributeGroup(category: category, attributes: [RequestAttribute(id: id, values: [.string(value)])])
            }
            let question = Question([
              group(Names.subject, RandomPolicies.subjectID, role),
              group(Names.resource, RandomPolicies.resourceID, resource), group(Names.action, Names.actionID, action),
            ])
            let one = point.decide(question, now: PolicyGrants.noon).decision.name
            if one != altinn.decide(question).decision.name { differs = true }
          }
        }
      }
      different += differs ? 1 : 0
      // A difference of some request over the values that occur is one that the search finds, or does not rule out.
      #expect(!differs || !found.differences.isEmpty || !found.unresolved.isEmpty, "seed \(seed)")
    }
    #expect(alike > 5 && different > 100, "\(alike) \(different)")
  }
}
