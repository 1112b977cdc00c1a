import Formats
import Foundation

/// A folder that is held open: what is done in it is done in this one, whatever its path comes to mean meanwhile.
final class OutputFolder: Sendable {
  let descriptor: Int32

  /// Opens a folder to find files in, by a path that begins at `base`.
  init(_ path: FilePath, from base: OutputFolder? = nil) throws(SystemError) {
    // Linux: enough to find and name files, and needs no right to list them.
    let pathOnly: Int32 = 0o10000000
    descriptor = path.withCString {
      openat(base?.descriptor ?? AT_FDCWD, $0, pathOnly | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw .last }
  }

  deinit { close(descriptor) }

  /// Makes a folder, and those that it is to be in. One that is there already stays as it is.
  static func make(_ path: FilePath) throws(SystemError) {
    if path.withCString({ mkdir($0, 0o777) }) == 0 { return }
    var failure = SystemError.last
    if failure.code == ENOENT, path.folder != path, path.folder != "." {
      try make(path.folder)
      if path.withCString({ mkdir($0, 0o777) }) == 0 { return }
      failure = .last
    }
    guard failure.code == EEXIST, (try? FileStatus.of(path).kind) == .folder else { throw failure }
  }

  var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  var identity: FileIdentity { FileIdentity(status) }

  /// What is called so in it, itself if it is a link; `nil` where there is nothing.
  func entry(_ name: FilePath, followsLink: Bool = false) throws(SystemError) -> stat? {
    var status = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    if name.withCString({ fstatat(descriptor, $0, &status, flags) }) == 0 { return status }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Where a link leads, in bytes: a name need not be UTF-8.
  func destination(_ name: FilePath) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = bytes.withUnsafeMutableBytes { buffer in
      name.withCString {
        readlinkat(descriptor, $0, buffer.bindMemory(to: CChar.self).baseAddress!, buffer.count)
      }
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
