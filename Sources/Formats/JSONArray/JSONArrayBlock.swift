internal import CSimdjson

/// Whole elements of a JSON list. Its buffer is used again for a later block once the last reference to this one goes.
// Safe: the bytes do not change as long as the block lives.
/// A block of whole elements of an array, which one thread parses.
public final class JSONArrayBlock: @unchecked Sendable {
  /// The place among the blocks of the file, from 0.
  public let index: Int
  /// The place of the first element in the list, from 0.
  public let firstElement: Int
  /// The line that the block starts on, from 1.
  public let firstLine: Int
  /// How many elements the block has.
  public var count: Int { ranges.count }

  private let buffer: JSONLineBuffer
  private let pool: BlockPool
  /// Large registers often stand on one line.
  private let hasNewlines: Bool
  private let ranges: [Range<Int>]

  init(
    buffer: JSONLineBuffer, pool: BlockPool, index: Int, firstElement: Int, firstLine: Int, hasNewlines: Bool,
    ranges: [Range<Int>]
  ) {
    self.buffer = buffer
    self.pool = pool
    self.index = index
    self.firstElement = firstElement
    self.firstLine = firstLine
    self.hasNewlines = hasNewlines
    self.ranges = ranges
  }

  deinit { pool.give(buffer) }

  /// Hands all elements as they stand in the file, and what is between them, to `body`.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let range = (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
    return body(UnsafeRawBufferPointer(start: buffer.base + range.lowerBound, count: range.count))
  }

  /// Hands each element as it stands in the file to `visit`, with its place in the list and its line.
  package func forEachText(_ visit: (_ element: Int, _ line: Int, _ text: UnsafeBufferPointer<UInt8>) -> Void) {
    var line = firstLine
    var counted = 0
    for (number, range) in ranges.enumerated() {
      if hasNewlines { line += sj_count_newlines(buffer.base + counted, range.lowerBound - counted) }
      counted = range.lowerBound
      visit(firstElement + number, line, UnsafeBufferPointer(start: buffer.base + range.lowerBound, count: range.count))
    }
  }

  /// Parses each element and hands it to `visit` with its place in the list and its line, in order. What is handed out is
  /// good only until `visit` returns. An element that is refused costs only itself.
  public func forEach(
    parser: JSONElementParser, _ visit: (_ element: Int, _ line: Int, Result<JSONView, FormatProblem>) -> Void
  ) {
    forEachText { element, line, text in visit(element, line, parser.parse(text, line: line, element: element)) }
  }
}

/// The buffers that elements are parsed with. One for each thread.
public final class JSONElementParser {
  private let parser: OpaquePointer
  private let diagnosis = JSONParser()

  /// A parser with buffers of its own, which grow with the elements.
  public init() { parser = sj_parser_create() }
  deinit { sj_parser_destroy(parser) }

  /// Parses a whole text and hands it to `body`; what is handed out is good only until `body` returns.
  public func withDocument(_ bytes: [UInt8], _ body: (Result<JSONView, FormatProblem>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      let start = TextDecoding.byteOrderMarkLength(of: bytes)
      body(parse(UnsafeBufferPointer(rebasing: bytes[start...]), line: 1, pointer: ""))
    }
  }

  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, element: Int
  ) -> Result<JSONView, FormatProblem> {
    parse(bytes, line: line, pointer: "/\(element)")
  }

  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: @autoclosure () -> String
  )
    -> Result<JSONView, FormatProblem>
  {
    var document = sj_document()
    sj_parse(
      parser, bytes.baseAddress, bytes.count, UInt32(FormatLimits.jsonDepth), FormatLimits.streamedNodes, &document)
    guard Int(document.error) == SJ_OK else {
      if case .failure(let problem) = diagnosis.parse(bytes, line: line, pointer: pointer()) {
        return .failure(problem)
      }
      // Only want of memory passes by.
      precondition(Int(document.error) == SJ_ERROR_MEMORY, "a text is refused once and not twice")
      return .failure(JSONProblem.make(code: SJ_ERROR_MEMORY, line: line, pointer: pointer()))
    }
    assert(MemoryLayout<JSONView.Node>.size == MemoryLayout<sj_node>.size, "nodes differ in layout")
    // Safe: the layout of a node is that of the shim's, and both buffers live until the parser is used again.
    let nodes = UnsafeRawPointer(document.nodes!).assumingMemoryBound(to: JSONView.Node.self)
    return .success(JSONView(nodes: nodes, text: document.text!, index: 0))
  }
}
