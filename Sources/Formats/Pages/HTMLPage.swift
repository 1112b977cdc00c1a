import Budget
internal import CHTMLPage

/// Reads HTML pages by way of libxml2. Nothing is fetched, and a page that declares entities is refused.
enum HTMLPage {
  static func read(_ text: [UInt8], account: inout Account) throws(FormatProblem) -> [PageBlock] {
    let head = String(decoding: text.prefix(8_192), as: UTF8.self).lowercased()
    if head.contains("<!entity") || head.prefix(while: { $0 != ">" }).contains("[") {
      throw FormatProblem(
        code: "html-entities", message: "the page declares entities, which may hide what it says",
        help: "save the page without its DOCTYPE", isFatal: true)
    }
    try HTMLMarkup.check(text, account: &account)
    var isWhole: Int32 = 0
    guard let page = chtml_parse(text, text.count, &isWhole) else {
      throw FormatProblem(code: "html-unreadable", message: "the page is no HTML", help: "save it again", isFatal: true)
    }
    // Safe: nodes are used before the page is freed.
    defer { chtml_free(page) }
    guard isWhole == 1 else {
      throw FormatProblem(
        code: "html-stopped", message: "the page cannot be read to its end: it nests too many levels, or is damaged",
        help: "save it again", isFatal: true)
    }
    var reader = Reader()
    reader.readChildren(of: chtml_first(page), depth: 0)
    return reader.blocks
  }

  private typealias Node = OpaquePointer

  private struct Reader {
    var blocks: [PageBlock] = []

    private func name(_ node: Node) -> String {
      chtml_name(node).map { String(cString: $0).lowercased() } ?? ""
    }

    /// Follows siblings from a first node on.
    private func siblings(_ first: Node?) -> [Node] {
      var found: [Node] = []
      var node = first
      while let one = node {
        found.append(one)
        node = chtml_next(one)
      }
      return found
    }

    private func line(_ node: Node) -> Int { Int(chtml_line(node)) }

    mutating func readChildren(of first: Node?, depth: Int) {
      for node in siblings(first) {
        let name = name(node)
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
          let level = name.last?.wholeNumberValue ?? 1
          blocks.append(PageBlock(content: .heading(level: level, text: text(node)), line: line(node)))
        case "p": blocks.append(PageBlock(content: .paragraph(text(node)), line: line(node)))
        case "ul", "ol": readChildren(of: chtml_child(node), depth: depth + 1)
        case "li": readItem(node, depth: depth)
        case "table": readTable(node)
        case "script", "style", "nav": break
        default: readChildren(of: chtml_child(node), depth: depth)
        }
      }
    }

    private mutating func readItem(_ item: Node, depth: Int) {
      var own: [Node] = []
      var lists: [Node] = []
      func collect(_ node: Node) {
        switch name(node) {
        case "ul", "ol": lists.append(node)
        case "p", "div": siblings(chtml_child(node)).forEach(collect)
        default: own.append(node)
        }
      }
      siblings(chtml_child(item)).forEach(collect)
      let first = own.first { !name($0).isEmpty || !PageText.trim(plain($0)).isEmpty }
      let lead = first.flatMap { ["strong", "b"].contains(name($0)) ? text($0) : nil }
      let whole = PageText.trim(own.map(plain).joined())
      if !whole.isEmpty {
        blocks.append(PageBlock(content: .item(depth: depth, lead: lead, text: whole), line: line(item)))
      }
      for list in lists { readChildren(of: chtml_child(list), depth: depth + 1) }
    }

    private mutating func readTable(_ table: Node) {
      var rows: [PageBlock.Row] = []
      func collect(_ node: Node) {
        guard name(node) == "tr" else { return siblings(chtml_child(node)).forEach(collect) }
        let cells = siblings(chtml_child(node)).filter { ["td", "th"].contains(name($0)) }
        rows.append(PageBlock.Row(cells: cells.map { text($0) }, line: line(node)))
      }
      collect(table)
      blocks.append(PageBlock(content: .table(rows), line: line(table)))
    }

    private func text(_ node: Node) -> String { PageText.trim(plain(node)) }

    private func plain(_ node: Node) -> String {
      if let text = chtml_text(node) { return String(cString: text) }
      switch name(node) {
      case "br": return "\n"
      case "img": return ""
      default: return siblings(chtml_child(node)).map(plain).joined()
      }
    }
  }
}
