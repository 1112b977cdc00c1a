import FactStore
import Testing

/// Grants of policies of Altinn by their parts: all that a rule asks for together, of which part of which resource.
struct PolicyPartsTests {
  private typealias T = PolicyTests
  private static let actionID = "urn:oasis:names:tc:xacml:1.0:action:action-id"

  private static func rule(_ id: String, _ anyOfs: [String]...) -> String {
    let target = anyOfs.map { alternatives in
      "<AnyOf>" + alternatives.map { "<AllOf>\($0)</AllOf>" }.joined() + "</AnyOf>"
    }.joined()
    return "<Rule RuleId=\"\(id)\" Effect=\"Permit\"><Target>\(target)</Target></Rule>"
  }
  private static func role(_ code: String) -> String { T.match(T.subject, "urn:altinn:rolecode", code) }
  private static func user(_ id: String) -> String { T.match(T.subject, "urn:altinn:userid", id) }
  private static func part(_ id: String, _ value: String) -> String { T.match(T.resource, "urn:altinn:\(id)", value) }
  private static func act(_ name: String) -> String { T.match(T.action, actionID, name) }
  private static let app = part("org", "nvk") + part("app", "soknad")
  private static func ignoringCase(_ match: String) -> String {
    match.replacing("1.0:function:string-equal", with: "3.0:function:string-equal-ignore-case")
  }

  private static let rows: [(name: String, rule: String, relation: String, facts: [String])] = [
    (
      "two roles together", rule("r", [role("DAGL") + role("UTINN")], [app], [act("write")]),
      "altinn.policy_grants_only_with",
      [
        "nvk/soknad | nvk/soknad |  | urn:altinn:rolecode | DAGL | write | urn:altinn:rolecode=UTINN | urn:altinn:rolecode | UTINN"
      ]
    ),
    (
      "two roles in two AnyOf", rule("r", [role("DAGL")], [role("UTINN")], [app], [act("write")]),
      "altinn.policy_grants_only_with",
      [
        "nvk/soknad | nvk/soknad |  | urn:altinn:rolecode | DAGL | write | urn:altinn:rolecode=UTINN | urn:altinn:rolecode | UTINN"
      ]
    ),
    (
      "either role", rule("r", [role("DAGL"), role("UTINN")], [app], [act("write")]), "altinn.policy_grants_only_with",
      []
    ),
    ("two actions at once", rule("r", [role("DAGL")], [app], [act("read") + act("write")]), "altinn.policy_grants", []),
    (
      "two steps at once", rule("r", [role("DAGL")], [app + part("task", "1") + part("task", "2")], [act("read")]),
      "altinn.policy_grants", []
    ),
    ("two users at once", rule("r", [user("1") + user("2")], [app], [act("read")]), "altinn.policy_grants", []),
    (
      "two resources at once",
      rule("r", [role("DAGL")], [part("resource", "a")], [part("resource", "b")], [act("read")]),
      "altinn.policy_grants", []
    ),
    (
      "an instance in a step lies within either",
      rule("r", [user("1")], [app + part("resource:instance-id", "i") + part("task", "t")], [act("read")]),
      "altinn.policy_part",
      ["resource:instance-id=i; task=t | resource:instance-id=i", "resource:instance-id=i; task=t | task=t"]
    ),
    (
      "a step lies within the whole", rule("r", [role("DAGL")], [app + part("task", "t")], [act("read")]),
      "altinn.policy_part", []
    ),
    (
      "an app under its name in the registry",
      rule("r", [role("DAGL")], [part("resource", "app_nvk_soknad")], [act("read")]),
      "altinn.policy", ["nvk/soknad | nvk/soknad | resource"]
    ),
    (
      "an app with an underscore", rule("r", [role("DAGL")], [part("resource", "app_nvk_min_app")], [act("read")]),
      "altinn.policy", ["nvk/min_app | nvk/min_app | resource"]
    ),
    (
      "a resource that begins like one", rule("r", [role("DAGL")], [part("resource", "app_nvk")], [act("read")]),
      "altinn.policy", ["app_nvk | app_nvk | resource"]
    ),
    (
      "without regard to case",
      rule("r", [role("DAGL")], [ignoringCase(part("resource", "APP_NVK_Soknad"))], [ignoringCase(act("Read"))]),
      "altinn.policy_grants", ["nvk/soknad | nvk/soknad |  | urn:altinn:rolecode | DAGL | read | "]
    ),
    (
      "an instance is a policy of its own",
      rule("r", [user("1")], [app + part("resource:instance-id", "i")], [act("read")]), "altinn.policy",
      ["nvk/soknad instance i to userid 1 | nvk/soknad | delegation"]
    ),
  ]

  @Test(arguments: rows.indices)
  func facts(_ index: Int) throws {
    let row = Self.rows[index]
    let loaded = try LoadingFolder.load(["a.xml": T.policy(row.rule)])
    #expect(loaded.facts(row.relation) == row.facts, "\(row.name)")
    #expect(loaded.holes("altinn.policy_grants").isEmpty)
  }

  /// What the specification refuses in one rule is a hole of what that rule names, and the others say what they say.
  @Test(arguments: [
    role("dagl").replacing("XMLSchema#string\">dagl", with: "XMLSchema#integer\">3"),
    role("dagl").replacing("1.0:function:string-equal", with: "1.0:function:integer-equal"),
    role("dagl").replacing("1.0:function:string-equal", with: "9.9:function:nobody-has-this"),
    role("dagl").replacing("XMLSchema#string\">dagl", with: "XMLSchema#integer\">three"),
  ])
  func faults(_ wrong: String) throws {
    let text = T.policy(
      Self.rule("r1", [wrong], [Self.app], [Self.act("read")])
        + Self.rule("r2", [Self.role("LEDE")], [Self.app], [Self.act("write")]))
    let other = T.policy(Self.rule("r1", [Self.role("LEDE")], [Self.part("resource", "annet")], [Self.act("read")]))
    let loaded = try LoadingFolder.load(["a.xml": text, "b.xml": other])
    #expect(loaded.holes("altinn.policy_grants") == ["nvk/soknad | nvk/soknad | * | * | * | read | * (unusable)"])
    #expect(
      loaded.facts("altinn.policy_grants") == [
        "annet | annet |  | urn:altinn:rolecode | LEDE | read | ",
        "nvk/soknad | nvk/soknad |  | urn:altinn:rolecode | LEDE | write | ",
      ])
    #expect(loaded.isComplete)
  }

  /// Altinn passes over what the specification refuses; that one of them refuses is a difference.
  @Test func whatAltinnPassesOver() throws {
    let text = T.policy(Self.rule("r1", [Self.role("LEDE")], [Self.app], [Self.act("read")]))
    for wrong in [
      text.replacing("<AttributeDesignator ", with: "<AttributeDesignator SubjectCategory=\"x\" "),
      text.replacing(" Version=\"1.0\"", with: ""), text.replacing("Effect=\"Permit\"", with: "Effect=\"permit\""),
    ] {
      let loaded = try LoadingFolder.load(["a.xml": wrong])
      #expect(loaded.facts("altinn.policy_grants").count == 1)
      #expect(loaded.facts("altinn.policy_two_answers") == ["nvk/soknad | any | refused | a decision"])
    }
  }
}
