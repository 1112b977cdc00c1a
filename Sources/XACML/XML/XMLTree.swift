import Formats
import Synchronization

/// Why bytes are no XML document that can be used.
struct XMLProblem: Error, Hashable {
  var line: Int
  var message: String
}

/// An XML document, read without network, files, entities or a DOCTYPE. Never changes once it is read.
///
/// Nodes are numbers in the order of the document: an element, then its attributes, then what is within it. What lies
/// within a node is therefore a range, and so is its text. There are no pointers, and nothing that could be freed too early.
final class XMLTree: Sendable {
  /// Elements may be nested this deep: the parser goes no deeper.
  static let depthLimit = 256
  /// Bytes of one document.
  static let sizeLimit = 64 << 20

  enum Kind: UInt8, Sendable { case document, element, attribute, text, comment, instruction }

  struct Node: Sendable {
    var kind: Kind
    /// -1 for the document.
    var parent: Int32
    /// The number behind the last node that lies within.
    var end: Int32
    /// Of elements, attributes and instructions a number of `names`.
    var name: Int32 = -1
    /// Where its text lies: of elements, texts and the document in `characters`, of others in `values`.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    /// Of elements the number of `scopes`.
    var scope: Int32 = 0
    var line: Int32 = 0
  }

  struct Name: Sendable {
    var local: String
    var prefix: String
    /// Empty for none.
    var uri: String
  }

  let nodes: [Node]
  let names: [Name]
  /// The text of the document without markup.
  let characters: [UInt8]
  /// The texts of attributes, comments and instructions.
  let values: [UInt8]
  /// Namespace declarations, and for each element's scope those that hold in it; the default namespace has no prefix.
  let declarations: [NamespaceBinding]
  let scopes: [[Int32]]
  private let bindings = Mutex<[Int32: [NamespaceBinding]]>([:])

  init(
    nodes: [Node], names: [Name], characters: [UInt8], values: [UInt8], declarations: [NamespaceBinding],
    scopes: [[Int32]]
  ) {
    self.nodes = nodes
    self.names = names
    self.characters = characters
    self.values = values
    self.declarations = declarations
    self.scopes = scopes
  }

  /// The text of a node: all text within it.
  func text(of node: Int32) -> ArraySlice<UInt8> {
    let node = nodes[Int(node)]
    let range = Int(node.textStart)..<Int(node.textEnd)
    switch node.kind {
    case .document, .element, .text: return characters[range]
    case .attribute, .comment, .instruction: return values[range]
    }
  }

  /// The node after this one and all that lies within it, where that has the same parent.
  func sibling(after node: Int32) -> Int32? {
    let next = nodes[Int(node)].end
    guard Int(next) < nodes.count, nodes[Int(next)].parent == nodes[Int(node)].parent else { return nil }
    return next
  }

  /// What prefixes stand for in an element. One array for all that have the same declarations.
  func namespaces(of node: Int32) -> [NamespaceBinding] {
    let scope = nodes[Int(node)].scope
    return bindings.withLock { known in
      if let found = known[scope] { return found }
      let found = scopes[Int(scope)].map { declarations[Int($0)] }
      known[scope] = found
      return found
    }
  }
}

/// What a prefix of an XPath expression stands for.
public struct NamespaceBinding: Hashable, Sendable {
  /// Empty for the default namespace.
  public var prefix: String
  package var uri: String
  package init(prefix: String, uri: String) {
    self.prefix = prefix
    self.uri = uri
  }

  /// Whether both are equal, as their type compares.
  public static func == (left: NamespaceBinding, right: NamespaceBinding) -> Bool {
    left.prefix.isExactly(right.prefix) && left.uri.isExactly(right.uri)
  }
  /// Agrees with equality.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytesOf: prefix)
    hasher.combine(bytesOf: uri)
  }
}
