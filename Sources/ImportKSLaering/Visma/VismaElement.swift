/// An element of a record of Visma, with all that is in it. It may be read until the record is let go.
struct VismaElement {
  // Safe: whoever reads a record has its elements only while the tree is there and does not change.
  private let tree: UnsafePointer<VismaTree>
  private let index: Int

  init(_ index: Int, of tree: UnsafePointer<VismaTree>) {
    self.tree = tree
    self.index = index
  }

  private var node: VismaTree.Node { tree.pointee.nodes[index] }

  var line: Int { node.line }

  // MARK: What is in it

  /// The children of a name.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: UnsafePointer<VismaTree>
    fileprivate let name: VismaName
    fileprivate var index: Int
    fileprivate let end: Int

    mutating func next() -> VismaElement? {
      while index < end {
        let child = index
        index = tree.pointee.nodes[child].end
        if tree.pointee.nodes[child].name == name { return VismaElement(child, of: tree) }
      }
      return nil
    }

    var isEmpty: Bool { first == nil }

    var first: VismaElement? {
      var rest = self
      return rest.next()
    }

    /// The one that there is; `nil` where there is none, or several that may contradict each other.
    var only: VismaElement? {
      var rest = self
      guard let found = rest.next(), rest.next() == nil else { return nil }
      return found
    }
  }

  /// The children of a name: one or many.
  func all(_ name: VismaName) -> Children { Children(tree: tree, name: name, index: index + 1, end: node.end) }

  /// The elements at the end of a path, through every element on the way.
  func all(_ first: VismaName, _ second: VismaName) -> some Sequence<VismaElement> {
    all(first).lazy.flatMap { $0.all(second) }
  }

  /// The only child of a name; `nil` where there is none, or several that contradict each other.
  func one(_ name: VismaName) -> VismaElement? { all(name).only }

  // MARK: What it says

  /// The text without the blanks around it.
  var text: String {
    var place = node.firstPiece
    if place < 0 { return "" }
    if place == node.lastPiece { return trimmed(tree.pointee.pieces[place].bytes) }
    var whole: [UInt8] = []
    while place >= 0 {
      let piece = tree.pointee.pieces[place]
      whole += tree.pointee.bytes[piece.bytes]
      place = piece.next
    }
    return whole.withUnsafeBufferPointer(Self.trimmed)
  }

  /// An attribute that says something.
  func attribute(_ name: VismaName) -> String? {
    guard let place = node.attributes.last(where: { tree.pointee.attributes[$0].name == name }) else { return nil }
    let text = trimmed(tree.pointee.attributes[place].value)
    return text.isEmpty ? nil : text
  }

  private func trimmed(_ range: Range<Int>) -> String {
    tree.pointee.bytes.withUnsafeBufferPointer { Self.trimmed(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  // MARK: Blanks

  /// White space of ASCII, which nearly all of it is.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// By bytes where what is left begins and ends with ASCII; else white space may be another, or be part of a character.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = bytes.firstIndex(where: { !isBlank($0) }) else { return "" }
    let last = bytes.lastIndex { !isBlank($0) } ?? first
    if bytes[first] < 0x80, bytes[last] < 0x80 { return String(decoding: bytes[first...last], as: UTF8.self) }
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
