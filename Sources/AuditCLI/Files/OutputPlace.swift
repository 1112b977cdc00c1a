import Formats
import Foundation
import Localization

/// Where an output goes, when every link on the way is followed. Finding it writes nothing.
struct OutputPlace {
  enum Target {
    /// An ordinary file, there or not yet: written beside it and renamed.
    case file(in: OutputFolder, name: FilePath, existing: stat?)
    /// A pipe or a device: written to as it is.
    case stream(in: OutputFolder, name: FilePath, status: stat)
    /// A descriptor that is open already, as `/dev/stdout` is.
    case descriptor(Int32, status: stat)
  }

  /// As it was asked for.
  let path: FilePath
  let target: Target

  /// - Throws: what is wrong with the path, for whoever gave it.
  init(_ path: FilePath) throws(CommandFailure) {
    self.path = path
    guard path.isUsable else { throw Self.failure(path, SystemError(code: ENAMETOOLONG)) }
    do throws(SystemError) {
      target = try Self.follow(path)
    } catch {
      throw Self.failure(path, error)
    }
    try check()
  }

  /// Which file it is, where there is one.
  var identity: FileIdentity? {
    switch target {
    case .file(_, _, let existing): existing.map { FileIdentity($0) }
    case .stream(_, _, let status), .descriptor(_, let status): FileIdentity(status)
    }
  }

  /// The folder that it is or will be in; `nil` where it has none.
  var folder: OutputFolder? {
    if case .file(let folder, _, _) = target { folder } else { nil }
  }

  /// Whether what is written to both would be written to one. Devices take whatever comes.
  func isSame(as other: OutputPlace) -> Bool {
    if case .file(let folder, let name, nil) = target, case .file(let otherFolder, let otherName, nil) = other.target {
      return folder.identity == otherFolder.identity && name == otherName
    }
    return identity == other.identity && !isDevice && identity != nil
  }

  private var isDevice: Bool {
    switch target {
    case .file: false
    case .stream(_, _, let status), .descriptor(_, let status): status.kind == S_IFCHR
    }
  }

  // MARK: Finding

  /// As many links as the system itself follows.
  private static let linkLimit = 40

  private static func follow(_ path: FilePath) throws(SystemError) -> Target {
    var base: OutputFolder?
    var rest = path
    for _ in 0..<linkLimit {
      let (folderPath, name) = split(rest)
      let folder = try OutputFolder(folderPath, from: base)
      guard !["", ".", ".."].contains(name) else { throw SystemError(code: EISDIR) }
      if let number = Int32(String(decoding: name.bytes, as: UTF8.self)), try isDescriptors(folder) {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .last }
        return .descriptor(number, status: status)
      }
      guard let status = try folder.entry(name) else { return .file(in: folder, name: name, existing: nil) }
      switch status.kind {
      case S_IFREG: return .file(in: folder, name: name, existing: status)
      case S_IFCHR: return .stream(in: folder, name: name, status: status)
      case S_IFIFO:
        guard isTrusted(status) else { throw notOurs }
        return .stream(in: folder, name: name, status: status)
      case S_IFDIR: throw SystemError(code: EISDIR)
      case S_IFLNK:
        guard isTrusted(status) else { throw notOurs }
        (base, rest) = (folder, FilePath(bytes: try folder.destination(name)))
      default: throw SystemError(code: EINVAL)
      }
    }
    throw SystemError(code: ELOOP)
  }

  private static func split(_ path: FilePath) -> (folder: FilePath, name: FilePath) {
    guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    return (slash == 0 ? "/" : FilePath(bytes: path.bytes[..<slash]), FilePath(bytes: path.bytes[(slash + 1)...]))
  }

  /// Whether a folder holds the open files of this process by their numbers: opening one of them again would begin at its
  /// start, and forget that a shell was told to append.
  private static func isDescriptors(_ folder: OutputFolder) throws(SystemError) -> Bool {
    guard let own = try? OutputFolder("/proc/self/fd") else { return false }
    return own.identity == folder.identity
  }

  /// In a folder that others can write to, a link or a pipe may be theirs: what is followed is one's own, or the system's.
  private static func isTrusted(_ status: stat) -> Bool { status.st_uid == geteuid() || status.st_uid == 0 }

  /// Stands for what is not trusted: the system answers no such thing here.
  private static let notOurs = SystemError(code: EOWNERDEAD)

  // MARK: What may be written

  private static func failure(_ path: FilePath, _ error: SystemError) -> CommandFailure {
    let (reason, help): (Phrase, Phrase) =
      switch error.code {
      case EISDIR: ("it is a folder", "give a file name, or -o FOLDER")
      case ENOENT, ENOTDIR: (error.reason, "the folder must exist")
      case EOWNERDEAD: ("it is a link or a pipe that another user made", "name the file that is meant")
      case EINVAL: ("it is neither a file, nor a pipe, nor a device that takes text", "give a file name")
      default: (error.reason, "")
      }
    return .notJudged("cannot write `\(path.shown)`: \(reason)", help: help)
  }

  private func check() throws(CommandFailure) {
    guard case .file(let folder, let name, let existing) = target else { return }
    if existing != nil, name.withCString({ faccessat(folder.descriptor, $0, W_OK, AT_EACCESS) }) != 0 {
      throw .notJudged(
        "cannot write `\(path.shown)`: \(SystemError.last.reason)", help: "it is protected against writing")
    }
    if faccessat(folder.descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0 {
      throw .notJudged("cannot write `\(path.shown)`: \(SystemError.last.reason)", help: "the folder must be writable")
    }
  }
}
