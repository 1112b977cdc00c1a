import FactStore
import ImportCore
import Localization

/// The source relations that XACML policies of Altinn fill.
enum AltinnPolicySchemas {
  static let all: [RelationSchema] = [
    policy, rule, grants, grantsOnlyWith, part, names, level, idleRule, twoAnswers,
  ]

  static let policyEntity = ValueType.entity("altinn.policy")
  static let resourceEntity = ValueType.entity("altinn.resource")

  private static let obtain: Phrase = """
    the policy of a resource as XML: for an app `App/config/authorization/policy.xml` of its repository; for a \
    resource of the registry `GET https://platform.altinn.no/resourceregistry/api/v1/resource/ID/policy`, which needs \
    no login; delegation policies come from whoever runs Altinn's authorization
    """

  static let policy = RelationSchema(
    "altinn.policy",
    doc: "A policy that was read, once for each resource that its rules name.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the resource; of a delegation policy also from whom and to whom"),
      ColumnSchema("resource", resourceEntity, doc: "`ORG/APP`, or the id in the resource registry"),
      ColumnSchema(
        "kind", .text, values: ["resource", "delegation"],
        doc: "what it is: `delegation` where its rules name parties and not roles"),
    ])

  static let rule = RelationSchema(
    "altinn.policy_rule",
    doc: "A rule of a policy.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("rule", .text, doc: "its RuleId, with `#2` and so on where that repeats"),
      ColumnSchema("effect", .text, values: ["permit", "deny"], doc: "what it says when it applies"),
    ])

  static let grants = RelationSchema(
    "altinn.policy_grants",
    doc: "Who is permitted what: a request of exactly these parts is answered Permit.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("resource", resourceEntity, doc: "the resource; `*` is any"),
      ColumnSchema("part", .text, doc: "which part of it, `task=Task_1`; empty for the whole"),
      ColumnSchema("attribute", .text, doc: "what of the subject counts, `urn:altinn:rolecode`; `*` is anybody"),
      ColumnSchema("value", .text, doc: "its value as the policy has it; `*` is anybody"),
      ColumnSchema("action", .text, doc: "the action; `*` is every action that the policy does not name"),
      ColumnSchema("also", .text, doc: "what else must be so, `attribute=value` joined by `; `; mostly empty"),
    ])

  static let grantsOnlyWith = RelationSchema(
    "altinn.policy_grants_only_with",
    doc: "What else must be so for a grant, one by one. The columns before are those of the grant.",
    obtain: obtain,
    columns: grants.columns + [
      ColumnSchema("other", .text, doc: "what else of the request counts, `urn:altinn:rolecode`"),
      ColumnSchema("needs", .text, doc: "the value that it must have as well"),
    ])

  static let part = RelationSchema(
    "altinn.policy_part",
    doc:
      "A part of a resource that lies within another part: a right to the other is one to this. Every part lies within "
      + "itself and within the whole, which stands here for none.",
    obtain: obtain,
    columns: [
      ColumnSchema("part", .text, doc: "the part, `resource:instance-id=…; task=Task_1`"),
      ColumnSchema("within", .text, doc: "the other, `task=Task_1`"),
    ])

  static let names = RelationSchema(
    "altinn.policy_names",
    doc: "A value that a rule compares an attribute with.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("rule", .text, doc: "the rule"),
      ColumnSchema(
        "category", .text, values: ["subject", "resource", "action", "other"], doc: "what the attribute is one of"),
      ColumnSchema("attribute", .text, doc: "its id"),
      ColumnSchema("value", .text, doc: "the value, without spaces around it"),
    ])

  static let level = RelationSchema(
    "altinn.policy_min_auth_level",
    doc: "How surely somebody must be known before the policy lets them: the obligation of a minimum level.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("of", .text, values: ["person", "organisation"], doc: "whose level"),
      ColumnSchema("level", .int, doc: "0 to 4"),
    ])

  static let idleRule = RelationSchema(
    "altinn.policy_idle_rule",
    doc: "A rule that the policy could do without.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("rule", .text, doc: "the rule"),
      ColumnSchema(
        "why", .text, values: ["dead", "shadowed"],
        doc: "`dead`: no request meets it; `shadowed`: another rule decides first wherever it applies"),
      ColumnSchema("by", .text, doc: "the other rule; empty where it is dead"),
    ])

  static let twoAnswers = RelationSchema(
    "altinn.policy_two_answers",
    doc: "A request that XACML 3.0 and Altinn's decision point answer differently.",
    obtain: obtain,
    columns: [
      ColumnSchema("policy", policyEntity, doc: "the policy"),
      ColumnSchema("request", .text, doc: "what it says, `attribute=value` joined by `; `"),
      ColumnSchema("xacml", .text, doc: "the decision of the specification"),
      ColumnSchema("altinn", .text, doc: "the decision of Altinn's decision point"),
    ])
}
