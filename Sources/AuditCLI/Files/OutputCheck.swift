import Formats
import Foundation
import ImportCore
import Importers
import Localization

/// Refuses outputs that would take the place of what is read, or of each other. Goes by what a file is: links, second
/// names and other spellings of a path change nothing.
///
/// A report may lie among the exports, where the next run knows it by its content and the next report takes its place.
struct OutputCheck {
  /// What steers a run, with what to call it.
  struct Steering {
    var what: NamedFile
    var paths: [FilePath]
  }

  let exports: [FilePath]
  let steering: [Steering]

  /// - Parameter paths: of the outputs.
  /// - Returns: whether one of them lies among the exports.
  /// - Throws: 64 where an output is refused, 2 where it cannot be written. Nothing has been written by then, and nothing
  ///   read but the file that an output would replace.
  @discardableResult
  func check(_ paths: [FilePath], outputFolder: FilePath?) throws(CommandFailure) -> Bool {
    guard !paths.isEmpty else { return false }
    let read = InputTree(exports)
    let others = steering.map { (what: $0.what, tree: InputTree($0.paths)) }
    var places: [OutputPlace] = []
    var coming: Set<FilePath> = []
    for path in paths {
      if Self.isIn(missing: outputFolder, path) {
        guard coming.insert(path).inserted else { throw Self.twice(path, path) }
        continue
      }
      let place = try OutputPlace(path)
      if let other = places.first(where: place.isSame) { throw Self.twice(other.path, path) }
      places.append(place)
      guard let identity = place.identity else { continue }
      for (what, tree) in others {
        if let input = tree.files[identity] { throw Self.refusal(path, "\(what.phrase) `\(input.shown)`") }
      }
      if let input = read.files[identity], !Self.mayGo(input) {
        throw Self.refusal(path, "the export `\(input.shown)`")
      }
    }
    return places.contains { $0.folder?.chain().contains { read.folders[$0] != nil } ?? false }
  }

  /// A file among the exports that nobody misses: it is empty, or an earlier output.
  private static func mayGo(_ path: FilePath) -> Bool {
    guard let status = try? FileStatus.of(path), status.kind == .file else { return false }
    return status.size == 0 || Registry.all.isOwnOutput(path)
  }

  private static func twice(_ one: FilePath, _ other: FilePath) -> CommandFailure {
    .usage(
      one == other
        ? "two formats would be written to `\(one.shown)`"
        : "two formats would be written to `\(one.shown)`: `\(other.shown)` is the same file",
      help: "give each a file of its own")
  }

  private static func refusal(_ path: FilePath, _ what: Phrase) -> CommandFailure {
    .usage("the output `\(path.shown)` is \(what), and would replace it", help: "write to another file")
  }

  /// Whether a path lies in an output folder that has to be made first: nothing is there that it could be.
  private static func isIn(missing folder: FilePath?, _ path: FilePath) -> Bool {
    guard let folder, path != folder, path.isWithin(folder) else { return false }
    do throws(FileProblem) {
      _ = try FileStatus.of(folder)
      return false
    } catch {
      return error.number == ENOENT
    }
  }
}
