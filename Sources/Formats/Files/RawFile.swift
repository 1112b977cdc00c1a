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

  /// Reads a whole file, block by block. Directories, pipes, devices and unreadable files are problems, and so are files of
  /// more than ``FormatLimits/rawSize``.
  ///
  /// The file is read, not mapped: a mapped file that another program shortens would end the process.
  public static func read(_ path: FilePath) throws(FormatProblem) -> RawFile {
    let reader = try FileReader(path)
    let expected = reader.sizeWhenOpened
    guard expected <= FormatLimits.rawSize else { throw tooLarge }
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
      guard bytes.count <= FormatLimits.rawSize else { throw tooLarge }
      room = FormatLimits.blockSize
    }
    return RawFile(path: path, bytes: bytes)
  }

  private static let tooLarge = FormatProblem(
    code: "too-large", message: "the file is larger than \(FormatLimits.rawSize >> 20) MiB",
    help: "is it the file that was meant?", isFatal: true)

  package init(path: FilePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
