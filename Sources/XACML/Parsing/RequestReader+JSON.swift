import Budget
import Formats

extension Request {
  /// Reads a request in the JSON profile 1.1.
  public static func read(
    json bytes: [UInt8], file: String, limits: RunLimits = .standard
  ) throws(DocumentProblem) -> Request {
    let reading = JSONReading(file: file, work: Work(limits))
    let root = try reading.root(bytes)
    guard let node = root["Request"] else { throw reading.problem("the document has no `Request`", root) }
    let found = try reading.members(
      node, "the request",
      Set(
        ["ReturnPolicyIdList", "CombinedDecision", "XPathVersion", "Category", "MultiRequests"]
          + JSONProfile.categories.map(\.name)))
    var request = Request(
      groups: [], returnsPolicies: try reading.flag(found["ReturnPolicyIdList"], "`ReturnPolicyIdList`"),
      combinesDecisions: try reading.flag(found["CombinedDecision"], "`CombinedDecision`"),
      place: Place(file: file, line: node.line))
    for group in reading.list(found["Category"]) {
      request.groups.append(try reading.group(group, category: nil))
    }
    for (name, identifier) in JSONProfile.categories {
      for group in reading.list(found[name]) {
        request.groups.append(try reading.group(group, category: identifier))
      }
    }
    guard !request.groups.isEmpty else { throw reading.problem("the request has no category", node) }
    if let several = found["MultiRequests"] {
      let members = try reading.members(several, "`MultiRequests`", ["RequestReference"])
      for reference in reading.list(members["RequestReference"]) {
        let ids = try reading.members(reference, "`RequestReference`", ["ReferenceId"])
        var names: [String] = []
        for id in reading.list(ids["ReferenceId"]) { names.append(try reading.text(id, "`ReferenceId`", in: id)) }
        request.references.append(names)
      }
    }
    return request
  }

  /// Reads a request in either form: JSON begins with a brace.
  public static func read(
    _ bytes: [UInt8], file: String, limits: RunLimits = .standard
  ) throws(DocumentProblem) -> Request {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    return first == UInt8(ascii: "{")
      ? try read(json: bytes, file: file, limits: limits) : try read(xml: bytes, file: file, limits: limits)
  }
}

extension JSONReading {
  func group(_ node: JSONNode, category: String?) throws(DocumentProblem) -> AttributeGroup {
    let found = try members(node, "a category", ["CategoryId", "Id", "Content", "Attribute"])
    let named = try found["CategoryId"].map { node throws(DocumentProblem) in
      JSONProfile.category(try text(node, "`CategoryId`", in: node))
    }
    guard let category = named ?? category else { throw problem("a category lacks `CategoryId`", node) }
    var group = AttributeGroup(
      category: category,
      id: try found["Id"].map { node throws(DocumentProblem) in try text(node, "`Id`", in: node) }, attributes: [])
    if let content = found["Content"] {
      group.content = try self.content(try text(content, "`Content`", in: content), content)
    }
    for attribute in list(found["Attribute"]) { group.attributes.append(try self.attribute(attribute)) }
    return group
  }

  private func attribute(_ node: JSONNode) throws(DocumentProblem) -> RequestAttribute {
    let found = try members(node, "an attribute", ["AttributeId", "Issuer", "IncludeInResult", "DataType", "Value"])
    guard let value = found["Value"] else { throw problem("an attribute lacks `Value`", node) }
    let type = try found["DataType"].map { node throws(DocumentProblem) in try text(node, "`DataType`", in: node) }
    return RequestAttribute(
      id: try text(found["AttributeId"], "`AttributeId`", in: node),
      issuer: try found["Issuer"].map { node throws(DocumentProblem) in try text(node, "`Issuer`", in: node) },
      isReturned: try flag(found["IncludeInResult"], "`IncludeInResult`"), values: try values(value, type: type))
  }

  /// XML as a text, or the Base64 of one.
  private func content(_ text: String, _ node: JSONNode) throws(DocumentProblem) -> XPathContent {
    let bytes: [UInt8]
    if text.trimmed.hasPrefix("<") {
      bytes = Array(text.utf8)
    } else if case .base64Binary(let decoded)? = Value(text, as: .base64Binary) {
      bytes = decoded
    } else {
      throw problem("`Content` is neither XML nor Base64", node)
    }
    do throws(XMLProblem) {
      return XPathContent(try XMLTree(bytes, work: work))
    } catch {
      throw problem("`Content`: \(error.message)", node)
    }
  }
}
