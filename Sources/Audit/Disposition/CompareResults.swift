import Budget
import FactStore
import Localization
import PolicyEngine

/// Holds a result against an earlier one: which findings are news, which are gone and why, and what is not judged any longer.
///
/// Linear in the findings of both. What is gone counts as fixed only where the same rules judged it again over exports that
/// have not gone, too.
struct CompareResults {
  let past: AuditResult
  let file: AuditBasis.File
  let current: AuditResult
  let exports: ExportComparison
  private let found: PastFindings

  init?(_ past: AuditResult, file: AuditBasis.File, comparedWith current: AuditResult, exports: ExportComparison) {
    guard let found = PastFindings(past, comparedWith: current) else { return nil }
    (self.past, self.file, self.current, self.exports, self.found) = (past, file, current, exports, found)
  }

  // MARK: Findings

  /// What the earlier result says of each finding, and which of its own were found again.
  func ages(threads: Int) -> (dispositions: [Disposition], seen: Set<Int>) {
    let size = Self.block
    let count = current.findings.count
    let parts = Workers(count: threads).map((count + size - 1) / size) { number in
      ages(of: number * size..<min((number + 1) * size, count))
    }
    return (parts.flatMap(\.dispositions), Set(parts.flatMap(\.seen)))
  }

  /// Findings whose proofs are worked out together.
  private static let block = 1000

  private func ages(of range: Range<Int>) -> (dispositions: [Disposition], seen: [Int]) {
    let places = range.map { found.place(of: current.findings.keyed($0)) }
    // Of what is new, nothing needs to be proved.
    guard places.contains(where: { $0 != nil }) else {
      return (range.map { _ in Disposition(age: .new, firstSeen: current.asOf) }, [])
    }
    let explained = current.findings[range]
    let known = places.compactMap { $0 }.sorted()
    let then = Dictionary(zip(known, past.findings.some(known))) { first, _ in first }
    let dispositions = zip(explained, places).map { now, place in
      place.map { disposition(of: now, foundAt: $0, then[$0]!) } ?? Disposition(age: .new, firstSeen: current.asOf)
    }
    return (dispositions, places.compactMap { $0 })
  }

  private func disposition(
    of now: FindingList.Explained, foundAt place: Int, _ then: FindingList.Explained
  ) -> Disposition {
    let before = past.dispositions[place]
    if hasNewWitness(now.finding, since: then.finding) {
      // Something hides behind an old finding: that is new, since when nobody had seen it.
      return Disposition(age: .new, firstSeen: current.asOf, isReopened: before.isWaived)
    }
    // Which of several facts a proof shows hangs on the order of files and records, and words on the language; what a finding
    // stands for does not.
    let isUpdated = found.comparesWitnesses && then.finding.witnesses != now.finding.witnesses
    return Disposition(
      age: isUpdated ? .updated : .unchanged, firstSeen: before.firstSeen ?? past.asOf, isReopened: before.isWaived)
  }

  private func hasNewWitness(_ now: Finding, since then: Finding) -> Bool {
    if now.witnesses.isEmpty { return false }
    guard found.comparesWitnesses, now.witnesses != [Finding.unknownWitnesses] else { return true }
    return !Set(now.witnesses).isSubset(of: then.witnesses)
  }

  // MARK: What is gone

  /// Everything that the earlier result says and this one does not.
  /// - Parameter seen: the findings of the earlier result that this one has, too.
  func comparison(seen: Set<Int>) -> BaselineReport {
    let subjects = SubjectsNow(current)
    let places = (0..<past.findings.count).filter { !seen.contains($0) }
    let gone = zip(places, past.findings.some(places)).map { place, explained -> GoneFinding in
      let (finding, evidence) = explained
      return GoneFinding(
        finding: finding, firstSeen: past.dispositions[place].firstSeen ?? past.asOf,
        reason: reason(finding, evidence, subjects))
    }
    return BaselineReport(
      file: file, asOf: past.asOf, toolVersion: past.toolVersion, remarks: remarks, gone: gone, lost: lost,
      lostExports: exports.gone.sorted(), stillOpen: stillOpen)
  }

  private func reason(_ finding: Finding, _ evidence: [Evidence], _ subjects: SubjectsNow) -> GoneFinding.Reason {
    if let reason = lossReason(ofPolicy: finding.policy) { return reason }
    // By the rules of then, or read as then, it may be there still.
    if hasOtherRules(finding.policy) || isReadOtherwise { return .rulesChanged }
    let kinds = Set(evidence.compactMap { past.kind(ofPath: $0.path) })
    if !kinds.isDisjoint(with: exports.gone) { return .exportGone }
    if evidence.contains(where: { exports.missingDocuments.contains($0.path) }) { return .exportGone }
    switch (finding.verdict, subjects.verdict(of: finding)) {
    case (_, .unverified): return .unverified
    case (.unverified, .fail): return .failsNow
    default: return .fixed
    }
  }

  /// Why a policy is not judged in this result; `nil` where it is.
  private func lossReason(ofPolicy id: String) -> GoneFinding.Reason? {
    guard let policy = current.policies.first(where: { $0.id == id }) else {
      return current.scope.notAsked.contains { $0.policy == id } ? .exportGone : .policyGone
    }
    switch policy.status {
    case .evaluated, .empty: return nil
    case .notEvaluated, .outOfScope: return .exportGone
    }
  }

  private func hasOtherRules(_ id: String) -> Bool {
    guard let then = past.policies.first(where: { $0.id == id }),
      let now = current.policies.first(where: { $0.id == id })
    else { return false }
    return then.definition != now.definition
  }

  /// Whether a configuration that lies among the exports is another: it says what files are and of whom they speak, and whoever
  /// changes the exports can change it.
  private var isReadOtherwise: Bool {
    guard past.settings?.isOfJudgedFolder == true || current.settings?.isOfJudgedFolder == true else { return false }
    return past.basis.configuration.map(\.sha256) != current.basis.configuration.map(\.sha256)
  }

  private var lost: [LostPolicy] {
    past.policies.filter { $0.status == .evaluated && $0.population + $0.populationHoles > 0 }.compactMap { policy in
      lossReason(ofPolicy: policy.id).map {
        LostPolicy(policy: policy.id, severity: policy.severity.rawValue, members: policy.population, reason: $0)
      }
    }
  }

  /// Policies that wait for no more than they did, and of whose members the earlier result knew all.
  private var stillOpen: Set<String> {
    let then = Dictionary(past.scope.notEvaluated.map { ($0.policy, $0) }) { first, _ in first }
    return Set(
      current.scope.notEvaluated.filter { now in
        guard let then = then[now.policy], !hasOtherRules(now.policy), now.members == now.openMembers.count else {
          return false
        }
        return Set(now.documents).isSubset(of: then.documents) && Set(now.openMembers).isSubset(of: then.openMembers)
      }.map(\.policy))
  }

  // MARK: What is not comparable

  private var remarks: [String] {
    let say = current.wording
    var remarks: [String] = []
    if past.toolVersion != current.toolVersion {
      remarks.append(say("the baseline was made by version \(past.toolVersion)"))
    }
    if past.asOf > current.asOf { remarks.append(say("the baseline is of a later day, \(past.asOf.description)")) }
    if !past.isComplete { remarks.append(say("the baseline is not complete: what it lacks counts as new")) }
    let judged = Set(current.policies.map(\.id))
    let others = past.policies.map(\.id).filter { judged.contains($0) && hasOtherRules($0) }
    if let first = others.first {
      remarks.append(
        say(
          "rules or parameters of \(others.count, "policy", "policies") are not those of the baseline, as of \(first)"))
    }
    let known = Set(past.policies.map(\.id) + past.scope.notAsked.map(\.policy))
    let added = current.policies.map(\.id).filter { !known.contains($0) }
    if let first = added.first {
      remarks.append(say("the baseline lacks \(added.count, "policy", "policies"), as \(first)"))
    }
    if past.settings?.sha256 != current.settings?.sha256 {
      remarks.append(say("the configuration is not that of the baseline"))
    }
    if !found.comparesWitnesses {
      remarks.append(
        say("people have pseudonyms in the baseline: what stands for several cannot be compared and is new"))
    }
    return remarks
  }
}

extension AuditResult {
  /// The kind of the export at a path.
  func kind(ofPath path: String) -> String? { sources.first { $0.path == path }?.kind }
}

/// Whom the findings of a result speak of, by policy.
private struct SubjectsNow {
  private var verdicts: [String: [[String]: Finding.Verdict]] = [:]
  /// Subjects of which something is not known.
  private var patterns: [String: [[String]]] = [:]

  init(_ result: AuditResult) {
    for index in 0..<result.findings.count {
      let finding = result.findings.keyed(index)
      let subject = finding.subject.map(\.value)
      let known = verdicts[finding.policy]?[subject]
      verdicts[finding.policy, default: [:]][subject] = known == .fail ? .fail : finding.verdict
      if subject.contains("*") { patterns[finding.policy, default: []].append(subject) }
    }
  }

  /// What is said of a finding's subject now; what may be meant counts as unverified.
  func verdict(of finding: Finding) -> Finding.Verdict? {
    let subject = finding.subject.map(\.value)
    if let verdict = verdicts[finding.policy]?[subject] { return verdict }
    let mayBeMeant = patterns[finding.policy, default: []].contains { pattern in
      pattern.count == subject.count && zip(pattern, subject).allSatisfy { $0 == "*" || $0 == $1 }
    }
    return mayBeMeant ? .unverified : nil
  }
}
