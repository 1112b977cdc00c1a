import Budget
internal import CSimdjson

/// Parses JSON texts, one at a time, and keeps its buffers between them. Not for several threads at once.
final class JSONParser {
  private let parser: OpaquePointer
  /// Bytes of the longest text so far.
  private var largest = 0
  /// Bytes of buffers for each byte of a text: the place of each token, and the text without its escapes.
  private static let bufferCost = 5
  /// A longer place is a value in disguise.
  private static let longestPointer = 1000

  init() {
    // The shim returns a pointer or ends the process for want of memory.
    parser = sj_parser_create()
  }

  deinit { sj_parser_destroy(parser) }

  /// Parses one text into a tree that is counted and kept. `line` is the line that the text starts on, `pointer` its place
  /// in the document. Throws where the text is too large for what is left of the account.
  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: String = "", account: inout Account
  ) throws(LimitReached) -> Result<JSONNode, FormatProblem> {
    // The buffers stay, so that only growth is counted.
    if bytes.count > largest {
      try account.spend((bytes.count - largest) * Self.bufferCost, on: .memory)
      largest = bytes.count
    }
    let room = min(account.left(.nodes), account.left(.memory) / JSONCost.node)
    var document = sj_document()
    sj_parse(parser, bytes.baseAddress, bytes.count, UInt32(FormatLimits.jsonDepth), room, &document)
    if Int(document.error) == SJ_ERROR_LIMIT {
      try account.spend(room + 1, on: .nodes)
      try account.spend((room + 1) * JSONCost.node, on: .memory)
    }
    guard Int(document.error) == SJ_OK else {
      return .failure(problem(document, in: bytes, line: line, pointer: pointer))
    }
    try account.spend(document.node_count, on: .nodes)
    try account.spend(
      document.node_count * JSONCost.node + document.containers * JSONCost.container + document.text_count, on: .memory)
    return .success(tree(of: document, line: line))
  }

  /// Parses one text of no more than ``FormatLimits/streamedNodes`` values, which is used at once.
  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: String = ""
  ) -> Result<JSONNode, FormatProblem> {
    var document = sj_document()
    sj_parse(
      parser, bytes.baseAddress, bytes.count, UInt32(FormatLimits.jsonDepth), FormatLimits.streamedNodes, &document)
    guard Int(document.error) == SJ_OK else {
      return .failure(problem(document, in: bytes, line: line, pointer: pointer))
    }
    return .success(tree(of: document, line: line))
  }

  private func tree(of document: sj_document, line: Int) -> JSONNode {
    // Safe: the parser owns both buffers until it is used again, and they are copied here.
    let tree = JSONTree(
      nodes: Array(UnsafeBufferPointer(start: document.nodes, count: document.node_count)),
      text: Array(UnsafeBufferPointer(start: document.text, count: document.text_count)), firstLine: line)
    return JSONNode(tree: tree, index: 0)
  }

  private func problem(
    _ document: sj_document, in bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: String
  ) -> FormatProblem {
    let offset = min(document.error_offset, bytes.count)
    let isLong = document.path_count > Self.longestPointer
    let path = UnsafeRawBufferPointer(start: document.path, count: isLong ? 0 : document.path_count)
    let newlines = sj_count_newlines(bytes.baseAddress, offset)
    return JSONProblem.make(
      code: Int(document.error), line: line + newlines, pointer: pointer + String(decoding: path, as: UTF8.self))
  }
}
