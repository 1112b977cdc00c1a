import Localization

/// What of a policy a gate counts: what it found, but for what is waived and, where the gate looks at what is new alone, for
/// what the earlier result has.
struct CountedFindings {
  private(set) var failed = 0
  private(set) var unverified = 0
  /// Whether a population that nothing was read of has members, nobody knows: a pass would be one by what is not there.
  private(set) var isUnknown = false
  /// Those that do not count.
  private var waived = 0
  private var known = 0
  /// Whether the counts are of findings: of members where there is nothing to leave out.
  private var isOfFindings = false
  private let isNewOnly: Bool

  init(_ policy: PolicyOutcome, in result: AuditResult, _ options: GateOptions) {
    isNewOnly = options.isNewOnly
    switch policy.status {
    case .evaluated: (failed, unverified) = (policy.failed, policy.unverified + policy.populationHoles)
    case .notEvaluated:
      // Its members have no findings. Where the earlier result knew all of them, and waited for as much, nothing is new.
      let isKnown = isNewOnly && result.comparison?.stillOpen.contains(policy.id) == true && policy.failed == 0
      if !isKnown { (unverified, isUnknown) = (policy.unverified, policy.population == 0) }
      if isKnown { known = policy.unverified }
    case .empty, .outOfScope: break
    }
    if policy.status == .evaluated, let tally = result.dispositions.tally(ofPolicy: policy.id) { leaveOut(tally) }
    if options.isUnverifiedAllowed { (unverified, isUnknown) = (0, false) }
  }

  /// Counts findings instead of members, since what is left out is a finding. A member without one still counts.
  private mutating func leaveOut(_ tally: DispositionTally) {
    let failures = max(failed, tally.all[.fail, default: 0])
    let doubts = max(unverified, tally.all[.unverified, default: 0])
    (waived, known) = (tally.waivedCount, isNewOnly ? tally.knownCount : 0)
    isOfFindings = waived + known > 0 || isNewOnly
    guard isOfFindings else { return }
    failed = failures - tally.dismissed(.fail, newOnly: isNewOnly)
    unverified = doubts - tally.dismissed(.unverified, newOnly: isNewOnly)
  }

  var isEmpty: Bool { failed + unverified == 0 && !isUnknown }

  /// What counts, and what does not, in words.
  func texts(_ say: Wording) -> [String] {
    var parts: [String] = []
    if failed > 0 { parts.append(isNewOnly ? say("\(failed) new failed") : say("\(failed) failed")) }
    if unverified > 0 {
      parts.append(
        isNewOnly ? say("\(unverified) new could not be verified") : say("\(unverified) could not be verified"))
    }
    if isUnknown { parts.append(say("whether it has members is not known")) }
    if known > 0 { parts.append(say("\(known) known before")) }
    if waived > 0 { parts.append(say("\(waived) waived")) }
    return parts
  }
}
