import Formats
import Foundation

/// A folder that is held open: what is done in it is done in this one, whatever its path comes to mean meanwhile.
final class OutputFolder: Sendable {
  let descriptor: Int32

  /// Opens a folder to find files in, by a path that begins at `base`.
  init(_ path: String, from base: OutputFolder? = nil) throws(SystemError) {
    // Linux: enough to find and name files, and needs no right to list them.
    let pathOnly: Int32 = 0o10000000
    descriptor = openat(base?.descriptor ?? AT_FDCWD, path, pathOnly | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  var identity: FileIdentity { FileIdentity(status) }

  /// What is called so in it, itself if it is a link; `nil` where there is nothing.
  func entry(_ name: String, followsLink: Bool = false) throws(SystemError) -> stat? {
    var status = stat()
    if fstatat(descriptor, name, &status, followsLink ? 0 : AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Where a link leads, in bytes: a name need not be UTF-8.
  func destination(_ name: String) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = bytes.withUnsafeMutableBytes {
      readlinkat(descriptor, name, $0.bindMemory(to: CChar.self).baseAddress!, $0.count)
    }
    guard count >= 0 else { throw .last }
    guard count < bytes.count else { throw SystemError(code: ENAMETOOLONG) }
    return Array(bytes.prefix(count))
  }

  /// This folder and all above it, nearest first.
  func chain() -> [FileIdentity] {
    var found = [identity]
    var folder = self
    while let above = try? OutputFolder("..", from: folder), above.identity != found.last {
      found.append(above.identity)
      folder = above
    }
    return found
  }

  /// Asks that the names in it outlast a crash of the machine. Best effort: not every file system can.
  func synchronise() {
    let listing = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard listing >= 0 else { return }
    _ = fsync(listing)
    close(listing)
  }
}

extension FileIdentity {
  init(_ status: stat) { self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)) }
}

extension stat {
  var kind: mode_t { st_mode & S_IFMT }
}
