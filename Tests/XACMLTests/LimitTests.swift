import Budget
import Testing

@testable import XACML

/// What policies and requests come to is counted, and what is past a limit has an answer that names it.
struct LimitTests {
  private typealias T = PolicyText
  private static let one = "1.0:function:"
  private static let two = "2.0:function:"
  private static let three = "3.0:function:"

  private static let request = T.request(T.group(Names.resource, [("a", "x")]))

  private static func answer(
    _ policy: String, _ request: String = request, references: [String] = [], limits: RunLimits = .standard
  ) throws -> [DecisionResult] {
    let (point, _) = try T.point(policy, references: references)
    return point.answer(
      try Request.read(Array(request.utf8), file: "request.xml"), now: PolicyGrants.noon, limits: limits)
  }

  private static func isLimit(_ result: DecisionResult, _ resource: Resource) -> Bool {
    result.decision == .indeterminate(.either) && result.statusCode == Failure.Code.processingError.rawValue
      && result.failure?.message.contains("(limit `\(resource.rawValue)`)") == true
  }

  private static func doubled(_ count: Int, _ function: String, _ first: String) -> String {
    var text = "<VariableDefinition VariableId=\"v0\">\(first)</VariableDefinition>"
    for number in 1...count {
      let before = "<VariableReference VariableId=\"v\(number - 1)\"/>"
      text += "<VariableDefinition VariableId=\"v\(number)\">\(T.apply(function, before, before))</VariableDefinition>"
    }
    return text
  }

  // MARK: Expressions

  @Test func textsThatDouble() throws {
    let reference = "<VariableReference VariableId=\"v40\"/>"
    let condition = T.apply(Self.one + "string-equal", reference, T.literal("x"))
    let policy = T.policy(
      Self.doubled(40, Self.two + "string-concatenate", T.literal("x")) + T.rule("<Condition>\(condition)</Condition>"))
    let result = try Self.answer(policy, Self.request, limits: .standard.with(.memory, 1 << 20))[0]
    #expect(Self.isLimit(result, .memory))
    // Half of it is no less than another limit.
    #expect(Self.isLimit(try Self.answer(policy, Self.request, limits: .standard.with(.steps, 100_000))[0], .steps))
  }

  /// No combining algorithm makes an answer of what was not worked out.
  @Test(arguments: [
    "permit-overrides", "deny-overrides", "ordered-permit-overrides", "deny-unless-permit", "permit-unless-deny",
  ])
  func noAlgorithmHidesALimit(_ algorithm: String) throws {
    let reference = "<VariableReference VariableId=\"v30\"/>"
    let condition = T.apply(Self.one + "string-equal", reference, T.literal("x"))
    let variables = Self.doubled(30, Self.two + "string-concatenate", T.literal("x"))
    for effect in ["Permit", "Deny"] {
      let rules =
        T.rule("<Condition>\(condition)</Condition>", effect: effect, id: "1") + T.rule("", effect: "Permit", id: "2")
        + T.rule("", effect: "Deny", id: "3")
      let policy = T.policy(variables + rules, algorithm: "3.0:rule-combining-algorithm:\(algorithm)")
      let result = try Self.answer(policy, Self.request, limits: .standard.with(.memory, 1 << 20))[0]
      #expect(Self.isLimit(result, .memory), "\(algorithm) \(effect)")
    }
  }

  @Test(arguments: ["3.0:function:any-of-any", "1.0:function:any-of-all", "1.0:function:all-of-all"])
  func combinationsOfBags(_ function: String) throws {
    let numbers = T.apply(Self.one + "integer-bag", (0..<2_000).map { T.literal("\($0)", T.integer) }.joined())
    let zeros = T.apply(Self.one + "integer-bag", (0..<2_000).map { _ in T.literal("5000", T.integer) }.joined())
    // Whatever is asked, all combinations must be tried.
    let inner = function.contains("all-of-all") ? "integer-less-than" : "integer-greater-than"
    let condition = T.apply(function, T.function(Self.one + inner), numbers, zeros)
    let policy = T.policy(T.rule("<Condition>\(condition)</Condition>"))
    #expect(
      Self.isLimit(
        try Self.answer(policy, Self.request, limits: .standard.with(.expressions, 1_000_000))[0], .expressions)
        || function.contains("any-of-all"))
    #expect(
      Self.isLimit(try Self.answer(policy, Self.request, limits: .standard.with(.expressions, 5_000))[0], .expressions))
  }

  @Test func variablesNestedDeep() throws {
    var text = "<VariableDefinition VariableId=\"v0\">\(T.literal("true", T.boolean))</VariableDefinition>"
    for number in 1...60 {
      var inner = "<VariableReference VariableId=\"v\(number - 1)\"/>"
      for _ in 0..<100 { inner = T.apply(Self.one + "not", inner) }
      text += "<VariableDefinition VariableId=\"v\(number)\">\(inner)</VariableDefinition>"
    }
    let error = #expect(throws: DocumentProblem.self) { try T.point(T.policy(text + T.rule(""))) }
    #expect(error?.message == "variables come to expressions nested deeper than 512")
  }

  // MARK: References

  private static func sets(_ depth: Int, first: String) -> [String] {
    func set(_ name: String, _ inner: String) -> String {
      """
      <PolicySet \(T.space) PolicySetId="\(name)" Version="1.0" \
      PolicyCombiningAlgId="urn:oasis:names:tc:xacml:3.0:policy-combining-algorithm:deny-overrides"><Target/>\
      \(inner)</PolicySet>
      """
    }
    return [set("s0", first)]
      + (1...depth).map { set("s\($0)", "<PolicySetIdReference>s\($0 - 1)</PolicySetIdReference>".repeated(2)) }
  }

  /// A policy that many ways lead to is decided once, and counts so.
  @Test func referencesAreLinear() throws {
    let sets = Self.sets(60, first: T.policy(T.rule("")))
    let (point, _) = try T.point(sets[60], references: Array(sets.dropLast()))
    let work = Work()
    let question = Question(try Request.read(Array(Self.request.utf8), file: "").groups)
    let result = point.decide(question, now: PolicyGrants.noon, work: work)
    #expect(result.decision == .permit)
    #expect(result.policies.count == 62)
    #expect(work[.decisions] == 63 + 60)
    let trace = Tracer()
    #expect(point.decide(question, now: PolicyGrants.noon, trace: trace).decision == .permit)
    #expect(trace.steps.count == 1)
  }

  /// Obligations come from every way that leads to them, so they are counted.
  @Test func obligationsThatDouble() throws {
    let duty = """
      <ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"/></ObligationExpressions>
      """
    let few = Self.sets(5, first: T.policy(T.rule(duty)))
    #expect(try Self.answer(few[5], references: Array(few.dropLast()))[0].obligations.count == 32)
    let many = Self.sets(40, first: T.policy(T.rule(duty)))
    let result = try Self.answer(
      many[40], Self.request, references: Array(many.dropLast()), limits: .standard.with(.memory, 1 << 24))[0]
    #expect(Self.isLimit(result, .memory))
  }

  @Test func shapesOfReferences() throws {
    let sets = Self.sets(40, first: T.policy(T.rule("")))
    let (point, _) = try T.point(sets[40], references: Array(sets.dropLast()))
    let work = Work(RunLimits.standard.with(.decisions, 10_000))
    let shape = PolicyShape(point.roots[0], in: point, work: work)
    #expect(work.reached?.resource == .decisions)
    #expect(shape.unresolved.contains { $0.reason.english.contains("(limit `decisions`)") })
  }

  // MARK: Requests

  @Test func questionsThatCarryMuch() throws {
    let groups = (0..<200).map { T.group(Names.subject, [("n", "\($0)")]) }.joined()
    let large = T.group(Names.resource, [("a", String(repeating: "x", count: 10_000))])
    let results = try Self.answer(
      T.policy(T.rule("")), T.request(groups, large), limits: .standard.with(.memory, 1 << 20))
    #expect(results.count == 200)
    #expect(results[0].decision == .permit)
    #expect(Self.isLimit(results[199], .memory))
  }

  @Test func referencesOfARequest() throws {
    let result = try Self.answer(T.policy(T.rule("")), Self.request, limits: .standard.with(.decisions, 1))[0]
    #expect(Self.isLimit(result, .decisions))
  }

  // MARK: Paths

  private static func selecting(_ path: String) -> String {
    let selector = """
      <AttributeSelector Category="\(Names.resource)" Path="\(path)" DataType="\(T.string)" MustBePresent="false"/>
      """
    let size = T.apply(one + "string-bag-size", selector)
    return T.policy(T.rule("<Condition>\(T.apply(one + "integer-equal", size, T.literal("1", T.integer)))</Condition>"))
  }

  private static func content(_ xml: String) -> String {
    T.request("<Attributes Category=\"\(Names.resource)\"><Content>\(xml)</Content></Attributes>")
  }

  /// Of twice the nodes and texts no expression takes more than about twice the steps, but for one whose meaning is a pair of
  /// nodes each; that one ends at the limit.
  @Test(arguments: [
    ("/d[//a = //b]", true), ("/d[//a != //a]", true), ("/d[//a &lt; //b]", true), ("//a | //b | //a", true),
    ("//a/following::*", true), ("//a/preceding::*", true), ("//a/following-sibling::*", true), ("//a/..", true),
    ("/d[contains(string(/), string(//b))]", true), ("/d[concat(string(/), string(/)) = 'x']", true),
    ("/d[translate(string(/), 'x', 'y') = 'x']", true), ("/d[sum(//a) > 5]", true), ("//a[. = '5']", true),
    ("/d[normalize-space(/) = substring(/, 2)]", true), ("//a[1]", true), ("//a[last()]/@*", true),
    ("//a[contains(string(/), 'zz')]", false), ("//a/preceding::*[1]", false),
  ])
  func steps(_ path: String, isLinear: Bool) throws {
    func spent(_ count: Int) throws -> Int {
      let inner = (0..<count).map { "<a>\($0)</a><b>x\($0)</b>" }.joined()
      let content = XPathContent(try XMLTree(Array("<d>\(inner)</d>".utf8), work: Work()))
      let work = Work()
      _ = try XPathEvaluator.evaluate(
        path.replacing("&lt;", with: "<"), over: content, from: nil, namespaces: [], work: work)
      return work[.steps]
    }
    let growth = Double(try spent(2_000)) / Double(try spent(1_000))
    #expect(isLinear ? growth < 2.4 : growth > 3)
  }

  @Test func stepsOfPaths() throws {
    let inner = (0..<1_000).map { "<a>\($0)</a>" }.joined()
    for path in ["//a[contains(string(/), 'zz')]", "//a/preceding::*[1]", "//a[//a = //a]"] {
      let result = try Self.answer(
        Self.selecting(path), Self.content("<d xmlns=\"\">\(inner)</d>"), limits: .standard.with(.steps, 300_000))[0]
      #expect(Self.isLimit(result, .steps), "\(path)")
    }
    let concat = "/d[string-length(concat(\(Array(repeating: "string(/)", count: 500).joined(separator: ",")))) = 1]"
    let result = try Self.answer(
      Self.selecting(concat), Self.content("<d xmlns=\"\">\(inner)</d>"), limits: .standard.with(.memory, 1 << 20))[0]
    #expect(Self.isLimit(result, .memory))
  }

  // MARK: Documents

  @Test func documents() throws {
    func problem(_ text: String, _ limits: RunLimits) -> String? {
      do {
        _ = try XMLTree(Array(text.utf8), work: Work(limits))
        return nil
      } catch {
        return error.message
      }
    }
    let attributes = (0..<10_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    #expect(problem("<a \(attributes)/>", .standard) == nil)
    #expect(
      problem("<a \(attributes)/>", .standard.with(.steps, 1_000_000))
        == "the document comes to more than 1,000,000 steps (limit `steps`)")
    #expect(
      problem("<a>\("<b/>".repeated(10_000))</a>", .standard.with(.nodes, 5_000))
        == "the document comes to more than 5,000 nodes (limit `nodes`)")
    let namespaces = (0..<1_000).map { "xmlns:n\($0)=\"urn:\($0)\"" }.joined(separator: " ")
    #expect(
      problem("<a \(namespaces)>\("<n0:b/>".repeated(10_000))</a>", .standard.with(.steps, 5_000_000))
        == "the document comes to more than 5,000,000 steps (limit `steps`)")
    #expect(problem("<a \(namespaces)/>", .standard.with(.memory, 20_000))?.contains("(limit `memory`)") == true)
    #expect(problem("<a>".repeated(300) + "</a>".repeated(300), .standard) != nil)
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
