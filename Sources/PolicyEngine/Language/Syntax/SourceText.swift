/// One policy file's name and text, with its lines indexed.
public struct SourceText: Sendable {
  package let path: String
  /// UTF-8. Every ``Span`` is a range of these bytes.
  public let bytes: [UInt8]
  /// Whether it came with the files that are judged: it may be a stranger's word.
  public let isOfJudged: Bool
  private let lineStarts: [Int]

  package init(path: String, bytes: [UInt8], isOfJudged: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isOfJudged = isOfJudged
    var starts = [0]
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(at + 1) }
    lineStarts = starts
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// 1-based line, and 1-based column in Unicode scalars. O(log lines + line).
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = String(decoding: bytes[lineStarts[low]..<min(offset, bytes.count)], as: UTF8.self)
    return (low + 1, column.unicodeScalars.count + 1)
  }

  /// The text of a 1-based line, without its line end.
  public func line(_ number: Int) -> String { String(decoding: bytes[range(of: number)], as: UTF8.self) }

  private func range(of line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// A part of a line, of whole characters: so many bytes before and behind a place at most.
  func excerpt(of line: Int, around offset: Int, reach: Int) -> Excerpt {
    let range = range(of: line)
    let place = min(max(offset, range.lowerBound), range.upperBound)
    var start = max(range.lowerBound, place - reach)
    var end = min(range.upperBound, place + reach)
    func isWithinCharacter(_ at: Int) -> Bool { at < bytes.count && bytes[at] & 0xC0 == 0x80 }
    while start < place, isWithinCharacter(start) { start += 1 }
    while end > place, isWithinCharacter(end) { end -= 1 }
    return Excerpt(source: self, range: start..<end)
  }

  /// Some bytes of a source.
  struct Excerpt {
    let source: SourceText
    let range: Range<Int>

    /// The characters up to a place in the source; all of them when absent.
    func scalars(to offset: Int?) -> String.UnicodeScalarView {
      let end = min(max(offset ?? range.upperBound, range.lowerBound), range.upperBound)
      return String(decoding: source.bytes[range.lowerBound..<end], as: UTF8.self).unicodeScalars
    }
  }
}

/// A range of bytes in one file of a ``Program``.
public struct Span: Hashable, Sendable {
  /// Index into ``Program/sources``.
  public var file: Int
  package var start: Int
  package var end: Int
  package init(file: Int, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// From the start of this span to the end of another in the same file.
  public func through(_ other: Span) -> Span { Span(file: file, start: start, end: max(end, other.end)) }
}
