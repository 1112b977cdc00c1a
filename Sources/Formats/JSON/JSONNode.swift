internal import CSimdjson

/// A value of a JSON record, with the line that it stands on.
///
/// A node is a place in the tree of its record and keeps that tree alive. Strings are made when they are asked for.
public struct JSONNode: Sendable {
  private let tree: JSONTree
  private let index: Int

  init(tree: JSONTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var node: sj_node { tree.nodes[index] }

  /// What the value is.
  public var kind: JSONKind { JSONKind(rawValue: node.kind) ?? .null }

  /// The line that the value starts on, from 1.
  public var line: Int { tree.firstLine + Int(node.line) }

  package var isNull: Bool { kind == .null }

  /// The text of a string, else nil.
  public var string: String? { kind == .string ? tree.string(node.text_offset, node.text_length) : nil }

  /// The value of an integer that fits 64 bits, else nil. `1.0` and `1e3` are not integers.
  public var int: Int64? { kind == .int ? Int64(tree.string(node.text_offset, node.text_length)) : nil }

  /// The value of a number as binary floating point, rounded, or nil when it is too large for that.
  public var double: Double? {
    guard let numberText, let value = Double(numberText), value.isFinite else { return nil }
    return value
  }

  /// A number exactly as it is written.
  public var numberText: String? {
    kind == .int || kind == .double ? tree.string(node.text_offset, node.text_length) : nil
  }

  package var bool: Bool? { kind == .bool ? node.count == 1 : nil }

  /// Members of an object or elements of an array; 0 for other values.
  public var count: Int { kind == .object || kind == .array ? Int(node.count) : 0 }

  /// The members of an object in the order of the file; keys are distinct. Empty for other values.
  public var members: [(key: String, value: JSONNode)] {
    guard kind == .object else { return [] }
    return children.map { child in
      let node = tree.nodes[child]
      return (tree.string(node.key_offset, node.key_length), JSONNode(tree: tree, index: child))
    }
  }

  /// The elements of an array. Empty for other values.
  public var elements: [JSONNode] {
    guard kind == .array else { return [] }
    return children.map { JSONNode(tree: tree, index: $0) }
  }

  /// The value of a member of an object, or nil. Goes through the members: O(n).
  public subscript(_ key: String) -> JSONNode? {
    guard kind == .object else { return nil }
    var child = index + 1
    for _ in 0..<node.count {
      let candidate = tree.nodes[child]
      let start = Int(candidate.key_offset)
      if Int(candidate.key_length) == key.utf8.count,
        tree.text[start..<start + Int(candidate.key_length)].elementsEqual(key.utf8)
      {
        return JSONNode(tree: tree, index: child)
      }
      child = Int(candidate.next)
    }
    return nil
  }

  /// Hands the UTF-8 of a string or of a number as written to `body`, without making a `String`. Nil for other values.
  public func withTextBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
    guard kind == .string || kind == .int || kind == .double else { return nil }
    let start = Int(node.text_offset)
    let end = start + Int(node.text_length)
    return try tree.text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  private var children: [Int] {
    var found: [Int] = []
    found.reserveCapacity(Int(node.count))
    var child = index + 1
    for _ in 0..<node.count {
      found.append(child)
      child = Int(tree.nodes[child].next)
    }
    return found
  }
}
