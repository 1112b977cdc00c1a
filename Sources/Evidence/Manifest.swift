import Crypto

/// What a bundle of evidence holds and what it was made of: every file of it and every export by its digest, the run that
/// made it, and the bundle before it.
package struct Manifest: Equatable, Sendable {
  package static let schema = "tilsyn.evidence/1"
  package static let fileName = "manifest.json"

  /// A file of the bundle.
  package struct File: Equatable, Sendable {
    /// Within the bundle, `policies/3`.
    package var path: String
    package var sha256: String
    package var size: Int
    /// What it was called where it was read; empty for what the bundle alone has.
    package var name: String
    /// Whether it came with the exports: a stranger's word.
    package var isOfJudged: Bool

    package init(path: String, bytes: [UInt8], name: String = "", isOfJudged: Bool = false) {
      self.path = path
      sha256 = Self.digest(bytes)
      size = bytes.count
      self.name = name
      self.isOfJudged = isOfJudged
    }

    fileprivate init(path: String, sha256: String, size: Int, name: String, isOfJudged: Bool) {
      self.path = path
      self.sha256 = sha256
      self.size = size
      self.name = name
      self.isOfJudged = isOfJudged
    }

    /// SHA-256 in hexadecimal.
    package static func digest(_ bytes: [UInt8]) -> String {
      SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// An export that was read. Its content is no part of the bundle.
  package struct Input: Equatable, Sendable {
    package var path: String
    package var kind: String
    package var sha256: String
    package var records: Int
    package init(path: String, kind: String, sha256: String, records: Int) {
      self.path = path
      self.kind = kind
      self.sha256 = sha256
      self.records = records
    }
  }

  /// How the audit was asked for, as flags would say it again.
  package struct Run: Equatable, Sendable {
    package var paths: [String] = []
    package var contexts: [String] = []
    package var policies: [String] = []
    package var config: String?
    package var language = "en"
    package var languageFlag: String?
    package var asOfFlag: String?
    package var failOn = "high"
    package var unverified = "fail"
    package var isIncompleteAllowed = false
    package var isNewOnly = false
    package var ignoresWaivers = false
    package var purpose: String?
    package init() {}
  }

  package struct Previous: Equatable, Sendable {
    package var number: Int
    package var sha256: String
    package init(number: Int, sha256: String) {
      self.number = number
      self.sha256 = sha256
    }
  }

  package var version: String
  package var commit: String
  package var asOf: String
  package var exit: Int
  /// From 1 on, in the order in which the bundles of a folder were made.
  package var number: Int
  package var previous: Previous?
  package var run: Run
  package var files: [File]
  package var inputs: [Input]

  package init(
    version: String, commit: String, asOf: String, exit: Int, number: Int, previous: Previous?, run: Run, files: [File],
    inputs: [Input]
  ) {
    self.version = version
    self.commit = commit
    self.asOf = asOf
    self.exit = exit
    self.number = number
    self.previous = previous
    self.run = run
    self.files = files
    self.inputs = inputs
  }

  /// The bytes of `manifest.json`: canonical, with a digest over all the rest in it, so that no byte changes unseen.
  package var bytes: [UInt8] {
    guard case .object(var members) = json else { return [] }
    members["self"] = .text(File.digest(json.bytes))
    return CanonicalJSON.object(members).bytes
  }

  /// What names the bundle: the digest of its manifest.
  package var digest: String { File.digest(bytes) }

  private var json: CanonicalJSON {
    func texts(_ texts: [String]) -> CanonicalJSON { .list(texts.map { .text($0) }) }
    func optional(_ text: String?) -> CanonicalJSON { text.map { .text($0) } ?? .null }
    return .object([
      "schema": .text(Self.schema),
      "tool": .object(["name": .text("tilsyn"), "version": .text(version), "commit": .text(commit)]),
      "as_of": .text(asOf), "exit": .int(exit), "number": .int(number),
      "previous": previous.map { .object(["number": .int($0.number), "manifest": .text($0.sha256)]) } ?? .null,
      "run": .object([
        "paths": texts(run.paths), "contexts": texts(run.contexts), "policies": texts(run.policies),
        "config": optional(run.config), "language": .text(run.language), "lang": optional(run.languageFlag),
        "as_of": optional(run.asOfFlag), "fail_on": .text(run.failOn), "unverified": .text(run.unverified),
        "allow_incomplete": .bool(run.isIncompleteAllowed), "new_only": .bool(run.isNewOnly),
        "ignore_waivers": .bool(run.ignoresWaivers), "purpose": optional(run.purpose),
      ]),
      "files": .list(
        files.map {
          .object([
            "path": .text($0.path), "sha256": .text($0.sha256), "size": .int($0.size), "name": .text($0.name),
            "of_judged": .bool($0.isOfJudged),
          ])
        }),
      "inputs": .list(
        inputs.map {
          .object([
            "path": .text($0.path), "kind": .text($0.kind), "sha256": .text($0.sha256), "records": .int($0.records),
          ])
        }),
    ])
  }

  // MARK: Reading

  /// Reads `manifest.json`; `nil` where a byte of it is another.
  package init?(_ bytes: [UInt8]) {
    guard let json = CanonicalJSON(canonical: bytes), let read = Self.read(json), read.bytes == bytes else {
      return nil
    }
    self = read
  }

  private static func read(_ json: CanonicalJSON) -> Manifest? {
    guard json["schema"]?.text == schema, let version = json["tool"]?["version"]?.text,
      let commit = json["tool"]?["commit"]?.text, let asOf = json["as_of"]?.text, let exit = json["exit"]?.int,
      let number = json["number"]?.int, let run = json["run"].flatMap(run), let files = json["files"]?.elements,
      let inputs = json["inputs"]?.elements
    else { return nil }
    let readFiles = files.compactMap(file)
    let readInputs = inputs.compactMap(input)
    guard readFiles.count == files.count, readInputs.count == inputs.count else { return nil }
    let previous = json["previous"].flatMap { entry in
      entry["number"]?.int.flatMap { number in
        entry["manifest"]?.text.map { Previous(number: number, sha256: $0) }
      }
    }
    return Manifest(
      version: version, commit: commit, asOf: asOf, exit: exit, number: number, previous: previous, run: run,
      files: readFiles, inputs: readInputs)
  }

  private static func run(_ json: CanonicalJSON) -> Run? {
    func texts(_ name: String) -> [String] { json[name]?.elements?.compactMap(\.text) ?? [] }
    func flag(_ name: String) -> Bool { json[name] == .bool(true) }
    var run = Run()
    guard let language = json["language"]?.text, let failOn = json["fail_on"]?.text,
      let unverified = json["unverified"]?.text
    else { return nil }
    (run.paths, run.contexts, run.policies) = (texts("paths"), texts("contexts"), texts("policies"))
    (run.config, run.language, run.languageFlag) = (json["config"]?.text, language, json["lang"]?.text)
    (run.asOfFlag, run.failOn, run.unverified) = (json["as_of"]?.text, failOn, unverified)
    (run.isIncompleteAllowed, run.isNewOnly) = (flag("allow_incomplete"), flag("new_only"))
    (run.ignoresWaivers, run.purpose) = (flag("ignore_waivers"), json["purpose"]?.text)
    return run
  }

  private static func file(_ json: CanonicalJSON) -> File? {
    guard let path = json["path"]?.text, let sha256 = json["sha256"]?.text, let size = json["size"]?.int,
      let name = json["name"]?.text
    else { return nil }
    return File(path: path, sha256: sha256, size: size, name: name, isOfJudged: json["of_judged"] == .bool(true))
  }

  private static func input(_ json: CanonicalJSON) -> Input? {
    guard let path = json["path"]?.text, let kind = json["kind"]?.text, let sha256 = json["sha256"]?.text,
      let records = json["records"]?.int
    else { return nil }
    return Input(path: path, kind: kind, sha256: sha256, records: records)
  }
}
