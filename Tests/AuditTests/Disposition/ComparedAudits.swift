import FactStore
import Testing

@testable import Audit

/// Two audits of one policy over different facts, the later one held against the earlier.
struct ComparedAudits {
  static let policy = """
    relation src.right(user: src.user, level: text)
    relation src.person(user: src.user, name: src.name)
    policy p.known {
      title    en "who may write is known"
      severity high
      for user in src.right(user, level: "write")
      fail "{user} may write and nobody knows them" if
        not src.person(user)
      example "given" { GIVEN }
    }
    """

  let before: AuditResult
  private(set) var after: AuditResult

  init(
    policy: String = Self.policy, laterPolicy: String? = nil, _ before: String, _ after: String,
    waivers: [Waiver] = [], sources: [SourceSummary] = [], change: (inout AuditResult) -> Void = { _ in }
  ) throws {
    self.before = try SmallAudit(policy.replacing("GIVEN", with: before)).result
    var after = try SmallAudit((laterPolicy ?? policy).replacing("GIVEN", with: after)).result
    after.sources = sources
    var past = self.before
    change(&past)
    var context = AuditResult.Context()
    context.baseline = (past, .init(path: "base.json", sha256: ""))
    if !waivers.isEmpty { context.waivers = WaiverFile(file: .init(path: "w.yaml", sha256: ""), waivers: waivers) }
    try after.dispose(context) { SamePerson() }
    self.after = after
  }

  /// What is said of each finding of the later audit, by its subject.
  var ages: [String: Disposition.Age] {
    var ages: [String: Disposition.Age] = [:]
    for index in 0..<after.findings.count {
      ages[after.findings.keyed(index).subject.map(\.value).joined()] = after.dispositions[index].age
    }
    return ages
  }

  /// Why each finding of the earlier audit is gone, by its subject.
  var gone: [String: GoneFinding.Reason] {
    var gone: [String: GoneFinding.Reason] = [:]
    for entry in after.comparison?.gone ?? [] {
      gone[entry.finding.subject.map(\.value).joined()] = entry.reason
    }
    return gone
  }

  func exit(newOnly: Bool = true, allowsUnverified: Bool = false) -> Int32 {
    GateDecision(after, options: GateOptions(isUnverifiedAllowed: allowsUnverified, isNewOnly: newOnly)).exitCode
  }
}
