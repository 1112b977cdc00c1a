import Audit
import AuditReports
import Evidence
import Formats
import Foundation
import ImportCore
import Localization
import PolicyEngine

/// Adds a bundle to a folder of evidence. The bundle appears whole or not at all.
struct EvidenceWriter {
  let folder: FilePath
  let key: SigningKey?

  /// What a bundle holds beside its manifest.
  struct Contents {
    var files: [(file: Manifest.File, bytes: [UInt8])] = []

    mutating func add(_ path: String, _ bytes: [UInt8], name: String = "", isOfJudged: Bool = false) {
      files.append((Manifest.File(path: path, bytes: bytes, name: name, isOfJudged: isOfJudged), bytes))
    }
  }

  /// Everything that a repetition needs, but the exports.
  static func contents(_ job: AuditJob, _ outcome: AuditJob.Outcome) throws -> Contents {
    var contents = Contents()
    contents.add("result.json", try outcome.storedResult())
    contents.add(
      "members.tsv",
      Array(IdentityGate.masked(String(decoding: MembersReport.bytes(outcome.auditor), as: UTF8.self)).utf8))
    let sources = outcome.checked.program.sources
    for (number, (source, file)) in zip(sources, outcome.result.basis.policies).enumerated() {
      contents.add(numbered("policies", number), source.bytes, name: file.path, isOfJudged: source.isOfJudged)
    }
    for (number, file) in job.run.configuration.digests.enumerated() {
      let bytes = try ConfigurationFailure.explained { try SettingsFile.bytes(FilePath(file.path)) }
      guard Digest.of(bytes) == file.sha256 else {
        throw CommandFailure.notJudged(
          "`\(file.path)` was changed while the audit ran", help: "audit again when nobody writes to it")
      }
      contents.add(numbered("configuration", number), bytes, name: NationalIdentity.masked(file.path))
    }
    if let waivers = job.run.disposition.waivers {
      contents.add(
        "waivers.yaml", waivers.bytes, name: waivers.file.file.path, isOfJudged: waivers.file.isOfJudgedFolder)
    }
    if let baseline = job.run.disposition.baseline {
      contents.add("baseline.json", job.run.disposition.baselineBytes, name: baseline.file.path)
    }
    for (number, file) in job.frameworks.files.enumerated() {
      contents.add(numbered("frameworks", number), file.bytes, name: file.file.path)
    }
    return contents
  }

  private static func numbered(_ folder: String, _ number: Int) -> String {
    let digits = String(number + 1)
    return "\(folder)/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The manifest of a bundle.
  static func manifest(
    _ job: AuditJob, _ outcome: AuditJob.Outcome, _ contents: Contents, after previous: Manifest?
  ) -> Manifest {
    let result = outcome.result
    return Manifest(
      version: result.toolVersion, commit: result.basis.commit, asOf: result.asOf.description,
      exit: Int(outcome.decision.exitCode), number: (previous?.number ?? 0) + 1,
      previous: previous.map { .init(number: $0.number, sha256: $0.digest) }, run: job.recorded,
      files: contents.files.map(\.file).sorted { $0.path < $1.path },
      inputs: result.sources.map {
        .init(path: $0.path, kind: $0.kind ?? "", sha256: $0.sha256, records: $0.records)
      })
  }

  /// Writes the bundle, and gives its name.
  func write(_ job: AuditJob, _ outcome: AuditJob.Outcome) throws -> FilePath {
    do throws(SystemError) {
      try OutputFolder.make(folder)
    } catch {
      throw CommandFailure.notJudged(
        "cannot make the folder `\(folder.shown)`: \(error.reason)", help: "is there a file of that name?")
    }
    let log: EvidenceLog
    do throws(FileProblem) {
      log = try EvidenceLog(folder)
    } catch {
      throw CommandFailure.notJudged("cannot list `\(folder.shown)`: \(error.phrase)", help: "name another folder")
    }
    if let problem = log.problems.first {
      throw CommandFailure.mismatch(
        "`\(folder.shown)` holds evidence that is not whole, and nothing is added to it:", details: [problem],
        help: "`tilsyn evidence log \(folder.shown)` shows all of it; name another folder to begin anew")
    }
    var contents = try Self.contents(job, outcome)
    if let key { contents.add(Envelope.keyName, key.publicKey.pem) }
    let manifest = Self.manifest(job, outcome, contents, after: log.last)
    var files = contents.files.map { (path: $0.file.path, bytes: $0.bytes) }
    if let key { files.append((Envelope.fileName, try Envelope(signing: manifest, with: key).bytes)) }
    files.append((Manifest.fileName, manifest.bytes))
    let digits = String(manifest.number)
    let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    try publish(files, as: name)
    return folder.appending(Array(name.utf8))
  }

  /// Writes all files into a hidden folder and gives it its name when they are on the disk.
  private func publish(_ files: [(path: String, bytes: [UInt8])], as name: String) throws {
    let hidden = folder.appending(Array(".tilsyn-\(UUID().uuidString.lowercased()).part".utf8))
    var isDone = false
    defer { if !isDone { try? FileManager.default.removeItem(atPath: hidden.text) } }
    do throws(SystemError) {
      try OutputFolder.make(hidden)
      for sub in Set(files.compactMap { $0.path.split(separator: "/").dropLast().first }) {
        try OutputFolder.make(hidden.appending(Array(sub.utf8)))
      }
    } catch {
      throw Self.failure(hidden, error)
    }
    var written: [AtomicFile] = []
    for file in files {
      let place = try AtomicFile(OutputPlace(hidden.appending(Array(file.path.utf8))), isPrivate: true)
      try place.write(file.bytes)
      written.append(place)
    }
    try AtomicFile.commit(written)
    let target = folder.appending(Array(name.utf8))
    guard hidden.withCString({ from in target.withCString { rename(from, $0) } }) == 0 else {
      let error = SystemError.last
      if error.code == EEXIST || error.code == ENOTEMPTY {
        throw CommandFailure.notJudged(
          "another run has added `\(target.shown)` meanwhile", help: "run again: a bundle follows the one before it")
      }
      throw Self.failure(target, error)
    }
    isDone = true
    (try? OutputFolder(folder))?.synchronise()
  }

  private static func failure(_ path: FilePath, _ error: SystemError) -> CommandFailure {
    .notJudged("cannot write `\(path.shown)`: \(error.reason)", help: "make room, or write to another place")
  }
}

extension AuditJob {
  /// How the audit was asked for, as a bundle records it.
  var recorded: Manifest.Run {
    var recorded = Manifest.Run()
    recorded.paths = run.paths
    recorded.contexts = run.context.contexts
    recorded.policies = run.policyFlags
    recorded.config = run.context.config
    recorded.asOfFlag = run.context.asOf
    recorded.language = run.language
    recorded.languageFlag = run.languageFlag
    recorded.failOn = gate.failOn?.rawValue ?? "never"
    recorded.unverified = gate.isUnverifiedAllowed ? "allow" : "fail"
    recorded.isIncompleteAllowed = gate.isIncompleteAllowed
    recorded.isNewOnly = gate.isNewOnly
    recorded.ignoresWaivers = run.disposition.ignoresWaivers
    recorded.purpose = purpose
    return recorded
  }
}
