import Formats
import Localization

/// A folder of bundles, each of which names the one before it: what was concluded when, and that nothing was taken out.
package struct EvidenceLog: Sendable {
  /// A bundle of the log, or what is wrong with it.
  package struct Entry: Sendable {
    /// The name of its folder.
    package let name: String
    package let manifest: Manifest?
    package let isSigned: Bool
  }

  package let folder: FilePath
  /// In the order of their numbers; those that cannot be read come last.
  package let entries: [Entry]

  /// Reads the manifests of all bundles.
  /// - Throws: where the folder cannot be listed.
  package init(_ folder: FilePath) throws(FileProblem) {
    self.folder = folder
    var entries: [Entry] = []
    for name in try OpenFolder(folder).names() where name.first != UInt8(ascii: ".") {
      let path = folder.appending(name)
      guard (try? FileStatus.of(path, followingLinks: false).kind) == .folder else { continue }
      let file = path.appending(Array(Manifest.fileName.utf8))
      guard FileStatus.exists(file) else { continue }
      let bytes = try? RawFile.read(file).bytes
      entries.append(
        Entry(
          name: String(decoding: name, as: UTF8.self), manifest: bytes.flatMap { Manifest($0) },
          isSigned: FileStatus.exists(path.appending(Array(Envelope.fileName.utf8)))))
    }
    self.entries = entries.sorted { left, right in
      let (one, other) = (left.manifest?.number ?? .max, right.manifest?.number ?? .max)
      return one != other ? one < other : left.name < right.name
    }
  }

  /// The bundle that the next one follows.
  package var last: Manifest? { entries.last { $0.manifest != nil }?.manifest }

  /// What is wrong with the chain; empty where every bundle follows the one before it.
  package var problems: [Phrase] {
    var problems: [Phrase] = entries.filter { $0.manifest == nil }.map {
      "`\($0.name)/\(Manifest.fileName)` is not what was written"
    }
    let known = entries.compactMap { entry in entry.manifest.map { (entry.name, $0) } }
    let digests = Dictionary(known.map { ($0.1.digest, $0.1.number) }) { first, _ in first }
    var followers: [String: String] = [:]
    for (name, manifest) in known {
      let before = manifest.previous?.sha256 ?? ""
      if let other = followers[before] {
        problems.append(
          manifest.previous == nil
            ? "the chain is forked: `\(other)` and `\(name)` both begin it"
            : "the chain is forked: `\(other)` and `\(name)` both follow the same bundle")
      }
      followers[before] = followers[before] ?? name
      guard let previous = manifest.previous else {
        if manifest.number != 1 {
          problems.append("the chain is broken: `\(name)` is number \(manifest.number), and names none before it")
        }
        continue
      }
      if digests[previous.sha256] != previous.number || previous.number + 1 != manifest.number {
        problems.append(
          "the chain is broken: `\(name)` follows number \(previous.number), which is not here or is another")
      }
    }
    return problems
  }

  /// Whether a bundle follows the one that it names; nothing is wrong where it lies alone.
  package func problem(of manifest: Manifest) -> Phrase? {
    guard let previous = manifest.previous, let entry = entries.first(where: { $0.manifest?.number == previous.number })
    else { return nil }
    return entry.manifest?.digest == previous.sha256
      ? nil : Phrase("the chain is broken: number \(previous.number) is not the bundle that this one follows")
  }
}
