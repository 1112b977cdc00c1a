import Audit
import ImportCore
import Importers
import Localization

extension SourceSummary {
  /// What an importer says of a file, as the result carries it: in the language of the run, and without identity numbers.
  init(_ report: SourceReport, _ say: Wording) {
    self.init(
      path: report.path, kind: report.kind, sha256: report.sha256, records: report.records, used: report.used,
      rejected: report.rejected, outOfScope: report.outOfScope, completeness: report.completeness,
      grade: report.grade,
      problems: report.problems.map {
        .init(line: $0.line, pointer: $0.pointer, message: $0.text(say))
      }, notes: report.notes.map { say($0) }, limits: report.limits.map { say($0) })
    extractedAt = report.extractedAt
    daysOld = report.daysOld
    isOld = report.isOld
  }
}
