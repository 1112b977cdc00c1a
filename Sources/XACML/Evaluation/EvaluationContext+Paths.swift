import Budget
import Formats

extension EvaluationContext {
  /// What a selector finds in the content of its category, as values of its type.
  func values(_ selector: Selector) throws(Failure) -> [Value] {
    var values: [Value] = []
    if let content = question.contents[ExactText(selector.category)] {
      let start = try contextNode(selector, content)
      let nodes = try content.nodes(selector.path, from: start, namespaces: selector.namespaces, work: work) {
        "a selector's path selects no nodes: it is no such XPath expression"
      }
      for node in nodes { values.append(try value(node, selector, content)) }
    }
    if values.isEmpty, selector.mustBePresent {
      throw Failure(.missingAttribute, "a selector finds nothing in the content of `\(selector.category)`")
    }
    return values
  }

  private func value(_ node: XPathNode, _ selector: Selector, _ content: XPathContent) throws(Failure) -> Value {
    guard content.hasText(node) else { throw .processing("a selector finds what has no text") }
    let bytes = content.text(of: node).bytes
    try spend(bytes.count, on: .steps)
    try hold(bytes.count + MemoryLayout<Value>.stride)
    guard let value = Value(String(decoding: bytes, as: UTF8.self), as: selector.type) else {
      throw Failure(.syntaxError, "what a selector finds is no \(selector.type.shortName)")
    }
    return value
  }

  /// The node that a selector begins at: what its context attribute selects, else the document.
  private func contextNode(_ selector: Selector, _ content: XPathContent) throws(Failure) -> XPathNode? {
    guard let id = selector.contextSelector else { return nil }
    let key = AttributeKey(category: selector.category, id: id, type: .xpathExpression)
    guard let values = question.values[key], values.count == 1, case .xpathExpression(let path) = values[0] else {
      throw .processing("a selector's context is not one XPath expression")
    }
    let nodes = try content.nodes(path.path, from: nil, namespaces: path.namespaces, work: work) {
      "a selector's context is not one node"
    }
    guard nodes.count == 1 else { throw .processing("a selector's context is not one node") }
    return nodes[0]
  }

  /// The functions of A.3.15.
  func path(_ kind: Function.PathFunction, _ arguments: [Expression]) throws(Failure) -> Term {
    var terms: [Term] = []
    for argument in arguments { terms.append(try evaluate(argument)) }
    return try path(kind, terms)
  }

  /// The same of values that are known, as in a match.
  func path(_ kind: Function.PathFunction, _ arguments: [Term]) throws(Failure) -> Term {
    var sets: [(nodes: [XPathNode], content: XPathContent)] = []
    for argument in arguments { sets.append(try nodes(argument.single)) }
    if kind == .count { return .value(.integer(Int64(sets[0].nodes.count))) }
    // Nodes of two categories are never the same, and none lies within the other.
    guard sets[0].content.isSame(as: sets[1].content) else { return .value(.boolean(false)) }
    try hold((sets[0].nodes.count + sets[1].nodes.count) * MemoryLayout<XPathNode>.stride * 2)
    let outer = Set(sets[0].nodes)
    for node in sets[1].nodes {
      var next: XPathNode? = node
      while let at = next {
        try spend(1, on: .steps)
        if outer.contains(at) { return .value(.boolean(true)) }
        next = kind == .match ? sets[1].content.parent(of: at) : nil
      }
    }
    return .value(.boolean(false))
  }

  private func nodes(_ value: Value) throws(Failure) -> (nodes: [XPathNode], content: XPathContent) {
    guard case .xpathExpression(let path) = value else { throw .processing("no XPath expression") }
    guard let content = question.contents[ExactText(path.category)] else {
      throw .processing("an XPath expression selects from a category without content")
    }
    let nodes = try content.nodes(path.path, from: nil, namespaces: path.namespaces, work: work) {
      "an XPath expression selects no nodes: it is no such expression"
    }
    return (nodes, content)
  }
}

extension XPathContent {
  /// The nodes that an expression selects.
  /// - Parameter otherwise: what is wrong where it selects none because it is no path.
  func nodes(
    _ path: String, from start: XPathNode?, namespaces: [NamespaceBinding], work: Work, otherwise: () -> String
  ) throws(Failure) -> [XPathNode] {
    let value: XPathValue
    do throws(XPathFailure) {
      value = try XPathEvaluator.evaluate(path, over: self, from: start, namespaces: namespaces, work: work)
    } catch {
      switch error {
      case .invalid: throw .processing(otherwise())
      case .prefix(let prefix):
        throw .processing("the path uses the prefix `\(prefix.prefix(80))`, which is declared nowhere around it")
      case .limit(let limit): throw Failure(limit)
      }
    }
    guard case .nodes(let nodes) = value else { throw .processing(otherwise()) }
    return nodes
  }
}
