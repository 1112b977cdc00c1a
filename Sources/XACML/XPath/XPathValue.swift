/// A node of a document, in its order: an element, its namespaces, its attributes, what is within it.
struct XPathNode: Hashable, Comparable, Sendable {
  /// A node of the tree; of a namespace the element that it belongs to.
  var node: Int32
  /// Of a namespace its place among those of the element, from 1; else 0.
  var namespace: Int32 = 0

  static func < (left: Self, right: Self) -> Bool {
    left.node != right.node ? left.node < right.node : left.namespace < right.namespace
  }
}

/// The XML that paths look into: a document, or one element as if it were one.
struct XPathContent: Sendable {
  let tree: XMLTree
  /// The node that stands for the document, which is the parent of the root.
  let document: Int32
  /// The nodes below it.
  let range: Range<Int32>

  init(_ tree: XMLTree) {
    self.tree = tree
    document = 0
    range = 1..<Int32(tree.nodes.count)
  }

  /// An element that is not the root of its document.
  init(_ element: XMLElement) {
    tree = element.tree
    document = tree.nodes[Int(element.node)].parent
    range = element.node..<tree.nodes[Int(element.node)].end
  }

  /// The text of a node.
  func text(of node: XPathNode) -> XPathText {
    if node.namespace > 0 {
      let scope = tree.scopes[Int(tree.nodes[Int(node.node)].scope)]
      let place = Int(node.namespace) - 1
      // The prefix `xml` is declared in every document, and stands last.
      return XPathText(
        place < scope.count ? tree.declarations[Int(scope[place])].uri : "http://www.w3.org/XML/1998/namespace")
    }
    guard node.node == document else { return XPathText(bytes: tree.text(of: node.node)) }
    var text = tree.characters[...]
    if document != 0, range.lowerBound < range.upperBound { text = tree.text(of: range.lowerBound) }
    return XPathText(bytes: text)
  }
}

/// A text as its UTF-8; often a part of the document, which is not copied.
struct XPathText: Hashable {
  var bytes: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8)[...] }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  static func == (left: Self, right: Self) -> Bool {
    left.bytes.count == right.bytes.count && left.bytes.elementsEqual(right.bytes)
  }
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// Characters: bytes that do not continue one.
  var length: Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// Where its characters begin.
  func offset(ofCharacter number: Int) -> Int {
    var left = number
    for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if left == 0 { return bytes.startIndex + place }
      left -= 1
    }
    return bytes.endIndex
  }
}

/// What an expression gives.
enum XPathValue {
  /// In the order of the document, none twice.
  case nodes([XPathNode])
  case number(Double)
  case boolean(Bool)
  case text(XPathText)

  var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .boolean(let value): value
    case .text(let text): !text.bytes.isEmpty
    }
  }

  /// Bytes that it takes; a part of the document counts as if it were a copy.
  var size: Int {
    switch self {
    case .nodes(let nodes): nodes.count * MemoryLayout<XPathNode>.stride
    case .number, .boolean: 0
    case .text(let text): text.bytes.count
    }
  }
}

extension XPathContent {
  func isSame(as other: XPathContent) -> Bool { tree === other.tree && document == other.document }

  /// What a node lies within: of an attribute and a namespace its element. `nil` for the document.
  func parent(of node: XPathNode) -> XPathNode? {
    if node.namespace > 0 { return XPathNode(node: node.node) }
    return node.node == document ? nil : XPathNode(node: tree.nodes[Int(node.node)].parent)
  }

  /// Whether a selector may take the text of a node: of an element, an attribute or a text.
  func hasText(_ node: XPathNode) -> Bool {
    guard node.namespace == 0, node.node != document else { return false }
    switch tree.nodes[Int(node.node)].kind {
    case .element, .attribute, .text: return true
    case .document, .comment, .instruction: return false
    }
  }
}
