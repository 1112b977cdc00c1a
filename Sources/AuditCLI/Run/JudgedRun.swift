import Audit
import AuditReports
import FactStore
import Importers
import PolicyEngine

/// Exports that were judged: the result, and what it takes to explain it.
struct JudgedRun {
  let auditor: Auditor
  let engine: Engine

  var result: AuditResult { auditor.result }

  func proofs(ofFinding index: Int) -> [Proof] { auditor.proofs(ofFinding: index) }
}

extension AuditRun {
  /// Judges every policy over what was loaded.
  func judge(_ checked: CheckedProgram, _ loaded: LoadedSources) -> JudgedRun {
    let engine = Engine(checked, store: loaded.store, today: asOf)
    let options = AuditOptions(
      toolVersion: ToolVersion.current, language: language, showsFunnels: true,
      systemsInScope: loaded.systemsLoaded.union(expectedSystems), sources: loaded.files.map { SourceSummary($0) },
      incompleteReasons: loaded.incompleteReasons)
    return JudgedRun(auditor: Auditor(engine: engine, options: options), engine: engine)
  }

  /// Systems that `expect` names: their policies are judged even when nothing of them was read.
  private var expectedSystems: Set<String> {
    Set(configuration.expectations.map { String($0.kind.prefix { $0 != "." }) })
  }

  /// Says on standard error that an explanation rests on less than all that should be there.
  func warnIfIncomplete(_ result: AuditResult) {
    guard !result.isComplete, !talk.quiet else { return }
    for reason in result.incompleteReasons { StandardError.write("incomplete: \(InertText.line(reason))\n") }
  }
}
