import FactStore

/// What became of one waiver in an audit.
package struct WaiverOutcome: Sendable, Equatable {
  /// Why a waiver does not count, or should not be there. The first that holds is told; those before ``stale`` make it void.
  package enum State: String, Sendable, CaseIterable {
    /// It holds, and is for what was found.
    case accepted
    /// Its last day is over: what it was for is open again.
    case expired
    /// Its approval is dated after the day that is judged.
    case future
    /// No policy of that name was judged.
    case unknownPolicy = "unknown-policy"
    /// Owner and approver are one person, or cannot be told apart.
    case selfApproved = "self-approved"
    /// It runs for longer than its policy's severity allows.
    case tooLong = "too-long"
    /// It is for more than one violation: several findings fit, or one stands for several and it does not say which.
    case overBroad = "over-broad"
    /// Nothing that was found fits: it was mended, or the waiver is for something that passes.
    case stale
    /// Its policy could not be judged, so nobody knows whether it is still for something.
    case notJudged = "not-judged"
  }

  package var waiver: Waiver
  package var state: State
  /// How many findings it accepts; of one that is expired or void, how many it was written for.
  package var findings: Int
  /// Something that a reader of the file should know beside its state; empty where there is nothing.
  package var remark: String

  package init(waiver: Waiver, state: State, findings: Int, remark: String = "") {
    self.waiver = waiver
    self.state = state
    self.findings = findings
    self.remark = remark
  }

  /// Whether `waiver check` has something to say of it. What could not be judged is no fault of the waiver.
  package var isSound: Bool { state == .accepted || state == .notJudged }
}

/// The waivers of an audit: the file, and what became of each of its entries, in their order.
package struct WaiverReport: Sendable {
  package var file: AuditBasis.File
  package var isOfJudgedFolder: Bool
  /// Whether the auditor asked for them not to count.
  package var isIgnored: Bool
  package var outcomes: [WaiverOutcome]

  package init(file: AuditBasis.File, isOfJudgedFolder: Bool, isIgnored: Bool, outcomes: [WaiverOutcome]) {
    self.file = file
    self.isOfJudgedFolder = isOfJudgedFolder
    self.isIgnored = isIgnored
    self.outcomes = outcomes
  }

  /// How many waivers are in a state.
  package func count(_ state: WaiverOutcome.State) -> Int { outcomes.count { $0.state == state } }
}
