import Audit
import Localization

/// What is known and decided of findings beside their verdicts, in words.
struct DispositionWords {
  let result: AuditResult
  let say: Wording

  init(_ result: AuditResult) {
    self.result = result
    say = result.wording
  }

  /// The waiver that is for a finding, holding or expired.
  func waiver(of index: Int) -> WaiverOutcome? {
    result.dispositions[index].waiver.flatMap { place in result.waivers?.outcomes[place] }
  }

  /// Who accepted a finding and until when, or since when it is known; `nil` where there is nothing to say of it.
  func note(of index: Int) -> String? {
    let disposition = result.dispositions[index]
    if let outcome = waiver(of: index) {
      let waiver = outcome.waiver
      let said = "(\(waiver.id)): \(waiver.reason)"
      if disposition.isWaived {
        return say("waived by \(waiver.approver) until \(waiver.expires.description)") + " \(said)"
      }
      let isExpired = outcome.state == .expired
      return say(
        isExpired
          ? "open again: had been waived by \(waiver.approver) until \(waiver.expires.description)"
          : "a waiver by \(waiver.approver) until \(waiver.expires.description) is not counted") + " \(said)"
    }
    guard result.comparison != nil else { return nil }
    if disposition.isReopened { return say("open again: the baseline has it waived") }
    guard let day = disposition.firstSeen?.description else { return nil }
    return switch disposition.age {
    case .new: say("new")
    case .updated: say("known since \(day), and stands for fewer now")
    case .unchanged: say("known since \(day)")
    }
  }

  /// One word for programs and cells: `waived`, `expired`, else what the baseline says; empty where nothing is known.
  func word(of index: Int) -> String {
    let disposition = result.dispositions[index]
    if disposition.isWaived { return "waived" }
    if disposition.isReopened || waiver(of: index)?.state == .expired { return "reopened" }
    return result.comparison == nil ? "" : disposition.age.rawValue
  }

  /// `1 new, 10 fixed, 2 not judged any longer`; `nil` without a baseline.
  var changes: String? {
    guard let comparison = result.comparison else { return nil }
    let total = result.dispositions.total
    let counts: [(count: Int, text: Phrase)] = [
      (total.ages[.new, default: 0], "new"), (total.reopened, "open again"),
      (comparison.fixedCount, "fixed"), (comparison.count(.failsNow), "now certain"),
      (comparison.unjudgedCount, "not judged any longer"),
      (total.ages[.unchanged, default: 0] + total.ages[.updated, default: 0], "known before"),
    ]
    // What is new and what is fixed is said also where it is none.
    let told = counts.enumerated().filter { $0.element.count > 0 || [0, 2].contains($0.offset) }
    return told.map { "\($0.element.count) \(say($0.element.text))" }.joined(separator: ", ")
  }

  /// What became of the waivers; `nil` where none were read.
  var waivers: String? {
    guard let report = result.waivers else { return nil }
    let counts: [String] = WaiverOutcome.State.allCases.compactMap { state in
      let count = report.count(state)
      return count > 0 ? "\(count) \(say(state.word))" : nil
    }
    let told = counts.isEmpty ? say("none at all") : counts.joined(separator: ", ")
    let text =
      report.isIgnored ? say("waivers, of which none counts here (--ignore-waivers): \(told)") : say("waivers: \(told)")
    return report.isOfJudgedFolder ? text + "; " + say("their file lies among the exports") : text
  }

  /// Policies and findings that are not judged any longer, a line each, the gravest first.
  var lost: [String] {
    guard let comparison = result.comparison else { return [] }
    var lines = comparison.lost.map { policy in
      say("not judged any longer: \(policy.policy), which had \(policy.members, "member", "members")")
        + " (\(say(policy.reason.word)))"
    }
    let lost = Set(comparison.lost.map(\.policy))
    for gone in comparison.gone where gone.reason.isUnjudged && !lost.contains(gone.finding.policy) {
      lines.append(
        say("not shown to be fixed: \(ShortFingerprint.of(gone.finding.fingerprint)) \(gone.finding.message)")
          + " (\(say(gone.reason.word)))")
    }
    return lines
  }
}

extension WaiverOutcome.State {
  /// The words for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .accepted: Phrase("accepted")
    case .expired: Phrase("expired")
    case .future: Phrase("approved after the day judged")
    case .unknownPolicy: Phrase("for a policy that does not exist")
    case .selfApproved: Phrase("approved by the owner")
    case .tooLong: Phrase("valid for too long")
    case .overBroad: Phrase("for more than one violation")
    case .stale: Phrase("for nothing that was found")
    case .notJudged: Phrase("for a policy that could not be judged")
    }
  }
}

extension GoneFinding.Reason {
  /// The words for it. Programs read the raw value.
  package var word: Phrase {
    switch self {
    case .fixed: Phrase("fixed")
    case .policyGone: Phrase("the policy is not there any longer")
    case .exportGone: Phrase("an export is missing or has shrunk")
    case .rulesChanged: Phrase("judged by other rules or parameters")
    case .unverified: Phrase("cannot be verified any longer")
    case .failsNow: Phrase("now certain")
    }
  }
}
