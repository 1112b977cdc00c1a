/// From byte offsets to lines.
///
/// Built in one pass over the text; a look-up is O(log n) in the number of lines. A line ends with LF, CR LF or CR.
public struct LineIndex: Sendable {
  // INVARIANT: strictly increasing, the first is 0.
  private var starts: [Int] = [0]

  /// Indexes a text.
  public init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let byte = buffer[at]
        at += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(at)
        } else if byte == UInt8(ascii: "\r") {
          if at < buffer.count, buffer[at] == UInt8(ascii: "\n") { at += 1 }
          starts.append(at)
        }
      }
    }
  }

  /// Lines in a text, without an index of them. Linear, in constant memory.
  public static func count(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var lines = 1
      for at in buffer.indices {
        let isReturn = buffer[at] == UInt8(ascii: "\r")
        let isPair = isReturn && at + 1 < buffer.count && buffer[at + 1] == UInt8(ascii: "\n")
        if buffer[at] == UInt8(ascii: "\n") || isReturn && !isPair { lines += 1 }
      }
      return lines
    }
  }

  /// Lines in the text; a final line end begins one more, empty line.
  public var lineCount: Int { starts.count }

  /// The line, from 1, that holds the byte at an offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
