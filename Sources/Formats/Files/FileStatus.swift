import Localization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a file, without opening it.
public struct FileStatus: Sendable {
  package var identity: FileIdentity
  /// What it is.
  public var kind: Kind
  /// Bytes of a regular file.
  public var size: Int

  /// What a name in a folder stands for.
  public enum Kind: Sendable {
    case file, folder, link
    /// A pipe, socket or device.
    case other
  }

  init(_ status: stat) {
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }

  /// Bytes of a file on disk; 0 for what is no regular file, or cannot be looked at.
  public static func size(of path: FilePath) -> Int {
    guard let status = try? FileStatus.of(path), status.kind == .file else { return 0 }
    return status.size
  }

  /// The status of what a path leads to, or of the link that it names.
  /// - Throws: why it cannot be said.
  public static func of(_ path: FilePath, followingLinks: Bool = true) throws(FileProblem) -> FileStatus {
    guard path.isUsable else { throw .pathTooLong }
    var status = stat()
    let failed = path.withCString { followingLinks ? stat($0, &status) : lstat($0, &status) } != 0
    if failed { throw FileProblem(number: errno) }
    return FileStatus(status)
  }

  /// Whether something is there that can be looked at.
  public static func exists(_ path: FilePath) -> Bool { (try? of(path)) != nil }

  /// The path without links, `.` and `..`.
  public static func real(_ path: FilePath) throws(FileProblem) -> FilePath {
    guard path.isUsable else { throw .pathTooLong }
    guard let resolved = path.withCString({ realpath($0, nil) }) else { throw FileProblem(number: errno) }
    defer { free(resolved) }
    return FilePath(bytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }
}

/// Which file it is, whatever its names.
public struct FileIdentity: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64

  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// Why the system does not give a file or folder.
public struct FileProblem: Error, Hashable, Sendable {
  /// The system's number of the error.
  public var number: Int32

  package static let pathTooLong = FileProblem(number: ENAMETOOLONG)

  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  package var isForbidden: Bool { number == EACCES || number == EPERM }
  package var isEndlessLink: Bool { number == ELOOP }

  /// For a person, lower case.
  public var message: String { phrase.english }

  /// The same in no language yet.
  package var phrase: Phrase {
    switch number {
    case ENOENT, ENOTDIR: "there is no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ELOOP: "the link leads to itself"
    case ENAMETOOLONG: "its path is longer than the \(FilePath.lengthLimit - 1) bytes that the system takes"
    case EIO: "input or output error"
    case EMFILE, ENFILE: "too many files are open"
    default: "system error \("\(number)")"
    }
  }
}
