#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in memory, as it is on disk.
public struct RawFile: Sendable {
  /// The path that the file was read from.
  public var path: FilePath
  /// Every byte of the file, a byte-order mark included; what a digest is taken of.
  public var bytes: [UInt8]

  /// Reads a whole file, block by block. Directories, pipes, devices and unreadable files are problems.
  ///
  /// The file is read, not mapped: a mapped file that another program shortens would end the process.
  public static func read(_ path: FilePath) throws(FormatProblem) -> RawFile {
    let reader = try FileReader(path)
    let expected = reader.sizeWhenOpened
    var bytes: [UInt8] = []
    // One byte more than expected: the read that fills the rest then also finds the end.
    var room = max(expected + 1, FormatLimits.smallestRead)
    while true {
      let start = bytes.count
      var failure: FormatProblem?
      // The block is written straight into the array.
      let block = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        do throws(FormatProblem) {
          count = try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
        } catch {
          failure = error
          count = 0
        }
      }
      if let failure { throw failure }
      if start == 0 { bytes = block } else { bytes += block }
      if block.count < room { break }
      room = FormatLimits.blockSize
    }
    return RawFile(path: path, bytes: bytes)
  }

  public init(path: FilePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
