/// Bytes that are read from their beginning to their end.
protocol ByteReader: AnyObject {
  /// How many there were when they were opened. A file may have grown or shrunk since.
  var sizeWhenOpened: Int { get }

  /// What ended them early, after all before it was handed out, where no reading throws it.
  var failure: FormatProblem? { get }

  /// The first bytes, however far was read: fewer where there are no more.
  func beginning(_ count: Int) throws(FormatProblem) -> [UInt8]

  /// Fills the buffer, or reads to the end. Returns the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatProblem) -> Int
}

extension ByteReader {
  var failure: FormatProblem? { nil }
}

/// Bytes in memory.
final class MemoryReader: ByteReader {
  private let bytes: [UInt8]
  private var done = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var sizeWhenOpened: Int { bytes.count }

  func beginning(_ count: Int) -> [UInt8] { Array(bytes.prefix(count)) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - done)
    bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[done..<done + count])) }
    done += count
    return count
  }
}
