import AuditReports
import Formats

/// The key that was drawn for a folder of reports and lies in it: reports that are written there again give people the same
/// names. It is for whoever has the exports, as is the result beside it.
enum FolderKey {
  static let fileName = "pseudonym.key"

  /// The key of a folder; `nil` where it has none.
  static func read(_ folder: FilePath) throws -> PseudonymKey? {
    let path = folder.appending(fileName.utf8)
    guard FileStatus.exists(path) else { return nil }
    let bytes = try ArgumentFile.bytes(path, limit: 1 << 20, .key)
    guard let key = PseudonymKey(bytes) else {
      throw CommandFailure.notJudged(
        "the key `\(path.shown)` is too short: it has fewer than \(PseudonymKey.leastBytes) bytes and could be guessed",
        help: "remove it, and a new one is drawn")
    }
    return key
  }

  /// A key for a folder that has none, and the file that is to hold it: it gets its name with the reports that need it.
  static func draw(for folder: FilePath) throws -> (key: PseudonymKey, file: AtomicFile) {
    let text = Array(PseudonymKey.draw().utf8)
    let file = try AtomicFile(OutputPlace(folder.appending(fileName.utf8)), isPrivate: true)
    try file.write(text)
    return (PseudonymKey(text)!, file)
  }
}
