import Formats

/// The files and folders that a run reads, by what they are and not by how they are called.
struct InputTree {
  /// What each is, with a path that leads to it.
  private(set) var files: [FileIdentity: FilePath] = [:]
  private(set) var folders: [FileIdentity: FilePath] = [:]

  /// Walks what lies under these paths, links followed, each folder once. Reads no file; what cannot be looked at is left
  /// out, for the run to stumble over.
  init(_ paths: [FilePath]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: FilePath) {
    var waiting = [path]
    while let next = waiting.popLast() {
      guard let status = try? FileStatus.of(next) else { continue }
      guard status.kind == .folder else {
        note(next, as: status.identity, in: \.files)
        continue
      }
      guard note(next, as: status.identity, in: \.folders), let names = try? OpenFolder(next).names() else { continue }
      waiting += names.map { next.appending($0) }
    }
  }

  /// The first in order of the paths that lead to a file names it, so that messages do not depend on the order of reading.
  @discardableResult
  private mutating func note(
    _ path: FilePath, as identity: FileIdentity, in list: WritableKeyPath<InputTree, [FileIdentity: FilePath]>
  ) -> Bool {
    guard let known = self[keyPath: list][identity] else {
      self[keyPath: list][identity] = path
      return true
    }
    if path < known { self[keyPath: list][identity] = path }
    return false
  }
}
