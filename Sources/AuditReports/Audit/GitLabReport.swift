import Audit
import PolicyEngine

/// The findings as a Code Quality report of GitLab, which shows them in a merge request: a list of objects.
enum GitLabReport {
  /// Where a finding stands that no file is behind: GitLab takes none without a place.
  static let nowhere = "no-export"

  /// Writes the list. Linear in the findings and their evidence.
  static func render(_ result: AuditResult, into sink: consuming ReportSink) throws {
    var json = JSONWriter(sink)
    json.array { json in
      var index = -1
      for block in result.findings.blocks {
        if json.hasFailed { return }
        for (finding, evidence) in block {
          index += 1
          let isWaived = result.dispositions[index].isWaived
          let place = evidence.first { !$0.path.isEmpty }
          json.lineBreak()
          json.object { json in
            json.member(
              "description",
              (isWaived ? "waived: " : "") + (finding.verdict == .fail ? "" : "not verified: ") + finding.message)
            json.member("check_name", finding.policy)
            json.member("fingerprint", finding.fingerprint)
            json.member("severity", isWaived ? "info" : severity(finding.severity))
            json.key("location")
            json.object { json in
              json.member("path", place?.path ?? nowhere)
              json.key("lines")
              json.object { $0.member("begin", Swift.max(1, place?.line ?? 1)) }
            }
          }
        }
      }
      json.lineBreak()
    }
    try json.finish()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case .info: "info"
    }
  }
}

extension ReportFormat {
  /// For merge requests of GitLab.
  static let gitlab = ReportFormat("gitlab", fileName: "gl-code-quality.json", extent: .part, isInFolder: false) {
    result, _, sink in
    try GitLabReport.render(result, into: sink)
  }
}
