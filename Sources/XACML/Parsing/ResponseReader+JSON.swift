import Formats

extension Response {
  /// Reads a response in the JSON profile 1.1.
  public static func read(json bytes: [UInt8], file: String) throws(DocumentProblem) -> Response {
    let reading = JSONReading(file: file, work: Work())
    let root = try reading.root(bytes)
    guard let node = root["Response"] else { throw reading.problem("the document has no `Response`", root) }
    var results: [DecisionResult] = []
    for result in reading.list(node) { results.append(try reading.result(result)) }
    guard !results.isEmpty else { throw reading.problem("the response has no result", node) }
    return Response(results)
  }
}

extension JSONReading {
  fileprivate func result(_ node: JSONNode) throws(DocumentProblem) -> DecisionResult {
    let found = try members(
      node, "a result", ["Decision", "Status", "Obligations", "AssociatedAdvice", "Category", "PolicyIdentifierList"])
    let name = try text(found["Decision"], "`Decision`", in: node)
    let known: [Decision] = [.permit, .deny, .notApplicable, .indeterminate(.either)]
    guard let decision = known.first(where: { $0.name == name }) else {
      throw problem("`Decision` is none that there is", node)
    }
    var result = DecisionResult(decision)
    if let status = found["Status"], let code = status["StatusCode"]?["Value"]?.string, code != Failure.ok {
      guard let known = Failure.Code(rawValue: code) else { throw problem("there is no such status code", status) }
      result.failure = Failure(known, status["StatusMessage"]?.string ?? "")
    }
    for node in list(found["Obligations"]) { result.obligations.append(try obligation(node)) }
    for node in list(found["AssociatedAdvice"]) { result.advice.append(try obligation(node)) }
    for node in list(found["Category"]) { result.attributes.append(try group(node, category: nil)) }
    let kinds: [(String, Policy.Kind)] = [("PolicyIdReference", .policy), ("PolicySetIdReference", .policySet)]
    for (name, kind) in kinds {
      for node in list(found["PolicyIdentifierList"]?[name]) {
        result.policies.append(
          PolicyIdentifier(
            kind: kind, id: try text(node["Id"], "`Id`", in: node), version: node["Version"]?.string ?? ""))
      }
    }
    return result
  }

  private func obligation(_ node: JSONNode) throws(DocumentProblem) -> Obligation {
    let found = try members(node, "an obligation", ["Id", "AttributeAssignment"])
    var obligation = Obligation(id: try text(found["Id"], "`Id`", in: node), assignments: [])
    for assignment in list(found["AttributeAssignment"]) {
      let members = try members(
        assignment, "an assignment", ["AttributeId", "Value", "Category", "DataType", "Issuer"])
      guard let value = members["Value"] else { throw problem("an assignment lacks `Value`", assignment) }
      for value in try values(value, type: members["DataType"]?.string) {
        obligation.assignments.append(
          Obligation.Assignment(
            attribute: try text(members["AttributeId"], "`AttributeId`", in: assignment),
            category: members["Category"]?.string, issuer: members["Issuer"]?.string, value: value))
      }
    }
    return obligation
  }
}
