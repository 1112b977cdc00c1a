/// Policies made at random from few values, with everything that the policies of the wild lack.
struct RandomPolicies {
  static let subjects = ["DAGL", "REGNA", "ADMAI"]
  static let resources = ["res-a", "res-b"]
  static let actions = ["read", "write", "sign"]
  static let subjectID = "urn:altinn:rolecode"
  static let resourceID = "urn:altinn:resource"

  private var state: UInt64
  private var number = 0
  /// Whether conditions may be ones that no analysis resolves.
  let isHard: Bool

  init(seed: UInt64, isHard: Bool) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.isHard = isHard
  }

  private mutating func roll(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 11) % UInt64(count))
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }

  mutating func document() -> String {
    let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#
    return roll(4) == 0 ? policySet(space, depth: 0) : policy(space)
  }

  private mutating func name() -> String {
    number += 1
    return "urn:example:\(number)"
  }

  private mutating func policySet(_ space: String, depth: Int) -> String {
    let algorithm = pick([
      "3.0:policy-combining-algorithm:deny-overrides", "3.0:policy-combining-algorithm:permit-overrides",
      "1.0:policy-combining-algorithm:first-applicable", "1.0:policy-combining-algorithm:only-one-applicable",
      "3.0:policy-combining-algorithm:deny-unless-permit", "3.0:policy-combining-algorithm:permit-unless-deny",
    ])
    var text = """
      <PolicySet \(space) PolicySetId="\(name())" Version="1.0" \
      PolicyCombiningAlgId="urn:oasis:names:tc:xacml:\(algorithm)">\(target())
      """
    for _ in 0...roll(3) { text += roll(4) == 0 && depth < 2 ? policySet("", depth: depth + 1) : policy("") }
    return text + "</PolicySet>"
  }

  private mutating func policy(_ space: String) -> String {
    let algorithm = pick([
      "3.0:rule-combining-algorithm:deny-overrides", "3.0:rule-combining-algorithm:permit-overrides",
      "1.0:rule-combining-algorithm:first-applicable", "3.0:rule-combining-algorithm:deny-unless-permit",
      "1.0:rule-combining-algorithm:deny-overrides", "3.0:rule-combining-algorithm:ordered-permit-overrides",
    ])
    var text = """
      <Policy \(space) PolicyId="\(name())" Version="1.0" \
      RuleCombiningAlgId="urn:oasis:names:tc:xacml:\(algorithm)">
      """
    text += roll(3) == 0 ? target() : "<Target/>"
    var rules = ""
    for _ in 0...roll(4) {
      rules += "<Rule RuleId=\"\(name())\" Effect=\"\(roll(4) == 0 ? "Deny" : "Permit")\">\(target())"
      switch roll(5) {
      case 0: rules += "<Condition>\(condition(depth: 0))</Condition>"
      case 1: rules += "<Condition><VariableReference VariableId=\"v\"/></Condition>"
      default: break
      }
      rules += "</Rule>"
    }
    if rules.contains("VariableReference") {
      text += "<VariableDefinition VariableId=\"v\">\(condition(depth: 0))</VariableDefinition>"
    }
    return text + rules + "</Policy>"
  }

  private mutating func target() -> String {
    var text = "<Target>"
    for _ in 0..<roll(4) {
      text += "<AnyOf>"
      for _ in 0...roll(2) {
        text += "<AllOf>"
        for _ in 0...roll(2) { text += match() }
        text += "</AllOf>"
      }
      text += "</AnyOf>"
    }
    return text + "</Target>"
  }

  private mutating func attribute() -> (value: String, designator: String) {
    let (category, id, values): (String, String, [String]) = pick([
      ("urn:oasis:names:tc:xacml:1.0:subject-category:access-subject", Self.subjectID, Self.subjects),
      ("urn:oasis:names:tc:xacml:3.0:attribute-category:resource", Self.resourceID, Self.resources),
      (
        "urn:oasis:names:tc:xacml:3.0:attribute-category:action",
        "urn:oasis:names:tc:xacml:1.0:action:action-id", Self.actions
      ),
    ])
    let must = roll(6) == 0 ? "true" : "false"
    return (
      pick(values),
      """
      <AttributeDesignator Category="\(category)" AttributeId="\(id)" \
      DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="\(must)"/>
      """
    )
  }

  private static func literal(_ value: String) -> String {
    "<AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#string\">\(value)</AttributeValue>"
  }

  private mutating func match() -> String {
    let (value, designator) = attribute()
    let ignoresCase = roll(4) == 0
    let function = ignoresCase ? "3.0:function:string-equal-ignore-case" : "1.0:function:string-equal"
    return """
      <Match MatchId="urn:oasis:names:tc:xacml:\(function)">\
      \(Self.literal(ignoresCase ? value.lowercased() : value))\(designator)</Match>
      """
  }

  private mutating func condition(depth: Int) -> String {
    func apply(_ function: String, _ arguments: String) -> String {
      "<Apply FunctionId=\"urn:oasis:names:tc:xacml:\(function)\">\(arguments)</Apply>"
    }
    let (value, designator) = attribute()
    switch roll(depth > 2 ? 2 : isHard ? 6 : 4) {
    case 0: return apply("1.0:function:string-is-in", Self.literal(value) + designator)
    case 1:
      return apply(
        "3.0:function:any-of",
        "<Function FunctionId=\"urn:oasis:names:tc:xacml:1.0:function:string-equal\"/>" + Self.literal(value)
          + designator)
    case 2: return apply("1.0:function:and", condition(depth: depth + 1) + condition(depth: depth + 1))
    case 3: return apply("1.0:function:or", condition(depth: depth + 1) + condition(depth: depth + 1))
    case 4: return apply("1.0:function:not", condition(depth: depth + 1))
    default:
      return apply(
        "1.0:function:integer-greater-than",
        apply("1.0:function:string-bag-size", designator)
          + "<AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#integer\">1</AttributeValue>")
    }
  }
}
