/// A value of a parsed text, read in place. Good only within the call that it was handed out in.
@frozen public struct JSONView {
  /// One value as the parser leaves it; the members stand as those of the parser's own.
  @frozen @usableFromInline struct Node {
    @usableFromInline var line: UInt32
    @usableFromInline var next: UInt32
    @usableFromInline var keyOffset: UInt32
    @usableFromInline var keyLength: UInt32
    @usableFromInline var textOffset: UInt32
    @usableFromInline var textLength: UInt32
    @usableFromInline var count: UInt32
    @usableFromInline var kind: UInt32
  }

  @usableFromInline let nodes: UnsafePointer<Node>
  @usableFromInline let text: UnsafePointer<UInt8>
  @usableFromInline let index: Int

  @usableFromInline
  init(nodes: UnsafePointer<Node>, text: UnsafePointer<UInt8>, index: Int) {
    self.nodes = nodes
    self.text = text
    self.index = index
  }

  @inlinable @inline(__always)
  var node: Node { nodes[index] }

  /// What the value is.
  @inlinable public var kind: JSONKind { JSONKind(rawValue: node.kind) ?? .null }
  /// Whether it is `null`.
  @inlinable public var isNull: Bool { node.kind == JSONKind.null.rawValue }
  /// Lines between the start of the element and this value.
  @inlinable public var line: Int { Int(node.line) }

  /// The UTF-8 of a string, unescaped, or of a number as written; empty for other values.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> {
    let node = node
    guard node.kind == JSONKind.string.rawValue || node.kind == JSONKind.int.rawValue else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: text + Int(node.textOffset), count: Int(node.textLength))
  }

  /// The text of a string, else `nil`.
  public var string: String? { kind == .string ? String(decoding: bytes, as: UTF8.self) : nil }

  /// Its truth value; `nil` where it is none.
  @inlinable public var bool: Bool? { kind == .bool ? node.count == 1 : nil }

  /// The member of this name, or `nil`. Goes through the members.
  @inlinable
  public subscript(_ key: StaticString) -> JSONView? {
    guard kind == .object else { return nil }
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var child = index + 1
    for _ in 0..<node.count {
      let candidate = nodes[child]
      if Int(candidate.keyLength) == wanted.count {
        let name = text + Int(candidate.keyOffset)
        var same = true
        for at in 0..<wanted.count where name[at] != wanted[at] {
          same = false
          break
        }
        if same { return JSONView(nodes: nodes, text: text, index: child) }
      }
      child = Int(candidate.next)
    }
    return nil
  }

  /// Hands each element of a list to `visit`, with its place from 0. Does nothing for other values.
  @inlinable
  public func forEachElement(_ visit: (Int, JSONView) -> Void) {
    guard kind == .array else { return }
    var child = index + 1
    for place in 0..<Int(node.count) {
      visit(place, JSONView(nodes: nodes, text: text, index: child))
      child = Int(nodes[child].next)
    }
  }
}
