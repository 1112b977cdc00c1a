import Audit
import PolicyEngine

/// What one walk over the findings gives: counts, and the first few of each policy, or of those whom they concern.
struct FindingSurvey {
  /// Findings kept per policy and verdict, where nothing else is asked for.
  static let kept = 3

  struct Group {
    /// The policy; of a group that stands under something else that of its gravest finding.
    var policy: String
    /// Whom or what it stands under; `nil` for a policy, and where nobody is named.
    var subject: Finding.Key?
    /// That of its gravest finding.
    var severity: Severity
    var failed: [Int] = []
    var unverified: [Int] = []
    var failedCount = 0
    var unverifiedCount = 0
    /// Those that a gate need not count: waived, or known where it looks at what is new alone.
    var dismissed: [Int] = []
    var dismissedCount = 0
    var total: Int { failedCount + unverifiedCount + dismissedCount }
    /// The first of them, those first that count.
    var all: [Int] { failed + unverified + dismissed }
  }

  private(set) var tally = FindingTally()
  /// The worst first: by severity, then by how many failed and how many could not be verified, then by name. What names nobody
  /// comes last.
  private(set) var groups: [Group] = []
  /// Findings below the severity asked for.
  private(set) var hidden = 0

  /// The finding to look at first.
  var first: Int? { groups.first.flatMap(\.all.first) }

  init(
    _ findings: FindingList, minSeverity: Severity, kept: Int = FindingSurvey.kept,
    by grouping: FindingGrouping = .policy, counting: (Int) -> Bool = { _ in true }
  ) {
    let subjects = grouping.subjects(findings)
    var slots: [Place: Int] = [:]
    for index in 0..<findings.count {
      let finding = findings.keyed(index)
      tally.add(finding)
      guard finding.severity >= minSeverity else {
        hidden += 1
        continue
      }
      let subject = subjects.isEmpty ? nil : subjects[index]
      let place = Place(policy: subjects.isEmpty ? finding.policy : "", subject: subject)
      let slot = slots[place] ?? groups.count
      if slot == groups.count {
        slots[place] = slot
        groups.append(Group(policy: finding.policy, subject: subject, severity: finding.severity))
      }
      switch finding.verdict {
      case _ where !counting(index):
        groups[slot].dismissedCount += 1
        if groups[slot].dismissed.count < kept { groups[slot].dismissed.append(index) }
      case .fail:
        groups[slot].failedCount += 1
        if groups[slot].failed.count < kept { groups[slot].failed.append(index) }
      case .unverified:
        groups[slot].unverifiedCount += 1
        if groups[slot].unverified.count < kept { groups[slot].unverified.append(index) }
      }
    }
    groups.sort { left, right in
      let (isLeft, isRight) = (left.total > left.dismissedCount, right.total > right.dismissedCount)
      if isLeft != isRight { return isLeft }
      if grouping != .policy, (left.subject == nil) != (right.subject == nil) { return right.subject == nil }
      if left.severity != right.severity { return left.severity > right.severity }
      if left.failedCount != right.failedCount { return left.failedCount > right.failedCount }
      if left.unverifiedCount != right.unverifiedCount { return left.unverifiedCount > right.unverifiedCount }
      if let one = left.subject, let other = right.subject { return (one.type, one.value) < (other.type, other.value) }
      return left.policy < right.policy
    }
  }

  /// What tells groups apart.
  private struct Place: Hashable {
    var policy: String
    var subject: Finding.Key?
  }
}
