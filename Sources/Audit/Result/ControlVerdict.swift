/// What the policies that bear on a control say of it together; the worst first.
///
/// It is no word on whether the control is met: a policy sees a part of what a control asks for.
package enum ControlVerdict: String, CaseIterable, Sendable {
  /// One of its policies has a member that fails.
  case fail
  /// Nothing fails, and of something the exports do not say enough to tell.
  case unverified
  /// Nothing of it was judged: its policies are out of scope, or nothing of their systems was loaded.
  case notJudged = "not-judged"
  /// No policy bears on it.
  case uncovered
  /// Its policies were judged, and apply to nobody, or to nobody who is not exempt.
  case empty
  /// What was judged is in order, and some of its policies were not.
  case passedInPart = "passed-in-part"
  /// All of its policies were judged, one at least has a member, and all members are in order.
  case passed

  /// Whether a policy may have it; the others are verdicts on controls alone.
  package var isOfPolicy: Bool { self != .uncovered && self != .passedInPart }

  /// The verdict on a control whose policies have these. Linear in them.
  package init(of policies: some Sequence<ControlVerdict>) {
    let found = Set(policies)
    if found.isEmpty {
      self = .uncovered
    } else if found.contains(.fail) {
      self = .fail
    } else if found.contains(.unverified) {
      self = .unverified
    } else if found.contains(.notJudged) {
      self = found.contains(.passed) ? .passedInPart : .notJudged
    } else {
      // Policies without a member prove nothing.
      self = found.contains(.passed) ? .passed : .empty
    }
  }
}
