import Budget
import Formats
import Localization

extension FileWalker {
  /// One folder on the way down.
  private struct Level {
    var identity: FileIdentity
    /// Sub-folders that are still to be walked, the next one last.
    var rest: [[UInt8]]
  }

  /// Walks a folder and all below it. No more than two folders are open at once, whatever the depth.
  mutating func walk(_ folder: FilePath, _ root: Root) throws(LimitReached) {
    // The folder that is audited is never passed over, whoever calls it one of policies.
    let itself = FolderLocation(path: folder, isInPolicies: false)
    guard var current = open(folder, root, { () throws(FileProblem) in try OpenFolder(folder) }) else { return }
    guard visited.insert(current.identity).inserted else { return }
    var places = [itself]
    var levels = [Level(identity: current.identity, rest: try list(current, itself, root))]
    var parent: OpenFolder?
    while let level = levels.indices.last, !isFull {
      if let name = levels[level].rest.popLast() {
        let place = FolderLocation(path: places[level].path.appending(name), isInPolicies: places[level].isInPolicies)
        guard let child = open(place.path, root, { () throws(FileProblem) in try current.folder(name) }),
          visited.insert(child.identity).inserted
        else { continue }
        let below = place.within(steering.contains(child.identity))
        if below.isInPolicies, !place.isInPolicies {
          insert(
            ignored: place.path, root, "a folder of policies", as: Entry(folder: current.identity, name: name))
        }
        places.append(below)
        levels.append(Level(identity: child.identity, rest: try list(child, below, root)))
        parent = current
        current = child
      } else {
        levels.removeLast()
        let left = places.removeLast()
        guard let above = levels.last else { return }
        if let folder = parent ?? (try? current.folder("..".utf8)), folder.identity == above.identity {
          current = folder
          parent = nil
        } else {
          return insert(
            unreadable: left.path, root, "the folders around it were changed while they were read",
            as: Entry(folder: above.identity, name: Array(left.path.lastName)))
        }
      }
    }
  }

  /// A folder by its path; what steers the program in it is passed over.
  private struct FolderLocation {
    var path: FilePath
    var isInPolicies: Bool

    func within(_ isPolicies: Bool) -> FolderLocation {
      FolderLocation(path: path, isInPolicies: isInPolicies || isPolicies)
    }
  }

  private mutating func open(
    _ path: FilePath, _ root: Root, _ body: () throws(FileProblem) -> OpenFolder
  ) -> OpenFolder? {
    do throws(FileProblem) {
      // What is opened is read by its path later.
      guard path.isUsable else { throw FileProblem.pathTooLong }
      return try body()
    } catch {
      let what: Phrase = "the folder cannot be listed: \(error.phrase)"
      insert(
        unreadable: path, root,
        error.isForbidden ? "\(what); give the user that runs the audit the right to list it (r and x)" : what,
        as: Entry(folder: nil, name: path.bytes))
      return nil
    }
  }

  /// Takes what lies in a folder, and gives its sub-folders, the first one last.
  private mutating func list(
    _ folder: OpenFolder, _ place: FolderLocation, _ root: Root
  ) throws(LimitReached) -> [[UInt8]] {
    let names: [[UInt8]]
    do throws(FileProblem) {
      guard let all = try folder.names(atMost: fileLimit) else {
        // Which of them would be read hangs on their order, and to know that all would have to be held.
        insert(unreadable: place.path, root, tooMany, as: Entry(folder: nil, name: place.path.bytes))
        return []
      }
      names = all
    } catch {
      insert(
        unreadable: place.path, root, "the folder cannot be listed: \(error.phrase)",
        as: Entry(folder: nil, name: place.path.bytes))
      return []
    }
    var below: [[UInt8]] = []
    for name in names where !isFull {
      let status: FileStatus
      do throws(FileProblem) {
        status = try folder.status(of: name)
      } catch {
        guard error.isForbidden else {
          insert(
            unreadable: place.path.appending(name), root, "it was listed, and then: \(error.phrase)",
            as: Entry(folder: folder.identity, name: name))
          continue
        }
        insert(
          unreadable: place.path, root,
          """
          the folder may not be searched, so that none of its \(names.count) entries can be read; give the user that \
          runs the audit the right to (x)
          """, as: Entry(folder: nil, name: place.path.bytes))
        return []
      }
      try take(name, status, in: folder, place, root, &below)
    }
    return below.reversed()
  }

  private mutating func take(
    _ name: [UInt8], _ status: FileStatus, in folder: OpenFolder, _ place: FolderLocation, _ root: Root,
    _ below: inout [[UInt8]]
  ) throws(LimitReached) {
    let path = place.path.appending(name)
    let entry = Entry(folder: folder.identity, name: name)
    if name.first == UInt8(ascii: ".") {
      let what: Phrase =
        switch status.kind {
        case .folder: Phrase("a hidden folder")
        case .link: Phrase("a hidden link")
        case .file, .other: Phrase("a hidden file")
        }
      return insert(ignored: path, root, what, as: entry)
    }
    switch status.kind {
    case .folder: below.append(name)
    case .link: links.append(Link(path: path, root: root))
    case .other: insert(unreadable: path, root, Self.noFile, as: entry)
    case .file:
      // The folder of policies stands for them.
      if place.isInPolicies, path.hasSuffix(".policy") { return }
      try take(path, root, status.identity, isNamed: false, as: entry)
    }
  }

  static let noFile: Phrase = "this is a pipe, socket or device, not a file"
}
