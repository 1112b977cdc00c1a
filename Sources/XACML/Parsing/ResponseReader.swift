extension Response {
  /// The answer to a document that is none: what is asked cannot be known, and why.
  public init(invalid problem: DocumentProblem) {
    results = [DecisionResult(.indeterminate(.either), failure: Failure(.syntaxError, problem.description))]
  }
}

extension Response {
  /// Reads a response in XML, of this decision point or another.
  public static func read(xml bytes: [UInt8], file: String) throws(DocumentProblem) -> Response {
    let reading = Reading(file: file, work: Work())
    let root = try reading.tree(bytes).root
    guard root.namespace == Reading.namespace, root.name == "Response" else {
      throw reading.problem("the document is no response of XACML 3.0", root)
    }
    var results: [DecisionResult] = []
    for child in try reading.children(root) { results.append(try reading.result(child)) }
    guard !results.isEmpty else { throw reading.problem("the response has no <Result>", root) }
    return Response(results)
  }
}

extension Reading {
  fileprivate func result(_ element: XMLElement) throws(DocumentProblem) -> DecisionResult {
    guard element.name == "Result" else {
      throw problem("<\(element.name)> does not belong in <Response>", element)
    }
    var decision: Decision?
    var result = DecisionResult(.notApplicable)
    for child in try children(element) {
      switch child.name {
      case "Decision":
        let known: [Decision] = [.permit, .deny, .notApplicable, .indeterminate(.either)]
        decision = known.first { $0.name == child.text.trimmed }
        if decision == nil { throw problem("<Decision> is none that there is", child) }
      case "Status": result.failure = try status(child)
      case "Obligations": result.obligations = try obligations(child, "Obligation")
      case "AssociatedAdvice": result.advice = try obligations(child, "Advice")
      case "Attributes": result.attributes.append(try group(child))
      case "PolicyIdentifierList": result.policies = try policies(child)
      default: throw problem("<\(child.name)> does not belong in <Result>", child)
      }
    }
    guard let decision else { throw problem("<Result> lacks <Decision>", element) }
    result.decision = decision
    return result
  }

  private func status(_ element: XMLElement) throws(DocumentProblem) -> Failure? {
    var code = Failure.ok
    var message = ""
    for child in try children(element) {
      switch child.name {
      case "StatusCode": code = try required("Value", try attributes(child, ["Value"]), child)
      case "StatusMessage": message = child.text
      default: break
      }
    }
    guard code != Failure.ok else { return nil }
    guard let known = Failure.Code(rawValue: code) else { throw problem("there is no such status code", element) }
    return Failure(known, message)
  }

  private func obligations(_ element: XMLElement, _ name: String) throws(DocumentProblem) -> [Obligation] {
    var all: [Obligation] = []
    for child in try children(element) {
      var obligation = Obligation(
        // Responses made after earlier versions repeat the effect, which says nothing that the decision does not.
        id: try required("\(name)Id", try attributes(child, ["\(name)Id", "FulfillOn", "AppliesTo"]), child),
        assignments: [])
      for assignment in try children(child) {
        let found = Dictionary(assignment.attributes.map { ($0.name, $0.value) }) { first, _ in first }
        obligation.assignments.append(
          Obligation.Assignment(
            attribute: try required("AttributeId", found, assignment), category: found["Category"],
            issuer: found["Issuer"], value: try value(assignment)))
      }
      all.append(obligation)
    }
    return all
  }

  private func policies(_ element: XMLElement) throws(DocumentProblem) -> [PolicyIdentifier] {
    var all: [PolicyIdentifier] = []
    for child in try children(element) {
      all.append(
        PolicyIdentifier(
          kind: child.name == "PolicyIdReference" ? .policy : .policySet, id: child.text.trimmed,
          version: try attributes(child, ["Version"])["Version"] ?? ""))
    }
    return all
  }
}
