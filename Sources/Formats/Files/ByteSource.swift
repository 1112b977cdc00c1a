/// Where the bytes of a document are.
public enum ByteSource: Sendable {
  /// In a file of their own.
  case file(FilePath)
  /// In an archive, by their place among its entries.
  case entry(Archive, Int)
  /// In memory, taken out of another document.
  case memory([UInt8])

  /// How many bytes there are: of a file as it lies on disk, and 0 for what is no regular file; of an entry unpacked.
  public var size: Int {
    switch self {
    case .file(let path): ByteStream.size(of: path)
    case .entry(let archive, let index): archive.entries[index].size
    case .memory(let bytes): bytes.count
    }
  }

  /// Opens them for reading.
  func reader() throws(FormatProblem) -> any ByteReader {
    switch self {
    case .file(let path): try FileReader(path)
    case .entry(let archive, let index): try ArchiveReader(archive, index)
    case .memory(let bytes): MemoryReader(bytes)
    }
  }
}

/// What says where bytes are: a path does, of those of its file.
public protocol ByteLocation: Sendable {
  /// Where they are.
  var byteSource: ByteSource { get }
}

extension ByteSource: ByteLocation {
  /// Itself.
  public var byteSource: ByteSource { self }
}

extension FilePath: ByteLocation {
  /// In the file of this path.
  public var byteSource: ByteSource { .file(self) }
}

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
