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
    let result = try ResultFile(path, context.limits.limits(environment)).stored.result
    try Self.checkSomethingWasRead(result, path)
    return result
  }

  /// Of nothing, everything could be said: a wrong path must not look as if all were well.
  private static func checkSomethingWasRead(_ result: AuditResult, _ path: String) throws {
    guard result.sources.contains(where: { $0.used > 0 || $0.kind != nil && $0.rejected == 0 }) else {
      throw CommandFailure.notJudged(
        "nothing was read of `\(FilePath(path).shown)`", help: "`tilsyn sources` shows what was recognised in each file"
      )
    }
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
    let judged = try run.judge(checked, loaded, listsRights: numbers == nil, comparesRights: numbers != nil)
    try Self.checkSomethingWasRead(judged.result, path)
    return Judged(
      run: judged, systems: loaded.systemsLoaded, kinds: run.configuration.kindsByRelation, jobs: run.jobs)
  }
}
