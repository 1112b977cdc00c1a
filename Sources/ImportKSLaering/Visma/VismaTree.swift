internal import CXMLDocument

/// One record of a document of Visma: its elements and their texts in arrays that the next record uses again. What is nowhere read is
/// not kept.
struct VismaTree {
  /// An element, in the order in which they begin: what is in it follows it.
  struct Node {
    let name: VismaName
    let line: Int
    /// Where the elements in it end.
    var end: Int
    let attributes: Range<Int>
    /// The first and the last piece of its text; -1 where it has none.
    var firstPiece = -1
    var lastPiece = -1
  }

  struct Attribute {
    let name: VismaName
    let value: Range<Int>
  }

  /// A part of an element's text. One without elements has one part.
  struct Piece {
    var bytes: Range<Int>
    var next = -1
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var pieces: [Piece] = []
  private(set) var bytes: [UInt8] = []

  /// The elements that are records.
  private let record: VismaName
  private var names = VismaNames()
  /// The elements of the record that are open.
  private var open: [Int] = []
  /// How many elements are open in all, and how many of them within one of the record that nobody reads, with that.
  private var depth = 0
  private var skipped = 0

  /// Deeper nests no export, and no longer tag and no larger record stand in one.
  static let depthLimit = 64
  static let tagLimit = 1 << 13
  static let sizeLimit = 1 << 28

  init(record: VismaName) { self.record = record }

  /// Whether the record takes more than it may, about.
  var isTooLarge: Bool {
    bytes.count + (nodes.count + attributes.count + pieces.count) * MemoryLayout<Node>.stride > Self.sizeLimit
  }

  // MARK: What the parser tells

  /// Begins an element; false where it nests too deep.
  mutating func start(
    _ name: UnsafePointer<CChar>, _ line: Int, _ given: UnsafeBufferPointer<cxml_attribute>
  ) -> Bool {
    guard depth < Self.depthLimit else { return false }
    depth += 1
    if skipped > 0 {
      skipped += 1
      return true
    }
    let name = names.read(name)
    if open.isEmpty, name != record { return true }
    guard let name else {
      skipped = 1
      return true
    }
    let first = attributes.count
    for attribute in given {
      guard let local = attribute.local, let name = names.read(local) else { continue }
      let start = bytes.count
      let value = UnsafeRawBufferPointer(start: attribute.value.start, count: attribute.value.count)
      bytes.append(contentsOf: value.bindMemory(to: UInt8.self))
      attributes.append(Attribute(name: name, value: start..<bytes.count))
    }
    open.append(nodes.count)
    nodes.append(Node(name: name, line: line, end: nodes.count + 1, attributes: first..<attributes.count))
    return true
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, let element = open.last else { return }
    let last = nodes[element].lastPiece
    // What stands between elements is nothing but blanks, and those before a text say nothing.
    if last < 0, text.allSatisfy(VismaElement.isBlank) { return }
    let start = bytes.count
    bytes.append(contentsOf: text)
    if last >= 0, pieces[last].bytes.upperBound == start {
      pieces[last].bytes = pieces[last].bytes.lowerBound..<bytes.count
      return
    }
    if last < 0 { nodes[element].firstPiece = pieces.count } else { pieces[last].next = pieces.count }
    nodes[element].lastPiece = pieces.count
    pieces.append(Piece(bytes: start..<bytes.count))
  }

  /// Ends an element; true where that was a whole record.
  mutating func end() -> Bool {
    depth -= 1
    if skipped > 0 {
      skipped -= 1
      return false
    }
    guard let element = open.popLast() else { return false }
    nodes[element].end = nodes.count
    return open.isEmpty
  }

  /// The record that has ended is the whole document.
  var isRoot: Bool { depth == 0 }

  /// Lets go of the record, and keeps its room.
  mutating func clear() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
