internal import CXMLDocument

/// A node that an XPath expression gave. Keeps its document alive.
struct XMLNode: @unchecked Sendable {
  enum Kind: Int32 { case element, attribute, text, other }

  let tree: XMLTree
  let node: UnsafeRawPointer

  var kind: Kind { Kind(rawValue: cxml_node_kind(node)) ?? .other }

  /// The string value.
  var text: String {
    guard let text = cxml_text(node) else { return "" }
    defer { cxml_free(text) }
    return String(cString: text)
  }

  static func == (left: XMLNode, right: XMLNode) -> Bool { left.node == right.node }

  /// Whether the other node is this one or lies within it.
  func contains(_ other: XMLNode) -> Bool { cxml_contains(node, other.node) != 0 }
}

/// What an XPath 1.0 expression gives.
enum XPathAnswer {
  case nodes([XMLNode])
  /// A number, a text or a truth value, as a text.
  case value(String)
  /// No expression, a prefix that nothing declares, or more work than the limit.
  case invalid
}

extension XMLTree {
  /// Evaluates an expression with a node, or the document itself, as its context. Work is bounded.
  func evaluate(_ expression: String, from context: XMLNode?, namespaces: [NamespaceBinding]) -> XPathAnswer {
    var texts: [[CChar]] = []
    for binding in namespaces where !binding.prefix.isEmpty {
      texts.append(Array(binding.prefix.utf8CString))
      texts.append(Array(binding.uri.utf8CString))
    }
    let count = texts.count / 2
    // Pointers into buffers that live as long as the call.
    let buffers = texts.map { text in
      let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.count)
      _ = buffer.initialize(from: text)
      return buffer
    }
    defer { for buffer in buffers { buffer.deallocate() } }
    var prefixes: [UnsafePointer<CChar>?] = []
    var uris: [UnsafePointer<CChar>?] = []
    for index in 0..<count {
      prefixes.append(UnsafePointer(buffers[index * 2].baseAddress))
      uris.append(UnsafePointer(buffers[index * 2 + 1].baseAddress))
    }
    guard
      let found = withPointer({
        cxml_evaluate($0, context?.node ?? cxml_document_node($0), expression, prefixes, uris, count)
      })
    else { return .invalid }
    defer { cxml_destroy_nodes(found) }
    switch cxml_kind(found) {
    case CXML_PATH_NODES:
      return .nodes((0..<cxml_count(found)).map { XMLNode(tree: self, node: cxml_at(found, $0)) })
    case CXML_PATH_VALUE: return .value(String(cString: cxml_path_text(found)))
    default: return .invalid
    }
  }
}
