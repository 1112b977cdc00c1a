/// Finds where JSON values end, by brackets and strings alone. Whether a value is valid is for the parser.
struct JSONSplitter {
  /// Why a scan stopped.
  enum Stop: Equatable {
    /// At a comma that belongs to the surrounding array.
    case comma
    /// At the `]` of the surrounding array.
    case bracket
    /// Just after the bracket that closes the value; only when scanning one container.
    case closed
    /// At a bracket that closes one of the other kind.
    case mismatch
    /// At the end of the text. `isWhole` when every bracket and string that was opened is closed.
    case end(isWhole: Bool)
  }

  let bytes: UnsafeBufferPointer<UInt8>

  /// The first offset from `start` on that holds no white space, or the end.
  func skipSpace(_ start: Int) -> Int { skipSpace(start, to: bytes.count) }

  /// The same within a range: a search past the end of each of many blank lines would look at the rest again and again.
  func skipSpace(_ start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit, JSONSplitter.isSpace(bytes[at]) { at += 1 }
    return at
  }

  /// The end of the text in a range without the white space at its end.
  func trimEnd(_ start: Int, _ end: Int) -> Int {
    var at = end
    while at > start, JSONSplitter.isSpace(bytes[at - 1]) { at -= 1 }
    return at
  }

  /// Scans an element of an array from its first byte. Linear.
  func element(from start: Int) -> (stop: Stop, offset: Int) { scan(from: start, to: bytes.count, oneContainer: false) }

  /// Scans the object or array that starts at an offset. Linear.
  func container(from start: Int, to limit: Int) -> (stop: Stop, offset: Int) {
    scan(from: start, to: limit, oneContainer: true)
  }

  private func scan(from start: Int, to limit: Int, oneContainer: Bool) -> (stop: Stop, offset: Int) {
    var at = start
    var depth = 0
    // Which of the outermost 64 open containers are objects; bit 0 is the innermost of them. A record with deeper ones
    // is refused anyway.
    var objects: UInt64 = 0
    while at < limit {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        guard let close = closingQuote(after: at, limit: limit) else { return (.end(isWhole: false), limit) }
        at = close
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth <= 64 { objects = objects << 1 | (byte == UInt8(ascii: "{") ? 1 : 0) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return (byte == UInt8(ascii: "]") ? .bracket : .mismatch, at) }
        if depth <= 64 {
          if (objects & 1 == 1) != (byte == UInt8(ascii: "}")) { return (.mismatch, at) }
          objects >>= 1
        }
        depth -= 1
        if depth == 0, oneContainer { return (.closed, at + 1) }
      case UInt8(ascii: ","):
        if depth == 0 { return (.comma, at) }
      default: break
      }
      at += 1
    }
    return (.end(isWhole: depth == 0), limit)
  }

  /// The offset of the quote that closes the string that opens at `open`, or nil.
  private func closingQuote(after open: Int, limit: Int) -> Int? {
    var at = open + 1
    while at < limit {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { return at }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }
}
