import Budget
import Formats

/// Reads documents of the JSON profile 1.1. Members that are null count as absent, as some who send them mean it.
struct JSONReading {
  let file: String
  /// What reading the document spends.
  let work: Work

  func root(_ bytes: [UInt8]) throws(DocumentProblem) -> JSONNode {
    var account = Account(work.limits)
    let records = JSONRecords.read(bytes, account: &account)
    if let problem = records.problems.first { throw self.problem(problem) }
    guard records.records.count == 1, records.shape == .object else {
      throw DocumentProblem("the document is not one JSON object", at: Place(file: file, line: 1))
    }
    switch records.records[0].node {
    case .success(let node): return node
    case .failure(let problem): throw self.problem(problem)
    }
  }

  private func problem(_ problem: FormatProblem) -> DocumentProblem {
    DocumentProblem(problem.message.english, at: Place(file: file, line: problem.line))
  }

  func problem(_ message: String, _ node: JSONNode) -> DocumentProblem {
    DocumentProblem(message, at: Place(file: file, line: node.line))
  }

  /// The members of an object that are not null.
  func members(
    _ node: JSONNode, _ what: String, _ known: Set<String>
  ) throws(DocumentProblem) -> [String: JSONNode] {
    guard node.kind == .object else { throw problem("\(what) is no object", node) }
    var found: [String: JSONNode] = [:]
    for (key, value) in node.members where !value.isNull {
      guard known.contains(key) else { throw problem("\(what) has no member `\(key.prefix(80))`", value) }
      guard found.updateValue(value, forKey: key) == nil else {
        throw problem("\(what) has a second `\(key)`", value)
      }
    }
    return found
  }

  func text(_ node: JSONNode?, _ what: String, in owner: JSONNode) throws(DocumentProblem) -> String {
    guard let node else { throw problem("\(what) is missing", owner) }
    guard let text = node.string else { throw problem("\(what) is no text", node) }
    return text
  }

  func flag(_ node: JSONNode?, _ what: String) throws(DocumentProblem) -> Bool {
    guard let node else { return false }
    guard let flag = node.bool else { throw problem("\(what) is neither true nor false", node) }
    return flag
  }

  /// One object, or each of a list.
  func list(_ node: JSONNode?) -> [JSONNode] {
    guard let node else { return [] }
    return node.kind == .array ? node.elements : [node]
  }

  // MARK: Values

  /// The values of an attribute: of the type that is named, else of the type that JSON has for them.
  func values(_ node: JSONNode, type name: String?) throws(DocumentProblem) -> [Value] {
    let elements = node.kind == .array ? node.elements : [node]
    let type: DataType
    if let name {
      type = JSONProfile.type(name)
    } else if elements.contains(where: { $0.kind == .object }) {
      type = .xpathExpression
    } else if elements.allSatisfy({ $0.bool != nil }), !elements.isEmpty {
      type = .boolean
    } else if elements.allSatisfy({ $0.int != nil }), !elements.isEmpty {
      type = .integer
    } else if elements.allSatisfy({ $0.numberText != nil }), !elements.isEmpty {
      type = .double
    } else {
      type = .string
    }
    var values: [Value] = []
    for element in elements { values.append(try value(element, type)) }
    return values
  }

  private func value(_ node: JSONNode, _ type: DataType) throws(DocumentProblem) -> Value {
    do throws(LimitReached) {
      try work.spend(Reading.valueSize + (node.string?.utf8.count ?? 0), on: .memory)
    } catch {
      throw problem("the document comes to \(error.message)", node)
    }
    if type == .xpathExpression { return .xpathExpression(try path(node)) }
    let text: String
    if let string = node.string {
      text = string
    } else if let number = node.numberText {
      guard type != .string else { throw problem("a number stands where its type says string", node) }
      text = number
    } else if let truth = node.bool {
      guard type == .boolean else { throw problem("a truth value stands where its type says otherwise", node) }
      text = truth ? "true" : "false"
    } else {
      throw problem("a value is neither a text, a number nor a truth value", node)
    }
    guard let value = Value(text, as: type) else { throw problem("the value is no \(type.shortName)", node) }
    return value
  }

  private func path(_ node: JSONNode) throws(DocumentProblem) -> PathExpression {
    let found = try members(node, "an XPath expression", ["XPathCategory", "Namespaces", "XPath"])
    var path = PathExpression(
      path: try text(found["XPath"], "`XPath`", in: node),
      category: JSONProfile.category(try text(found["XPathCategory"], "`XPathCategory`", in: node)), namespaces: [])
    for binding in list(found["Namespaces"]) {
      let members = try members(binding, "a namespace", ["Prefix", "Namespace"])
      path.namespaces.append(
        NamespaceBinding(
          prefix: try members["Prefix"].map { node throws(DocumentProblem) in try text(node, "`Prefix`", in: node) }
            ?? "",
          uri: try text(members["Namespace"], "`Namespace`", in: binding)))
    }
    return path
  }
}
