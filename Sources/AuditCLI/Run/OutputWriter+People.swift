import Audit
import AuditReports
import Formats

extension OutputWriter {
  /// A key where pseudonyms need one and none is given: that of the output folder, which keeps it, or one of this run alone.
  /// - Parameter beside: a folder that may have one, and is not written to.
  func drawnKey(
    for targets: [OutputTarget], in folder: FilePath?, beside: FilePath? = nil
  ) throws -> PseudonymKey? {
    guard result.identifiers == .full, targets.contains(where: { !namesPeople(in: $0.format) }) else { return nil }
    if let beside, let key = try FolderKey.read(beside) { return key }
    if let folder { return try FolderKey.readOrDraw(folder) }
    return nil
  }

  /// Says on standard error which files name people in full, and who is behind the pseudonyms of the others.
  func sayHowPeopleAreNamed(_ targets: [OutputTarget], isKeyGiven: Bool) {
    let files = targets.compactMap { target in target.path.map { (name: $0.shown, format: target.format) } }
    let full = files.filter { namesPeople(in: $0.format) }.map { "`\($0.name)`" }
    if !full.isEmpty {
      let isAll = full.count == files.count
      StandardError.write(
        (isAll ? "the files name" : "\(full.joined(separator: ", ")) \(full.count == 1 ? "names" : "name")")
          + " people and addresses in full: treat them as you treat the exports\n")
    }
    guard result.identifiers == .full, full.count < files.count else { return }
    if identifiers == .mask { return }
    let others = full.isEmpty ? "the files have" : "the others have"
    let key =
      isKeyGiven
      ? "under the key that was given"
      : key == nil
        ? "under a key that was drawn for this run and is not kept"
        : "under a key that lies in `\(FolderKey.fileName)`"
    StandardError.write("\(others) pseudonyms for people, \(key)\n")
  }
}
