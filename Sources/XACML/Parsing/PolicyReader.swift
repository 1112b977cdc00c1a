import Budget

/// Reads policies and policy sets. All that one decision point uses are read with one index, so that an attribute has
/// one number in all of them.
public struct PolicyReader {
  /// Bytes that a rule, a policy or a reference takes, without what is in it.
  static let ruleSize = 512
  static let variableLimit = 10_000

  let index: AttributeIndex
  let reading: Reading
  var file: String { reading.file }

  package init(file: String, index: AttributeIndex, limits: RunLimits = .standard) {
    self.init(file: file, index: index, tolerance: nil, limits: limits)
  }

  init(file: String, index: AttributeIndex, tolerance: Tolerance?, limits: RunLimits) {
    reading = Reading(file: file, tolerance: tolerance, work: Work(limits))
    self.index = index
  }

  /// Reads a policy or a set. Linear in the document.
  public func read(_ bytes: [UInt8]) throws(DocumentProblem) -> Policy {
    try read(try reading.tree(bytes).root)
  }

  func read(_ root: XMLElement) throws(DocumentProblem) -> Policy {
    guard root.namespace == Reading.namespace, ["Policy", "PolicySet"].contains(root.name) else {
      throw reading.problem(
        "the document is no policy of XACML 3.0: its root is <\(root.name.prefix(80))> of "
          + Reading.shown(root.namespace), root)
    }
    return try policy(root, depth: 0)
  }

  // MARK: Policies

  func policy(_ element: XMLElement, depth: Int) throws(DocumentProblem) -> Policy {
    try reading.hold(Self.ruleSize, element)
    guard depth < Policy.depthLimit else {
      throw reading.problem("policies are nested deeper than \(Policy.depthLimit)", element)
    }
    let kind: Policy.Kind = element.name == "Policy" ? .policy : .policySet
    let idName = kind == .policy ? "PolicyId" : "PolicySetId"
    let algorithmName = kind == .policy ? "RuleCombiningAlgId" : "PolicyCombiningAlgId"
    let found = try reading.attributes(element, [idName, "Version", algorithmName, "MaxDelegationDepth"])
    let id = try reading.required(idName, found, element)
    if found["Version"] == nil { try reading.passOver("<\(element.name)> lacks `Version`", element) }
    guard let version = PolicyVersion(found["Version"] ?? "1.0") else {
      throw reading.problem("the version is not numbers with points between them", element)
    }
    let algorithm = try algorithm(try reading.required(algorithmName, found, element), element)
    if kind == .policy, algorithm == .onlyOneApplicable {
      throw reading.problem("`only-one-applicable` combines policies, not rules", element)
    }
    let children = try reading.children(element)
    var scope = ExpressionReader(reader: self)
    if kind == .policy {
      for child in children where child.name == "VariableDefinition" { try scope.add(child) }
      try scope.define()
    }
    var body = Body()
    for child in children { try read(child, of: kind, into: &body, scope, depth: depth) }
    guard let target = body.target else { throw reading.problem("<\(element.name)> lacks <Target>", element) }
    return Policy(
      kind: kind, id: id, version: version, description: body.description, target: target, algorithm: algorithm,
      children: body.children, obligations: body.obligations, advice: body.advice, place: reading.place(element))
  }

  private struct Body {
    var description = ""
    var target: Target?
    var children: [Policy.Child] = []
    var obligations: [ObligationExpression] = []
    var advice: [ObligationExpression] = []
  }

  private func read(
    _ child: XMLElement, of kind: Policy.Kind, into body: inout Body, _ scope: ExpressionReader, depth: Int
  ) throws(DocumentProblem) {
    switch (child.name, kind) {
    case ("Description", _): body.description = child.text.trimmed
    case ("PolicyDefaults", .policy), ("PolicySetDefaults", .policySet): break
    case ("Target", _):
      guard body.target == nil else { throw reading.problem("a second <Target>", child) }
      body.target = try target(child)
    case ("VariableDefinition", .policy), ("CombinerParameters", _): break
    case ("RuleCombinerParameters", .policy), ("PolicyCombinerParameters", .policySet),
      ("PolicySetCombinerParameters", .policySet):
      break
    case ("Rule", .policy):
      body.children.append(.rule(try rule(child, scope)))
    case ("Policy", .policySet), ("PolicySet", .policySet):
      body.children.append(.policy(try policy(child, depth: depth + 1)))
    case ("PolicyIdReference", .policySet): body.children.append(.reference(try reference(child, .policy)))
    case ("PolicySetIdReference", .policySet): body.children.append(.reference(try reference(child, .policySet)))
    case ("ObligationExpressions", _): body.obligations += try obligations(child, "Obligation", scope)
    case ("AdviceExpressions", _): body.advice += try obligations(child, "Advice", scope)
    case ("PolicyIssuer", _):
      try reading.passOver("<PolicyIssuer> belongs to the administration profile, which is not supported", child)
    default: throw reading.problem("<\(child.name)> does not belong in <\(kind.rawValue)>", child)
    }
  }

  private func algorithm(_ identifier: String, _ element: XMLElement) throws(DocumentProblem) -> CombiningAlgorithm {
    guard let algorithm = CombiningAlgorithm.identifiers[identifier] else {
      throw reading.problem("there is no combining algorithm `\(identifier.prefix(160))`", element)
    }
    return algorithm
  }

  private func reference(_ element: XMLElement, _ kind: Policy.Kind) throws(DocumentProblem) -> PolicyReference {
    try reading.hold(Self.ruleSize, element)
    let found = try reading.attributes(element, ["Version", "EarliestVersion", "LatestVersion"])
    func pattern(_ name: String) throws(DocumentProblem) -> VersionPattern? {
      guard let text = found[name] else { return nil }
      guard let pattern = VersionPattern(text) else { throw reading.problem("`\(name)` is no version", element) }
      return pattern
    }
    return PolicyReference(
      kind: kind, id: element.text.trimmed, version: try pattern("Version"), earliest: try pattern("EarliestVersion"),
      latest: try pattern("LatestVersion"), place: reading.place(element))
  }

  // MARK: Rules

  private func rule(_ element: XMLElement, _ scope: ExpressionReader) throws(DocumentProblem) -> Rule {
    try reading.hold(Self.ruleSize, element)
    let found = try reading.attributes(element, ["RuleId", "Effect"])
    let id = try reading.required("RuleId", found, element)
    let effect = try reading.effect("Effect", found, element)
    var description = ""
    var target: Target?
    var condition: Expression?
    var obligations: [ObligationExpression] = []
    var advice: [ObligationExpression] = []
    for child in try reading.children(element) {
      switch child.name {
      case "Description": description = child.text.trimmed
      case "Target":
        guard target == nil else { throw reading.problem("a second <Target>", child) }
        target = try self.target(child)
      case "Condition":
        guard condition == nil else { throw reading.problem("a second <Condition>", child) }
        do throws(DocumentProblem) {
          condition = try self.condition(child, scope)
        } catch {
          guard reading.tolerance != nil else { throw error }
          condition = .fault(error.message)
        }
      case "ObligationExpressions": obligations += try self.obligations(child, "Obligation", scope)
      case "AdviceExpressions": advice += try self.obligations(child, "Advice", scope)
      default: throw reading.problem("<\(child.name)> does not belong in <Rule>", child)
      }
    }
    return Rule(
      id: id, description: description, effect: effect, target: target ?? Target(), condition: condition,
      obligations: obligations, advice: advice, place: reading.place(element))
  }

  private func condition(_ element: XMLElement, _ scope: ExpressionReader) throws(DocumentProblem) -> Expression {
    let children = try reading.children(element)
    guard children.count == 1 else { throw reading.problem("<Condition> has not one expression", element) }
    let (expression, type) = try scope.expression(children[0])
    guard type == .value(.boolean) else {
      throw reading.problem("a condition is a boolean, not a \(type.description)", element)
    }
    return expression
  }

  private func obligations(
    _ element: XMLElement, _ name: String, _ scope: ExpressionReader
  ) throws(DocumentProblem) -> [ObligationExpression] {
    var all: [ObligationExpression] = []
    for child in try reading.children(element) {
      let effectName = name == "Obligation" ? "FulfillOn" : "AppliesTo"
      guard child.name == "\(name)Expression" else {
        throw reading.problem("<\(child.name)> does not belong in <\(element.name)>", child)
      }
      let found = try reading.attributes(child, ["\(name)Id", effectName])
      let effect = try reading.effect(effectName, found, child)
      var assignments: [AssignmentExpression] = []
      for assignment in try reading.children(child) {
        assignments.append(try self.assignment(assignment, scope))
      }
      all.append(
        ObligationExpression(
          id: try reading.required("\(name)Id", found, child), on: effect, assignments: assignments))
    }
    return all
  }

  private func assignment(
    _ element: XMLElement, _ scope: ExpressionReader
  ) throws(DocumentProblem) -> AssignmentExpression {
    guard element.name == "AttributeAssignmentExpression" else {
      throw reading.problem("<\(element.name)> does not belong in an obligation or advice", element)
    }
    let found = try reading.attributes(element, ["AttributeId", "Category", "Issuer"])
    let children = try reading.children(element)
    guard children.count == 1 else { throw reading.problem("an assignment has not one expression", element) }
    return AssignmentExpression(
      attribute: try reading.required("AttributeId", found, element), category: found["Category"]?.trimmed,
      issuer: found["Issuer"], expression: try scope.expression(children[0]).expression,
      written: children[0].name == "AttributeValue" ? children[0].text : nil)
  }
}
