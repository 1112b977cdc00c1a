import Audit
import Testing

/// The verdict on a control follows from those of its policies.
struct ControlVerdictTests {
  @Test(
    arguments: [
      ([], .uncovered), ([.passed], .passed), ([.passed, .passed], .passed), ([.passed, .empty], .passed),
      ([.empty], .empty), ([.empty, .empty], .empty), ([.notJudged], .notJudged), ([.notJudged, .empty], .notJudged),
      ([.passed, .notJudged], .passedInPart), ([.passed, .notJudged, .empty], .passedInPart),
      ([.unverified, .notJudged, .passed], .unverified), ([.fail, .unverified, .notJudged, .passed, .empty], .fail),
      ([.fail], .fail), ([.unverified, .empty], .unverified),
    ] as [([ControlVerdict], ControlVerdict)])
  func combines(_ policies: [ControlVerdict], _ verdict: ControlVerdict) {
    #expect(ControlVerdict(of: policies) == verdict)
    #expect(ControlVerdict(of: policies.reversed()) == verdict)
  }

  /// Over all sets of verdicts: what is not judged never makes it passed, and one more policy never makes worse news disappear.
  @Test func neverBetterThanItsPolicies() {
    let words: [ControlVerdict] = ControlVerdict.allCases.filter(\.isOfPolicy)
    #expect(words == [.fail, .unverified, .notJudged, .empty, .passed])
    for mask in 0..<(1 << words.count) {
      let set = words.enumerated().filter { mask & 1 << $0.offset != 0 }.map(\.element)
      let verdict = ControlVerdict(of: set)
      #expect((verdict == .passed) == (set.contains(.passed) && set.allSatisfy { $0 == .passed || $0 == .empty }))
      #expect((verdict == .fail) == set.contains(.fail))
      #expect((verdict == .unverified) == (set.contains(.unverified) && !set.contains(.fail)))
      #expect((verdict == .uncovered) == set.isEmpty)
    }
  }
}
