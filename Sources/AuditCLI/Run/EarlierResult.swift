import Audit
import FactStore
import Formats
import Foundation
import ImportCore
import Importers
import Localization
import PolicyEngine

/// What an earlier result says of its inputs.
struct EarlierResult {
  let path: String
  let asOf: String
  /// SHA-256 by path.
  private let digests: [ExactText: String]
  /// SHA-256 of the policy files, and of the configuration with its mappings, with their paths.
  private let policies: [String: String]
  private let configuration: [String: String]
  /// What was said of files with `--as`.
  private let contexts: [String]

  init(_ path: String) throws {
    let file = FilePath(path)
    self.path = file.shown
    guard FileStatus.exists(file) else {
      throw CommandFailure.notJudged(
        "there is no result `\(file.shown)`", help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
    let data = Data(try ArgumentFile.bytes(file, .result))
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      object["schema"] as? String == "tilsyn.result/1", let asOf = object["as_of"] as? String,
      let sources = object["sources"] as? [[String: Any]]
    else {
      throw CommandFailure.notJudged(
        "`\(file.shown)` is no result of tilsyn: its schema is not `tilsyn.result/1`",
        help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
    guard CalendarDate(asOf) != nil else {
      throw CommandFailure.notJudged(
        "`\(file.shown)` is no result of tilsyn: its day is none",
        help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
    self.asOf = asOf
    var digests: [ExactText: String] = [:]
    for source in sources {
      guard let name = source["path"] as? String, let digest = source["sha256"] as? String, !digest.isEmpty else {
        continue
      }
      digests[ExactText(name)] = digest
    }
    self.digests = digests
    guard let basis = object["basis"] as? [String: Any] else {
      throw CommandFailure.notJudged(
        "`\(path)` does not say which policies it was made with", help: "an older version wrote it; audit again")
    }
    policies = Self.files(basis["policies"])
    configuration = Self.files(basis["configuration"])
    contexts = Self.contexts(basis["arguments"] as? [String] ?? [])
  }

  /// Paths by digest.
  private static func files(_ list: Any?) -> [String: String] {
    let files = (list as? [[String: String]] ?? []).compactMap { file in
      file["path"].flatMap { path in file["sha256"].map { ($0, path) } }
    }
    return Dictionary(files) { first, _ in first }
  }

  private static func contexts(_ arguments: [String]) -> [String] {
    arguments.indices.dropLast().filter { arguments[$0] == "--as" }.map { arguments[$0 + 1] }
  }

  /// Ends with 3 unless exactly the same files were read, by the same policies and under the same configuration.
  func check(_ loaded: LoadedSources, _ run: AuditRun, _ checked: CheckedProgram) throws {
    try check(loaded)
    let basis = run.basis(checked)
    var differences: [Phrase] = []
    let kinds: [(NamedFile, [String: String], [AuditBasis.File])] = [
      (.policy, policies, basis.policies), (.configuration, configuration, basis.configuration),
    ]
    for (what, then, now) in kinds {
      let digests = Set(now.map(\.sha256))
      for path in then.filter({ !digests.contains($0.key) }).map(\.value).sorted() {
        differences.append("\(what.phrase) `\(path)` is another or is missing")
      }
      for file in now where then[file.sha256] == nil && !then.values.contains(file.path) {
        differences.append("\(what.phrase) `\(file.path)` is new")
      }
    }
    if Self.contexts(basis.arguments).map({ ExactText($0) }) != contexts.map({ ExactText($0) }) {
      differences.append("`--as` says something else of the files")
    }
    guard !differences.isEmpty else { return }
    throw CommandFailure.mismatch(
      "policies and configuration are not those that `\(path)` was made with:", details: Array(differences.prefix(10)),
      help: "give the same arguments as then, or leave --result out")
  }

  /// Ends with 3 unless exactly the same files were read.
  private func check(_ loaded: LoadedSources) throws {
    let now = Dictionary(loaded.digests.map { (ExactText($0.path), $0.sha256) }) { first, _ in first }
    var differences: [Phrase] = []
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) where now[name] != digest {
      differences.append(now[name] == nil ? "`\(name.text)` is missing" : "`\(name.text)` has changed")
    }
    for name in now.keys.sorted() where digests[name] == nil { differences.append("`\(name.text)` is new") }
    guard !differences.isEmpty else { return }
    throw CommandFailure.mismatch(
      "the exports are not those that `\(path)` was made of:", details: Array(differences.prefix(10)),
      help: "give the same paths as then, or leave --result out")
  }
}

extension ResultOption {
  /// Reads the result, where one is named; its day stands in for `--as-of`.
  func read(_ context: inout ContextOptions) throws -> EarlierResult? {
    guard let result else { return nil }
    let earlier = try EarlierResult(result)
    if context.asOf == nil { context.asOf = earlier.asOf }
    return earlier
  }
}
