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
    case .file(let path): FileStatus.size(of: path)
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
