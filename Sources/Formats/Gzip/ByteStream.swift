/// The bytes of a file from its beginning to its end, unpacked where the file is packed with gzip. In constant memory.
public final class ByteStream {
  private let file: FileReader
  private let inflater: GzipInflater?
  private let seen: (UnsafeRawBufferPointer) -> Void
  /// What ended the stream early. Everything before it was handed out.
  public private(set) var failure: FormatProblem?

  /// Whether the file is packed.
  public var isPacked: Bool { inflater != nil }
  /// Bytes of the file, as it lies on disk.
  public var sizeOnDisk: Int { file.sizeWhenOpened }

  /// - Parameter seen: takes every byte of the file as it lies on disk, in order: what a digest is taken of.
  public init(_ path: FilePath, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }) throws(FormatProblem) {
    let isPacked = GzipInflater.sniff(try Self.head(path))
    file = try FileReader(path)
    inflater = isPacked ? GzipInflater() : nil
    self.seen = seen
  }

  private static func head(_ path: FilePath) throws(FormatProblem) -> [UInt8] {
    let file = try FileReader(path)
    var problem: FormatProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: 4) { buffer, count in
      do throws(FormatProblem) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        problem = error
        count = 0
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// Fills the buffer, or reads to the end or to a ``failure``. Returns the number of bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil else { return 0 }
    if let inflater {
      var problem: FormatProblem?
      let count = inflater.read(from: file, into: buffer, seen: seen, failure: &problem)
      failure = problem
      return count
    }
    do throws(FormatProblem) {
      let count = try file.read(into: buffer)
      seen(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
      return count
    } catch {
      failure = error
      return 0
    }
  }

  /// Bytes of a file on disk; 0 for what is no regular file.
  public static func size(of path: FilePath) -> Int { (try? FileReader(path).sizeWhenOpened) ?? 0 }

  /// The first bytes of a file, unpacked; no more than `limit`.
  public static func beginning(of path: FilePath, limit: Int) throws(FormatProblem) -> [UInt8] {
    let stream = try ByteStream(path)
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = stream.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// A whole file, unpacked. One that unpacks to more than ``FormatLimits/unpackedSize`` is refused.
  public static func whole(
    _ path: FilePath, seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FormatProblem) -> [UInt8] {
    let stream = try ByteStream(path, seen: seen)
    var bytes: [UInt8] = []
    while true {
      let block = [UInt8](unsafeUninitializedCapacity: FormatLimits.blockSize) { buffer, count in
        count = stream.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      bytes += block
      if let failure = stream.failure { throw failure }
      if block.count < FormatLimits.blockSize { return bytes }
      guard bytes.count <= FormatLimits.unpackedSize else {
        throw FormatProblem(
          code: "too-large", message: "the file unpacks to more than \(FormatLimits.unpackedSize >> 20) MiB",
          help: "unpack it and split it", isFatal: true)
      }
    }
  }
}
