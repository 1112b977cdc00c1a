import Formats
import Foundation
import PolicyEngine

/// Finds and reads policy texts.
enum PolicyFiles {
  static let suffix = ".policy"

  /// A policy file: where it is, and what it says.
  struct File {
    var path: FilePath
    var source: SourceText
  }

  /// All policy files at these paths; folders are searched through. In the order of their paths, each file once.
  /// - Parameter home: the folder that nothing may leave, links neither; `nil` where the paths are trusted.
  static func read(_ paths: [FilePath], within home: FilePath? = nil) throws -> [File] {
    var search = PolicySearch(home: try home.map { try FileStatus.real($0) })
    for path in paths { try search.add(path) }
    let found = search.found.values.sorted()
    let shown = ShownPaths.distinct(found.map(\.shown))
    var room = PolicySearch.sizeLimit
    return try zip(found, shown).map { path, shown in
      let bytes = try bytes(path, shown: shown, room: room)
      room -= bytes.count
      return File(path: path, source: SourceText(path: shown, bytes: bytes))
    }
  }

  private static func bytes(_ path: FilePath, shown: String, room: Int) throws -> [UInt8] {
    // What a shell puts in the place of a file is read to its end.
    if path.isDevice { return try ArgumentFile.bytes(path, limit: room, .policyFile) }
    guard FileStatus.size(of: path) <= room else {
      throw CommandFailure.notJudged(
        "the policies up to `\(shown)` are larger than \(PolicySearch.sizeLimit >> 20) MiB",
        help: "policies are a few kilobytes each; is that the folder that you mean?")
    }
    do throws(FormatProblem) {
      return try RawFile.read(path).bytes
    } catch {
      throw CommandFailure.notJudged(
        "cannot read the policy file `\(shown)`: \(error.message)", help: error.help)
    }
  }

  /// The texts of the shipped packs that are part of the program; empty where none are.
  static func builtIn(_ files: BuiltInFiles) -> [SourceText] {
    files.files(below: "policies", ending: suffix).map { SourceText(path: $0.path, bytes: $0.bytes) }
  }

  /// The texts of the shipped packs, in the program or in its folder; `nil` where none came with it.
  static func shippedTexts() throws -> [SourceText]? {
    let builtIn = builtIn(.own)
    if !builtIn.isEmpty { return builtIn }
    return try shipped().map { try read([FilePath($0)]).map(\.source) }
  }

  /// The folder of the shipped packs: beside the program, where it is installed, or in the tree that it was built in.
  ///
  /// Never those of the folder it runs in: exports come with folders of strangers, and a pack of theirs in the place of
  /// the shipped one would pass whatever it likes.
  static func shipped() -> String? {
    guard let path = program else { return nil }
    let program = URL(filePath: path)
    let beside = program.deletingLastPathComponent()
    let installed = beside.deletingLastPathComponent().appending(path: "share/tilsyn/policies").path
    let places = [beside.appending(path: "policies").path, installed]
    guard let path = places.first(where: isPack) ?? above(beside) else { return nil }
    // Shown relative to where the program runs, where it is there.
    let here = URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL.path
    return path == "\(here)/policies" ? "policies" : path
  }

  /// Where the program lies. Without /proc it is what it was called by, where that is a path: a bare name was found somewhere on
  /// PATH, and must not be looked for in the folder that it runs in.
  private static var program: String? {
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") { return path }
    let name = CommandLine.arguments[0]
    return name.hasPrefix("/") ? name : nil
  }

  private static func above(_ start: URL) -> String? {
    var folder = start.standardizedFileURL
    while true {
      let path = folder.appending(path: "policies").path
      if isPack(path) { return path }
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path { return nil }
      folder = parent
    }
  }

  /// A folder of packs holds the model: any other folder that happens to be called `policies` does not.
  private static func isPack(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/model")
  }
}

extension FilePath {
  /// A pipe that a shell hands over.
  fileprivate var isDevice: Bool { bytes.starts(with: "/dev/".utf8) }
}
