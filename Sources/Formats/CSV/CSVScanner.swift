/// Cuts a CSV text into rows and cells, as RFC 4180 has it, with LF, CR LF or CR at the end of a line.
struct CSVScanner {
  /// What the next stretch of the text is.
  enum Outcome: Equatable {
    /// A row; its cells are in `cells`.
    case row
    /// A line without any cell.
    case blank
    /// Text that is not CSV, or a cell that cannot be used.
    case refused(Reason)
    /// A quote that opens in `openLine` and does not close before the end.
    case unterminated
    case end
  }

  /// Why a row is refused.
  enum Reason {
    case textAfterQuote
    case spaceBeforeQuote
    case nul
    case cellTooLarge
    case tooManyCells
  }

  /// The cells of the last row.
  private(set) var cells: [CSVCell] = []
  /// The line that the last row starts on, and the one after its end.
  private(set) var rowLine = 1
  private(set) var line = 1
  /// Where the last row starts, and where the next one does.
  private(set) var rowStart = 0
  private(set) var at = 0
  /// The line of the quote that does not close.
  private(set) var openLine = 1

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var reason: Reason?

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: Int = 0, line: Int = 1) {
    self.text = text
    self.delimiter = delimiter
    self.at = start
    self.line = line
  }

  /// Reads the next row.
  mutating func next() -> Outcome {
    guard at < text.count else { return .end }
    rowStart = at
    rowLine = line
    reason = nil
    cells.removeAll(keepingCapacity: true)
    if skipBlankLine() { return .blank }
    while true {
      let isClosed = at < text.count && text[at] == UInt8(ascii: "\"") ? quotedCell() : plainCell()
      guard isClosed else { return .unterminated }
      if at < text.count, text[at] == delimiter {
        at += 1
        continue
      }
      skipLineEnd()
      break
    }
    if let reason { return .refused(reason) }
    return .row
  }

  // MARK: - Cells

  private mutating func plainCell() -> Bool {
    let start = at
    var end = at
    while end < text.count {
      let byte = text[end]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == 0 { reason = .nul }
      end += 1
    }
    at = end
    // `a, "b, c"`: the writer meant a quoted cell, but by the rules its comma would part it.
    if start < end, text[start] == UInt8(ascii: " ") {
      var first = start
      while first < end, text[first] == UInt8(ascii: " ") { first += 1 }
      if first < end, text[first] == UInt8(ascii: "\"") { reason = .spaceBeforeQuote }
    }
    append(start..<end, isQuoted: false, hasDoubledQuotes: false)
    return true
  }

  private mutating func quotedCell() -> Bool {
    openLine = line
    at += 1
    let start = at
    var hasDoubledQuotes = false
    while true {
      guard at < text.count else { return false }
      let byte = text[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        if at < text.count, text[at] == UInt8(ascii: "\"") {
          hasDoubledQuotes = true
          at += 1
          continue
        }
        append(start..<at - 1, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
        skipToCellEnd()
        return true
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\r"):
        if at == text.count || text[at] != UInt8(ascii: "\n") { line += 1 }
      case 0: reason = .nul
      default: break
      }
    }
  }

  /// After a closing quote nothing may stand but a delimiter or the end of the line.
  private mutating func skipToCellEnd() {
    while at < text.count {
      let byte = text[at]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return }
      reason = .textAfterQuote
      at += 1
    }
  }

  private mutating func append(_ range: Range<Int>, isQuoted: Bool, hasDoubledQuotes: Bool) {
    guard range.count <= FormatLimits.csvCell else {
      reason = .cellTooLarge
      return
    }
    guard cells.count < FormatLimits.csvColumns else {
      reason = .tooManyCells
      return
    }
    cells.append(CSVCell(range: range, isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes))
  }

  // MARK: - Lines

  /// Skips a line that holds nothing, or spaces only.
  private mutating func skipBlankLine() -> Bool {
    var end = at
    while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
    guard end == text.count || text[end] == UInt8(ascii: "\n") || text[end] == UInt8(ascii: "\r") else { return false }
    at = end
    skipLineEnd()
    return true
  }

  private mutating func skipLineEnd() {
    guard at < text.count else { return }
    let isReturn = text[at] == UInt8(ascii: "\r")
    at += 1
    if isReturn, at < text.count, text[at] == UInt8(ascii: "\n") { at += 1 }
    line += 1
  }
}
