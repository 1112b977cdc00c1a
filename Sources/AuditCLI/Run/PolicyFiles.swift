import Foundation
import PolicyEngine

/// Finds and reads policy texts.
enum PolicyFiles {
  static let suffix = ".policy"

  /// The texts of all policy files at these paths; folders are searched through. Sorted by path, each file once.
  static func read(_ paths: [String]) throws -> [SourceText] {
    var files: Set<String> = []
    for path in paths { files.formUnion(try find(path)) }
    return try files.sorted().map { file in
      guard let data = FileManager.default.contents(atPath: file) else {
        throw CommandFailure.notJudged("cannot read the policy file `\(file)`")
      }
      return SourceText(path: file, bytes: Array(data))
    }
  }

  private static func find(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure.notJudged("there are no policies at `\(path)`: no such file or folder")
    }
    if !isFolder.boolValue {
      // Diagnostics quote the line that is wrong; an export given by mistake must not be quoted.
      guard path.hasSuffix(suffix) || path.hasPrefix("/dev/") else {
        throw CommandFailure.notJudged(
          "`\(path)` is no policy file", help: "the name of a policy file ends in `\(suffix)`")
      }
      return [path]
    }
    let found = try entries(path)
    if found.isEmpty {
      throw CommandFailure.notJudged(
        "there are no policies in the folder `\(path)`", help: "policy files end in `\(suffix)`")
    }
    return found
  }

  private static func entries(_ folder: String) throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandFailure.notJudged("cannot list the folder `\(folder)`")
    }
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        found += try entries(path)
      } else if name.hasSuffix(suffix) {
        found.append(path)
      }
    }
    return found
  }

  /// The shipped packs: beside the program, where it is installed, or in the tree that it was built in.
  ///
  /// Never those of the folder it runs in: exports come with folders of strangers, and a pack of theirs in the place of
  /// the shipped one would pass whatever it likes.
  static func shipped() -> String? {
    let program = URL(
      filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0])
    let beside = program.deletingLastPathComponent()
    let installed = beside.deletingLastPathComponent().appending(path: "share/tilsyn/policies").path
    let places = [beside.appending(path: "policies").path, installed]
    guard let path = places.first(where: isPack) ?? above(beside) else { return nil }
    // Shown relative to where the program runs, where it is there.
    let here = URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL.path
    return path == "\(here)/policies" ? "policies" : path
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
