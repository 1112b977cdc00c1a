import FactStore

/// What an earlier result, the baseline, says beside what it says of each finding: what is gone, and what is not judged any
/// longer.
package struct BaselineReport: Sendable {
  /// The earlier result.
  package var file: AuditBasis.File
  package var asOf: CalendarDate
  package var toolVersion: String
  /// What makes the two results not quite comparable; lower case, one line each.
  package var remarks: [String]
  /// Findings of the earlier result that this one lacks, in their order.
  package var gone: [GoneFinding]
  /// Policies that the earlier result judged and this one does not, by id.
  package var lost: [LostPolicy]
  /// Kinds of exports that the earlier result rests on and that are missing, have shrunk, or are declared not to exist.
  package var lostExports: [String]
  /// Policies that neither result could judge, and whose members the earlier one knew: nothing about them is new.
  package var stillOpen: Set<String>

  package init(
    file: AuditBasis.File, asOf: CalendarDate, toolVersion: String, remarks: [String], gone: [GoneFinding],
    lost: [LostPolicy], lostExports: [String] = [], stillOpen: Set<String>
  ) {
    self.file = file
    self.asOf = asOf
    self.toolVersion = toolVersion
    self.remarks = remarks
    self.gone = gone
    self.lost = lost
    self.lostExports = lostExports
    self.stillOpen = stillOpen
  }

  /// How many findings are gone for a reason.
  package func count(_ reason: GoneFinding.Reason) -> Int { gone.count { $0.reason == reason } }
  package var fixedCount: Int { count(.fixed) }
  /// Gone, and nobody knows whether it was mended.
  package var unjudgedCount: Int { gone.count { $0.reason.isUnjudged } }
}

/// A finding of the earlier result that this one lacks.
package struct GoneFinding: Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// It was judged again, by the same rules, and is not there.
    case fixed
    /// The policy is not among those that were judged, or its system is not.
    case policyGone = "policy-gone"
    /// An export that it rests on is missing, has shrunk, or is declared not to exist.
    case exportGone = "export-gone"
    /// The policy, a rule behind it or a parameter is another.
    case rulesChanged = "rules-changed"
    /// It cannot be shown any longer, and cannot be ruled out.
    case unverified
    /// What could not be verified is now certain: it fails.
    case failsNow = "fails-now"

    /// Whether nobody knows if it was mended: it must never count as fixed.
    package var isUnjudged: Bool {
      switch self {
      case .fixed, .failsNow: false
      case .policyGone, .exportGone, .rulesChanged, .unverified: true
      }
    }
  }

  /// As the earlier result has it.
  package var finding: Finding
  package var firstSeen: CalendarDate?
  package var reason: Reason

  package init(finding: Finding, firstSeen: CalendarDate?, reason: Reason) {
    self.finding = finding
    self.firstSeen = firstSeen
    self.reason = reason
  }
}

/// A policy that the earlier result judged and this one does not.
package struct LostPolicy: Sendable, Equatable {
  package var policy: String
  package var severity: String
  /// Members that it had.
  package var members: Int
  package var reason: GoneFinding.Reason

  package init(policy: String, severity: String, members: Int, reason: GoneFinding.Reason) {
    self.policy = policy
    self.severity = severity
    self.members = members
    self.reason = reason
  }
}
