import Formats
import Foundation
import ImportCore
import Importers

/// The configuration of a run, and whose word it is.
struct ChosenConfiguration {
  var configuration = Configuration(.all)
  /// It lies in a folder that is judged, among files that may be a stranger's: it adds, and replaces nothing.
  var isOfJudgedFolder = false

  /// What `--config` says where none is to be read.
  static let none = "none"

  /// Reads the one that is named, else the one that lies in the first of the folders given that has one; a list of files is
  /// what the folder of these files is.
  init(named: String?, paths: [String]) throws {
    if let named {
      guard named != Self.none else { return }
      let file = FilePath(named)
      guard FileStatus.exists(file) else {
        throw CommandFailure.notJudged(
          "there is no configuration `\(file.shown)`", help: "`tilsyn init` writes one; `--config none` reads none")
      }
      configuration = try ConfigurationFailure.explained { try Configuration.load(file, .all) }
      let real = try? FileStatus.real(file)
      isOfJudgedFolder = paths.contains { path in
        guard let real, let folder = try? FileStatus.real(FilePath(path)) else { return false }
        return real.isWithin(folder)
      }
      return
    }
    let places = [Self.named(among: paths)].compactMap { $0 } + paths.map { FilePath($0) } + Self.folder(of: paths)
    for place in places {
      guard let file = try Self.find(in: place) else { continue }
      configuration = try ConfigurationFailure.explained { try Configuration.load(file, .all) }
      isOfJudgedFolder = true
      return
    }
  }

  /// The folder of a `tilsyn.yaml` that is itself among the paths.
  private static func named(among paths: [String]) -> FilePath? {
    paths.map { FilePath($0) }.first {
      $0.lastName.elementsEqual(name.utf8) && (try? FileStatus.of($0).kind) == .file
    }?.folder
  }

  /// The folder that all paths lie in, as they are written, where a file is among them: none where they have none in common.
  private static func folder(of paths: [String]) -> [FilePath] {
    let files = paths.map { FilePath($0) }
    guard files.contains(where: { (try? FileStatus.of($0).kind) == .file }) else { return [] }
    guard let first = files.first, files.allSatisfy({ $0.isAbsolute == first.isAbsolute }) else { return [] }
    var common = first.folder
    while !files.allSatisfy({ common == "." ? !$0.isAbsolute : $0.isWithin(common) }) {
      guard common.folder != common else { return [] }
      common = common.folder
    }
    // Everything lies in the root: that is no folder of exports.
    return common == "/" ? [] : [common]
  }

  private static let name = "tilsyn.yaml"

  private static func find(in folder: FilePath) throws -> FilePath? {
    guard (try? FileStatus.of(folder).kind) == .folder else { return nil }
    let name = Array(Self.name.utf8)
    let file = folder == "." ? FilePath(bytes: name) : folder.appending(name)
    let kind: FileStatus.Kind
    do throws(FileProblem) {
      kind = try FileStatus.of(file, followingLinks: false).kind
    } catch {
      guard !error.isMissing else { return nil }
      throw CommandFailure.notJudged(
        "`\(file.shown)` cannot be read: \(error.phrase)", help: "`--config none` leaves it unread")
    }
    guard kind == .link else { return file }
    guard let real = try? FileStatus.real(file), let home = try? FileStatus.real(folder), real.isWithin(home) else {
      throw CommandFailure.notJudged(
        "`\(file.shown)` is a link that leaves the folder",
        help: "name the configuration itself with --config; `--config none` leaves it unread")
    }
    return file
  }
}
