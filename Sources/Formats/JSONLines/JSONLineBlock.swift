internal import CSimdjson

/// Extracts the top-level fields of many JSON lines at once.
public struct JSONLineBlock {
  /// Reads whole lines and hands their fields to `visit`, a batch of up to 256 lines at a time and in order.
  ///
  /// Every line is checked in full, also where no column is asked of it: syntax, UTF-8, nesting, and duplicate keys at
  /// any depth. A line that is not one valid object has no row and is among the rejections of its batch. Blank lines
  /// have no row but count as lines. Linear; about 80 ns for a line of 120 bytes and six columns.
  ///
  /// - Parameters:
  ///   - base: The first byte of the first line.
  ///   - count: The bytes of the lines. The last line needs no newline.
  ///   - paddingAvailable: How many bytes behind them may be read. With fewer than 64, the last batch is copied.
  ///   - columns: Keys of the columns; the same one may occur twice.
  ///   - parser: The buffers to use.
  ///   - visit: Takes a batch. Everything in it is good only until it returns.
  /// - Returns: The number of lines, blank ones included.
  @discardableResult
  public static func extract(
    base: UnsafePointer<UInt8>, count: Int, paddingAvailable: Int, columns: [String], parser: JSONLineParser,
    visit: (JSONLineBatch) throws -> Void
  ) rethrows -> Int {
    assert(
      MemoryLayout<JSONCell>.size == MemoryLayout<sj_cell>.size
        && MemoryLayout<JSONCell>.alignment == MemoryLayout<sj_cell>.alignment, "cells differ in layout")
    let extractor = parser.extractor(for: columns)
    var at = 0
    var lines = 0
    while at < count {
      var batch = sj_batch()
      // Safe: at < count, and the caller says what may be read behind the lines.
      sj_extract(extractor, base + at, count - at, count - at + max(paddingAvailable, 0), &batch)
      try visit(
        JSONLineBatch(
          batch, columns: columns.count, text: base + at, firstLine: lines, firstOffset: at, parser: parser))
      at += batch.consumed
      lines += Int(batch.lines)
    }
    return lines
  }
}
