import Audit
import Localization
import PolicyEngine

/// What an audit comes to: the exit code and, in words, why. The same for every format.
package struct GateDecision: Sendable {
  package enum Outcome: Sendable {
    /// Judged, and nothing that counts was found: 0.
    case passed
    /// Judged, and something that counts was found: 1.
    case failed
    /// Not everything that had to be judged could be: 2.
    case notJudged
  }

  package var outcome: Outcome
  /// One line each, lower case, the gravest first.
  package var reasons: [String]
  package var options: GateOptions

  package var exitCode: Int32 {
    switch outcome {
    case .passed: 0
    case .failed: 1
    case .notJudged: 2
    }
  }

  /// Decides from the outcomes of the policies alone: a finding that is not counted there does not exist.
  ///
  /// An audit that judged no member at all, or nothing but the files themselves, never passes, whatever was allowed: an empty folder proves nothing. Neither does
  /// one in which, of policies that could have failed it, none came to a verdict on a member, nor one in which only policies that the
  /// judged folder brought along did: that is its own word.
  package init(_ result: AuditResult, options: GateOptions) {
    self.options = options
    let say = result.wording
    let judged = result.policies.contains {
      ($0.status == .evaluated || $0.status == .notEvaluated && $0.population > 0)
        && (!Self.isOfDocuments($0) || $0.failed > 0)
    }
    if !judged {
      outcome = .notJudged
      reasons = [say("nothing was judged: no policy found a member in what was read")] + result.incompleteReasons
      return
    }
    if !result.isComplete, !options.isIncompleteAllowed {
      outcome = .notJudged
      reasons = result.incompleteReasons.isEmpty ? [say("not everything could be read")] : result.incompleteReasons
      return
    }
    var found: [(rank: Int, policy: PolicyOutcome, text: String)] = []
    let missing = Dictionary(result.scope.notEvaluated.map { ($0.policy, $0) }) { first, _ in first }
    for policy in result.policies {
      guard let level = options.failOn, policy.severity >= level else { continue }
      var unverified = 0
      // Whether a population that nothing was read of has members, nobody knows: a pass would be one by what is not there.
      var isUnknown = false
      switch policy.status {
      case .evaluated: unverified = policy.unverified + policy.populationHoles
      case .notEvaluated: (unverified, isUnknown) = (policy.unverified, policy.population == 0)
      case .empty, .outOfScope: continue
      }
      if options.isUnverifiedAllowed { (unverified, isUnknown) = (0, false) }
      guard policy.failed + unverified > 0 || isUnknown else { continue }
      var parts: [String] = []
      if policy.failed > 0 { parts.append(say("\(policy.failed) failed")) }
      if unverified > 0 { parts.append(say("\(unverified) could not be verified")) }
      if isUnknown { parts.append(say("whether it has members is not known")) }
      if let entry = missing[policy.id] {
        parts.append(entry.want(say))
      } else if unverified > 0, !policy.waitsFor.isEmpty {
        parts.append(say("no export of \(policy.waitsFor.joined(separator: ", "))"))
      }
      // What failed comes first, then what nothing but a person can decide, then what waits for an export.
      let rank = policy.failed > 0 ? 0 : missing[policy.id] == nil && policy.waitsFor.isEmpty ? 1 : 2
      found.append((rank, policy, "\(policy.id) (\(say(policy.severity.word))): \(parts.joined(separator: ", "))"))
    }
    reasons = found.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.policy.severity != right.policy.severity { return left.policy.severity > right.policy.severity }
      return left.policy.id < right.policy.id
    }.map(\.text)
    guard reasons.isEmpty else {
      outcome = .failed
      return
    }
    let objection = Self.objections(to: result, failingOn: options.failOn)
    (outcome, reasons) = (objection.isEmpty ? .passed : .notJudged, objection)
  }

  /// Whether a policy is about the files alone: that no secret lies in them says nothing of anybody's rights.
  private static func isOfDocuments(_ policy: PolicyOutcome) -> Bool { policy.id.hasPrefix("export.") }

  /// Why a pass is none although nothing failed: nobody was judged by a policy that could have failed the audit, or only by
  /// policies of the judged folder. Empty where a pass is one. `level` is `nil` where nothing fails the audit: any policy
  /// counts then.
  private static func objections(to result: AuditResult, failingOn level: Severity?) -> [String] {
    let say = result.wording
    let judging = result.policies.filter {
      $0.status == .evaluated && $0.passed + $0.failed + $0.exempt > 0 && !isOfDocuments($0)
    }
    var counting = judging
    if let level {
      // Where no policy is so severe, whoever chose the policies and the level knows that nothing can fail.
      let mayFail = !result.scope.notAsked.isEmpty || result.policies.contains { $0.severity >= level }
      if mayFail { counting = judging.filter { $0.severity >= level } }
      if mayFail, counting.isEmpty {
        guard let highest = judging.map(\.severity).max() else {
          return [say("no policy came to a verdict on a member: nothing could be verified")]
        }
        return [
          say(
            "no policy of severity \(say(level.word)) or above came to a verdict on a member, so none could have failed"
          ),
          say("to let those decide that did, lower the threshold: --fail-on \(highest.rawValue)"),
        ]
      }
    }
    guard let settings = result.settings, !settings.added.isEmpty else { return [] }
    guard counting.allSatisfy({ settings.added.contains($0.id) }) else { return [] }
    return [
      say(
        """
        only policies that `\(settings.path)` of the judged folder adds judged a member, and who made the folder may have \
        made them
        """),
      say(
        """
        to take them for yours, name them with `-p` or TILSYN_POLICIES, or name a configuration outside the folder with \
        --config
        """),
    ]
  }
}

extension AuditResult.NotEvaluated {
  /// `no export of exchange.mailboxes`, or the limit.
  func want(_ say: Wording) -> String {
    guard !missing.isEmpty else { return say("an export is missing") }
    return documents.isEmpty ? missing : say("no export of \(documents.joined(separator: ", "))")
  }
}
