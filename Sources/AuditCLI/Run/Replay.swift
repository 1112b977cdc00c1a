import Audit
import AuditReports
import Evidence
import Formats
import Foundation
import Frameworks
import ImportCore
import Localization
import PolicyEngine
import Waivers

/// Repeats the audit of a bundle: by its policies, waivers and baseline, over the exports where they were, and demands the same
/// bytes.
///
/// The program may be another build; which one made the bundle is recorded, and is no difference.
struct Replay {
  let bundle: EvidenceBundle
  private var manifest: Manifest { bundle.manifest }

  /// Judges again and compares.
  /// - Throws: 3 at the first difference, 2 where it cannot be judged.
  func run(_ key: PseudonymKey?, jobs: Int?, _ talk: TalkOptions) throws {
    let job = try job(key, jobs: jobs, talk)
    try compareConfiguration(job)
    var outcome = try job.judge()
    outcome.result.toolVersion = manifest.version
    outcome.result.basis.commit = manifest.commit
    try compareInputs(outcome.result)
    let contents = try EvidenceWriter.contents(job, outcome)
    for (file, bytes) in contents.files where bundle.contents[file.path] != bytes {
      throw difference("judged again, `\(file.path)` is another")
    }
    let made = Set(contents.files.map(\.file.path) + [Envelope.keyName])
    if let more = bundle.contents.keys.filter({ !made.contains($0) }).min() {
      throw difference("judged again, there is no `\(more)`")
    }
    var again = EvidenceWriter.manifest(job, outcome, contents, after: nil)
    (again.number, again.previous, again.files) = (manifest.number, manifest.previous, manifest.files)
    guard again.bytes == manifest.bytes else { throw difference("judged again, the manifest is another") }
  }

  private func difference(_ message: Phrase) -> CommandFailure {
    .mismatch(
      "`\(bundle.folder.shown)` is not what its audit comes to:", details: [message],
      help: "is it run where the audit was, over the same exports?")
  }

  // MARK: The run of then

  private func job(_ key: PseudonymKey?, jobs: Int?, _ talk: TalkOptions) throws -> AuditJob {
    let then = manifest.run
    var words: [String] = []
    for text in then.contexts { words += ["--as", text] }
    if let config = then.config { words += ["--config", config] }
    if let asOf = then.asOfFlag { words += ["--as-of", asOf] }
    if let jobs { words += ["--jobs", String(jobs)] }
    let context = try ContextOptions.parse(words)
    let policies = try PolicyOptions.parse(
      then.policies.flatMap { ["--policies", $0] } + (then.languageFlag.map { ["--lang", $0] } ?? []))
    // What flags did not say, the environment, the locale or the clock did.
    let environment = Environment(["TILSYN_AS_OF": manifest.asOf, "TILSYN_LANG": then.language])
    var run = try AuditRun(
      paths: then.paths, context: context, policies: policies, talk: talk, environment: environment)
    run.replay(
      files("policies/").map {
        SourceText(path: $0.name, bytes: bundle.contents[$0.path] ?? [], isOfJudged: $0.isOfJudged)
      })
    run.disposition = try disposition(run)
    var gate = GateOptions(
      failOn: Severity(rawValue: then.failOn), isUnverifiedAllowed: then.unverified == "allow",
      isIncompleteAllowed: then.isIncompleteAllowed)
    gate.isNewOnly = then.isNewOnly
    let frameworks = try files("frameworks/").map { file in
      try ConfigurationFailure.explained {
        try FrameworkFile.read(bundle.contents[file.path] ?? [], path: file.name)
      }
    }
    return AuditJob(
      run: run, frameworks: ChosenFrameworks(files: frameworks), gate: gate, key: key, purpose: then.purpose,
      needs: .whole)
  }

  private func files(_ folder: String) -> [Manifest.File] {
    manifest.files.filter { $0.path.hasPrefix(folder) }.sorted { $0.path < $1.path }
  }

  private func disposition(_ run: AuditRun) throws -> ChosenDisposition {
    var disposition = ChosenDisposition()
    disposition.isNewOnly = manifest.run.isNewOnly
    disposition.ignoresWaivers = manifest.run.ignoresWaivers
    if let file = manifest.files.first(where: { $0.path == "waivers.yaml" }) {
      disposition.waivers = try ChosenWaivers(
        bundle.contents[file.path] ?? [], shown: file.name, isOfJudgedFolder: file.isOfJudged)
    }
    if let file = manifest.files.first(where: { $0.path == "baseline.json" }) {
      let bytes = bundle.contents[file.path] ?? []
      let stored = try ResultFile(bytes, shown: file.name, run.limits, isStandardInput: false)
      disposition.baseline = (stored.stored.result, stored.file)
      disposition.baselineBytes = bytes
    }
    return disposition
  }

  // MARK: What it rests on

  private func compareConfiguration(_ job: AuditJob) throws {
    let now = job.run.configuration.digests.map { NationalIdentity.masked($0.path) + " " + $0.sha256 }
    let then = files("configuration/").map { $0.name + " " + $0.sha256 }
    guard now != then else { return }
    throw difference("the configuration is not the one of then")
  }

  private func compareInputs(_ result: AuditResult) throws {
    let now = Dictionary(result.sources.map { ($0.path, $0.sha256) }) { first, _ in first }
    for input in manifest.inputs where now[input.path] != input.sha256 {
      throw difference(
        now[input.path] == nil ? "the export `\(input.path)` is missing" : "the export `\(input.path)` has changed")
    }
    let then = Set(manifest.inputs.map(\.path))
    if let more = result.sources.first(where: { !then.contains($0.path) }) {
      throw difference("the export `\(more.path)` is new")
    }
  }
}
