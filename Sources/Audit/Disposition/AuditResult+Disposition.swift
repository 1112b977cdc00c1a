import FactStore
import Localization

extension AuditResult {
  /// What findings are held against after they were found.
  package struct Context {
    package var waivers: WaiverFile?
    /// Whether waivers are judged and told, and none of them counts.
    package var ignoresWaivers = false
    /// An earlier result, and the file that it was read from.
    package var baseline: (result: AuditResult, file: AuditBasis.File)?
    /// The kinds of documents that fill each relation, and those that are declared not to exist.
    package var kinds: [String: [String]] = [:]
    package var declaredKinds: Set<String> = []
    package var threads = 1

    package init() {}

    package var isEmpty: Bool { waivers == nil && baseline == nil }
  }

  /// The baseline cannot be compared: the two were made with other keys, and people have pseudonyms in it.
  package struct IncomparableBaseline: Error {}

  /// Holds the findings against waivers and an earlier result. No verdict changes; what an earlier result had and this one lacks
  /// can only make the audit incomplete.
  package mutating func dispose(_ context: Context, people: () -> SamePerson) throws(IncomparableBaseline) {
    guard !context.isEmpty else { return }
    var list = Array(repeating: Disposition.open, count: findings.count)
    if let (past, file) = context.baseline {
      let exports = ExportComparison(
        past, comparedWith: self, kinds: context.kinds, declared: context.declaredKinds)
      guard let compare = CompareResults(past, file: file, comparedWith: self, exports: exports) else {
        throw IncomparableBaseline()
      }
      let (ages, seen) = compare.ages(threads: context.threads)
      list = ages
      comparison = compare.comparison(seen: seen)
      if self.people != .none { self.people = self.people.knowing(past.people) }
      incompleteReasons += exports.reasons
      if !exports.reasons.isEmpty { isComplete = false }
    }
    if let file = context.waivers {
      let (outcomes, uses) = JudgeWaivers(result: self, file: file, people: people()).judge()
      waivers = WaiverReport(
        file: file.file, isOfJudgedFolder: file.isOfJudgedFolder, isIgnored: context.ignoresWaivers, outcomes: outcomes)
      for (index, place) in uses {
        list[index].waiver = place
        list[index].isWaived = outcomes[place].state == .accepted && !context.ignoresWaivers
      }
    }
    // What is waived still is not open again.
    for index in list.indices where list[index].isWaived { list[index].isReopened = false }
    dispositions = Dispositions(list, of: findings)
  }
}
