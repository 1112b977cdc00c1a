/// Whole lines of a file. Its buffer is used again for a later block once the last reference to this one goes.
// Safe: the bytes do not change as long as the block lives.
/// A block of whole lines of a file, which one thread parses.
public final class JSONLineFileBlock: @unchecked Sendable {
  /// The place among the blocks of the file, from 0.
  public let index: Int
  /// The line that the block starts on, from 1.
  public let firstLine: Int
  /// Where in the file the block starts.
  package let fileOffset: Int

  private let buffer: JSONLineBuffer
  private let pool: BlockPool

  init(buffer: JSONLineBuffer, pool: BlockPool, index: Int, firstLine: Int, fileOffset: Int) {
    self.buffer = buffer
    self.pool = pool
    self.index = index
    self.firstLine = firstLine
    self.fileOffset = fileOffset
    buffer.clearPadding()
  }

  deinit { pool.give(buffer) }

  /// Hands every byte of the block to `body`, a byte-order mark included: what a digest is taken of.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: buffer.base, count: buffer.count))
  }

  /// Bytes before the first line: the length of a byte-order mark. Ranges of rows count from behind them.
  var markLength: Int {
    guard index == 0 else { return 0 }
    return TextDecoding.byteOrderMarkLength(of: UnsafeBufferPointer(start: buffer.base, count: buffer.count))
  }

  /// Extracts columns of the lines; see `JSONLineBlock.extract`. Lines and ranges are those of the block.
  @discardableResult
  public func extract(
    columns: [String], parser: JSONLineParser, visit: (JSONLineBatch) throws -> Void
  ) rethrows -> Int {
    let skipped = markLength
    return try JSONLineBlock.extract(
      base: buffer.base + skipped, count: buffer.count - skipped, paddingAvailable: FormatLimits.padding,
      columns: columns, parser: parser, visit: visit)
  }
}
