extension Response {
  /// The response in the JSON profile 1.1, ended by a line feed.
  public var json: String {
    var out = ""
    JSONText.object([("Response", .array(results.map(Self.json)))]).write(into: &out)
    return out + "\n"
  }

  private static func json(_ result: DecisionResult) -> JSONText {
    var status: [(String, JSONText)] = [("StatusCode", .object([("Value", .string(result.statusCode))]))]
    if let failure = result.failure {
      status.append(("StatusMessage", .string(failure.message)))
      if let missing = failure.missing {
        status.append(
          (
            "StatusDetail",
            .array([
              .object(
                [
                  ("Category", .string(missing.category)), ("AttributeId", .string(missing.id)),
                  ("DataType", .string(missing.type.identifier)),
                ] + (missing.issuer.map { [("Issuer", .string($0))] } ?? []))
            ])
          ))
      }
    }
    var members: [(String, JSONText)] = [("Decision", .string(result.decision.name)), ("Status", .object(status))]
    if !result.obligations.isEmpty { members.append(("Obligations", .array(result.obligations.map(json)))) }
    if !result.advice.isEmpty { members.append(("AssociatedAdvice", .array(result.advice.map(json)))) }
    if !result.attributes.isEmpty { members.append(("Category", .array(result.attributes.map(json)))) }
    if !result.policies.isEmpty {
      let kinds: [(String, Policy.Kind)] = [("PolicyIdReference", .policy), ("PolicySetIdReference", .policySet)]
      members.append(
        (
          "PolicyIdentifierList",
          .object(
            kinds.compactMap { name, kind in
              let named = result.policies.filter { $0.kind == kind }
              guard !named.isEmpty else { return nil }
              return (
                name, .array(named.map { .object([("Id", .string($0.id)), ("Version", .string($0.version))]) })
              )
            })
        ))
    }
    return .object(members)
  }

  private static func json(_ obligation: Obligation) -> JSONText {
    .object(
      [("Id", .string(obligation.id))]
        + (obligation.assignments.isEmpty
          ? []
          : [
            (
              "AttributeAssignment",
              .array(
                obligation.assignments.map { assignment in
                  .object(
                    [("AttributeId", .string(assignment.attribute)), ("Value", json(assignment.value))]
                      + (assignment.category.map { [("Category", .string($0))] } ?? [])
                      + [("DataType", .string(assignment.value.type.identifier))]
                      + (assignment.issuer.map { [("Issuer", .string($0))] } ?? []))
                })
            )
          ]))
  }

  private static func json(_ group: AttributeGroup) -> JSONText {
    .object([
      ("CategoryId", .string(group.category)),
      (
        "Attribute",
        .array(
          group.attributes.map { attribute in
            .object(
              [("AttributeId", .string(attribute.id))]
                + (attribute.issuer.map { [("Issuer", .string($0))] } ?? [])
                + [
                  (
                    "Value",
                    attribute.values.count == 1 ? json(attribute.values[0]) : .array(attribute.values.map(json))
                  ), ("DataType", .string(attribute.values.first?.type.identifier ?? DataType.string.identifier)),
                  ("IncludeInResult", .literal("true")),
                ])
          })
      ),
    ])
  }

  private static func json(_ value: Value) -> JSONText {
    switch value {
    case .boolean, .integer: .literal(value.text)
    case .double(let number) where number.isFinite: .literal("\(number)")
    case .xpathExpression(let path):
      .object(
        [("XPathCategory", .string(path.category))]
          + (path.namespaces.isEmpty
            ? []
            : [
              (
                "Namespaces",
                .array(
                  path.namespaces.map {
                    .object(
                      ($0.prefix.isEmpty ? [] : [("Prefix", .string($0.prefix))]) + [("Namespace", .string($0.uri))])
                  })
              )
            ]) + [("XPath", .string(path.path))])
    default: .string(value.text)
    }
  }
}
