/// An element of a document. Keeps the document alive.
struct XMLElement: Sendable {
  let tree: XMLTree
  let node: Int32

  private var entry: XMLTree.Node { tree.nodes[Int(node)] }

  var name: String { entry.name < 0 ? "" : tree.names[Int(entry.name)].local }
  /// Empty for none.
  var namespace: String { entry.name < 0 ? "" : tree.names[Int(entry.name)].uri }
  var line: Int { Int(entry.line) }
  var hasChildren: Bool { firstElement(from: node + 1) != nil }

  /// The first element at a node or beside it, of this one's children.
  private func firstElement(from start: Int32) -> Int32? {
    guard start < entry.end else { return nil }
    var next: Int32? = start
    while let at = next {
      if tree.nodes[Int(at)].kind == .element { return at }
      next = tree.sibling(after: at)
    }
    return nil
  }

  var children: [XMLElement] {
    var found: [XMLElement] = []
    var next = firstElement(from: node + 1)
    while let child = next {
      found.append(XMLElement(tree: tree, node: child))
      next = tree.sibling(after: child).flatMap(firstElement)
    }
    return found
  }

  /// All text within, as it stands.
  var text: String { String(decoding: tree.text(of: node), as: UTF8.self) }

  /// Attributes in the document's order; those of a namespace are named `{namespace}name`.
  var attributes: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var at = node + 1
    while at < entry.end, tree.nodes[Int(at)].kind == .attribute {
      let name = tree.names[Int(tree.nodes[Int(at)].name)]
      let text = String(decoding: tree.text(of: at), as: UTF8.self)
      found.append((name.uri.isEmpty ? name.local : "{\(name.uri)}\(name.local)", text))
      at += 1
    }
    return found
  }

  /// Prefixes in scope and what they stand for; the default namespace has the prefix "".
  var namespaces: [NamespaceBinding] { tree.namespaces(of: node) }
}

extension XMLTree {
  var root: XMLElement {
    // A document that is well-formed has exactly one element.
    XMLElement(tree: self, node: Int32(nodes.firstIndex { $0.kind == .element } ?? 0))
  }
}
