import Formats

extension XMLElement {
  /// The element as XML, with the namespaces that its names need.
  var xml: String {
    var writer = XMLWriter(tree)
    writer.write(node)
    return String(decoding: writer.out, as: UTF8.self)
  }
}

/// Writes nodes as they were, in order and without recursion.
private struct XMLWriter {
  let tree: XMLTree
  var out: [UInt8] = []

  init(_ tree: XMLTree) { self.tree = tree }

  mutating func write(_ top: Int32) {
    let end = tree.nodes[Int(top)].end
    var open: [Int32] = []
    var at = top
    while at < end {
      while let last = open.last, tree.nodes[Int(last)].end <= at {
        close(last)
        open.removeLast()
      }
      let node = tree.nodes[Int(at)]
      switch node.kind {
      case .element:
        let element = at
        out.append(UInt8(ascii: "<"))
        add(name: node.name)
        for binding in declarations(of: at, isTop: at == top) {
          add(binding.prefix.isEmpty ? " xmlns=\"" : " xmlns:\(binding.prefix)=\"")
          escape(binding.uri.utf8, inValue: true)
          add("\"")
        }
        at += 1
        while at < node.end, tree.nodes[Int(at)].kind == .attribute {
          add(" ")
          add(name: tree.nodes[Int(at)].name)
          add("=\"")
          escape(tree.text(of: at), inValue: true)
          add("\"")
          at += 1
        }
        if at == node.end {
          add("/>")
        } else {
          add(">")
          open.append(element)
        }
        continue
      case .text: escape(tree.text(of: at), inValue: false)
      case .comment:
        add("<!--")
        out += tree.text(of: at)
        add("-->")
      case .instruction:
        add("<?")
        add(name: node.name)
        if node.textStart < node.textEnd { add(" ") }
        out += tree.text(of: at)
        add("?>")
      case .document, .attribute: break
      }
      at += 1
    }
    while let last = open.popLast() { close(last) }
  }

  private mutating func close(_ element: Int32) {
    add("</")
    add(name: tree.nodes[Int(element)].name)
    add(">")
  }

  /// What an element declares that its parent has not; of the element that is written, all that names within it use.
  private func declarations(of element: Int32, isTop: Bool) -> [NamespaceBinding] {
    let node = tree.nodes[Int(element)]
    if isTop {
      var used: Set<ExactText> = []
      for inner in tree.nodes[Int(element)..<Int(node.end)] where inner.kind == .element || inner.kind == .attribute {
        used.insert(ExactText(tree.names[Int(inner.name)].prefix))
      }
      return tree.namespaces(of: element).filter { used.contains(ExactText($0.prefix)) }
    }
    let outer = tree.nodes[Int(node.parent)].scope
    guard outer != node.scope else { return [] }
    let known = Set(tree.scopes[Int(outer)])
    let mine = tree.scopes[Int(node.scope)]
    var found = mine.filter { !known.contains($0) }.map { tree.declarations[Int($0)] }
    let prefixes = Set(mine.map { tree.declarations[Int($0)].prefix })
    if !prefixes.contains(""), known.contains(where: { tree.declarations[Int($0)].prefix.isEmpty }) {
      found.append(NamespaceBinding(prefix: "", uri: ""))
    }
    return found
  }

  private mutating func add(_ text: String) { out += text.utf8 }

  private mutating func add(name number: Int32) {
    let name = tree.names[Int(number)]
    if !name.prefix.isEmpty { add("\(name.prefix):") }
    add(name.local)
  }

  private mutating func escape(_ text: some Sequence<UInt8>, inValue: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "\"") where inValue: add("&quot;")
      case 0x0D: add("&#13;")
      case 0x0A where inValue: add("&#10;")
      case 0x09 where inValue: add("&#9;")
      default: out.append(byte)
      }
    }
  }
}
