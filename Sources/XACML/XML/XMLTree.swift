internal import CXMLDocument

/// Why bytes are no XML document that can be used.
struct XMLProblem: Error, Hashable {
  var line: Int
  var message: String
}

/// An XML document, read without network, files, entities or a DOCTYPE. Never changes once it is read.
final class XMLTree: @unchecked Sendable {
  /// Elements may be nested this deep.
  static let depthLimit = 256
  /// Bytes of one document.
  static let sizeLimit = 64 << 20

  private let document: OpaquePointer

  private init(adopting document: OpaquePointer) { self.document = document }

  convenience init(_ bytes: [UInt8]) throws(XMLProblem) {
    guard bytes.count <= Self.sizeLimit else {
      throw XMLProblem(line: 1, message: "the document is larger than \(Self.sizeLimit >> 20) MiB")
    }
    var error = cxml_error()
    let document = bytes.withUnsafeBytes { buffer in
      cxml_parse(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, Int32(Self.depthLimit), &error)
    }
    guard let document else {
      let message = withUnsafeBytes(of: &error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw XMLProblem(line: Int(error.line), message: message)
    }
    self.init(adopting: document)
  }

  deinit { cxml_destroy(document) }

  var root: XMLElement { XMLElement(tree: self, node: cxml_root(document)) }

  func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result { body(document) }

  /// A node and what is within it as a document of its own.
  static func copy(of element: XMLElement) -> XMLTree? {
    cxml_copy(element.node).map { XMLTree(adopting: $0) }
  }
}

/// An element of a document. Keeps the document alive.
struct XMLElement: @unchecked Sendable {
  let tree: XMLTree
  let node: UnsafeRawPointer

  fileprivate init(tree: XMLTree, node: UnsafeRawPointer) {
    self.tree = tree
    self.node = node
  }

  var name: String { String(cString: cxml_name(node)) }
  var namespace: String { cxml_namespace(node).map { String(cString: $0) } ?? "" }
  var line: Int { Int(cxml_line(node)) }
  var hasChildren: Bool { cxml_has_children(node) != 0 }

  var children: [XMLElement] {
    var found: [XMLElement] = []
    var next = cxml_first_child(node)
    while let child = next {
      found.append(XMLElement(tree: tree, node: child))
      next = cxml_next(child)
    }
    return found
  }

  /// All text within, as it stands.
  var text: String {
    guard let text = cxml_text(node) else { return "" }
    defer { cxml_free(text) }
    return String(cString: text)
  }

  /// The element as XML, with the namespaces in scope.
  var xml: String {
    guard let text = cxml_serialise(node) else { return "" }
    defer { cxml_free(text) }
    return String(cString: text)
  }

  /// Attributes in the document's order; those of a namespace are named `{namespace}name`.
  var attributes: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var next = cxml_first_attribute(node)
    while let attribute = next {
      let space = cxml_namespace(attribute).map { "{" + String(cString: $0) + "}" } ?? ""
      if let text = cxml_text(attribute) {
        found.append((space + String(cString: cxml_name(attribute)), String(cString: text)))
        cxml_free(text)
      }
      next = cxml_next_attribute(attribute)
    }
    return found
  }

  /// Prefixes in scope and what they stand for; the default namespace has the prefix "".
  var namespaces: [NamespaceBinding] {
    let capacity = 256
    return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: capacity * 2) { buffer in
      buffer.initialize(repeating: nil)
      let prefixes = buffer.baseAddress!
      let uris = prefixes + capacity
      let count = min(capacity, cxml_namespaces(node, prefixes, uris, capacity))
      return (0..<count).compactMap { index in
        guard let prefix = prefixes[index], let uri = uris[index] else { return nil }
        return NamespaceBinding(prefix: String(cString: prefix), uri: String(cString: uri))
      }
    }
  }
}

/// What a prefix of an XPath expression stands for.
public struct NamespaceBinding: Hashable, Sendable {
  public var prefix: String
  public var uri: String
  public init(prefix: String, uri: String) {
    self.prefix = prefix
    self.uri = uri
  }
}
