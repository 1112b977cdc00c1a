import Budget

extension Request {
  /// Reads a request in XML.
  public static func read(
    xml bytes: [UInt8], file: String, limits: RunLimits = .standard
  ) throws(DocumentProblem) -> Request {
    let reading = Reading(file: file, work: Work(limits))
    let root = try reading.tree(bytes).root
    guard root.namespace == Reading.namespace, root.name == "Request" else {
      throw reading.problem(
        "the document is no request of XACML 3.0: its root is <\(root.name.prefix(80))> of "
          + Reading.shown(root.namespace), root)
    }
    let found = try reading.attributes(root, ["ReturnPolicyIdList", "CombinedDecision"])
    var request = Request(
      groups: [], returnsPolicies: try reading.flag(found["ReturnPolicyIdList"], root),
      combinesDecisions: try reading.flag(found["CombinedDecision"], root), place: reading.place(root))
    for child in try reading.children(root) {
      switch child.name {
      case "RequestDefaults": break
      case "Attributes": request.groups.append(try reading.group(child))
      case "MultiRequests":
        for reference in try reading.children(child) {
          guard reference.name == "RequestReference" else {
            throw reading.problem("<\(reference.name)> does not belong in <MultiRequests>", reference)
          }
          var ids: [String] = []
          for part in try reading.children(reference) {
            ids.append(try reading.required("ReferenceId", try reading.attributes(part, ["ReferenceId"]), part))
          }
          request.references.append(ids)
        }
      default: throw reading.problem("<\(child.name)> does not belong in <Request>", child)
      }
    }
    guard !request.groups.isEmpty else { throw reading.problem("the request has no <Attributes>", root) }
    return request
  }
}

extension Reading {
  func group(_ element: XMLElement) throws(DocumentProblem) -> AttributeGroup {
    var id: String?
    var category: String?
    for (name, value) in element.attributes {
      switch name {
      case "Category": category = value.trimmed
      case "id", "{http://www.w3.org/XML/1998/namespace}id": id = value.trimmed
      default: break
      }
    }
    guard let category else { throw problem("<Attributes> lacks `Category`", element) }
    var group = AttributeGroup(category: category, id: id, attributes: [])
    for child in try children(element) {
      switch child.name {
      case "Content":
        guard group.content == nil else { throw problem("a second <Content>", child) }
        guard child.children.count <= 1 else { throw problem("<Content> has more than one element", child) }
        group.content = child.children.first.map(XPathContent.init)
      case "Attribute": group.attributes.append(try attribute(child))
      default: throw problem("<\(child.name)> does not belong in <Attributes>", child)
      }
    }
    return group
  }

  private func attribute(_ element: XMLElement) throws(DocumentProblem) -> RequestAttribute {
    let found = try attributes(element, ["AttributeId", "Issuer", "IncludeInResult"])
    var attribute = RequestAttribute(
      id: try required("AttributeId", found, element), issuer: found["Issuer"],
      isReturned: try flag(found["IncludeInResult"], element), values: [])
    for child in try children(element) {
      guard child.name == "AttributeValue" else {
        throw problem("<\(child.name)> does not belong in <Attribute>", child)
      }
      attribute.values.append(try value(child))
      attribute.written.append(child.text)
    }
    guard !attribute.values.isEmpty else { throw problem("an attribute has no value", element) }
    return attribute
  }
}
