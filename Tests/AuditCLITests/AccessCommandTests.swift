import Foundation
import Testing

/// `who` and `can` over policies of Altinn.
struct AccessCommandTests {
  private static let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#
  private static let categories = [
    "subject": "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject",
    "resource": "urn:oasis:names:tc:xacml:3.0:attribute-category:resource",
    "action": "urn:oasis:names:tc:xacml:3.0:attribute-category:action",
  ]

  private static func anyOf(_ category: String, _ id: String, _ values: String...) -> String {
    let all = values.map { value in
      """
      <AllOf><Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal"><AttributeValue \
      DataType="http://www.w3.org/2001/XMLSchema#string">\(value)</AttributeValue><AttributeDesignator \
      Category="\(categories[category]!)" AttributeId="\(id)" DataType="http://www.w3.org/2001/XMLSchema#string" \
      MustBePresent="false"/></Match></AllOf>
      """
    }
    return "<AnyOf>\(all.joined())</AnyOf>"
  }

  private func scratch() throws -> Scratch {
    func policy(_ subject: String) -> String {
      """
      <Policy \(Self.space) PolicyId="p" Version="1.0" \
      RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides"><Target/>
      <Rule RuleId="r" Effect="Permit"><Target>\(subject)\(Self.anyOf("resource", "urn:altinn:resource", "form"))\
      \(Self.anyOf("action", "urn:oasis:names:tc:xacml:1.0:action:action-id", "read", "sign"))</Target></Rule></Policy>
      """
    }
    let scratch = try Scratch()
    try scratch.write(policy(Self.anyOf("subject", "urn:altinn:rolecode", "DAGL")), to: "altinn/form.xml")
    try scratch.write(
      policy(Self.anyOf("subject", "urn:altinn:userid", "20001337")),
      to: "altinn/form/50001337/u20001337/delegationpolicy.xml")
    return scratch
  }

  @Test func who() throws {
    let scratch = try scratch()
    let text = try CommandRun.tilsyn(["who", "sign", "form", "altinn"], in: scratch.folder)
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("policy: form, attribute: urn:altinn:rolecode, subject: DAGL, action: sign\n"))
    #expect(text.output.contains("policy: form from party 50001337 to userid 20001337"))
    #expect(text.output.contains("form.xml:2") && text.output.hasSuffix("2 rows\n"))
    let json = try CommandRun.tilsyn(["who", "sign", "form", "altinn", "--format", "json"], in: scratch.folder)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "tilsyn.answers/1" && (object["answers"] as? [Any])?.count == 1)
    let nobody = try CommandRun.tilsyn(["who", "delete", "form", "altinn"], in: scratch.folder)
    #expect(nobody.output == "nobody may `delete` on `form`, as far as is known\n")
  }

  @Test func can() throws {
    let scratch = try scratch()
    for (subject, rows) in [
      ("dagl", 2), ("urn:altinn:rolecode=Dagl", 2), ("20001337", 2), ("urn:altinn:userid=dagl", 0),
    ] {
      let result = try CommandRun.tilsyn(["can", subject, "altinn"], in: scratch.folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(
        rows == 0 ? result.output.contains("may do nothing") : result.output.hasSuffix("\n\(rows) rows\n"), "\(subject)"
      )
    }
  }

  @Test func nothingToAsk() throws {
    let scratch = try Scratch()
    try scratch.write("id,name,email,unit,start,end\n1,A,a@kommune.example,,2020-01-01,\n", to: "employees.csv")
    let result = try CommandRun.tilsyn(["who", "read", "form", "employees.csv"], in: scratch.folder)
    #expect(result.exitCode == 2 && result.errors.contains("none of the exports says who may do what"))
    let policies = try self.scratch()
    let quoted = try CommandRun.tilsyn(["can", "a\"), kitos.user(u", "altinn"], in: policies.folder)
    #expect(quoted.exitCode == 0 && quoted.output.contains("may do nothing"), "\(quoted.errors)")
  }
}
