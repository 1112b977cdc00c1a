@testable import XACML

/// Policies and requests for tests, from the parts that matter.
enum PolicyText {
  static let space = #"xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17""#
  static let string = "http://www.w3.org/2001/XMLSchema#string"
  static let boolean = "http://www.w3.org/2001/XMLSchema#boolean"
  static let integer = "http://www.w3.org/2001/XMLSchema#integer"

  static func policy(
    _ rules: String, target: String = "<Target/>", algorithm: String = "3.0:rule-combining-algorithm:deny-overrides",
    after: String = ""
  ) -> String {
    """
    <Policy \(space) xmlns:p="urn:p" PolicyId="urn:t" Version="1.0" \
    RuleCombiningAlgId="urn:oasis:names:tc:xacml:\(algorithm)">\(target)\(rules)\(after)</Policy>
    """
  }

  static func rule(_ inner: String, effect: String = "Permit", id: String = "r") -> String {
    "<Rule RuleId=\"\(id)\" Effect=\"\(effect)\">\(inner)</Rule>"
  }

  static func target(_ anyOf: String...) -> String { "<Target>\(anyOf.joined())</Target>" }
  static func anyOf(_ allOf: String...) -> String { "<AnyOf>\(allOf.joined())</AnyOf>" }
  static func allOf(_ matches: String...) -> String { "<AllOf>\(matches.joined())</AllOf>" }

  static func match(
    _ category: String, _ id: String, _ value: String, function: String = "1.0:function:string-equal",
    mustBePresent: Bool = false
  ) -> String {
    """
    <Match MatchId="urn:oasis:names:tc:xacml:\(function)">\(literal(value))\
    \(designator(category, id, mustBePresent: mustBePresent))</Match>
    """
  }

  static func literal(_ value: String, _ type: String = string) -> String {
    "<AttributeValue DataType=\"\(type)\">\(value)</AttributeValue>"
  }

  static func designator(
    _ category: String, _ id: String, _ type: String = string, mustBePresent: Bool = false
  ) -> String {
    """
    <AttributeDesignator Category="\(category)" AttributeId="\(id)" DataType="\(type)" \
    MustBePresent="\(mustBePresent)"/>
    """
  }

  static func apply(_ function: String, _ arguments: String...) -> String {
    "<Apply FunctionId=\"urn:oasis:names:tc:xacml:\(function)\">\(arguments.joined())</Apply>"
  }

  static func function(_ name: String) -> String { "<Function FunctionId=\"urn:oasis:names:tc:xacml:\(name)\"/>" }

  static func group(
    _ category: String, _ attributes: [(String, String)], content: String = "", id: String = ""
  ) -> String {
    let inner = attributes.map {
      "<Attribute AttributeId=\"\($0.0)\" IncludeInResult=\"true\">\(literal($0.1))</Attribute>"
    }.joined()
    let name = id.isEmpty ? "" : " xml:id=\"\(id)\""
    return "<Attributes Category=\"\(category)\"\(name)>\(content)\(inner)</Attributes>"
  }

  static func request(_ groups: String..., flags: String = "", after: String = "") -> String {
    let flags = flags.isEmpty ? "ReturnPolicyIdList=\"false\" CombinedDecision=\"false\"" : flags
    return "<Request \(space) xmlns:p=\"urn:p\" \(flags)>\(groups.joined())\(after)</Request>"
  }

  static func point(_ text: String, references: [String] = []) throws -> (DecisionPoint, AttributeIndex) {
    var library = PolicyLibrary()
    try library.addRoot(Array(text.utf8), file: "policy.xml")
    for (number, text) in references.enumerated() {
      try library.addReference(Array(text.utf8), file: "reference-\(number).xml")
    }
    return (try library.decisionPoint(), library.index)
  }

  static func answer(_ policy: String, _ request: String, references: [String] = []) throws -> [DecisionResult] {
    let (point, _) = try point(policy, references: references)
    return point.answer(
      try Request.read(Array(request.utf8), file: "request.xml"), now: DateTimeValue("2026-11-21T10:00:00Z")!)
  }

  static func altinn(_ policy: String, _ request: String) throws -> [DecisionResult] {
    var library = PolicyLibrary(asAltinn: true)
    try library.addRoot(Array(policy.utf8), file: "policy.xml")
    let (point, index) = (try library.decisionPoint(), library.index)
    return try AltinnDecisionPoint(point.roots[0], index: index)
      .answer(try Request.read(Array(request.utf8), file: "request.xml"))
  }
}
