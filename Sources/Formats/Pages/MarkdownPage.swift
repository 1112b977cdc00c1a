import Budget
internal import CMarkdown

/// Reads Markdown with tables (GitHub's), by way of cmark.
enum MarkdownPage {
  static func read(_ text: [UInt8], account: inout Account) throws(FormatProblem) -> [PageBlock] {
    _ = registered
    let (body, skipped) = withoutFrontMatter(text)
    try MarkdownCost.check(body, account: &account)
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    // Safe: the bytes live as long as the call.
    body.withUnsafeBytes { cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    var reader = Reader(skipped: skipped)
    guard reader.height(of: root) <= PageText.depthLimit else { throw PageText.tooDeep }
    reader.readChildren(of: root, depth: 0)
    return reader.blocks
  }

  /// Once, before the first thread asks: the library's own check is none.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The text behind `---` … `---` at its beginning, and how many lines that took.
  private static func withoutFrontMatter(_ text: [UInt8]) -> (body: ArraySlice<UInt8>, lines: Int) {
    var text = text[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    guard text.starts(with: Array("---\n".utf8)) || text.starts(with: Array("---\r\n".utf8)) else { return (text, 0) }
    var at = text.startIndex
    var lines = 0
    while at < text.endIndex {
      let end = text[at...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      let line = text[at..<end].filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: " ") }
      lines += 1
      at = min(end + 1, text.endIndex)
      if lines > 1, line == Array("---".utf8) { return (text[at...], lines) }
    }
    return (text, 0)
  }

  private struct Reader {
    let skipped: Int
    var blocks: [PageBlock] = []

    private func line(_ node: OpaquePointer) -> Int { Int(cmark_node_get_start_line(node)) + skipped }

    private func kind(_ node: OpaquePointer) -> String { String(cString: cmark_node_get_type_string(node)) }

    private func children(_ node: OpaquePointer) -> [OpaquePointer] {
      var found: [OpaquePointer] = []
      var child = cmark_node_first_child(node)
      while let node = child {
        found.append(node)
        child = cmark_node_next(node)
      }
      return found
    }

    /// How deep the tree is; without recursion, since a hostile page may be deeper than the stack.
    func height(of root: OpaquePointer) -> Int {
      guard let iterator = cmark_iter_new(root) else { return 0 }
      defer { cmark_iter_free(iterator) }
      var depth = 0
      var deepest = 0
      while true {
        switch cmark_iter_next(iterator) {
        case CMARK_EVENT_ENTER:
          if let node = cmark_iter_get_node(iterator), cmark_node_first_child(node) == nil, isLeaf(node) { continue }
          depth += 1
          deepest = max(deepest, depth)
        case CMARK_EVENT_EXIT: depth -= 1
        default: return deepest
        }
      }
    }

    /// Nodes that an iterator enters and never leaves.
    private func isLeaf(_ node: OpaquePointer) -> Bool {
      ["thematic_break", "code_block", "text", "softbreak", "linebreak", "code", "html_inline", "html_block"].contains(
        kind(node))
    }

    mutating func readChildren(of node: OpaquePointer, depth: Int) {
      for child in children(node) {
        switch kind(child) {
        case "heading":
          let level = Int(cmark_node_get_heading_level(child))
          blocks.append(PageBlock(content: .heading(level: level, text: text(child)), line: line(child)))
        case "paragraph": blocks.append(PageBlock(content: .paragraph(text(child)), line: line(child)))
        case "list": readChildren(of: child, depth: depth + 1)
        case "item": readItem(child, depth: depth)
        case "table": readTable(child)
        case "block_quote": readChildren(of: child, depth: depth)
        default: break
        }
      }
    }

    private mutating func readItem(_ item: OpaquePointer, depth: Int) {
      let parts = children(item)
      if let first = parts.first, kind(first) == "paragraph" {
        let lead = cmark_node_first_child(first).flatMap { kind($0) == "strong" ? text($0) : nil }
        blocks.append(PageBlock(content: .item(depth: depth, lead: lead, text: text(first)), line: line(item)))
      }
      for part in parts where kind(part) == "list" { readChildren(of: part, depth: depth + 1) }
    }

    private mutating func readTable(_ table: OpaquePointer) {
      let rows = children(table).map { row in
        PageBlock.Row(cells: children(row).map { text($0) }, line: line(row))
      }
      blocks.append(PageBlock(content: .table(rows), line: line(table)))
    }

    private func text(_ node: OpaquePointer) -> String { PageText.trim(plain(node)) }

    private func plain(_ node: OpaquePointer) -> String {
      switch kind(node) {
      case "softbreak", "linebreak": return "\n"
      case "html_inline", "image": return ""
      default:
        if let literal = cmark_node_get_literal(node) { return String(cString: literal) }
        return children(node).map(plain).joined()
      }
    }
  }
}
