import Budget
import FactStore
import Importers
import Testing

@testable import ImportCore

/// Policies that ask for more than can be worked out: the file leaves the hole of one that cannot be read, and all others count.
struct PolicyLimitsTests {
  private static let string = "http://www.w3.org/2001/XMLSchema#string"

  /// Variables each of which takes the one before it twice.
  private static func doubled(_ count: Int) -> String {
    let function = "urn:oasis:names:tc:xacml:1.0:function:"
    var text = """
      <VariableDefinition VariableId="v0"><Apply FunctionId="\(function)string-is-in"><AttributeValue \
      DataType="\(string)">x</AttributeValue><AttributeDesignator Category="\(PolicyTests.subject)" AttributeId="a" \
      DataType="\(string)" MustBePresent="false"/></Apply></VariableDefinition>
      """
    for number in 1...count {
      let before = "<VariableReference VariableId=\"v\(number - 1)\"/>"
      text += """
        <VariableDefinition VariableId="v\(number)"><Apply FunctionId="\(function)and">\(before)\(before)</Apply>\
        </VariableDefinition>
        """
    }
    return text + """
      <Rule RuleId="r" Effect="Permit"><Condition><VariableReference VariableId="v\(count)"/></Condition></Rule>
      """
  }

  /// Variables are worked out once, so that what they unfold to does not matter.
  @Test func variablesThatDouble() throws {
    let loaded = try LoadingFolder.load(["policy.xml": PolicyTests.policy(Self.doubled(60))])
    #expect(loaded.isComplete)
    #expect(loaded.facts("altinn.policy_rule").count == 1)
  }

  /// Ten thousand alternatives of five thousand rules are more than a run has room for.
  @Test func alternativesPastALimit() throws {
    let anyOf = (0..<6).map { side in
      "<AnyOf>"
        + (0..<4).map { "<AllOf>\(PolicyTests.match(PolicyTests.subject, "a\(side)", "x\($0)"))</AllOf>" }.joined()
        + "</AnyOf>"
    }.joined()
    let rules = (0..<400).map { "<Rule RuleId=\"r\($0)\" Effect=\"Permit\"><Target>\(anyOf)</Target></Rule>" }.joined()
    let good = PolicyTests.policy(
      """
      <Rule RuleId="r" Effect="Permit"><Target><AnyOf><AllOf>\
      \(PolicyTests.match(PolicyTests.resource, "urn:altinn:resource", "res"))</AllOf></AnyOf></Target></Rule>
      """)
    let loaded = try LoadingFolder.load(["bad.xml": PolicyTests.policy(rules), "good.xml": good])
    #expect(!loaded.isComplete)
    #expect(loaded.facts("altinn.policy") == ["res | res | resource"])
    #expect(!loaded.holes("altinn.policy_grants").isEmpty)
  }

  /// What a run may spend reaches the reading of a policy and what is worked out of it; the others are judged.
  @Test(arguments: [Resource.steps, .memory, .nodes]) func limitsOfARunReachPolicies(_ resource: Resource) throws {
    func rules(_ count: Int) -> String {
      (0..<count).map { number in
        """
        <Rule RuleId="r\(number)" Effect="Permit"><Target><AnyOf><AllOf>\
        \(PolicyTests.match(PolicyTests.subject, "urn:altinn:rolecode", "role\(number)"))\
        \(PolicyTests.match(PolicyTests.resource, "urn:altinn:resource", "res\(count)"))</AllOf></AnyOf></Target></Rule>
        """
      }.joined()
    }
    let folder = try LoadingFolder([
      "large.xml": PolicyTests.policy(rules(400)), "small.xml": PolicyTests.policy(rules(1)),
    ])
    func load(_ limits: RunLimits) throws -> LoadedSources {
      try Loader(configuration: Configuration(.all), asOf: CalendarDate("2026-11-20")!, jobs: 2, limits: limits).load([
        folder.path
      ])
    }
    #expect(try load(.standard).isComplete)
    let amounts: [Resource: Int] = [.steps: 100_000, .memory: 1 << 20, .nodes: 2_000]
    let loaded = try load(.standard.with(resource, amounts[resource]!))
    #expect(!loaded.isComplete)
    #expect(
      loaded.incompleteReasons.contains { $0.contains("large.xml") && $0.contains("limit `\(resource.rawValue)`") })
    #expect(loaded.facts("altinn.policy") == ["res1 | res1 | resource"])
    #expect(!loaded.holes("altinn.policy_grants").isEmpty)
  }

  /// The name of a policy stands in each of its facts, so it does not grow with them.
  @Test func manyResources() throws {
    func text(_ count: Int) -> String {
      PolicyTests.policy(
        (0..<count).map { number in
          """
          <Rule RuleId="r\(number)" Effect="Permit"><Target><AnyOf><AllOf>\
          \(PolicyTests.match(PolicyTests.resource, "urn:altinn:resource", "res\(number)"))</AllOf></AnyOf></Target></Rule>
          """
        }.joined())
    }
    let loaded = try LoadingFolder.load(["a/policy.xml": text(500), "b/policy.xml": text(501)])
    let names = Set(loaded.facts("altinn.policy").map { $0.prefix { $0 != "|" } })
    #expect(names.count == 2 && names.allSatisfy { $0.count < 200 })
  }
}
