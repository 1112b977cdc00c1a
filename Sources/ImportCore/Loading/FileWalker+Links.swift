import Budget
import Formats
import Localization

extension FileWalker {
  /// Takes what links lead to, as far as it lies in the folders given and has no name of its own there.
  ///
  /// What else a link leads to is not what was handed over: it is refused, and the run is incomplete.
  mutating func followLinks() throws(LimitReached) {
    // A folder behind a link may hold links.
    while !links.isEmpty, !isFull {
      let next = links.sorted { $0.path < $1.path }
      links = []
      for link in next { try follow(link) }
    }
  }

  private mutating func follow(_ link: Link) throws(LimitReached) {
    let itself = Entry(folder: nil, name: link.path.bytes)
    let status: FileStatus
    let real: FilePath
    do throws(FileProblem) {
      status = try FileStatus.of(link.path)
      real = try FileStatus.real(link.path)
    } catch {
      return insert(unreadable: link.path, link.root, Self.describe(error), as: itself)
    }
    guard inside.contains(where: real.isWithin) else {
      return insert(
        unreadable: link.path, link.root,
        "a link that leaves the folder given; put the file itself here, or give its folder too", as: itself)
    }
    switch status.kind {
    case .folder:
      if visited.contains(status.identity) {
        insert(ignored: link.path, link.root, "a link to a folder that is read under its own name", as: itself)
      } else {
        try walk(link.path, link.root)
      }
    case .file:
      let target = entry(of: real)
      if isFound(target) {
        insert(ignored: link.path, link.root, "a link to a file that is read under its own name", as: itself)
      } else {
        try take(link.path, link.root, status.identity, isNamed: false, as: target)
      }
    case .link, .other: insert(unreadable: link.path, link.root, Self.noFile, as: itself)
    }
  }

  private static func describe(_ problem: FileProblem) -> Phrase {
    if problem.isMissing { return "a link that leads nowhere" }
    if problem.isEndlessLink { return "a link that leads to itself" }
    return "a link that cannot be followed: \(problem.phrase)"
  }
}
