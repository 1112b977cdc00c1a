import Formats

/// Looks for policy files in folders. A folder is searched once, so that links that lead back end.
struct PolicySearch {
  /// The folder that nothing may leave, without links; `nil` where anything may.
  let home: FilePath?
  /// The files, by where they are without links.
  private(set) var found: [FilePath: FilePath] = [:]
  private var visited = Set<FileIdentity>()

  /// Bytes of all policies together.
  static let sizeLimit = 64 << 20

  init(home: FilePath?) { self.home = home }

  /// Takes the file at a path, or all that lie in the folder there.
  mutating func add(_ path: FilePath) throws {
    let shown = path.shown
    let status: FileStatus
    do throws(FileProblem) {
      status = try FileStatus.of(path)
    } catch {
      throw CommandFailure.notJudged(
        "there are no policies at `\(shown)`: \(error.phrase)", help: "give a policy file, or a folder that holds some"
      )
    }
    guard status.kind == .folder else {
      // Diagnostics quote the line that is wrong; an export given by mistake must not be quoted.
      guard path.hasSuffix(PolicyFiles.suffix) || home == nil && path.bytes.starts(with: "/dev/".utf8) else {
        throw CommandFailure.notJudged(
          "`\(shown)` is no policy file", help: "the name of a policy file ends in `\(PolicyFiles.suffix)`")
      }
      return try take(path)
    }
    let before = found.count
    let isNew = !visited.contains(status.identity)
    try search(path)
    if isNew, found.count == before {
      throw CommandFailure.notJudged(
        "there are no policies in the folder `\(shown)`", help: "policy files end in `\(PolicyFiles.suffix)`")
    }
  }

  private mutating func take(_ path: FilePath) throws {
    let real = try within(path)
    if found[real] == nil { found[real] = path }
  }

  /// The path without links, which must not leave the folder that is home.
  private func within(_ path: FilePath) throws -> FilePath {
    let real: FilePath
    do throws(FileProblem) {
      real = try FileStatus.real(path)
    } catch {
      throw CommandFailure.notJudged(
        "`\(path.shown)` cannot be followed: \(error.phrase)", help: "give the file or folder that the link means")
    }
    if let home, !real.isWithin(home) {
      throw CommandFailure.notJudged(
        "`\(path.shown)` is a link that leaves the folder of the configuration",
        help: "put the policies themselves there, or name their folder with -p")
    }
    return real
  }

  private mutating func search(_ top: FilePath) throws {
    _ = try within(top)
    var rest = [top]
    while let path = rest.popLast() {
      let names: [[UInt8]]
      let folder: OpenFolder
      do throws(FileProblem) {
        folder = try OpenFolder(path)
        guard visited.insert(folder.identity).inserted else { continue }
        names = try folder.names()
      } catch {
        throw CommandFailure.notJudged(
          "cannot list the folder `\(path.shown)`: \(error.phrase)",
          help: "whoever runs tilsyn must be able to list it")
      }
      for name in names where name.first != UInt8(ascii: ".") {
        let each = path.appending(name)
        var kind: FileStatus.Kind?
        do throws(FileProblem) {
          kind = try folder.status(of: name).kind
          if kind == .link { kind = try FileStatus.of(each).kind }
        } catch {
          // A policy that is not read would not be judged, and nobody would know.
          guard each.hasSuffix(PolicyFiles.suffix) else { continue }
          throw CommandFailure.notJudged(
            "cannot read the policy file `\(each.shown)`: \(error.phrase)",
            help: "a policy that is not read is not judged: mend the file, or take it away")
        }
        if kind == .folder {
          _ = try within(each)
          rest.append(each)
        } else if each.hasSuffix(PolicyFiles.suffix) {
          try take(each)
        }
      }
    }
  }
}
