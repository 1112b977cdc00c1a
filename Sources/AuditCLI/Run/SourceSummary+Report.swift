import Audit
import ImportCore
import Importers

extension SourceSummary {
  /// What an importer says of a file, as the result carries it.
  init(_ report: SourceReport) {
    self.init(
      path: report.path, kind: report.kind, sha256: report.sha256, records: report.records, used: report.used,
      rejected: report.rejected, outOfScope: report.outOfScope, completeness: report.completeness,
      grade: report.grade,
      problems: report.problems.map { .init(line: $0.line, pointer: $0.pointer, message: $0.message) },
      notes: report.notes, limits: report.limits)
    extractedAt = report.extractedAt
    daysOld = report.daysOld
    isOld = report.isOld
  }
}
