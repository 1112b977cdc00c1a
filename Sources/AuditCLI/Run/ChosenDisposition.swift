import Audit
import AuditReports
import Formats
import Foundation
import ImportCore
import Localization
import Waivers

/// The waivers of a run, and whose word they are.
struct ChosenWaivers {
  /// `nil` where its bytes were at hand.
  let path: FilePath?
  let file: WaiverFile
  let bytes: [UInt8]

  /// Reads the file.
  /// - Parameter judging: the exports: a file among them may be by whoever made them.
  /// - Throws: 2 where it cannot be read, or something in it is wrong.
  init(_ path: FilePath, judging paths: [String]) throws {
    self.path = path
    guard FileStatus.exists(path) else {
      throw CommandFailure.notJudged(
        "there is no file of waivers `\(path.shown)`", help: "`tilsyn waiver add` writes one")
    }
    let (waivers, bytes) = try ConfigurationFailure.explained { try WaiverReader.read(path) }
    let real = try? FileStatus.real(path)
    let isAmongExports = paths.contains { name in
      guard let real, let folder = try? FileStatus.real(FilePath(name)) else { return false }
      return real.isWithin(folder)
    }
    self.bytes = bytes
    file = WaiverFile(
      file: AuditBasis.File(path: NationalIdentity.masked(path.shown), sha256: Digest.of(bytes)), waivers: waivers,
      isOfJudgedFolder: isAmongExports)
  }

  /// A file that was read before.
  init(_ bytes: [UInt8], shown: String, isOfJudgedFolder: Bool) throws {
    path = nil
    self.bytes = bytes
    file = WaiverFile(
      file: AuditBasis.File(path: shown, sha256: Digest.of(bytes)),
      waivers: try ConfigurationFailure.explained { try WaiverReader.read(bytes, path: shown) },
      isOfJudgedFolder: isOfJudgedFolder)
  }
}

/// What the findings of a run are held against, read before the exports are.
struct ChosenDisposition {
  var waivers: ChosenWaivers?
  var ignoresWaivers = false
  var baseline: (result: AuditResult, file: AuditBasis.File)?
  var baselinePath: FilePath?
  var baselineBytes: [UInt8] = []
  var isNewOnly = false

  static let none = ChosenDisposition()

  /// What no output may replace.
  var steering: [OutputCheck.Steering] {
    [
      .init(what: .waivers, paths: waiverPaths),
      .init(what: .baseline, paths: [baselinePath].compactMap { $0 }),
    ]
  }

  /// The file of waivers, where one is named.
  var waiverPaths: [FilePath] { [waivers?.path].compactMap { $0 } }

  /// Files of waivers that lie among the exports, and that nobody named: they count for nothing.
  func unnamed(in paths: [String]) -> [FilePath] {
    let named = waivers?.path.flatMap { try? FileStatus.of($0).identity }
    return paths.map { FilePath($0) }.filter { (try? FileStatus.of($0).kind) == .folder }.map {
      $0.appending(Array(WaiverReader.fileName.utf8))
    }.filter { path in
      guard let identity = try? FileStatus.of(path).identity else { return false }
      return identity != named
    }
  }
}

extension AuditRun {
  /// Holds the findings of a result against waivers and an earlier result.
  func dispose(_ result: inout AuditResult, _ auditor: Auditor) throws {
    for path in disposition.unnamed(in: paths) {
      result.warnings.append(
        say("`\(path.shown)` lies among the exports, and no waiver of it counts: name it with --waivers"))
    }
    var context = AuditResult.Context()
    context.waivers = disposition.waivers?.file
    context.ignoresWaivers = disposition.ignoresWaivers
    context.baseline = disposition.baseline
    context.kinds = configuration.kindsByRelation
    context.declaredKinds = Set(configuration.absences.flatMap(\.kinds))
    context.threads = jobs
    do throws(AuditResult.IncomparableBaseline) {
      try result.dispose(context) { auditor.people }
    } catch {
      throw CommandFailure.notJudged(
        "the baseline `\(disposition.baseline?.file.path ?? "")` was made with another key, and has pseudonyms in it",
        help: "give the key of then with --pseudonym-key, or make a new baseline with `-f json=FILE`")
    }
  }
}
