import Audit
import AuditReports
import Formats
import Localization

extension OutputWriter {
  /// Takes the key that is given. Where pseudonyms need one and none is, that of the output folder, which keeps it; without a
  /// folder it is one of this run alone.
  /// - Parameter beside: a folder that may have one, and is not written to.
  /// - Returns: the file that is to keep a key which was drawn.
  mutating func takeKey(
    _ given: PseudonymKey?, for targets: [OutputTarget], in folder: FilePath?, beside: FilePath? = nil
  ) throws -> AtomicFile? {
    key = given
    let isNeeded = targets.contains { identifiers(of: $0.format) == .pseudonym }
    guard key == nil, isNeeded, result.identifiers == .full else { return nil }
    for place in [beside, folder].compactMap({ $0 }) where key == nil { key = try FolderKey.read(place) }
    guard key == nil, let folder else { return nil }
    let drawn = try FolderKey.draw(for: folder)
    key = drawn.key
    return drawn.file
  }

  /// Says on standard error which files name people in full, and who is behind the pseudonyms of the others.
  func sayHowPeopleAreNamed(_ targets: [OutputTarget], isKeyGiven: Bool) {
    let files = targets.compactMap { target in target.path.map { (name: $0.shown, format: target.format) } }
    let full = files.filter { namesPeople(in: $0.format) }.map { "`\($0.name)`" }
    let say = result.wording
    let named = full.joined(separator: ", ")
    if !full.isEmpty {
      let isAll = full.count == files.count
      StandardError.write(
        (isAll
          ? say("the files name people and addresses in full: treat them as you treat the exports")
          : say(
            """
            \(named) \(plural: full.count, "names", "name") people and addresses in full: treat them as you treat the exports
            """)) + "\n")
    }
    guard result.identifiers == .full, full.count < files.count else { return }
    if identifiers == .mask { return }
    let source: Phrase =
      isKeyGiven
      ? "under the key that was given"
      : key == nil
        ? "under a key that was drawn for this run and is not kept"
        : "under a key that lies in `\(FolderKey.fileName)`"
    StandardError.write(
      (full.isEmpty
        ? say("the files have pseudonyms for people, \(source)")
        : say("the others have pseudonyms for people, \(source)")) + "\n")
  }
}
