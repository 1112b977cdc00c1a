internal import CSimdjson

/// A file of JSON lines that is read block by block, in constant memory, and unpacked where it is packed.
///
/// The blocks, in order, hold every byte of the text exactly once, so a digest of a file that is not packed is the digest
/// of their `bytes`. Reading is serial; blocks may be worked on in parallel.
public final class JSONLineFile {
  /// Bytes of the file when it was opened, for a progress display.
  package var sizeWhenOpened: Int { stream.sizeOnDisk }
  /// Whether the bytes of the blocks are others than those on disk.
  public var isPacked: Bool { stream.isPacked }

  private let stream: ByteStream
  private let blockSize: Int
  private let pool = BlockPool()
  /// The part of a line that the last read ended in.
  private var rest: JSONLineBuffer?
  private var nextIndex = 0
  private var nextLine = 1
  private var nextOffset = 0
  private var isAtEnd = false
  /// What ended the stream early was said.
  private var isTold = false

  /// Opens a file. Directories, pipes, devices and unreadable files are problems.
  /// - Parameter seen: takes every byte of the file as it lies on disk, in order, from the thread that reads.
  public init(
    _ source: some ByteLocation, blockSize: Int = FormatLimits.blockSize,
    seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) {
    precondition(blockSize > 0, "a block holds at least one byte")
    stream = try ByteStream(source, seen: seen)
    self.blockSize = blockSize
  }

  /// Reads the next block of whole lines, or nil at the end. A block is larger than the block size only where one line
  /// is. Not for several threads at once.
  public func next() throws(FormatProblem) -> JSONLineFileBlock? {
    if isAtEnd {
      if let failure = stream.failure, !isTold {
        isTold = true
        throw failure
      }
      return nil
    }
    var buffer = rest ?? pool.take(atLeast: blockSize)
    rest = nil
    while true {
      if buffer.count == buffer.capacity {
        guard buffer.capacity < FormatLimits.jsonLineLength else { throw tooLong() }
        buffer = pool.grown(buffer)
      }
      let scanned = buffer.count
      let room = buffer.capacity - buffer.count
      let read = stream.read(into: UnsafeMutableRawBufferPointer(start: buffer.base + buffer.count, count: room))
      buffer.count += read
      if read < room || stream.failure != nil {
        isAtEnd = true
        return buffer.count == 0 ? try next() : block(buffer)
      }
      if let cut = buffer.endOfLastLine(from: scanned) {
        let remaining = buffer.count - cut
        let next = pool.take(atLeast: max(blockSize, remaining * 2))
        next.copy(from: buffer, range: cut..<buffer.count)
        buffer.count = cut
        rest = next
        return block(buffer)
      }
    }
  }

  /// Hands every block to `body`, in order.
  public func forEachBlock(_ body: (JSONLineFileBlock) throws -> Void) throws {
    while let block = try next() { try body(block) }
  }

  private func block(_ buffer: JSONLineBuffer) -> JSONLineFileBlock {
    let block = JSONLineFileBlock(
      buffer: buffer, pool: pool, index: nextIndex, firstLine: nextLine, fileOffset: nextOffset)
    nextIndex += 1
    nextOffset += buffer.count
    nextLine += sj_count_newlines(buffer.base, buffer.count)
    return block
  }

  private func tooLong() -> FormatProblem {
    isAtEnd = true
    return FormatProblem(
      code: "json-line-too-long",
      message: "the line is longer than \(FormatLimits.jsonLineLength / 1024 / 1024) MiB", line: nextLine,
      help: "write one record a line", isFatal: true)
  }
}
