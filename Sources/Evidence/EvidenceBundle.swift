import FactStore
import Formats
import Localization

/// Why a bundle is not what it says it is.
package struct EvidenceProblem: Error {
  package enum Kind: Sendable {
    /// Something differs from what was recorded or signed.
    case mismatch
    /// It cannot be read, or is no bundle.
    case unreadable
  }

  package let kind: Kind
  /// Lower case, for people.
  package let message: Phrase
  package let help: Phrase

  package init(_ kind: Kind, _ message: Phrase, help: Phrase = "") {
    self.kind = kind
    self.message = message
    self.help = help
  }
}

/// A bundle of evidence, read back whole: the manifest, and every file that it names.
package struct EvidenceBundle: Sendable {
  package let folder: FilePath
  package let manifest: Manifest
  /// By path within the bundle; all but the manifest and its signature.
  package let contents: [String: [UInt8]]
  package let envelope: Envelope?

  /// Reads a bundle and holds every file against the manifest.
  /// - Throws: the first file that differs, in the order of their names.
  package init(_ folder: FilePath) throws(EvidenceProblem) {
    self.folder = folder
    var files = try Self.files(of: folder)
    guard let bytes = files.removeValue(forKey: Manifest.fileName) else {
      throw EvidenceProblem(
        .unreadable, "`\(folder.shown)` is no bundle of evidence: it has no \(Manifest.fileName)",
        help: "a bundle is a folder that `tilsyn audit PATH --evidence FOLDER` wrote in FOLDER")
    }
    guard let manifest = Manifest(bytes) else { throw Self.differs(Manifest.fileName) }
    self.manifest = manifest
    envelope = try files.removeValue(forKey: Envelope.fileName).map { bytes throws(EvidenceProblem) in
      guard let envelope = Envelope(bytes), envelope.isAbout(manifest) else { throw Self.differs(Envelope.fileName) }
      return envelope
    }
    var named: Set<String> = []
    for file in manifest.files.sorted(by: { $0.path < $1.path }) {
      named.insert(file.path)
      guard let bytes = files[file.path] else {
        throw EvidenceProblem(.mismatch, "`\(file.path)` is missing in the bundle")
      }
      guard bytes.count == file.size, Manifest.File.digest(bytes) == file.sha256 else { throw Self.differs(file.path) }
    }
    if let more = files.keys.filter({ !named.contains($0) }).min() {
      throw EvidenceProblem(.mismatch, "`\(more)` lies in the bundle, and its manifest does not name it")
    }
    contents = files
    // A bundle that names who signed it has to be signed.
    let hasKey = contents[Envelope.keyName] != nil
    guard hasKey == (envelope != nil) else {
      throw EvidenceProblem(
        .mismatch,
        hasKey
          ? "`\(Envelope.fileName)` is missing in the bundle, which names who signed it"
          : "the bundle is signed, and its manifest does not say by whom")
    }
    if let envelope {
      guard let key = contents[Envelope.keyName].flatMap({ PublicKey($0) }), envelope.isSigned(by: key) else {
        throw EvidenceProblem(.mismatch, "the signature is not one of the key that the bundle names")
      }
    }
  }

  private static func differs(_ name: String) -> EvidenceProblem {
    EvidenceProblem(.mismatch, "`\(name)` is not what was written")
  }

  /// Holds the signature against a key that somebody trusts.
  package func verify(_ key: PublicKey) throws(EvidenceProblem) {
    guard let envelope else {
      throw EvidenceProblem(
        .mismatch, "the bundle is not signed", help: "`tilsyn audit PATH --evidence FOLDER --sign-key FILE` signs one")
    }
    guard envelope.keyID == key.id else {
      throw EvidenceProblem(
        .mismatch, "the bundle is signed with another key, \(envelope.keyID.prefix(16).description)",
        help: "is it the key of whoever was to sign it?")
    }
    guard envelope.isSigned(by: key) else {
      throw EvidenceProblem(.mismatch, "the signature does not fit the manifest")
    }
    if let last = key.expires, let day = CalendarDate(manifest.asOf), day > last {
      throw EvidenceProblem(
        .mismatch, "the key had expired on \(last.description), and the audit is of \(manifest.asOf)",
        help: "ask who signed it for a bundle that is signed with a key in use")
    }
  }

  /// The files of a folder and of those in it, by their paths.
  private static func files(of folder: FilePath) throws(EvidenceProblem) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var pending = [(path: folder, name: "")]
    while let next = pending.popLast() {
      for (name, kind) in try entries(next.path) {
        let path = next.path.appending(name)
        let shown = next.name + String(decoding: name, as: UTF8.self)
        switch kind {
        case .folder: pending.append((path, shown + "/"))
        case .file: files[shown] = try bytes(path)
        default: throw EvidenceProblem(.mismatch, "`\(shown)` in the bundle is no file")
        }
      }
    }
    return files
  }

  /// What lies in a folder; links are links.
  private static func entries(
    _ folder: FilePath
  ) throws(EvidenceProblem) -> [(name: [UInt8], kind: FileStatus.Kind)] {
    do throws(FileProblem) {
      return try OpenFolder(folder).names().map { name throws(FileProblem) in
        (name, try FileStatus.of(folder.appending(name), followingLinks: false).kind)
      }
    } catch {
      throw EvidenceProblem(.unreadable, "cannot read `\(folder.shown)`: \(error.phrase)")
    }
  }

  private static func bytes(_ path: FilePath) throws(EvidenceProblem) -> [UInt8] {
    do throws(FormatProblem) {
      return try RawFile.read(path).bytes
    } catch {
      throw EvidenceProblem(.unreadable, "cannot read `\(path.shown)`: \(error.message)")
    }
  }
}
