internal import CSimdjson

/// Parses JSON texts, one at a time, and keeps its buffers between them. Not for several threads at once.
final class JSONParser {
  private let parser: OpaquePointer

  init() {
    // The shim returns a pointer or ends the process for want of memory.
    parser = sj_parser_create()
  }

  deinit { sj_parser_destroy(parser) }

  /// Parses one text into a tree. `line` is the line that the text starts on, `pointer` its place in the document.
  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: String = ""
  ) -> Result<JSONNode, FormatProblem> {
    var document = sj_document()
    sj_parse(parser, bytes.baseAddress, bytes.count, UInt32(FormatLimits.jsonDepth), &document)
    guard Int(document.error) == SJ_OK else {
      return .failure(problem(document, in: bytes, line: line, pointer: pointer))
    }
    // Safe: the parser owns both buffers until it is used again, and they are copied here.
    let tree = JSONTree(
      nodes: Array(UnsafeBufferPointer(start: document.nodes, count: document.node_count)),
      text: Array(UnsafeBufferPointer(start: document.text, count: document.text_count)), firstLine: line)
    return .success(JSONNode(tree: tree, index: 0))
  }

  private func problem(
    _ document: sj_document, in bytes: UnsafeBufferPointer<UInt8>, line: Int, pointer: String
  ) -> FormatProblem {
    let offset = min(document.error_offset, bytes.count)
    let path = UnsafeRawBufferPointer(start: document.path, count: document.path_count)
    let newlines = sj_count_newlines(bytes.baseAddress, offset)
    return JSONProblem.make(
      code: Int(document.error), line: line + newlines, pointer: pointer + String(decoding: path, as: UTF8.self))
  }
}
