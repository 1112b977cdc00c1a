import FactStore
import Localization
import PolicyEngine

/// Holds waivers against what was found: which count, for which findings, and why the others do not.
///
/// A waiver counts for exactly one finding. One that could cover more than was accepted covers nothing. Linear in the findings
/// and the waivers; what a finding stands for is asked of those alone that a waiver is written for.
package struct JudgeWaivers {
  let result: AuditResult
  let file: WaiverFile
  let people: SamePerson

  package init(result: AuditResult, file: WaiverFile, people: SamePerson) {
    (self.result, self.file, self.people) = (result, file, people)
  }

  /// What became of each waiver, and the waiver of each finding that one is for: holding, or expired.
  package func judge() -> (outcomes: [WaiverOutcome], uses: [Int: Int]) {
    let (fitting, partly) = fitting()
    let policies = Dictionary(result.policies.map { ($0.id, $0) }) { first, _ in first }
    let notAsked = Set(result.scope.notAsked.map(\.policy))
    var uses: [Int: Int] = [:]
    var outcomes: [WaiverOutcome] = []
    for (place, waiver) in file.waivers.enumerated() {
      let findings = fitting[place]
      var state = fault(of: waiver, policies[waiver.policy], isKnown: notAsked.contains(waiver.policy))
      if state == nil { state = partly[place] ? .overBroad : self.state(of: waiver, findings, policies[waiver.policy]) }
      outcomes.append(
        WaiverOutcome(
          waiver: waiver, state: state!, findings: findings.count, remark: remark(waiver)))
      guard let first = findings.first, state == .accepted || state == .expired else { continue }
      // One that holds comes before one that has expired; of several, the first that was written.
      if let known = uses[first], outcomes[known].state == .accepted || state == .expired { continue }
      uses[first] = place
    }
    return (outcomes, uses)
  }

  /// By waiver: the findings that it is written for, and whether it leaves open which of a subject's findings it means.
  private func fitting() -> (whole: [[Int]], partly: [Bool]) {
    var byPolicy: [String: [Int]] = [:]
    for (place, waiver) in file.waivers.enumerated() { byPolicy[waiver.policy, default: []].append(place) }
    var fitting = Array(repeating: [Int](), count: file.waivers.count)
    var partly = Array(repeating: false, count: file.waivers.count)
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      for place in byPolicy[finding.policy, default: []] {
        if file.waivers[place].fits(finding) { fitting[place].append(index) }
        if file.waivers[place].fitsInPart(finding) { partly[place] = true }
      }
    }
    return (fitting, partly)
  }

  /// What makes a waiver void, whatever was found.
  private func fault(of waiver: Waiver, _ policy: PolicyOutcome?, isKnown: Bool) -> WaiverOutcome.State? {
    if policy == nil, !isKnown { return .unknownPolicy }
    if people.areOne(waiver.owner, waiver.approver) { return .selfApproved }
    if waiver.approvedOn > result.asOf { return .future }
    let most = policy?.severity == .critical ? Waiver.longestCriticalDays : Waiver.longestDays
    return waiver.expires.days - waiver.approvedOn.days > most ? .tooLong : nil
  }

  private func state(of waiver: Waiver, _ findings: [Int], _ policy: PolicyOutcome?) -> WaiverOutcome.State {
    guard let first = findings.first else {
      switch policy?.status {
      case .evaluated, .empty: return .stale
      case .notEvaluated, .outOfScope, nil: return .notJudged
      }
    }
    if findings.count > 1 { return .overBroad }
    let witnesses = result.findings[first].witnesses
    if !witnesses.isEmpty {
      guard witnesses != [Finding.unknownWitnesses], Set(witnesses).isSubset(of: waiver.witnesses) else {
        return .overBroad
      }
    }
    return waiver.expires < result.asOf ? .expired : .accepted
  }

  private func remark(_ waiver: Waiver) -> String {
    guard people.knowsPeople, !people.knows(waiver.approver) else { return "" }
    let say = result.wording
    return say("no export of personnel knows the approver")
  }
}
