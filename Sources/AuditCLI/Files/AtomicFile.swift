import AuditReports
import Formats
import Foundation

/// A file that appears whole or not at all: written under another name in the same folder, then renamed.
///
/// What is no ordinary file (a pipe, a device) is written to directly: renaming would replace it.
final class AtomicFile {
  let path: FilePath
  private var descriptor: Int32 = -1
  /// What waits for its name; `nil` for a stream, and when it has it.
  private var naming: TemporaryFiles.Naming?
  private let mode: mode_t

  /// The permissions of a new file, as the umask allows.
  private static let newFileMode: mode_t = {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }()

  /// - Parameters:
  ///   - keepsOther: whether a file that has the name by then stays, and the writing fails.
  ///   - isPrivate: whether a new file is for whoever writes it alone.
  init(_ place: OutputPlace, keepsOther: Bool = false, isPrivate: Bool = false) throws(CommandFailure) {
    path = place.path
    do throws(SystemError) {
      switch place.target {
      case .descriptor(let number, _):
        mode = 0
        descriptor = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0 else { throw .last }
      case .stream(let folder, let name, _):
        mode = 0
        descriptor = name.withCString { openat(folder.descriptor, $0, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW) }
        guard descriptor >= 0 else { throw .last }
      case .file(let folder, let name, let existing):
        mode = existing.map { $0.st_mode & 0o777 } ?? Self.newFileMode & (isPrivate ? 0o600 : 0o777)
        let made = try TemporaryFiles.shared.create(in: folder)
        descriptor = made.descriptor
        naming = TemporaryFiles.Naming(entry: made.entry, name: name, keepsOther: keepsOther)
        // Where it is not ours, as when an administrator writes; else it stays who wrote it.
        if let existing, existing.st_uid != geteuid() || existing.st_gid != getegid() {
          _ = fchown(descriptor, existing.st_uid, existing.st_gid)
        }
      }
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Where the content goes; ``commit(_:)`` makes it visible.
  func sink() -> ReportSink {
    ReportSink(masking: IdentityGate.masked) { try self.write($0) }
  }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do throws(SystemError) {
      try FileDescriptor.write(bytes, to: descriptor)
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Gives files their names when all of them are whole and on the disk: a crash of the machine leaves the old file or the
  /// new one.
  static func commit(_ files: [AtomicFile]) throws(CommandFailure) {
    for file in files { try file.finish() }
    let waiting = files.compactMap(\.naming)
    do throws(SystemError) {
      try TemporaryFiles.shared.publish(waiting)
    } catch {
      throw failure(files.first { $0.naming != nil }?.path ?? ".", error)
    }
    for file in files { file.naming = nil }
    for naming in waiting { naming.entry.folder.synchronise() }
  }

  private func finish() throws(CommandFailure) {
    defer { descriptor = -1 }
    if naming != nil {
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
        let error = SystemError.last
        close(descriptor)
        throw Self.failure(path, error)
      }
    }
    guard close(descriptor) == 0 else { throw Self.failure(path, .last) }
  }

  private static func failure(_ path: FilePath, _ error: SystemError) -> CommandFailure {
    .notJudged("cannot write `\(path.shown)`: \(error.reason)", help: "make room, or write to another place")
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let naming { TemporaryFiles.shared.remove(naming.entry) }
  }
}
