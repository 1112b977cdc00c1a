import Budget
import Formats
import Localization

/// Finds the files of a run: those named, and those in the folders named, in an order that depends on nothing else.
///
/// Names are bytes, and equal only when all bytes are. A folder is opened from the one it lies in and never looked up from the
/// root again, so that the cost of a name does not grow with its depth. Links come last, so that a file is known by its own name
/// where it has one within the folders given; a link that leaves them is not followed.
struct FileWalker {
  private let configurationFolder: FilePath?
  private var ignore: PatternTable
  private let ignored: [PathPattern]
  /// Files and folders that steer the program, whatever they are called.
  let steering: Set<FileIdentity>
  private var found: [Entry: FoundFile] = [:]
  var visited = Set<FileIdentity>()
  /// The folders given, without links.
  var inside: [FilePath] = []
  var links: [Link] = []
  private var nameBytes = 0
  /// What the names of an archive and of an entry say of the entry.
  let entryContext: EntryContext
  typealias EntryContext = @Sendable (_ archive: String, _ entry: String) -> SourceContext?
  /// What archives take that stay in memory.
  var archives: Account
  let fileLimit: Int
  var isFull = false
  /// What a configuration is called.
  static let configurationName = "tilsyn.yaml"

  /// Bytes of all paths of a run. The names of a million files, and a small part of what their contents take.
  static let nameLimit = 64 << 20

  /// A name in a folder: the same for all paths that lead to it.
  struct Entry: Hashable {
    var folder: FileIdentity?
    var name: [UInt8]
  }

  struct Link {
    var path: FilePath
    var root: Root
  }

  /// A folder or file as it was given.
  struct Root {
    var path: FilePath
    /// The same, relative to the folder of the configuration; `nil` where it is not in it.
    var configured: FilePath?
    /// Whether what lies in it is shown without it.
    var isHidden: Bool
  }

  /// - Parameter steering: files and folders that are no sources: `tilsyn.yaml`, mappings, policies, waivers.
  private init(
    configurationFolder: FilePath?, ignore: [PathPattern], steering: [FilePath], limits: RunLimits,
    entryContext: @escaping EntryContext
  ) {
    self.entryContext = entryContext
    self.configurationFolder = configurationFolder.map(Self.absolute)
    self.ignore = PatternTable(ignore, atAnyDepth: true, limits: limits)
    ignored = ignore
    fileLimit = limits[.files]
    archives = Account(limits)
    self.steering = Set(steering.compactMap { try? FileStatus.of($0).identity })
  }

  /// All files under `paths`, by the path that is shown; a file that is reached twice counts once.
  /// - Throws: the limit that comparing names with patterns meets.
  static func walk(
    _ paths: [FilePath], configurationFolder: FilePath?, ignore: [PathPattern], steering: [FilePath],
    limits: RunLimits = .standard, entryContext: @escaping EntryContext = { _, _ in nil }
  ) throws(LimitReached) -> [FoundFile] {
    var walker = FileWalker(
      configurationFolder: configurationFolder, ignore: ignore, steering: steering, limits: limits,
      entryContext: entryContext)
    // In a fixed order, so that a file reached in two ways is always shown in the same one.
    let distinct = Set(paths.map(withoutTrailingSlash)).sorted()
    // What is named itself is not left out, also where its folder is given too.
    let folders = distinct.filter { (try? FileStatus.of($0).kind) == .folder }
    for path in distinct.filter({ !folders.contains($0) }) + folders {
      try walker.add(path, isOnlyRoot: distinct.count == 1)
    }
    try walker.followLinks()
    return shown(Array(walker.found.values))
  }

  /// The files in the order of what is shown of them, each shown in its own way.
  private static func shown(_ files: [FoundFile]) -> [FoundFile] {
    var files = files.sorted { $0.path < $1.path }
    for (index, text) in ShownPaths.distinct(files.map(\.shown)).enumerated() { files[index].shown = text }
    return withoutNumbers(files.sorted { $0.shown.utf8.lexicographicallyPrecedes($1.shown.utf8) })
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

  // MARK: What is given

  private mutating func add(_ path: FilePath, isOnlyRoot: Bool) throws(LimitReached) {
    let root = Root(path: path, configured: configured(path), isHidden: isOnlyRoot)
    let status: FileStatus
    let real: FilePath
    do throws(FileProblem) {
      status = try FileStatus.of(path)
      real = try FileStatus.real(path)
    } catch {
      let forms = [FilePath(bytes: path.lastName).text, path.text]
      let file = FoundFile(path: path, shown: path.shown, candidates: forms, role: .unreadable(error.phrase))
      return insert(file, as: Entry(folder: nil, name: path.bytes))
    }
    guard status.kind != .folder else {
      inside.append(real)
      return try walk(path, root)
    }
    try take(path, root, status.identity, isNamed: true, as: entry(of: real))
  }

  /// What a file is, by its name and its identity, which what lies in an archive has not.
  mutating func file(
    _ path: FilePath, _ root: Root, _ identity: FileIdentity?, isNamed: Bool
  ) throws(LimitReached) -> FoundFile {
    let forms = isNamed ? [FilePath(bytes: path.lastName).text, path.text] : forms(of: path, in: root)
    var candidates = forms
    if isNamed, let configured = root.configured { candidates.insert(configured.text, at: 1) }
    var role = FoundFile.Role.source
    if identity.map(steering.contains) == true || path.lastName.elementsEqual("waivers.yaml".utf8)
      || path.hasSuffix(".policy")
    {
      role = .configuration
    } else if path.lastName.elementsEqual(Self.configurationName.utf8) {
      role = .otherConfiguration
    } else if let first = try ignore.matches(candidates).first {
      role = .leftOut("fits `\(ignored[first].text)` in `ignore`")
    }
    return FoundFile(path: path, shown: shown(path, in: root), candidates: candidates, role: role)
  }

  /// The path within the folder given, the one relative to the configuration, and the one as given.
  private func forms(of path: FilePath, in root: Root) -> [String] {
    let relative = relative(path, in: root)
    var forms = [relative.text]
    if let configured = root.configured {
      let form = configured.bytes.isEmpty ? relative.text : configured.appending(relative.bytes).text
      if form != forms[0] { forms.append(form) }
    }
    forms.append(path.text)
    return forms
  }

  private func relative(_ path: FilePath, in root: Root) -> FilePath {
    let count = root.path.bytes.last == UInt8(ascii: "/") ? root.path.bytes.count : root.path.bytes.count + 1
    return FilePath(bytes: path.bytes.dropFirst(count))
  }

  func shown(_ path: FilePath, in root: Root) -> String {
    root.isHidden && path.bytes.count > root.path.bytes.count ? relative(path, in: root).shown : path.shown
  }

  // MARK: Keeping

  /// Where a file without links is, so that no second way to it counts.
  func entry(of real: FilePath) -> Entry {
    Entry(folder: try? FileStatus.of(real.folder).identity, name: Array(real.lastName))
  }

  func isFound(_ entry: Entry) -> Bool { found[entry] != nil }

  mutating func insert(_ file: FoundFile, as entry: Entry) {
    guard !isFull, found[entry] == nil else { return }
    nameBytes += file.path.bytes.count
    if nameBytes > Self.nameLimit {
      return end("more than \(Self.nameLimit >> 20) MiB of names of files lie here; give smaller folders")
    }
    if found.count >= fileLimit { return end(tooMany) }
    found[entry] = file
  }

  /// What is said where there are more files than are read.
  var tooMany: Phrase {
    "\(Phrase(LimitReached(.files, limit: fileLimit))) lie here; give smaller folders, or raise `--max-memory`"
  }

  /// Looks for no further files: those found are read, and the run is incomplete.
  private mutating func end(_ reason: Phrase) {
    isFull = true
    let top = FoundFile(path: "/", shown: "(all folders)", candidates: [], role: .unreadable(reason))
    found[Entry(folder: nil, name: [])] = top
  }

  mutating func insert(unreadable path: FilePath, _ root: Root, _ reason: Phrase, as entry: Entry) {
    insert(
      FoundFile(path: path, shown: shown(path, in: root), candidates: [], role: .unreadable(reason)), as: entry)
  }

  mutating func insert(ignored path: FilePath, _ root: Root, _ reason: Phrase, as entry: Entry) {
    insert(FoundFile(path: path, shown: shown(path, in: root), candidates: [], role: .ignored(reason)), as: entry)
  }

  // MARK: Paths

  private static func withoutTrailingSlash(_ path: FilePath) -> FilePath {
    var bytes = path.bytes
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return FilePath(bytes: bytes)
  }

  private func configured(_ path: FilePath) -> FilePath? {
    guard let folder = configurationFolder else { return nil }
    let absolute = Self.absolute(path)
    guard absolute.isWithin(folder) else { return nil }
    return FilePath(bytes: absolute.bytes.dropFirst(folder.bytes.count).drop { $0 == UInt8(ascii: "/") })
  }

  /// The path from the root, without `.` and `..` as far as names tell; links are left as they are.
  static func absolute(_ path: FilePath) -> FilePath {
    var whole = path
    if !path.isAbsolute, let here = try? FileStatus.real(".") { whole = here.appending(path.bytes) }
    var names: [ArraySlice<UInt8>] = []
    for name in whole.bytes.split(separator: UInt8(ascii: "/")) where !name.elementsEqual(".".utf8) {
      if name.elementsEqual("..".utf8) { _ = names.popLast() } else { names.append(name) }
    }
    return FilePath(bytes: Array("/".utf8) + names.joined(separator: "/".utf8))
  }
}
