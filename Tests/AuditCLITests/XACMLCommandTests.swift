import Foundation
import Testing

struct XACMLCommandTests {
  private static let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#
  private static let policy = """
    <Policy \(space) PolicyId="urn:form" Version="1.0" \
    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
      <Target/>
      <Rule RuleId="chief" Effect="Permit">
        <Target><AnyOf><AllOf><Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
          <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">dagl</AttributeValue>
          <AttributeDesignator Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject" \
    AttributeId="urn:altinn:rolecode" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
        </Match></AllOf></AnyOf></Target>
      </Rule>
    </Policy>
    """
  private static let request = """
    {"Request": {"AccessSubject": {"Attribute": {"AttributeId": "urn:altinn:rolecode", "Value": "dagl"}}}}
    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.policy, to: "policy.xml")
    try scratch.write(Self.policy.replacing("<Target/>", with: ""), to: "broken.xml")
    try scratch.write(Self.request, to: "request.json")
    return scratch
  }

  private func run(_ arguments: [String], _ scratch: Scratch) throws -> CommandRun {
    try CommandRun.tilsyn(["xacml"] + arguments, in: scratch.folder)
  }

  @Test func evaluates() throws {
    let scratch = try scratch()
    let xml = try run(["evaluate", "--policy", "policy.xml", "--request", "request.json"], scratch)
    #expect(xml.exitCode == 0 && xml.output.contains("<Decision>Permit</Decision>"), "\(xml.errors)")
    let json = try run(
      ["evaluate", "--policy", "policy.xml", "--request", "request.json", "--format", "json", "--semantics", "altinn"],
      scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(((object["Response"] as? [[String: Any]])?.first)?["Decision"] as? String == "Permit")
  }

  @Test func explains() throws {
    let scratch = try scratch()
    let text = try run(["explain", "--policy", "policy.xml", "--request", "request.json"], scratch)
    #expect(text.exitCode == 0 && text.output.hasPrefix("Permit\n"), "\(text.errors)")
    #expect(text.output.contains("rule chief (Permit): Permit  policy.xml:3"))
    #expect(text.output.contains("string-equal \"dagl\" and urn:altinn:rolecode: match  policy.xml:4"))
    let json = try run(
      ["explain", "--policy", "policy.xml", "--request", "request.json", "--format", "json"], scratch)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "tilsyn.xacml-explanation/1")
  }

  static let wrong: [(arguments: [String], exit: Int32, says: String)] = [
    (["evaluate", "--policy", "broken.xml", "--request", "request.json"], 2, "broken.xml:1: <Policy> lacks <Target>"),
    (
      ["evaluate", "--policy", "nowhere.xml", "--request", "request.json"], 2,
      "cannot read the policy `nowhere.xml`: there is no such file"
    ),
    (["evaluate", "--policy", ".", "--request", "request.json"], 2, "it is a folder"),
    (["evaluate", "--policy", "policy.xml", "--request", "policy.xml"], 2, "policy.xml:1: the document is no request"),
    (["evaluate", "--request", "request.json"], 64, "--policy is missing"),
    (["evaluate", "--policy", "policy.xml", "--request", "request.json", "--max-memory", "1M"], 64, "--max-memory"),
    (["explain", "--policy", "policy.xml", "--request", "request.json", "--timeout", "5"], 64, "--timeout"),
    (
      ["evaluate", "--policy", "policy.xml", "policy.xml", "--request", "request.json", "--semantics", "altinn"], 64,
      "knows one policy"
    ),
    (["evaluate", "--policy", "policy.xml", "--request", "request.json", "--now", "today"], 64, "no time of --now"),
  ]

  @Test(arguments: wrong.indices)
  func wrongInput(_ index: Int) throws {
    let row = Self.wrong[index]
    let result = try run(row.arguments, try scratch())
    #expect(result.exitCode == row.exit, "\(row.arguments): \(result.errors)")
    #expect(result.errors.contains(row.says) && result.output.isEmpty, "\(row.arguments): \(result.errors)")
  }

  /// The page lists exactly what the program knows.
  @Test func thePageListsEveryIdentifier() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let page = try String(contentsOf: root.appendingPathComponent("docs/xacml.md"), encoding: .utf8)
    let listed = try run(["identifiers"], try scratch())
    #expect(listed.exitCode == 0)
    #expect(
      page.contains("```\n" + listed.output + "```\n"), "run `tilsyn xacml identifiers` and put it into docs/xacml.md")
  }

  @Test func invalidAsAnAnswer() throws {
    let result = try run(
      ["evaluate", "--policy", "broken.xml", "--request", "request.json", "--on-invalid", "indeterminate"],
      try scratch())
    #expect(result.exitCode == 0)
    #expect(result.output.contains("status:syntax-error") && result.output.contains("broken.xml:1"))
  }

  /// What a run may spend reaches the readers of policies and requests, and the decision.
  @Test func limitsReachEveryDecision() throws {
    let scratch = try scratch()
    let value = String(repeating: "x", count: 1 << 20)
    let values = (0..<24).map { _ in "\"\(value)\"" }.joined(separator: ",")
    let large = Self.request.replacing("\"Value\": \"dagl\"", with: "\"Value\": [\(values)]")
    try scratch.write(large, to: "large.json")
    let rules = (0..<40_000).map { "<Rule RuleId=\"\($0)\" Effect=\"Deny\"/>" }.joined()
    try scratch.write(Self.policy.replacing("<Target/>\n", with: "<Target/>\(rules)\n"), to: "large.xml")
    for semantics in ["xacml", "altinn"] {
      for (policy, request) in [("policy.xml", "large.json"), ("large.xml", "request.json")] {
        let words = ["--policy", policy, "--request", request, "--semantics", semantics]
        for verb in ["evaluate", "explain"] {
          #expect(try run([verb] + words, scratch).exitCode == 0)
          let refused = try run([verb] + words + ["--max-memory", "16M"], scratch)
          #expect(
            refused.exitCode == 2 && refused.errors.contains("(limit `memory`)") && refused.output.isEmpty,
            "\(semantics) \(policy): \(refused.errors)")
        }
      }
    }
  }

  @Test func timeReachesADecision() throws {
    let scratch = try scratch()
    let line =
      "cd '\(scratch.folder.path)' && mkfifo pipe && (sleep 5 > pipe & '\(CommandRun.binary.path)' xacml evaluate "
      + "--policy policy.xml --request pipe --timeout 1s)"
    let run = try CommandRun.shell(line)
    #expect(run.exitCode == 2 && run.errors.contains("not finished within 1 s"), "\(run.errors)")
  }
}
