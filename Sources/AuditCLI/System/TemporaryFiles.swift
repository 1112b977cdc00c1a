import Formats
import Foundation
import Synchronization

/// Unfinished outputs, which a run that ends early removes.
///
/// Making, naming and removing a file happen under one lock, and an interruption takes that lock too.
final class TemporaryFiles: Sendable {
  static let shared = TemporaryFiles()

  struct Entry: Sendable, Equatable {
    var folder: OutputFolder
    var name: String

    static func == (left: Entry, right: Entry) -> Bool { left.folder === right.folder && left.name == right.name }
  }

  /// What is to become of a finished file.
  struct Naming {
    var entry: Entry
    var name: FilePath
    /// What has the name already stays.
    var keepsOther: Bool
  }

  private let entries = Mutex<[Entry]>([])

  /// Makes an empty file that only its owner may read, under a name that nobody can know before.
  func create(in folder: OutputFolder) throws(SystemError) -> (entry: Entry, descriptor: Int32) {
    let made = entries.withLock { entries -> Result<(Entry, Int32), SystemError> in
      while true {
        // A name of its own length, so that every name that a file may have is short enough.
        let name = ".tilsyn-\(Self.random()).part"
        let descriptor = openat(
          folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
          let entry = Entry(folder: folder, name: name)
          entries.append(entry)
          return .success((entry, descriptor))
        }
        if errno != EEXIST { return .failure(.last) }
      }
    }
    return try made.get()
  }

  /// Gives files their names, all of them unless one fails; an interruption comes before the first or after the last.
  func publish(_ namings: [Naming]) throws(SystemError) {
    let failure = entries.withLock { entries -> SystemError? in
      for naming in namings {
        let (folder, name) = (naming.entry.folder.descriptor, naming.entry.name)
        let isDone =
          naming.keepsOther
          ? Self.renameKeepingOther(folder, name, naming.name)
          : naming.name.withCString { renameat(folder, name, folder, $0) == 0 }
        guard isDone else { return .last }
        entries.removeAll { $0 == naming.entry }
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Removes a file that is not wanted any more.
  func remove(_ entry: Entry) {
    entries.withLock { entries in
      guard let place = entries.firstIndex(of: entry) else { return }
      entries.remove(at: place)
      unlinkat(entry.folder.descriptor, entry.name, 0)
    }
  }

  /// Removes all, and lets nothing be made before `then` has ended.
  func removeAll(_ then: () -> Void) {
    entries.withLock { entries in
      for entry in entries { unlinkat(entry.folder.descriptor, entry.name, 0) }
      entries = []
      then()
    }
  }

  /// Renames, unless something has the name already: a second name, which fails then, and no first one.
  private static func renameKeepingOther(_ folder: Int32, _ from: String, _ to: FilePath) -> Bool {
    to.withCString { renameKeepingOther(folder, from, $0) }
  }

  private static func renameKeepingOther(_ folder: Int32, _ from: String, _ to: UnsafePointer<CChar>) -> Bool {
    guard linkat(folder, from, folder, to, 0) == 0 else {
      // A file system without second names can only be asked before.
      guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { return false }
      guard faccessat(folder, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
        errno = EEXIST
        return false
      }
      return renameat(folder, from, folder, to) == 0
    }
    unlinkat(folder, from, 0)
    return true
  }

  /// 32 hexadecimal digits of the system's randomness.
  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
