import FactStore

/// The findings of an earlier result, found by the identity of the violation.
struct PastFindings {
  let past: AuditResult
  private var places: [String: Int] = [:]

  /// - Parameter current: the result that is compared; how both name violations decides how they are found.
  /// - Returns: `nil` where nothing can be compared: the two were made with other keys, and people have pseudonyms.
  init?(_ past: AuditResult, comparedWith current: AuditResult) {
    self.past = past
    let sameKey = past.keyMark == current.keyMark
    guard sameKey || past.identifiers == .full else { return nil }
    for index in 0..<past.findings.count {
      let finding = past.findings.keyed(index)
      guard !sameKey else {
        places[finding.fingerprint] = index
        continue
      }
      // Nobody has the other key; what it was made of is there. A hole of a population says so in it.
      for isHole in finding.verdict == .unverified ? [false, true] : [false] {
        places[Fingerprint.identity(of: finding, isHole: isHole)] = index
      }
    }
    isByIdentity = !sameKey
  }

  private let isByIdentity: Bool

  /// The place of a finding of the later result in the earlier one.
  func place(of finding: Finding) -> Int? { places[isByIdentity ? finding.identity : finding.fingerprint] }

  /// Whether the earlier result has witnesses: one in which people have pseudonyms does not tell them.
  var comparesWitnesses: Bool { past.identifiers == .full }
}

extension Fingerprint {
  /// The identity of a finding whose keys are at hand.
  static func identity(of finding: Finding, isHole: Bool) -> String {
    var fingerprint = Fingerprint(policy: finding.policy, verdict: finding.verdict, subjectKeys: finding.subject.count)
    for key in finding.subject + finding.violating {
      fingerprint.append(key.type)
      fingerprint.append(key.value)
    }
    if isHole { fingerprint.append("population") }
    return fingerprint.hexadecimal
  }
}
