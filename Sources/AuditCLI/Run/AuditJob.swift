import Audit
import AuditReports
import Formats
import Importers
import PolicyEngine

/// One audit from what was asked to what it comes to: the same for the command and for whoever repeats it from its evidence.
struct AuditJob {
  var run: AuditRun
  var frameworks: ChosenFrameworks
  var gate: GateOptions
  var key: PseudonymKey?
  var purpose: String?
  var needs = Needs()

  /// What is worked out beside the verdicts.
  struct Needs {
    var showsFunnels = false
    var listsRights = false
    var knowsPeople = false
    /// All that a stored result holds.
    static let whole = Needs(showsFunnels: true, listsRights: true, knowsPeople: true)

    static func | (one: Needs, other: Needs) -> Needs {
      Needs(
        showsFunnels: one.showsFunnels || other.showsFunnels, listsRights: one.listsRights || other.listsRights,
        knowsPeople: one.knowsPeople || other.knowsPeople)
    }
  }

  struct Outcome {
    var result: AuditResult
    var decision: GateDecision
    let auditor: Auditor
    let checked: CheckedProgram
  }

  /// Policies first: a slip in one should not cost the time that reading takes.
  func judge() throws -> Outcome {
    let checked = try run.check()
    try frameworks.check(PolicyCatalogue(checked.policies))
    let judged = try run.judge(
      checked, try run.load(), showsFunnels: needs.showsFunnels, listsRights: needs.listsRights,
      knowsPeople: needs.knowsPeople, key: key)
    var result = judged.result
    result.purpose = purpose
    result.frameworks = frameworks.outcomes(result)
    return Outcome(
      result: result, decision: GateDecision(result, options: gate), auditor: judged.auditor, checked: checked)
  }
}

extension AuditJob.Outcome {
  /// The bytes of the stored result that names people in full.
  func storedResult() throws -> [UInt8] {
    final class Written { var bytes: [UInt8] = [] }
    let written = Written()
    try JSONReport(result, gate: decision).render(
      into: ReportSink(masking: { IdentityGate.masked($0) }) { written.bytes += $0 })
    return written.bytes
  }
}
