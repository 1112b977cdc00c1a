import Testing

@testable import XACML

/// Requests with several questions, and the two forms of documents.
struct RequestTests {
  private typealias T = PolicyText
  private static let policy = T.policy(
    T.rule(
      T.target(
        T.anyOf(T.allOf(T.match(Names.subject, "role", "chief"))),
        T.anyOf(T.allOf(T.match(Names.action, "act", "read"))))))

  @Test func repeatedCategories() throws {
    let results = try T.answer(
      Self.policy,
      T.request(
        T.group(Names.subject, [("role", "chief")]), T.group(Names.subject, [("role", "clerk")]),
        T.group(Names.action, [("act", "read")])))
    #expect(results.map(\.decision) == [.permit, .notApplicable])
    #expect(results[1].attributes[0].attributes[0].values == [.string("clerk")])
  }

  @Test func references() throws {
    let request = T.request(
      T.group(Names.subject, [("role", "chief")], id: "s1"), T.group(Names.subject, [("role", "clerk")], id: "s2"),
      T.group(Names.action, [("act", "read")], id: "a1"),
      after: """
        <MultiRequests><RequestReference><AttributesReference ReferenceId="s2"/><AttributesReference ReferenceId="a1"/>\
        </RequestReference><RequestReference><AttributesReference ReferenceId="s1"/><AttributesReference ReferenceId="a1"/>\
        </RequestReference></MultiRequests>
        """)
    #expect(try T.answer(Self.policy, request).map(\.decision) == [.notApplicable, .permit])
    let unknown = try T.answer(Self.policy, request.replacing("ReferenceId=\"s2\"", with: "ReferenceId=\"s9\""))
    #expect(unknown.map(\.statusCode) == [Failure.Code.syntaxError.rawValue])
  }

  @Test func combinedDecisions() throws {
    let flags = "ReturnPolicyIdList=\"false\" CombinedDecision=\"true\""
    let chief = T.group(Names.subject, [("role", "chief")])
    let read = T.group(Names.action, [("act", "read")])
    #expect(try T.answer(Self.policy, T.request(chief, chief, read, flags: flags)).map(\.decision) == [.permit])
    let clerk = T.group(Names.subject, [("role", "clerk")])
    #expect(
      try T.answer(Self.policy, T.request(chief, clerk, read, flags: flags)).map(\.decision) == [
        .indeterminate(.either)
      ])
    let duty = """
      <ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"/></ObligationExpressions>
      """
    let withDuty = Self.policy.replacing("</Policy>", with: duty + "</Policy>")
    #expect(try T.answer(withDuty, T.request(chief, read, flags: flags)).map(\.decision) == [.indeterminate(.either)])
  }

  @Test func policyIdentifiers() throws {
    let flags = "ReturnPolicyIdList=\"true\" CombinedDecision=\"false\""
    let request = T.request(
      T.group(Names.subject, [("role", "chief")]), T.group(Names.action, [("act", "read")]), flags: flags)
    #expect(
      try T.answer(Self.policy, request)[0].policies == [PolicyIdentifier(kind: .policy, id: "urn:t", version: "1.0")])
    #expect(try T.answer(Self.policy, request.replacing("chief", with: "clerk"))[0].policies.isEmpty)
  }

  /// A request that multiplies without end is refused, not answered for hours.
  @Test func tooManyQuestions() throws {
    let groups = [Names.subject, Names.resource, Names.action].flatMap { category in
      (0..<30).map { T.group(category, [("a", "\($0)")]) }
    }
    let result = try T.answer(Self.policy, T.request(groups.joined()))
    #expect(result.map(\.decision) == [.indeterminate(.either)])
  }

  @Test func scopeOfResources() throws {
    func resource(_ name: String) -> String {
      T.allOf(
        """
        <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:anyURI-equal">\
        \(T.literal(name, "http://www.w3.org/2001/XMLSchema#anyURI"))\
        \(T.designator(Names.resource, Names.resourceID, "http://www.w3.org/2001/XMLSchema#anyURI"))</Match>
        """)
    }
    let policy = T.policy(
      T.rule(T.target(T.anyOf(resource("urn:a"), resource("urn:a:b"), resource("urn:a:b:c"), resource("urn:ab")))))
    for (scope, count) in [("Immediate", 1), ("Children", 2), ("Descendants", 3)] {
      let request = T.request(
        """
        <Attributes Category="\(Names.resource)"><Attribute AttributeId="\(Names.resourceID)" IncludeInResult="true">\
        \(T.literal("urn:a", "http://www.w3.org/2001/XMLSchema#anyURI"))</Attribute><Attribute AttributeId="\(Names.scope)" \
        IncludeInResult="false">\(T.literal(scope))</Attribute></Attributes>
        """)
      #expect(try T.answer(policy, request).map(\.decision) == Array(repeating: .permit, count: count), "\(scope)")
    }
  }

  // MARK: JSON

  @Test func jsonRequestsSayTheSame() throws {
    let json = """
      {"Request": {"CombinedDecision": false, "XPathVersion": null,
        "AccessSubject": {"Attribute": [{"AttributeId": "role", "Value": ["clerk", "chief"], "IncludeInResult": true}]},
        "Action": [{"CategoryId": null, "Attribute": {"AttributeId": "act", "Value": "read", "DataType": "string"}}]}}
      """
    let result = try T.answer(Self.policy, json)[0]
    #expect(result.decision == .permit)
    #expect(result.attributes[0].attributes[0].values == [.string("clerk"), .string("chief")])
  }

  @Test func jsonTypes() throws {
    let rows: [(String, [Value])] = [
      ("\"a\"", [.string("a")]), ("true", [.boolean(true)]), ("7", [.integer(7)]),
      ("[1, 2.5]", [.double(1), .double(2.5)]),
      ("\"2026-01-01\", \"DataType\": \"date\"", [Value("2026-01-01", as: .date)!]),
      ("3, \"DataType\": \"http://www.w3.org/2001/XMLSchema#double\"", [.double(3)]), ("[]", []),
      (
        "{\"XPathCategory\": \"Resource\", \"Namespaces\": [{\"Prefix\": \"p\", \"Namespace\": \"urn:p\"}], \"XPath\": \"//p:a\"}",
        [.xpathExpression(PathExpression(path: "//p:a", category: Names.resource, namespaces: []))]
      ),
    ]
    for (value, expected) in rows {
      let json = "{\"Request\": {\"Action\": {\"Attribute\": {\"AttributeId\": \"a\", \"Value\": \(value)}}}}"
      let request = try Request.read(json: Array(json.utf8), file: "r")
      #expect(request.groups[0].attributes[0].values == expected, "\(value)")
    }
  }

  static let badJSON: [(String, String)] = [
    ("{}", "no `Request`"), ("[]", "one JSON object"), ("{\"Request\": 1}", "is no object"),
    ("{\"Request\": {}}", "has no category"), ("{\"Request\": {\"Subject\": []}}", "no member `Subject`"),
    ("{\"Request\": {\"Action\": {\"Attribute\": {\"AttributeId\": \"a\"}}}}", "lacks `Value`"),
    ("{\"Request\": {\"Action\": {\"Attribute\": {\"Value\": 1}}}}", "`AttributeId` is missing"),
    (
      "{\"Request\": {\"Action\": {\"Attribute\": {\"AttributeId\": \"a\", \"Value\": \"x\", \"DataType\": \"integer\"}}}}",
      "no integer"
    ),
    (
      "{\"Request\": {\"Action\": {\"Attribute\": {\"AttributeId\": \"a\", \"Value\": 1, \"DataType\": \"string\"}}}}",
      "says string"
    ),
    ("{\"Request\": {\"Category\": {\"Attribute\": []}}}", "lacks `CategoryId`"),
    ("{\"Request\": {\"Resource\": {\"Content\": \"<a>\"}}}", "`Content`"), ("{\"Request\": ", "ends"),
  ]

  @Test(arguments: badJSON.indices)
  func badJSONIsRefused(_ index: Int) {
    let (json, says) = Self.badJSON[index]
    do {
      _ = try Request.read(json: Array(json.utf8), file: "r.json")
      Issue.record("\(json) was read")
    } catch {
      #expect(error.description.contains(says) && error.description.hasPrefix("r.json:1"), "\(json): \(error)")
    }
  }

  /// What is written reads back as what it was, in both forms.
  @Test func responsesReadBack() throws {
    let request = T.request(
      T.group(Names.subject, [("role", "chief")]), T.group(Names.action, [("act", "read")]),
      flags: "ReturnPolicyIdList=\"true\" CombinedDecision=\"false\"")
    let duty = """
      <ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"><AttributeAssignmentExpression \
      AttributeId="x" Category="c" Issuer="i">\(T.literal("a &lt; \"b\"&#10;c"))</AttributeAssignmentExpression>\
      </ObligationExpression></ObligationExpressions>
      """
    let response = Response(try T.answer(Self.policy.replacing("</Policy>", with: duty + "</Policy>"), request))
    #expect(response.results[0].obligations[0].assignments[0].value == .string("a < \"b\"\nc"))
    let xml = try Response.read(xml: Array(response.xml.utf8), file: "x")
    let json = try Response.read(json: Array(response.json.utf8), file: "j")
    #expect(ComparableResult.all(xml) == ComparableResult.all(response))
    #expect(ComparableResult.all(json) == ComparableResult.all(response))
    let failed = Response([DecisionResult(.indeterminate(.deny), failure: .processing("why"))])
    #expect(
      ComparableResult.all(try Response.read(xml: Array(failed.xml.utf8), file: "x")) == ComparableResult.all(failed))
    #expect(
      ComparableResult.all(try Response.read(json: Array(failed.json.utf8), file: "x")) == ComparableResult.all(failed))
  }
}
