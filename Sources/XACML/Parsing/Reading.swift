import Budget

/// What the readers of policies and requests have in common: names, required attributes, places.
struct Reading {
  static let namespace = "urn:oasis:names:tc:xacml:3.0:core:schema:wd-17"

  let file: String
  /// What is passed over in the document; `nil` where nothing may be.
  let tolerance: Tolerance?
  /// What reading the document spends.
  let work: Work

  init(file: String, tolerance: Tolerance? = nil, work: Work) {
    self.file = file
    self.work = work
    self.tolerance = tolerance
  }

  func place(_ element: XMLElement) -> Place { Place(file: file, line: element.line) }

  func problem(_ message: String, _ element: XMLElement) -> DocumentProblem {
    DocumentProblem(message, at: place(element))
  }

  /// Counts what is made of an element.
  func hold(_ bytes: Int, _ element: XMLElement) throws(DocumentProblem) {
    do throws(LimitReached) {
      try work.spend(bytes, on: .memory)
    } catch {
      throw problem("the document comes to \(error.message)", element)
    }
  }

  func tree(_ bytes: [UInt8]) throws(DocumentProblem) -> XMLTree {
    do throws(XMLProblem) {
      return try XMLTree(bytes, work: work)
    } catch {
      throw DocumentProblem(error.message, at: Place(file: file, line: max(1, error.line)))
    }
  }

  /// The attributes of an element by name; those of another namespace (`xsi:schemaLocation`) are left out.
  func attributes(_ element: XMLElement, _ known: Set<String>) throws(DocumentProblem) -> [String: String] {
    var found: [String: String] = [:]
    for (name, value) in element.attributes where !name.hasPrefix("{") {
      if known.contains(name) {
        found[name] = value
      } else {
        try passOver("<\(element.name)> has no attribute `\(name.prefix(80))`", element)
      }
    }
    return found
  }

  func required(_ name: String, _ found: [String: String], _ element: XMLElement) throws(DocumentProblem) -> String {
    guard let value = found[name] else { throw problem("<\(element.name)> lacks `\(name)`", element) }
    return value.trimmed
  }

  /// Notes what Altinn reads and the specification refuses.
  /// - Throws: where the document is read by the specification.
  func passOver(_ message: String, _ element: XMLElement) throws(DocumentProblem) {
    let problem = problem(message, element)
    guard let tolerance else { throw problem }
    try hold(Self.valueSize, element)
    tolerance.passedOver.append(problem)
  }

  /// `Permit` or `Deny`. Altinn does not look at the case of the letters.
  func effect(_ name: String, _ found: [String: String], _ element: XMLElement) throws(DocumentProblem) -> Effect {
    let text = try required(name, found, element)
    if let effect = Effect(rawValue: text) { return effect }
    guard let effect = Effect(rawValue: text.prefix(1).uppercased() + text.dropFirst().lowercased()) else {
      throw problem("`\(name)` is `Permit` or `Deny`", element)
    }
    try passOver("`\(name)` is `Permit` or `Deny`, with a capital", element)
    return effect
  }

  func flag(_ text: String?, _ element: XMLElement) throws(DocumentProblem) -> Bool {
    switch text?.trimmed {
    case nil, "false", "0": return false
    case "true", "1": return true
    default: throw problem("<\(element.name)> has a value that is neither true nor false", element)
    }
  }

  /// The children, all of the XACML namespace.
  func children(_ element: XMLElement) throws(DocumentProblem) -> [XMLElement] {
    let children = element.children
    for child in children where child.namespace != Self.namespace {
      throw problem("<\(child.name)> is not of XACML 3.0: it is of \(Self.shown(child.namespace))", child)
    }
    return children
  }

  /// A namespace as an error names it: never a long text of the document.
  static func shown(_ namespace: String) -> String {
    namespace.isEmpty ? "no namespace" : "the namespace `\(namespace.prefix(80))`"
  }

  /// Bytes that a value takes in a policy or request, with what it belongs to and without its text.
  static let valueSize = 256

  /// A value with its type; `namespaces` and `XPathCategory` are those of an XPath expression.
  func value(_ element: XMLElement) throws(DocumentProblem) -> Value {
    try hold(Self.valueSize + element.tree.text(of: element.node).count, element)
    let found = Dictionary(element.attributes.map { ($0.name, $0.value) }) { first, _ in first }
    let type = DataType(try required("DataType", found, element))
    if type == .xpathExpression {
      guard let category = found["XPathCategory"] else {
        throw problem("an XPath expression lacks `XPathCategory`", element)
      }
      return .xpathExpression(
        PathExpression(path: element.text.trimmed, category: category.trimmed, namespaces: element.namespaces))
    }
    if case .foreign = type {
      return .foreign(type: type.identifier, text: element.hasChildren ? element.xml : element.text)
    }
    guard !element.hasChildren else { throw problem("a value of \(type.shortName) has elements within", element) }
    guard let value = Value(element.text, as: type) else {
      throw problem("the value is no \(type.shortName)", element)
    }
    return value
  }
}
