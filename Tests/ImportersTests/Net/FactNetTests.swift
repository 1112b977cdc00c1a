import FactStore
import Formats
import Foundation
import Importers
import Testing

@testable import ImportCore

/// What the importers make of every example and every case, byte for byte, held by a digest for each folder.
///
/// `Tests/Golden/facts/digests.txt` changes only where a commit means to change what is read. Which facts changed, a run with
/// `TILSYN_NET=FOLDER` shows: it writes the texts behind the digests there (and those of every folder that another test of
/// the importers loads), to be compared with those of the commit before. `TILSYN_UPDATE_GOLDEN=1` writes the digests.
struct FactNetTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let golden = repository.appending(path: "Tests/Golden/facts/digests.txt")

  /// Folders of exports, by their path in the repository.
  static func folders() throws -> [String] {
    func inside(_ path: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: repository.appending(path: path).path).sorted().map {
        "\(path)/\($0)"
      }
    }
    let examples = try inside("examples").filter { $0 != "examples/generate" }
    return try examples + inside("Tests/Cases").flatMap(inside)
  }

  /// The facts of a folder as its own configuration, and the command line of its case, say that they are to be read.
  private static func text(of folder: String) throws -> String {
    let whole = repository.appending(path: folder)
    let settings = whole.appending(path: "tilsyn.yaml")
    let words = try arguments(whole)
    do {
      var configuration = Configuration(.all)
      if FileManager.default.fileExists(atPath: settings.path) {
        configuration = try Configuration.load(FilePath(settings.path), .all)
      }
      let overrides = try zip(words, words.dropFirst()).filter { $0.0 == "--as" }.map {
        try SourceOverride(parsing: $0.1, .all)
      }
      let loader = Loader(configuration: configuration, contexts: overrides, asOf: CalendarDate("2026-11-20")!)
      let loaded = try loader.load([whole.path])
      loaded.checkTranslations()
      return loaded.text
    } catch let error as ConfigurationError {
      return error.problems.map { "refused \($0.path):\($0.line): \($0.message)\n" }.joined()
    }
  }

  /// The arguments of a case's last run.
  private static func arguments(_ folder: URL) throws -> [String] {
    guard let bytes = try? Data(contentsOf: folder.appending(path: "case.json")),
      let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any], let run = object["run"] as? [Any]
    else { return [] }
    return (run.last as? [String]) ?? run.compactMap { $0 as? String }
  }

  @Test func everyFactIsAsBefore() async throws {
    let folders = try Self.folders()
    let digests = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for (number, folder) in folders.enumerated() {
        group.addTask {
          // Paths are as given, and stand in some messages.
          let text = try Self.text(of: folder).replacing(Self.repository.path + "/", with: "")
          Net.keep(text, named: folder)
          return (number, "\(Digest.of(Array(text.utf8)))  \(folder)")
        }
      }
      return try await group.reduce(into: [String](repeating: "", count: folders.count)) { $0[$1.0] = $1.1 }
    }
    if ProcessInfo.processInfo.environment["TILSYN_UPDATE_GOLDEN"] == "1" {
      try (digests.joined(separator: "\n") + "\n").write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8).split(separator: "\n").map(String.init)
    let changed = Set(digests).symmetricDifference(expected).map { $0.suffix(from: $0.firstIndex(of: " ")!) }
    #expect(changed.isEmpty, "what is read has changed in\(Set(changed).sorted().joined(separator: ","))")
    #expect(expected.count > 300)
  }
}
