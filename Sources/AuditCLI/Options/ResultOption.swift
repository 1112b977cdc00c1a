import ArgumentParser
import Foundation
import Importers

/// `--result FILE`: the exports must be those that a result was made of.
struct ResultOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A result (-f json): its day is judged, and the exports must be those it was made of, else exit code 3.",
      valueName: "file"))
  var result: String?

  /// Reads the result, where one is named; its day stands in for `--as-of`.
  func read(_ context: inout ContextOptions) throws -> EarlierResult? {
    guard let result else { return nil }
    let earlier = try EarlierResult(result)
    if context.asOf == nil { context.asOf = earlier.asOf }
    return earlier
  }
}

/// What an earlier result says of its inputs.
struct EarlierResult {
  let path: String
  let asOf: String
  /// SHA-256 by path.
  private let digests: [String: String]

  init(_ path: String) throws {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.notJudged(
        "there is no result `\(path)`", help: "`tilsyn audit PATH -f json=FILE` writes one")
    }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      object["schema"] as? String == "tilsyn.result/1", let asOf = object["as_of"] as? String,
      let sources = object["sources"] as? [[String: Any]]
    else { throw CommandFailure.notJudged("`\(path)` is no result of tilsyn: its schema is not `tilsyn.result/1`") }
    self.asOf = asOf
    var digests: [String: String] = [:]
    for source in sources {
      guard let name = source["path"] as? String, let digest = source["sha256"] as? String, !digest.isEmpty else {
        continue
      }
      digests[name] = digest
    }
    self.digests = digests
  }

  /// Ends with 3 unless exactly the same files were read.
  func check(_ loaded: LoadedSources) throws {
    let now = Dictionary(loaded.digests.map { ($0.path, $0.sha256) }) { first, _ in first }
    var differences: [String] = []
    for (name, digest) in digests.sorted(by: { $0.key < $1.key }) where now[name] != digest {
      differences.append(now[name] == nil ? "`\(name)` is missing" : "`\(name)` has changed")
    }
    for name in now.keys.sorted() where digests[name] == nil { differences.append("`\(name)` is new") }
    guard !differences.isEmpty else { return }
    throw CommandFailure.mismatch(
      "the exports are not those that `\(path)` was made of:\n" + differences.prefix(10).joined(separator: "\n"),
      help: "give the same paths as then, or leave --result out")
  }
}
