import FactStore
import Testing

@testable import ImportCore

/// XACML policies of Altinn as facts.
@Suite struct PolicyTests {
  static let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#
  static let subject = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject"
  static let resource = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource"
  static let action = "urn:oasis:names:tc:xacml:3.0:attribute-category:action"

  static func match(_ category: String, _ id: String, _ value: String) -> String {
    """
    <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal"><AttributeValue \
    DataType="http://www.w3.org/2001/XMLSchema#string">\(value)</AttributeValue><AttributeDesignator Category="\(category)" \
    AttributeId="\(id)" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/></Match>
    """
  }

  private static func rule(_ id: String, _ who: String, _ value: String, _ act: String, more: String = "") -> String {
    """
    <Rule RuleId="\(id)" Effect="Permit"><Target>
    <AnyOf><AllOf>\(match(subject, who, value))</AllOf></AnyOf>
    <AnyOf><AllOf>\(match(resource, "urn:altinn:org", "ttd"))\(match(resource, "urn:altinn:app", "skjema"))</AllOf></AnyOf>
    <AnyOf><AllOf>\(match(action, "urn:oasis:names:tc:xacml:1.0:action:action-id", act))</AllOf></AnyOf>
    </Target>\(more)</Rule>

    """
  }

  static func policy(_ rules: String, level: Int? = nil) -> String {
    let duty = level.map { level in
      """
      <ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"><AttributeAssignmentExpression \
      AttributeId="a" Category="urn:altinn:minimum-authenticationlevel"><AttributeValue \
      DataType="http://www.w3.org/2001/XMLSchema#integer">\(level)</AttributeValue></AttributeAssignmentExpression>\
      </ObligationExpression></ObligationExpressions>
      """
    }
    return """
      <Policy \(space) PolicyId="urn:altinn:policyid:1" Version="1.0" \
      RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides"><Target/>
      \(rules)\(duty ?? "")</Policy>
      """
  }

  @Test func readsAResourcePolicy() throws {
    let text = Self.policy(
      Self.rule("r1", "urn:altinn:rolecode", "DAGL", "read")
        + Self.rule("r1", "urn:altinn:accesspackage", "skatt", "write"),
      level: 3)
    let loaded = try LoadingFolder.load(["skjema.xml": text])
    #expect(loaded.facts("altinn.policy") == ["ttd/skjema | ttd/skjema | resource"])
    #expect(loaded.facts("altinn.policy_rule") == ["ttd/skjema | r1 | permit", "ttd/skjema | r1#2 | permit"])
    #expect(
      loaded.facts("altinn.policy_grants") == [
        "ttd/skjema | ttd/skjema |  | urn:altinn:accesspackage | skatt | write | ",
        "ttd/skjema | ttd/skjema |  | urn:altinn:rolecode | DAGL | read | ",
      ])
    #expect(loaded.facts("altinn.policy_min_auth_level") == ["ttd/skjema | person | 3"])
    #expect(
      loaded.facts("altinn.policy_names").contains("ttd/skjema | r1#2 | subject | urn:altinn:accesspackage | skatt"))
    #expect(loaded.facts("altinn.policy_two_answers").isEmpty && loaded.facts("altinn.policy_idle_rule").isEmpty)
    for relation in ["altinn.policy", "altinn.policy_rule", "altinn.policy_grants", "altinn.policy_names"] {
      #expect(loaded.holes(relation).isEmpty)
    }
    #expect(loaded.file("skjema.xml").kind == "altinn.policy")
    #expect(loaded.isComplete)
  }

  @Test func aDelegationIsCalledAfterItsParties() throws {
    let text = Self.policy(Self.rule("r1", "urn:altinn:userid", "20001337", "read"))
    let loaded = try LoadingFolder.load(["ttd/skjema/50001337/u20001337/delegationpolicy.xml": text])
    #expect(
      loaded.facts("altinn.policy") == ["ttd/skjema from party 50001337 to userid 20001337 | ttd/skjema | delegation"])
    let elsewhere = try LoadingFolder.load(["d.xml": text])
    #expect(elsewhere.facts("altinn.policy") == ["ttd/skjema to userid 20001337 | ttd/skjema | delegation"])
  }

  /// The folders of the store say who gave it, whatever the file is called, and wherever the store was copied to.
  @Test(arguments: ["", "x/y/", "archive/2026/"], ["delegationpolicy.xml", "policy.xml", "old (2).xml"])
  func aDelegationKeepsItsGiver(_ folder: String, _ name: String) throws {
    for (rules, called) in [
      (Self.rule("r1", "urn:altinn:userid", "20001337", "read"), "ttd/skjema from party 50001337 to userid 20001337"),
      ("", "urn:altinn:policyid:1 from party 50001337 to u20001337"),
    ] {
      let loaded = try LoadingFolder.load(["\(folder)50001337/u20001337/\(name)": Self.policy(rules)])
      #expect(loaded.facts("altinn.policy").allSatisfy { $0.hasPrefix(called + " | ") }, "\(name)")
      #expect(loaded.facts("altinn.policy").count == 1)
    }
  }

  /// A year and a part are no party and no user.
  @Test func aFolderOfShortNumbersNamesNobody() throws {
    let text = Self.policy(Self.rule("r1", "urn:altinn:userid", "20001337", "read"))
    let loaded = try LoadingFolder.load(["2026/p1/d.xml": text])
    #expect(loaded.facts("altinn.policy") == ["ttd/skjema to userid 20001337 | ttd/skjema | delegation"])
  }

  /// What a rule leaves open makes the grants of that policy doubtful, and of no other.
  @Test func aConditionIsAHole() throws {
    let condition = """
      <Condition><Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:not"><Apply \
      FunctionId="urn:oasis:names:tc:xacml:1.0:function:string-is-in"><AttributeValue \
      DataType="http://www.w3.org/2001/XMLSchema#string">x</AttributeValue><AttributeDesignator Category="\(Self.subject)" \
      AttributeId="urn:example" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/></Apply></Apply></Condition>
      """
    let loaded = try LoadingFolder.load([
      "a.xml": Self.policy(Self.rule("r1", "urn:altinn:rolecode", "DAGL", "read", more: condition))
    ])
    #expect(loaded.facts("altinn.policy_grants").count == 1)
    #expect(loaded.holes("altinn.policy_grants") == ["ttd/skjema | ttd/skjema | * | * | * | read | * (unusable)"])
    #expect(loaded.file("a.xml").limits.joined().contains("a condition depends on more"))
  }

  /// Identity numbers of people are never kept.
  @Test func identityNumbersAreWithheld() throws {
    let number = "01819012345"
    let text = Self.policy(Self.rule("r1", "urn:altinn:person:identifier-no", number, "read"))
    let ofPerson = text.replacing("urn:altinn:app", with: "urn:altinn:person:identifier-no").replacing(
      ">skjema<", with: ">\(number)<")
    let resource = try LoadingFolder.load(["a.xml": ofPerson])
    #expect(!resource.facts("altinn.policy").joined().contains(number))
    #expect(!resource.facts("altinn.policy_grants").joined().contains(number))
    let loaded = try LoadingFolder.load(["a.xml": text])
    for relation in ["altinn.policy", "altinn.policy_grants", "altinn.policy_names"] {
      #expect(!loaded.facts(relation).joined().contains(number))
      #expect(loaded.facts(relation).joined().contains("withheld #1"))
    }
  }

  @Test(arguments: [
    ("", "empty"), ("<Policy \(space)", "not well-formed"), ("<Policy \(space)/>", "lacks"),
    ("<!DOCTYPE Policy [<!ENTITY a \"b\">]><Policy \(space)>&a;</Policy>", "DOCTYPE"),
    ("<other/>", "of no known kind (its root is <other>)"), ("<Request \(space)/>", "not used in this version"),
  ])
  func whatIsNoPolicyIsSaidToBeNone(_ text: String, _ says: String) throws {
    let loaded = try LoadingFolder.load(["a.xml": text])
    let file = loaded.file("a.xml")
    #expect((file.problems.map(\.message) + file.notes).joined().contains(says), "\(file.problems) \(file.notes)")
    #expect(loaded.facts("altinn.policy").isEmpty)
  }

  /// An old version beside the one in force must not lend it a level, or a role.
  @Test func twoPoliciesOfOneResourceAreADispute() throws {
    let old = Self.policy(Self.rule("r1", "urn:altinn:rolecode", "DAGL", "write"), level: 3)
    let new = Self.policy(Self.rule("r1", "urn:altinn:rolecode", "UTINN", "write"))
    let loaded = try LoadingFolder.load(["a.xml": old, "b.xml": new])
    #expect(loaded.facts("altinn.policy") == ["ttd/skjema | ttd/skjema | resource"])
    for relation in ["altinn.policy_grants", "altinn.policy_min_auth_level", "altinn.policy_names"] {
      #expect(loaded.facts(relation).isEmpty)
      #expect(loaded.holes(relation).allSatisfy { $0.hasPrefix("ttd/skjema") && $0.hasSuffix("(conflict)") })
      #expect(!loaded.holes(relation).isEmpty)
    }
    let twice = try LoadingFolder.load(["a.xml": old, "b.xml": old + "\n<!-- a copy -->"])
    #expect(twice.facts("altinn.policy_min_auth_level") == ["ttd/skjema | person | 3"])
    #expect(twice.holes("altinn.policy_grants").isEmpty)
  }

  /// A delegation that was taken back is no resource without a level.
  @Test func anEmptyDelegationIsADelegation() throws {
    let loaded = try LoadingFolder.load(["ttd/skjema/50001337/u20001337/delegationpolicy.xml": Self.policy("")])
    #expect(
      loaded.facts("altinn.policy") == ["urn:altinn:policyid:1 from party 50001337 to u20001337 | * | delegation"])
  }

  /// A file holds one policy: one that cannot be read says nothing of the others.
  @Test func aBrokenPolicyDoubtsItself() throws {
    let whole = Self.policy(Self.rule("r1", "urn:altinn:rolecode", "DAGL", "read"))
    let loaded = try LoadingFolder.load(["a.xml": whole, "b.xml": String(whole.dropLast(20))])
    #expect(loaded.facts("altinn.policy").count == 1)
    #expect(loaded.holes("altinn.policy_grants").allSatisfy { $0.contains("a policy that cannot be read (") })
    #expect(!loaded.isComplete)
  }
}
