import Localization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open regular file. Closed when the last reference goes.
final class FileReader: ByteReader {
  let path: FilePath
  /// Bytes in the file when it was opened. It may have grown or shrunk since.
  let sizeWhenOpened: Int
  private let descriptor: Int32

  /// Opens a regular file for reading.
  init(_ path: FilePath) throws(FormatProblem) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileReader.problem(opening: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw FileReader.problem(opening: reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FormatProblem(
        code: "not-a-file",
        message: isFolder ? "this is a folder, not a file" : "this is a pipe, socket or device, not a file",
        help: "name a regular file", isFatal: true)
    }
    self.path = path
    self.descriptor = descriptor
    sizeWhenOpened = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The first bytes, however far the file was read: fewer where it is shorter.
  func beginning(_ count: Int) throws(FormatProblem) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    if let failure { throw FileReader.problem(reading: failure) }
    return bytes
  }

  /// Fills the buffer, or reads to the end of the file. Returns the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatProblem) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, base + filled, buffer.count - filled)
      #else
        let count = Darwin.read(descriptor, base + filled, buffer.count - filled)
      #endif
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileReader.problem(reading: errno)
      }
      filled += count
    }
    return filled
  }

  private static func problem(reading number: Int32) -> FormatProblem {
    FormatProblem(
      code: "unreadable", message: "the file could not be read: \(reason(number))",
      help: "check the disk and read the file again", isFatal: true)
  }

  private static func problem(opening number: Int32) -> FormatProblem {
    let help: Phrase =
      switch number {
      case ENOENT: Phrase("check the path")
      case EACCES, EPERM: Phrase("give the user that runs the audit read access to the file")
      default: ""
      }
    return FormatProblem(
      code: "unreadable", message: "the file could not be opened: \(reason(number))", help: help, isFatal: true)
  }

  private static func reason(_ number: Int32) -> Phrase {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "too many symbolic links"
    case EIO: "input or output error"
    default: "system error \("\(number)")"
    }
  }
}
