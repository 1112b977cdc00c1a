import Budget
internal import CSimdjson
import Localization

/// Splits a document into records and parses each.
struct JSONRecordReader {
  private(set) var result = JSONRecords()
  private let bytes: UnsafeBufferPointer<UInt8>
  private let splitter: JSONSplitter
  private let parser = JSONParser()
  // INVARIANT: `line` is the line of `lineOffset`. Offsets come in order, so the text is counted once.
  private var line = 1
  private var lineOffset = 0
  private(set) var account: Account
  /// Takes the records in the place of `result`, where they are not to be kept.
  private let visit: ((JSONRecords.Record) -> Void)?
  private var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, account: Account, visit: ((JSONRecords.Record) -> Void)? = nil) {
    self.bytes = bytes
    self.account = account
    self.visit = visit
    splitter = JSONSplitter(bytes: bytes)
  }

  mutating func read() {
    do throws(LimitReached) {
      try readDocument()
    } catch {
      // What was read counts for nothing: a part of a list is no list.
      result.records = []
      result.problems = [FormatProblem(error, line: line)]
    }
  }

  private mutating func readDocument() throws(LimitReached) {
    if let encoding = TextDecoding.wideEncoding(of: bytes) {
      return fail(
        "not-utf8", "the file is \(encoding.name), not UTF-8", at: 0, help: "save the file as UTF-8 and audit it again")
    }
    let start = splitter.skipSpace(TextDecoding.byteOrderMarkLength(of: bytes))
    guard start < bytes.count else {
      return fail("json-empty", "the file is empty", at: 0, help: "export it again; an empty list is written `[]`")
    }
    if bytes[start] == UInt8(ascii: "[") {
      try readArray(from: start)
    } else if isLines(from: start) {
      try readLines(from: start)
    } else if bytes[start] == UInt8(ascii: "{") {
      try readObject(from: start)
    } else {
      try readScalar(from: start)
    }
  }

  /// Bytes of a line that is parsed to see whether it is a record.
  private static let longestProbe = 1 << 20

  // MARK: - Shapes

  private mutating func readArray(from open: Int) throws(LimitReached) {
    result.shape = .array
    var at = splitter.skipSpace(open + 1)
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") { return finish(at + 1) }
    while true {
      at = splitter.skipSpace(at)
      let start = at
      let (stop, offset) = splitter.element(from: start)
      switch stop {
      case .comma:
        try append(start..<splitter.trimEnd(start, offset))
        at = offset + 1
      case .bracket:
        try append(start..<splitter.trimEnd(start, offset))
        return finish(offset + 1)
      case .mismatch, .closed:
        return fail(
          "json-structure",
          """
          a bracket is closed by one of the other kind, in the record that starts at line \("\(line(at: start))")
          """, at: offset, help: "the records before it were read; correct the file")
      case .end(let isWhole):
        // A number or word at the end may be the beginning of a longer one.
        let isRecord = isWhole && start < bytes.count && JSONRecordReader.closesItself(bytes[start])
        if isRecord { try append(start..<splitter.trimEnd(start, offset)) }
        return failTruncated(at: start, isWithinRecord: !isRecord && start < bytes.count)
      }
    }
  }

  private mutating func readLines(from start: Int) throws(LimitReached) {
    result.shape = .lines
    var at = start
    while at < bytes.count {
      let end = endOfLine(from: at)
      let first = splitter.skipSpace(at, to: end)
      let last = splitter.trimEnd(first, end)
      if first < last {
        if end == bytes.count, case .end(isWhole: false) = splitter.container(from: first, to: last).stop {
          return failTruncated(at: first, isWithinRecord: true)
        }
        try append(first..<last)
      }
      at = end + 1
    }
  }

  private mutating func readObject(from start: Int) throws(LimitReached) {
    result.shape = .object
    let (stop, offset) = splitter.container(from: start, to: bytes.count)
    switch stop {
    case .end: failTruncated(at: start, isWithinRecord: true)
    case .closed:
      try append(start..<offset)
      finish(offset)
    case .mismatch, .comma, .bracket: try append(start..<splitter.trimEnd(start, bytes.count))
    }
  }

  private mutating func readScalar(from start: Int) throws(LimitReached) {
    let range = start..<splitter.trimEnd(start, bytes.count)
    let startLine = line(at: start)
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    guard case .success(let node) = try parser.parse(text, line: startLine, account: &account) else {
      return fail("not-json", "the file is not JSON", at: start, help: "JSON starts with `{` or `[`")
    }
    result.shape = .scalar
    take(.init(index: 0, line: startLine, range: range, node: .success(node)))
  }

  /// True if each line is a record of its own, even where some of the lines are damaged.
  private func isLines(from start: Int) -> Bool {
    let end = endOfLine(from: start)
    let second = splitter.skipSpace(end)
    guard second < bytes.count else { return false }
    guard bytes[start] == UInt8(ascii: "{") else {
      // A first line that is damaged from its first byte on.
      guard bytes[second] == UInt8(ascii: "{") else { return false }
      let record = bytes[second..<splitter.trimEnd(second, endOfLine(from: second))]
      guard record.count <= JSONRecordReader.longestProbe else { return false }
      if case .success = parser.parse(UnsafeBufferPointer(rebasing: record), line: 1) { return true }
      return false
    }
    // The first line is a whole value by itself, and more follows.
    let (stop, offset) = splitter.container(from: start, to: end)
    if stop == .closed, splitter.trimEnd(offset, end) == offset { return true }
    // In one document over several lines, a line that starts with `{` follows `[`, `,` or `:`.
    let last = bytes[splitter.trimEnd(start, end) - 1]
    return bytes[second] == UInt8(ascii: "{") && last != UInt8(ascii: "[") && last != UInt8(ascii: ",")
      && last != UInt8(ascii: ":")
  }

  // MARK: - Records and problems

  private mutating func append(_ range: Range<Int>) throws(LimitReached) {
    let startLine = line(at: range.lowerBound)
    let pointer = result.shape == .array ? "/\(count)" : ""
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    if visit == nil {
      try account.spend(JSONCost.record(bytes: range.count), on: .memory)
      let node = try parser.parse(text, line: startLine, pointer: pointer, account: &account)
      take(.init(index: count, line: startLine, range: range, node: node))
    } else {
      // Given back once it was looked at.
      var spare = account
      let node: Result<JSONNode, FormatProblem>
      do throws(LimitReached) {
        node = try parser.parse(text, line: startLine, pointer: pointer, account: &spare)
      } catch {
        // One record alone is too much: that counts.
        account = spare
        throw error
      }
      take(.init(index: count, line: startLine, range: range, node: node))
    }
  }

  private mutating func take(_ record: JSONRecords.Record) {
    count += 1
    if let visit { visit(record) } else { result.records.append(record) }
  }

  /// Ends an array or object: nothing but white space may follow.
  private mutating func finish(_ offset: Int) {
    let next = splitter.skipSpace(offset)
    guard next < bytes.count else { return }
    fail(
      "json-trailing-content", "there is more text after the end of the JSON document", at: next,
      help: "put each document in a file of its own, or write one record a line")
  }

  private mutating func failTruncated(at start: Int, isWithinRecord: Bool) {
    let startLine = line(at: min(start, bytes.count))
    let message: Phrase =
      isWithinRecord
      ? "the file ends within the record that starts here" : "the file ends before its list is closed"
    result.problems.append(
      FormatProblem(
        code: "json-truncated", message: message, line: startLine, help: "the file was cut off; export it again",
        isFatal: true))
  }

  private mutating func fail(_ code: String, _ message: Phrase, at offset: Int, help: Phrase) {
    result.problems.append(
      FormatProblem(code: code, message: message, line: line(at: offset), help: help, isFatal: true))
  }

  /// The line of an offset that is not before those asked for so far.
  private mutating func line(at offset: Int) -> Int {
    guard offset > lineOffset, let base = bytes.baseAddress else { return line }
    line += sj_count_newlines(base + lineOffset, offset - lineOffset)
    lineOffset = offset
    return line
  }

  private func endOfLine(from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    return at
  }

  /// True for the first byte of a value that shows where it ends.
  private static func closesItself(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
  }
}
