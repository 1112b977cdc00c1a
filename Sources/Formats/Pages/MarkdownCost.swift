import Budget

/// What a Markdown page would have the library do, counted before it does it.
///
/// The library fills each row of a table up to the width of the header, and takes time with the square of the marks in a
/// paragraph. Both are bounded here by the text alone, generously: the pages that there are stay a thousand times below.
struct MarkdownCost {
  private var account: Account

  private init(account: Account) { self.account = account }

  /// Marks of the paragraph so far, and its bytes: what stands between two blank lines.
  private var marks = 0
  private var length = 0
  /// Cells that its lines would have, were they rows of a table.
  private var cells = 0
  /// Columns of the widest table that the paragraph may have begun.
  private var columns = 0
  /// What may refer to a definition, and the longest text that each may bring with it.
  private var brackets = 0
  private var longestLine = 0
  private var hasDefinition = false

  /// What a cell costs that the library makes of a line only to see whether it is one, in steps: measured against a byte.
  private static let cellSteps = 64
  /// Bytes of a node of the library.
  private static let nodeCost = 250
  /// Bytes that open, close or escape something within a paragraph.
  private static let isMark: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "[]()!*_`<>&\\~\"'".utf8 { table[Int(byte)] = true }
    return table
  }()

  static func check(_ text: ArraySlice<UInt8>, account: inout Account) throws(FormatProblem) {
    var cost = MarkdownCost(account: account)
    var number = 0
    var at = text.startIndex
    do throws(LimitReached) {
      while at < text.endIndex {
        let end = text[at...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.endIndex
        number += 1
        guard depth(text[at..<end]) <= PageText.depthLimit else { break }
        try cost.add(text[at..<end])
        at = min(end + 1, text.endIndex)
      }
      try cost.endParagraph()
      try cost.addReferences()
    } catch {
      // What was met counts, so that the caller knows that the page was too much, and not that it is small.
      account = cost.account
      throw FormatProblem(error, line: number)
    }
    guard at == text.endIndex else { throw PageText.tooDeep }
    account = cost.account
  }

  /// Marks of quotes and of items at the beginning of a line: each opens a level.
  private static func depth(_ line: ArraySlice<UInt8>) -> Int {
    var depth = 0
    var at = line.startIndex
    func isSpace(_ place: Int) -> Bool { place == line.endIndex || line[place] <= 0x20 }
    while at < line.endIndex {
      var next = at + 1
      switch line[at] {
      case 0...0x20: depth -= 1
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): if !isSpace(next) { return depth }
      case 0x30...0x39:
        while next < line.endIndex, next - at < 9, (0x30...0x39).contains(line[next]) { next += 1 }
        guard next < line.endIndex, ".)".utf8.contains(line[next]), isSpace(next + 1) else { return depth }
        next += 1
      default: return depth
      }
      depth += 1
      at = next
    }
    return depth
  }

  private mutating func add(_ line: ArraySlice<UInt8>) throws(LimitReached) {
    guard line.contains(where: { $0 > 0x20 }) else { return try endParagraph() }
    longestLine = max(longestLine, line.count)
    var own = 0
    var bars = 1
    var previous: UInt8 = 0
    var isDelimiter = line.contains(UInt8(ascii: "-"))
    for byte in line {
      if Self.isMark[Int(byte)] { own += 1 }
      if byte == UInt8(ascii: "|") { bars += 1 }
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") { hasDefinition = true }
      previous = byte
      // What a row between the header and the rows of a table consists of, marks of quotes and lists before it included.
      if byte > 0x20, !":|-+*>.)".utf8.contains(byte), !(0x30...0x39).contains(byte) { isDelimiter = false }
    }
    marks += own
    length += line.count + 1
    cells += bars
    if isDelimiter {
      // Each is held against all of the paragraph so far.
      try account.spend(length + cells * Self.cellSteps, on: .steps)
      columns = max(columns, bars)
    }
    let width = max(columns, 1)
    try account.spend(columns, on: .cells)
    try account.spend(own + 2 * width, on: .nodes)
    try account.spend((own + 2 * width) * Self.nodeCost, on: .memory)
  }

  private mutating func endParagraph() throws(LimitReached) {
    try account.spend(marks * marks, on: .steps)
    marks = 0
    length = 0
    cells = 0
    columns = 0
  }

  /// A reference brings a copy of the address that its definition names.
  private mutating func addReferences() throws(LimitReached) {
    guard hasDefinition else { return }
    try account.spend(brackets.multipliedReportingOverflow(by: longestLine).partialValue, on: .memory)
  }
}
