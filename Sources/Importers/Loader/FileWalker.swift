import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Finds the files of a run: those named, and those in the folders named, in an order that depends on nothing else.
struct FileWalker {
  private let configurationFolder: String?
  private let ignore: [PathPattern]
  /// Real paths of files and folders that steer the program.
  private let steering: Set<String>
  private var found: [String: FoundFile] = [:]
  private var visited = Set<String>()
  /// What a configuration is called.
  static let configurationName = "tilsyn.yaml"

  /// - Parameter steering: files and folders that are no sources: `tilsyn.yaml`, mappings, policies, waivers.
  init(configurationFolder: String?, ignore: [PathPattern], steering: [String]) {
    self.configurationFolder = configurationFolder.map(Self.absolute)
    self.ignore = ignore
    self.steering = Set(steering.map(Self.real))
  }

  /// All files under `paths`, by the path that is shown; a file that is reached twice counts once.
  static func walk(
    _ paths: [String], configurationFolder: String?, ignore: [PathPattern], steering: [String]
  ) -> [FoundFile] {
    var walker = FileWalker(configurationFolder: configurationFolder, ignore: ignore, steering: steering)
    // In a fixed order, so that a file reached in two ways is always shown in the same one.
    let distinct = Set(paths.map(withoutTrailingSlash)).sorted()
    for path in distinct { walker.add(path, isOnlyRoot: distinct.count == 1) }
    return withoutNumbers(walker.found.values.sorted { $0.shown < $1.shown })
  }

  /// The files, shown without identity numbers: the first number in the order of paths is `(identity number 1)` wherever it
  /// occurs, so that two files stay two and a person's files one person's, and nothing leads back to the number. What is
  /// opened, and what patterns are compared with, stays as it is.
  static func withoutNumbers(_ files: [FoundFile]) -> [FoundFile] {
    var numbers: [String: Int] = [:]
    return files.map { file in
      var file = file
      file.shown = NationalIdentity.masked(file.shown) { number in
        let place = numbers[number] ?? numbers.count + 1
        numbers[number] = place
        return "(identity number \(place))"
      }
      return file
    }
  }

  private mutating func add(_ path: String, isOnlyRoot: Bool) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      insert(
        FoundFile(path: path, shown: path, candidates: [path], role: .unreadable("there is no such file or folder")))
      return
    }
    if isFolder {
      walk(path, root: path, shownRoot: isOnlyRoot ? nil : path)
    } else {
      insert(file(path, relative: lastName(path), shown: path, isNamed: true))
    }
  }

  private mutating func walk(_ folder: String, root: String, shownRoot: String?) {
    // A link back up, or a second way to the same folder, ends here.
    guard visited.insert(Self.real(folder)).inserted else { return }
    func shown(_ path: String) -> String {
      let relative = String(path.dropFirst(root == "/" ? 1 : root.count + 1))
      return shownRoot == nil ? relative : path
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      insert(
        FoundFile(path: folder, shown: folder, candidates: [], role: .unreadable("the folder cannot be listed")))
      return
    }
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let relative = String(path.dropFirst(root == "/" ? 1 : root.count + 1))
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        insert(
          FoundFile(path: path, shown: shown(path), candidates: [], role: .unreadable("a link that leads nowhere")))
        continue
      }
      if name.hasPrefix(".") {
        let what = isFolder ? "a hidden folder" : "a hidden file"
        insert(FoundFile(path: path, shown: shown(path), candidates: [], role: .ignored(what)))
      } else if isFolder {
        if steering.contains(Self.real(path)) {
          insert(FoundFile(path: path, shown: shown(path), candidates: [], role: .ignored("a folder of policies")))
        } else {
          walk(path, root: root, shownRoot: shownRoot)
        }
      } else {
        insert(file(path, relative: relative, shown: shown(path), isNamed: false))
      }
    }
  }

  private func file(_ path: String, relative: String, shown: String, isNamed: Bool) -> FoundFile {
    var candidates = [relative]
    if let folder = configurationFolder {
      let absolute = Self.absolute(path)
      if absolute.hasPrefix(folder + "/") { candidates.append(String(absolute.dropFirst(folder.count + 1))) }
    }
    candidates.append(path)
    var role = FoundFile.Role.source
    if steering.contains(Self.real(path)) || lastName(path) == "waivers.yaml" || path.hasSuffix(".policy") {
      role = .configuration
    } else if lastName(path) == Self.configurationName {
      role = .otherConfiguration
    } else if !isNamed, let pattern = ignore.first(where: { glob in candidates.contains { glob.matchesAnyDepth($0) } })
    {
      role = .ignored("fits `\(pattern.text)` in `ignore`")
    }
    return FoundFile(path: path, shown: shown, candidates: candidates, role: role)
  }

  private mutating func insert(_ file: FoundFile) {
    let key = Self.real(file.path)
    if found[key] == nil { found[key] = file }
  }

  private func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The path without links, or the path itself where nothing is there.
  static func real(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return absolute(path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}
