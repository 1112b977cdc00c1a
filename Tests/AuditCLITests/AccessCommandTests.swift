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
    #expect(text.output.hasPrefix("what policies let do it:\n\npolicy: form"))
    #expect(text.output.contains("form.xml:2") && text.output.contains("\n2 rows\nnote: not asked, since no export"))
    let json = try CommandRun.tilsyn(["who", "sign", "form", "altinn", "--format", "json"], in: scratch.folder)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "tilsyn.answers/1" && (object["answers"] as? [Any])?.count == 1)
    let nobody = try CommandRun.tilsyn(["who", "delete", "form", "altinn"], in: scratch.folder)
    #expect(
      nobody.output.hasPrefix("nobody may `delete` on `form`, as far as is known\nnote: not asked, since no export"))
    #expect(nobody.exitCode == 0)
  }

  @Test func can() throws {
    let scratch = try scratch()
    for (subject, rows) in [
      ("dagl", 2), ("urn:altinn:rolecode=Dagl", 2), ("20001337", 2), ("urn:altinn:userid=dagl", 0),
    ] {
      let result = try CommandRun.tilsyn(["can", subject, "altinn"], in: scratch.folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(
        rows == 0 ? result.output.contains("may do nothing") : result.output.contains("\n\(rows) rows\n"), "\(subject)"
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

  /// What is asked of the examples, the headings that the answer has, and what stands in it.
  static let answered: [(arguments: [String], headings: [String], says: [String])] = [
    (
      ["who", "write", "fjordvik-byggesak", "bedrift-no"],
      [
        "what policies let do it", "who has a role that they let", "who has a package that they let",
        "to whom it was delegated, whatever the action", "who acts for somebody to whom it was delegated",
      ],
      [
        "holder: 0000019f-f10d-4000-8000-000000322571 (Gaute Ødegård), party: 310000000, path: direct",
        "party: 310000000, holder: 310000132, kind: resource, what: fjordvik-byggesak", "brreg/roller.json:",
      ]
    ),
    (
      ["can", "310000132", "bedrift-no"],
      ["what was delegated to it", "which scopes it may use in Maskinporten for others"],
      ["party: 310000000, kind: resource, what: fjordvik-byggesak", "scope: fjordvik:barnehage.skrive"]
    ),
    (
      ["can", "0000019f-f10d-4000-8000-000000322571", "bedrift-no", "--limit", "20"],
      [
        "which roles it has", "what policies let do whoever has these roles", "which packages it may use",
        "what policies let do whoever has these packages", "which roles it has as a person",
      ],
      [
        "party: 310000019, role: daglig-leder, path: sub-unit", "package: byggesoknad, path: role",
        "policy: fjordvik-byggesak, resource: fjordvik-byggesak, attribute: urn:altinn:rolecode, value: dagl, action: write",
        "party: 310000000, role: DAGL, standing: active, life: alive",
      ]
    ),
    (
      ["can", "000004eb-f10d-4000-8000-000000982165", "bedrift-no", "--limit", "5"],
      ["which packages it has as a system user", "for which clients it acts as a system user"],
      ["package: regnskapsforer-lonn\n", "party: 310000159\n"]
    ),
    (
      ["can", "dagl", "bedrift-no"],
      ["what policies let it do", "which packages come with the role", "which roles come with the role"],
      ["role: daglig-leder, code: dagl, package: byggesoknad, form: *", "role: daglig-leder, code: dagl, given: utinn"]
    ),
    (["can", "nobody", "bedrift-no"], [], ["`nobody` may do nothing, as far as is known\n"]),
    (["who", "write", "fjordvik", "bedrift-no"], [], ["nobody may `write` on `fjordvik`, as far as is known\n"]),
    (
      ["who", "modify", "c012c0ac-5e4b-4956-aed1-75405631ca9f", "kommune"], ["who may do it by a role"],
      [
        "user: 0015a90a-b813-41e7-9a98-c1fbd28515ff (Helle Åkjær), path: Kontraktejer\n", "path: ContractModuleAdmin\n",
        "contracts-page-1.json:81 /79",
        "possible only, since exports may leave them out, are not listed: whom Kitos itself says it lets (904)",
      ]
    ),
    (
      ["can", "helle.aakjaer2@havnstrup.example", "kommune"],
      [
        "what it may do by a role", "which business roles it has, whether or not they let it change something",
      ],
      ["object: c012c0ac-5e4b-4956-aed1-75405631ca9f (Supportaftale BilletØje), action: delete, path: Kontraktejer\n"]
    ),
    (
      ["who", "read", "c012c0ac-5e4b-4956-aed1-75405631ca9f", "kommune"], [],
      ["note: not asked: `read` is no value of `kitos.may_with_object.action`\n"]
    ),
  ]

  @Test(arguments: answered.indices)
  func answers(_ index: Int) throws {
    let row = Self.answered[index]
    let result = try CommandRun.tilsyn(
      row.arguments + ["--as-of", "2026-11-20"], in: CommandRun.repository.appending(path: "examples"))
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    for heading in row.headings { #expect(lines.contains("\(heading):"), "\(row.arguments): \(heading)") }
    for text in row.says { #expect(result.output.contains(text), "\(row.arguments): \(text)") }
    if row.headings.isEmpty { #expect(!result.output.contains(" rows"), "\(row.arguments)") }
  }

  /// What cannot be asked is said in words of who asks, never as a place in a question that nobody typed.
  @Test(arguments: ["a@@b", "@", "x y@kommune.example"])
  func noSuchSubject(_ subject: String) throws {
    let result = try CommandRun.tilsyn(
      ["can", subject, "kommune"], in: CommandRun.repository.appending(path: "examples"))
    #expect(result.exitCode == 2)
    #expect(result.errors.hasPrefix("tilsyn: this cannot be asked of the exports\n"), "\(result.errors)")
    #expect(!result.errors.contains("question:"), "\(result.errors)")
  }

  /// An address says nothing of parties where personnel data do not join the two; then nobody is guessed at.
  @Test func noPartyIsGuessedFromAnAddress() throws {
    let result = try CommandRun.tilsyn(
      ["can", "gaute.odegard@fjordvik.example", "bedrift-no", "--format", "json"],
      in: CommandRun.repository.appending(path: "examples"))
    #expect(!result.output.contains("\"about\":\"which roles it has\""))
    #expect(result.output.contains("not asked of parties: no export that was loaded says which party has"))
  }

  /// Whom an address may belong to is counted, so that "may do nothing" is not read as if all had been asked about.
  @Test func whoMayHaveAnAddressIsCounted() throws {
    let scratch = try scratch()
    try scratch.write(
      "id,national_id,name,email,unit,start,end\n1,21909000777,A,no address,,2020-01-01,\n", to: "altinn/employees.csv")
    let result = try CommandRun.tilsyn(["can", "a@kommune.example", "altinn"], in: scratch.folder)
    #expect(result.output.contains("1 further party may have `a@kommune.example`"), "\(result.output)")
  }

  /// Policies of one's own that know nothing of Altinn cannot be asked about it, and say so.
  @Test func policiesWithoutTheModel() throws {
    let scratch = try scratch()
    try scratch.write("relation own.thing(name: text)\n", to: "own/own.policy")
    let result = try CommandRun.tilsyn(["can", "dagl", "altinn", "-p", "own"], in: scratch.folder)
    #expect(result.exitCode == 0, "what policies say is a source: \(result.errors)")
    #expect(result.output.contains("\n2 rows\n"))
  }

  /// An answer that lies among the exports is known for one.
  @Test func anAnswerIsNoExport() throws {
    let scratch = try scratch()
    let answer = try CommandRun.tilsyn(["can", "dagl", "altinn", "--format", "json"], in: scratch.folder)
    try scratch.write(answer.output, to: "altinn/answer.json")
    let again = try CommandRun.tilsyn(["can", "dagl", "altinn", "--format", "json"], in: scratch.folder)
    #expect(again.exitCode == 0 && again.output == answer.output, "\(again.errors)")
  }
}
