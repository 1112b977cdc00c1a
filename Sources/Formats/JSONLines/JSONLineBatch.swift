internal import CSimdjson

/// The fields of a few hundred lines. Good only within the call that it was handed out in.
public struct JSONLineBatch {
  /// A line that is not one valid JSON object. It has no row.
  public struct Rejection {
    /// Lines of the block before it, blank ones included.
    public var line: Int
    /// Where the line stands in the block.
    public var range: Range<Int>
    /// What is wrong; its line is `line + 1`, so add the line that the block starts on, less 1.
    public var problem: FormatProblem
  }

  /// Lines that are objects; blank and rejected ones have no row.
  public let rowCount: Int
  /// How many columns were asked for.
  public let columnCount: Int
  /// Lines that the batch covers, blank and rejected ones included.
  public let lineCount: Int
  @usableFromInline let cells: UnsafePointer<JSONCell>
  private let rows: UnsafePointer<sj_line>?
  private let rejected: UnsafeBufferPointer<sj_line>
  private let text: UnsafePointer<UInt8>
  private let firstLine: Int
  private let firstOffset: Int
  private let parser: JSONLineParser

  init(
    _ batch: sj_batch, columns: Int, text: UnsafePointer<UInt8>, firstLine: Int, firstOffset: Int,
    parser: JSONLineParser
  ) {
    rowCount = Int(batch.row_count)
    columnCount = columns
    lineCount = Int(batch.lines)
    // Safe: the layout of a cell is that of the shim's, and the shim's cells outlive the batch. Without columns there
    // is no cell, and none is read.
    cells =
      UnsafeRawPointer(batch.cells)?.assumingMemoryBound(to: JSONCell.self)
      ?? UnsafeRawPointer(text).assumingMemoryBound(to: JSONCell.self)
    rows = batch.rows
    rejected = UnsafeBufferPointer(start: batch.rejected, count: Int(batch.rejected_count))
    self.text = text
    self.firstLine = firstLine
    self.firstOffset = firstOffset
    self.parser = parser
  }

  /// A field of a row, by the place of its column among those that were asked for.
  @inlinable public func cell(_ row: Int, _ column: Int) -> JSONCell {
    precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount, "no such cell")
    // Safe: there are rowCount × columnCount cells.
    return cells[row * columnCount + column]
  }

  /// Lines of the block before a row, blank ones included.
  public func line(_ row: Int) -> Int {
    precondition(row >= 0 && row < rowCount, "no such row")
    return firstLine + Int(rows.map { $0[row].line } ?? 0)
  }

  /// Where the line of a row stands in the block, without its newline.
  public func range(_ row: Int) -> Range<Int> {
    precondition(row >= 0 && row < rowCount, "no such row")
    guard let rows else { return 0..<0 }
    return range(rows[row])
  }

  /// Lines without a row that are not blank, each with the reason. Parses them once more for it.
  public var rejections: [Rejection] {
    rejected.map { line in
      let bytes = UnsafeBufferPointer(start: text + line.offset, count: line.length)
      let number = firstLine + Int(line.line)
      return Rejection(line: number, range: range(line), problem: parser.problem(of: bytes, line: number + 1))
    }
  }

  private func range(_ line: sj_line) -> Range<Int> {
    firstOffset + line.offset..<firstOffset + line.offset + line.length
  }
}
