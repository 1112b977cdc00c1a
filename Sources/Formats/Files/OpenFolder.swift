#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder: its names as bytes, and what lies in it, looked up from where it is open and not from the root. Closed
/// when the last reference goes.
public final class OpenFolder {
  package let identity: FileIdentity
  private let stream: Stream
  /// The open folder, as the system numbers it.
  package var descriptor: Int32 { dirfd(stream) }

  #if canImport(Glibc) || canImport(Musl)
    private typealias Stream = OpaquePointer
  #else
    private typealias Stream = UnsafeMutablePointer<DIR>
  #endif

  /// Opens the folder that a path leads to.
  public convenience init(_ path: FilePath) throws(FileProblem) {
    guard path.isUsable else { throw .pathTooLong }
    try self.init(descriptor: path.withCString { open($0, Self.flags) })
  }

  /// Opens a folder that lies in this one; `..` for the one around it. A link is refused.
  public func folder(_ name: some Collection<UInt8>) throws(FileProblem) -> OpenFolder {
    try OpenFolder(
      descriptor: FilePath(bytes: name).withCString { openat(descriptor, $0, Self.flags | O_NOFOLLOW) })
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK

  private init(descriptor: Int32) throws(FileProblem) {
    guard descriptor >= 0 else { throw FileProblem(number: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, let stream = fdopendir(descriptor) else {
      let number = errno
      close(descriptor)
      throw FileProblem(number: number)
    }
    identity = FileStatus(status).identity
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// All names but `.` and `..`, in the order of their bytes.
  public func names() throws(FileProblem) -> [[UInt8]] { try names(atMost: .max) ?? [] }

  /// The same; `nil` where there are more than `limit`.
  public func names(atMost limit: Int) throws(FileProblem) -> [[UInt8]]? {
    var names: [[UInt8]] = []
    rewinddir(stream)
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileProblem(number: errno) }
        break
      }
      let text = UnsafeRawPointer(entry).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name)!)
      let name = [UInt8](
        UnsafeRawBufferPointer(start: text, count: strlen(text.assumingMemoryBound(to: CChar.self))))
      if name != [dot], name != [dot, dot] { names.append(name) }
      if names.count > limit { return nil }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What lies here under a name; a link is not followed.
  public func status(of name: some Collection<UInt8>) throws(FileProblem) -> FileStatus {
    var status = stat()
    let failed =
      FilePath(bytes: name).withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) } != 0
    if failed { throw FileProblem(number: errno) }
    return FileStatus(status)
  }

  private let dot = UInt8(ascii: ".")
}
