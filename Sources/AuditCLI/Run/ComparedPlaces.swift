import Audit
import AuditReports
import FactStore
import Formats
import ImportCore
import Importers
import PolicyEngine

/// Two places that are compared: folders with exports, or results.
struct ComparedPlaces {
  let old: String
  let new: String
  let context: ContextOptions
  let policies: PolicyOptions
  let talk: TalkOptions
  let environment: Environment

  /// Exports that were judged, with what tells their systems.
  private struct Judged {
    var run: JudgedRun
    var systems: Set<String>
    var kinds: [String: [String]]
    var jobs: Int
  }

  /// - Throws: 2 where one of them cannot be read or judged, 64 where nothing can be compared.
  func differences() throws -> Differences {
    let paths = (old: FilePath(old).shown, new: FilePath(new).shown)
    switch (try stored(old), try stored(new)) {
    case (nil, nil):
      let numbers = PersonNumbers()
      let before = try judge(old, context, sharing: numbers)
      let after = try judge(new, context, sharing: numbers)
      var options = CompareAudits.Options(paths: paths, systems: (before.systems, after.systems))
      options.kinds = after.kinds
      options.catalogues = Registry.all.catalogues
      options.aboutDocuments = Registry.all.relationsAboutDocuments
      options.threads = after.jobs
      return CompareAudits(old: before.run.auditor, new: after.run.auditor, options: options).differences()
    case (let before?, let after?):
      return CompareResultFiles(before, after, paths: paths).differences()
    case (let before?, nil):
      let after = try judge(new, asOf(before))
      return CompareResultFiles(before, after.run.result, paths: paths).differences()
    case (nil, let after?):
      let before = try judge(old, asOf(after))
      return CompareResultFiles(before.run.result, after, paths: paths).differences()
    }
  }

  /// The day of a result stands in for `--as-of`.
  private func asOf(_ result: AuditResult) -> ContextOptions {
    var context = context
    if context.asOf == nil { context.asOf = result.asOf.description }
    return context
  }

  /// A result, where the path is a file; `nil` for a folder.
  private func stored(_ path: String) throws -> AuditResult? {
    guard path != ArgumentFile.standardInput, (try? FileStatus.of(FilePath(path)).kind) != .folder else { return nil }
    return try ResultFile(path, context.limits.limits(environment)).stored.result
  }

  /// - Parameter numbers: those of people without a name, where facts are compared and not results.
  private func judge(
    _ path: String, _ context: ContextOptions, sharing numbers: PersonNumbers? = nil
  ) throws -> Judged {
    var run = try AuditRun(
      paths: [path], context: context, policies: policies, talk: talk, environment: environment)
    run.personNumbers = numbers
    let checked = try run.check()
    let loaded = try run.load()
    // Of nothing, everything could be said: a wrong path must not look as if all were well.
    guard !loaded.files.isEmpty else {
      throw CommandFailure.notJudged("no file was found", help: "give the files and folders that hold the exports")
    }
    let judged = try run.judge(checked, loaded, listsRights: numbers == nil, comparesRights: numbers != nil)
    return Judged(
      run: judged, systems: loaded.systemsLoaded, kinds: run.configuration.kindsByRelation, jobs: run.jobs)
  }
}
