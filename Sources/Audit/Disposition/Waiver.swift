import FactStore

/// A gap that somebody accepts, for a reason and until a day. All of it is mandatory; nothing of it changes a verdict.
package struct Waiver: Sendable, Equatable {
  /// Which findings it is for.
  package enum Match: Sendable, Equatable {
    /// The first digits of a fingerprint, ``leastDigits`` or more, and the witnesses of a finding that stands for several.
    case fingerprint(String, witnesses: [String])
    /// The values of the keys of a finding, in their order, and its verdict.
    case keys(subject: [String], object: [String], verdict: Finding.Verdict, witnesses: [String])
  }

  /// Fewer could be those of another finding.
  package static let leastDigits = 16
  /// Days from the approval to the last day, at most.
  package static let longestDays = 365
  /// The same for policies of critical severity.
  package static let longestCriticalDays = 90
  /// Characters of a reason, without white space around it, at least.
  package static let shortestReason = 20

  package var id: String
  package var policy: String
  package var match: Match
  package var reason: String
  /// Who answers for the gap.
  package var owner: String
  /// Who accepted it: somebody else.
  package var approver: String
  package var approvedOn: CalendarDate
  /// The last day on which it holds.
  package var expires: CalendarDate
  /// The file as it is shown, and the line that the entry begins on.
  package var path: String
  package var line: Int

  package init(
    id: String, policy: String, match: Match, reason: String, owner: String, approver: String, approvedOn: CalendarDate,
    expires: CalendarDate, path: String, line: Int
  ) {
    self.id = id
    self.policy = policy
    self.match = match
    self.reason = reason
    self.owner = owner
    self.approver = approver
    self.approvedOn = approvedOn
    self.expires = expires
    self.path = path
    self.line = line
  }

  /// The witnesses that it names.
  var witnesses: [String] {
    switch match {
    case .fingerprint(_, let witnesses), .keys(_, _, _, let witnesses): witnesses
    }
  }

  /// Whether it is written for a finding of its policy.
  package func fits(_ finding: Finding) -> Bool {
    guard finding.policy == policy else { return false }
    switch match {
    case .fingerprint(let digits, _):
      return finding.fingerprint.hasPrefix(digits) || finding.identity.hasPrefix(digits)
    case .keys(let subject, let object, let verdict, _):
      return finding.verdict == verdict && finding.subject.map(\.value) == subject
        && finding.violating.map(\.value) == object
    }
  }

  /// Whether it names whom a finding is about, and not what of several things.
  func fitsInPart(_ finding: Finding) -> Bool {
    guard finding.policy == policy, case .keys(let subject, let object, let verdict, _) = match else { return false }
    return object.isEmpty && !finding.violating.isEmpty && finding.verdict == verdict
      && finding.subject.map(\.value) == subject
  }
}

/// A file of waivers, and whose word it is.
package struct WaiverFile: Sendable {
  package var file: AuditBasis.File
  package var waivers: [Waiver]
  /// It lies among the files that are judged.
  package var isOfJudgedFolder: Bool

  package init(file: AuditBasis.File, waivers: [Waiver], isOfJudgedFolder: Bool = false) {
    self.file = file
    self.waivers = waivers
    self.isOfJudgedFolder = isOfJudgedFolder
  }
}
