extension EvaluationContext {
  /// What a selector finds in the content of its category, as values of its type.
  func values(_ selector: Selector) throws(Failure) -> [Value] {
    var values: [Value] = []
    if let content = question.contents[selector.category] {
      try Self.requirePrefixes(of: selector.path, selector.namespaces)
      let context = try contextNode(selector, content)
      switch content.evaluate(selector.path, from: context, namespaces: selector.namespaces) {
      case .nodes(let nodes):
        for node in nodes { values.append(try value(node, selector)) }
      case .value, .invalid: throw .processing("a selector's path selects no nodes: it is no such XPath expression")
      }
    }
    if values.isEmpty, selector.mustBePresent {
      throw Failure(.missingAttribute, "a selector finds nothing in the content of `\(selector.category)`")
    }
    return values
  }

  private func value(_ node: XMLNode, _ selector: Selector) throws(Failure) -> Value {
    guard node.kind != .other else { throw .processing("a selector finds what has no text") }
    guard let value = Value(node.text, as: selector.type) else {
      throw Failure(.syntaxError, "what a selector finds is no \(selector.type.shortName)")
    }
    return value
  }

  /// The node that a selector begins at: what its context attribute selects, else the document.
  private func contextNode(_ selector: Selector, _ content: XMLTree) throws(Failure) -> XMLNode? {
    guard let id = selector.contextSelector else { return nil }
    let key = AttributeKey(category: selector.category, id: id, type: .xpathExpression)
    guard let values = question.values[key], values.count == 1, case .xpathExpression(let path) = values[0] else {
      throw .processing("a selector's context is not one XPath expression")
    }
    try Self.requirePrefixes(of: path.path, path.namespaces)
    guard case .nodes(let nodes) = content.evaluate(path.path, from: nil, namespaces: path.namespaces),
      nodes.count == 1
    else { throw .processing("a selector's context is not one node") }
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
    var sets: [[XMLNode]] = []
    for argument in arguments { sets.append(try nodes(argument.single)) }
    switch kind {
    case .count: return .value(.integer(Int64(sets[0].count)))
    case .equal: return .value(.boolean(sets[0].contains { left in sets[1].contains { left == $0 } }))
    case .match: return .value(.boolean(sets[0].contains { left in sets[1].contains { left.contains($0) } }))
    }
  }

  private func nodes(_ value: Value) throws(Failure) -> [XMLNode] {
    guard case .xpathExpression(let path) = value else { throw .processing("no XPath expression") }
    guard let content = question.contents[path.category] else {
      throw .processing("an XPath expression selects from a category without content")
    }
    try Self.requirePrefixes(of: path.path, path.namespaces)
    guard case .nodes(let nodes) = content.evaluate(path.path, from: nil, namespaces: path.namespaces) else {
      throw .processing("an XPath expression selects no nodes: it is no such expression")
    }
    return nodes
  }

  /// That every prefix of a path is declared where it stands: by itself the path is one, and it selects nothing.
  private static func requirePrefixes(of path: String, _ namespaces: [NamespaceBinding]) throws(Failure) {
    let declared = Set(namespaces.map(\.prefix))
    guard let unknown = PathPrefixes(path).names.first(where: { $0 != "xml" && !declared.contains($0) }) else { return }
    throw .processing("the path uses the prefix `\(unknown.prefix(80))`, which is declared nowhere around it")
  }
}
