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
    reasons = Self.failures(result, options)
    guard reasons.isEmpty else {
      outcome = .failed
      return
    }
    let objection = Self.objections(to: result, failingOn: options.failOn)
    (outcome, reasons) = (objection.isEmpty ? .passed : .notJudged, objection)
  }

  /// Why the audit fails, the gravest first: a line for each policy that it fails by, and one for each that is not judged any
  /// longer.
  private static func failures(_ result: AuditResult, _ options: GateOptions) -> [String] {
    guard let level = options.failOn else { return [] }
    let say = result.wording
    var found: [(rank: Int, severity: Severity, id: String, text: String)] = []
    let missing = Dictionary(result.scope.notEvaluated.map { ($0.policy, $0) }) { first, _ in first }
    for policy in result.policies where policy.severity >= level {
      let counted = CountedFindings(policy, in: result, options)
      guard !counted.isEmpty else { continue }
      var parts = counted.texts(say)
      if let entry = missing[policy.id] {
        parts.append(entry.want(say))
      } else if counted.unverified > 0, !policy.waitsFor.isEmpty {
        parts.append(say("no export of \(policy.waitsFor.joined(separator: ", "))"))
      }
      // What failed comes first, then what nothing but a person can decide, then what waits for an export.
      let rank = counted.failed > 0 ? 0 : missing[policy.id] == nil && policy.waitsFor.isEmpty ? 1 : 2
      let text = "\(policy.id) (\(say(policy.severity.word))): \(parts.joined(separator: ", "))"
      found.append((rank, policy.severity, policy.id, text))
    }
    // A policy that is judged no longer may hide whatever it would have found.
    for policy in options.isNewOnly ? result.comparison?.lost ?? [] : [] {
      guard let severity = Severity(rawValue: policy.severity), severity >= level, missing[policy.policy] == nil else {
        continue
      }
      let text = say("\(policy.policy) is not judged any longer, and had \(policy.members, "member", "members")")
      found.append((1, severity, policy.policy, text))
    }
    // Whatever was allowed: what nobody can see any longer is neither new nor old.
    for kind in options.isNewOnly ? result.comparison?.lostExports ?? [] : [] {
      found.append((2, level, kind, say("the export of \(kind) is missing or has shrunk since the baseline")))
    }
    let unjudged = options.isNewOnly ? unjudged(result, level, isUnverifiedAllowed: options.isUnverifiedAllowed) : []
    for (policy, severity, count) in unjudged {
      let text = say(
        "\(policy): \(count, "finding", "findings") of the baseline judged by other rules or over fewer exports, which shows nothing to be fixed"
      )
      found.append((1, severity, policy, text))
    }
    return found.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.severity != right.severity { return left.severity > right.severity }
      return left.id < right.id
    }.map(\.text)
  }

  /// Findings of the baseline that are gone, and that nobody has shown to be mended, by policies that are judged.
  private static func unjudged(
    _ result: AuditResult, _ level: Severity, isUnverifiedAllowed: Bool
  ) -> [(String, Severity, Int)] {
    guard let comparison = result.comparison else { return [] }
    let lost = Set(comparison.lost.map(\.policy))
    var counts: [String: (severity: Severity, count: Int)] = [:]
    for gone in comparison.gone {
      switch gone.reason {
      case .rulesChanged, .exportGone: break
      // Where it counts, it is a new finding; where nothing unverified counts, it must not go unseen.
      case .unverified where isUnverifiedAllowed: break
      default: continue
      }
      guard gone.finding.severity >= level, !lost.contains(gone.finding.policy) else { continue }
      counts[gone.finding.policy, default: (gone.finding.severity, 0)].count += 1
    }
    return counts.map { ($0.key, $0.value.severity, $0.value.count) }.sorted { $0.0 < $1.0 }
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
  package func want(_ say: Wording) -> String {
    guard !missing.isEmpty else { return say("an export is missing") }
    return documents.isEmpty ? missing : say("no export of \(documents.joined(separator: ", "))")
  }
}
