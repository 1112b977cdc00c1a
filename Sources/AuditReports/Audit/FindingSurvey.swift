import Audit
import PolicyEngine

/// What one walk over the findings gives: counts, and the first few of each policy.
struct FindingSurvey {
  /// Findings kept per policy and verdict, where nothing else is asked for.
  static let kept = 3

  struct Group {
    var policy: String
    var severity: Severity
    var failed: [Int] = []
    var unverified: [Int] = []
    var failedCount = 0
    var unverifiedCount = 0
  }

  private(set) var tally = FindingTally()
  /// The worst first: by severity, then by how many failed and how many could not be verified, then by policy.
  private(set) var groups: [Group] = []
  /// Findings below the severity asked for.
  private(set) var hidden = 0

  /// The finding to look at first.
  var first: Int? { groups.first.flatMap { $0.failed.first ?? $0.unverified.first } }

  init(_ findings: FindingList, minSeverity: Severity, kept: Int = FindingSurvey.kept) {
    var slots: [String: Int] = [:]
    for index in 0..<findings.count {
      let finding = findings.keyed(index)
      tally.add(finding)
      guard finding.severity >= minSeverity else {
        hidden += 1
        continue
      }
      let slot = slots[finding.policy] ?? groups.count
      if slot == groups.count {
        slots[finding.policy] = slot
        groups.append(Group(policy: finding.policy, severity: finding.severity))
      }
      switch finding.verdict {
      case .fail:
        groups[slot].failedCount += 1
        if groups[slot].failed.count < kept { groups[slot].failed.append(index) }
      case .unverified:
        groups[slot].unverifiedCount += 1
        if groups[slot].unverified.count < kept { groups[slot].unverified.append(index) }
      }
    }
    groups.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.failedCount != right.failedCount { return left.failedCount > right.failedCount }
      if left.unverifiedCount != right.unverifiedCount { return left.unverifiedCount > right.unverifiedCount }
      return left.policy < right.policy
    }
  }
}
