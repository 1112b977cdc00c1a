import FactStore

/// What is known and decided of a finding beside its verdict: whether it is news, and whether somebody accepted it. It is a
/// value of its own, so that nothing of it can change a verdict.
package struct Disposition: Sendable, Equatable {
  /// What an earlier result says of it.
  package enum Age: String, Sendable, CaseIterable {
    /// The earlier result lacks it, or there is none.
    case new
    /// The same violation, resting on other facts.
    case updated
    case unchanged
  }

  package var age: Age
  /// The first day that is known to have had it; `nil` without an earlier result.
  package var firstSeen: CalendarDate?
  /// The waiver that is for it, by its place in the report of waivers: holding or expired.
  package var waiver: Int?
  package var isWaived: Bool
  /// The earlier result had it waived, and it is not any longer.
  package var isReopened: Bool

  package init(
    age: Age = .new, firstSeen: CalendarDate? = nil, waiver: Int? = nil, isWaived: Bool = false,
    isReopened: Bool = false
  ) {
    self.age = age
    self.firstSeen = firstSeen
    self.waiver = waiver
    self.isWaived = isWaived
    self.isReopened = isReopened
  }

  /// Of a finding of which nothing is known.
  package static let open = Disposition()

  /// Whether a gate has to count it.
  /// - Parameter newOnly: whether it looks at what is new alone.
  package func counts(newOnly: Bool) -> Bool { !isWaived && (!newOnly || age == .new || isReopened) }
}

/// The dispositions of all findings of a result, in their order, with what they come to.
///
/// Without waivers and an earlier result it is empty, and every finding is ``Disposition/open``.
package struct Dispositions: Sendable {
  private var list: [Disposition]
  package private(set) var tallies: [String: DispositionTally] = [:]
  /// Whether each finding was looked at.
  package var isEmpty: Bool { list.isEmpty }

  package static let none = Dispositions([], of: FindingList([]))

  /// - Parameter list: one for each finding, or none at all. Linear; findings are asked for their keys.
  package init(_ list: [Disposition], of findings: FindingList) {
    precondition(list.isEmpty || list.count == findings.count)
    self.list = list
    for (index, disposition) in list.enumerated() {
      let finding = findings.keyed(index)
      tallies[finding.policy, default: DispositionTally()].add(disposition, finding.verdict)
    }
  }

  package subscript(index: Int) -> Disposition { list.isEmpty ? .open : list[index] }

  /// What the findings of a policy come to; `nil` where none was looked at.
  package func tally(ofPolicy id: String) -> DispositionTally? {
    list.isEmpty ? nil : tallies[id] ?? DispositionTally()
  }

  /// All policies together.
  package var total: DispositionTally { tallies.values.reduce(into: DispositionTally()) { $0.add($1) } }
}

/// Findings counted by what is known and decided of them.
package struct DispositionTally: Sendable, Equatable {
  package var all: [Finding.Verdict: Int] = [:]
  package var waived: [Finding.Verdict: Int] = [:]
  /// Not waived, and the earlier result has them as they are.
  package var known: [Finding.Verdict: Int] = [:]
  package var ages: [Disposition.Age: Int] = [:]
  package var reopened = 0

  package init() {}

  package mutating func add(_ disposition: Disposition, _ verdict: Finding.Verdict) {
    all[verdict, default: 0] += 1
    ages[disposition.age, default: 0] += 1
    if disposition.isReopened { reopened += 1 }
    if disposition.isWaived {
      waived[verdict, default: 0] += 1
    } else if !disposition.counts(newOnly: true) {
      known[verdict, default: 0] += 1
    }
  }

  mutating func add(_ other: DispositionTally) {
    all.merge(other.all, uniquingKeysWith: +)
    waived.merge(other.waived, uniquingKeysWith: +)
    known.merge(other.known, uniquingKeysWith: +)
    ages.merge(other.ages, uniquingKeysWith: +)
    reopened += other.reopened
  }

  /// Findings of a verdict that a gate need not count.
  package func dismissed(_ verdict: Finding.Verdict, newOnly: Bool) -> Int {
    waived[verdict, default: 0] + (newOnly ? known[verdict, default: 0] : 0)
  }

  package var waivedCount: Int { waived.values.reduce(0, +) }
  package var knownCount: Int { known.values.reduce(0, +) }
}
