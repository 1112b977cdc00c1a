import AuditReports
import Foundation
import Importers

/// A file that appears whole or not at all: written under another name in the same folder, then renamed.
///
/// What is no ordinary file (a pipe, `/dev/null`) is written to directly: renaming would replace it.
final class AtomicFile {
  let path: String
  private let target: String
  private let temporary: String?
  private var descriptor: Int32
  private let cleanup: TemporaryFiles

  init(_ path: String, cleanup: TemporaryFiles) throws {
    self.path = path
    self.cleanup = cleanup
    // A symbolic link stays a link: its target is replaced.
    target =
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure.notJudged("cannot write `\(path)`: it is a folder", help: "give a file name, or -o FOLDER")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      let url = URL(filePath: target)
      let name = ".\(url.lastPathComponent).\(getpid()).part"
      let part = url.deletingLastPathComponent().appending(path: name).path
      temporary = part
      cleanup.add(part)
      descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      let help = errno == ENOENT ? "the folder must exist" : ""
      throw CommandFailure.notJudged("cannot write `\(path)`: \(reason)", help: help)
    }
  }

  /// Where the content goes; ``commit()`` makes it visible.
  func sink() -> ReportSink {
    let descriptor = descriptor
    let path = path
    return ReportSink(masking: NationalIdentity.masked) { bytes in
      try FileDescriptor.write(bytes, to: descriptor, name: path)
    }
  }

  /// Gives the file its name.
  func commit() throws {
    let closed = close(descriptor) == 0
    descriptor = -1
    guard closed, temporary == nil || rename(temporary ?? "", target) == 0 else {
      throw CommandFailure.notJudged("cannot write `\(path)`: \(String(cString: strerror(errno)).lowercased())")
    }
    if let temporary { cleanup.remove(temporary) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary {
      unlink(temporary)
      cleanup.remove(temporary)
    }
  }
}
