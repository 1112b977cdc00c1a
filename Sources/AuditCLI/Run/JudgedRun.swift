import Audit
import AuditReports
import FactStore
import ImportCore
import Importers
import Localization
import PolicyEngine

/// Exports that were judged: the result, and what it takes to explain it.
struct JudgedRun {
  let auditor: Auditor
  var result: AuditResult

  init(_ auditor: Auditor, settings: AuditSettings?, warnings: [String]) {
    self.auditor = auditor
    var result = auditor.result
    result.settings = settings
    // Which parameters have another value than the policies', the policies know.
    result.settings?.parameters = result.parameters.filter { $0.isOverridden && $0.value != $0.standard }.map(\.name)
    result.warnings += warnings
    self.result = result
  }

  func proofs(ofFinding index: Int) -> [Proof] { auditor.proofs(ofFinding: index) }
}

extension AuditRun {
  /// Judges every policy over what was loaded.
  /// - Parameters:
  ///   - showsFunnels: whether to work out how many members survive each literal of every fail rule.
  ///   - listsRights: whether to work out who holds which privileged right.
  ///   - comparesRights: whether to derive all rights, for whoever compares two runs.
  ///   - knowsPeople: whether to collect whom the exports name.
  ///   - key: makes fingerprints, where one is given.
  func judge(
    _ checked: CheckedProgram, _ loaded: LoadedSources, showsFunnels: Bool = false, listsRights: Bool = false,
    comparesRights: Bool = false, knowsPeople: Bool = false, key: PseudonymKey? = nil
  ) throws -> JudgedRun {
    let progress = talk.showsProgress(environment) ? ProgressLine(say) : nil
    defer { progress?.clear() }
    let engine = engine(checked, loaded)
    let say = self.say
    var options = AuditOptions(
      toolVersion: ToolVersion.current, language: language, showsFunnels: showsFunnels, listsRights: listsRights,
      systemsInScope: loaded.systemsLoaded.union(expectedSystems),
      sources: loaded.files.map { SourceSummary($0, say) },
      incompleteReasons: loaded.incompleteReasons.map { say($0) }, declarations: declarations(loaded),
      basis: basis(checked),
      kinds: configuration.kindsByRelation, threads: jobs,
      functionalAddresses: knowsPeople ? Self.functionalAddresses : nil,
      fingerprintKey: key.map(Self.fingerprints))
    options.comparesRights = comparesRights
    let auditor = Auditor(engine: engine, options: options) { done, count in
      progress?.show(say("judging, \(done) of \(count) steps"))
    }
    var settings = settings(loaded)
    settings?.added = Set(
      checked.policies.filter { checked.program.sources[$0.span.file].isOfJudged }.map(\.id.text))
    var judged = JudgedRun(auditor, settings: settings, warnings: loaded.warnings.map { say($0) })
    judged.result.keyMark = key?.mark
    try dispose(&judged.result, auditor)
    return judged
  }

  private static func fingerprints(_ key: PseudonymKey) -> @Sendable (String) -> String { { key.fingerprint(of: $0) } }

  /// The relation of the shipped policies that has the addresses of functions.
  private static let functionalAddresses = "mailbox.functional_address"

  /// Where a policy of the shipped packs lies on this machine is no part of the result.
  private func shownPath(_ path: String) -> String {
    guard let shipped = PolicyFiles.shipped(), path.hasPrefix(shipped + "/") else { return path }
    return "policies" + path.dropFirst(shipped.count)
  }

  private func declarations(_ loaded: LoadedSources) -> [AuditResult.Declaration] {
    loaded.declarations.map { absence, relations in
      AuditResult.Declaration(
        name: absence.name, isSystem: absence.isSystem, reason: absence.reason, owner: absence.owner, day: absence.day,
        path: NationalIdentity.masked(configuration.path ?? ""), line: absence.line, relations: relations)
    }
  }

  /// What the result rests on beside the exports.
  func basis(_ checked: CheckedProgram) -> AuditBasis {
    AuditBasis(
      commit: ToolVersion.commit, arguments: arguments.map(NationalIdentity.masked),
      policies: checked.program.sources.filter { $0.path != Question.path }.map {
        AuditBasis.File(path: NationalIdentity.masked(shownPath($0.path)), sha256: Digest.of($0.bytes))
      },
      configuration: configuration.digests.map {
        AuditBasis.File(path: NationalIdentity.masked($0.path), sha256: $0.sha256)
      })
  }

  /// Systems that `expect` names: their policies are judged even when nothing of them was read.
  private var expectedSystems: Set<String> {
    Set(
      configuration.expectations.flatMap { configuration.relations(ofKind: $0.kind) }.map {
        String($0.prefix { $0 != "." })
      })
  }

  /// Says on standard error that an explanation rests on less than all that should be there.
  func warnIfIncomplete(_ result: AuditResult) {
    guard !result.isComplete, !talk.quiet else { return }
    for reason in result.incompleteReasons { StandardError.say(say("incomplete: \(reason)")) }
  }
}
