import Budget
import Formats

/// Requirements as numbers, since each is compared many times, and which of them a request that meets one meets besides.
struct RequirementIndex {
  private(set) var numbers: [Requirement: Int] = [:]
  /// For each those that are met with it, itself first.
  private(set) var meets: [[Int]] = []

  /// What requirements that meet each other have in common, one way or the other: the value, or its letters without case.
  private enum Trait: Hashable {
    case value(ExactText, ExactText, Value)
    case letters(ExactText, ExactText, ExactText)

    static func all(of requirement: Requirement) -> [Trait] {
      let (category, id) = (ExactText(requirement.key.category), ExactText(requirement.key.id))
      return [
        .value(category, id, requirement.value), .letters(category, id, ExactText(requirement.value.text.lowercased())),
      ]
    }
  }

  /// - Throws: where comparing them takes more than a limit.
  init(_ requirements: some Sequence<Requirement>, work: Work) throws(LimitReached) {
    var distinct: Set<Requirement> = []
    for requirement in requirements {
      try work.spend(1, on: .steps)
      guard distinct.insert(requirement).inserted else { continue }
      try work.spend(requirement.size, on: .memory)
      try work.spend(Requirement.steps, on: .steps)
    }
    // In an order that no run has by chance: what is spent on them must be the same each time.
    let all = distinct.map { (name: ExactText($0.fullName), requirement: $0) }.sorted { $0.name < $1.name }.map(
      \.requirement)
    for (number, requirement) in all.enumerated() { numbers[requirement] = number }
    var alike: [Trait: [Int]] = [:]
    for (number, requirement) in all.enumerated() {
      for trait in Trait.all(of: requirement) { alike[trait, default: []].append(number) }
    }
    for (number, requirement) in all.enumerated() {
      var found = [number]
      for trait in Trait.all(of: requirement) {
        let others = alike[trait] ?? []
        try work.spend(others.count, on: .steps)
        for other in others where !found.contains(other) && all[other].isMet(by: requirement) { found.append(other) }
      }
      try work.spend(found.count * found.count, on: .steps)
      meets.append(found)
    }
  }

  /// In order.
  func numbers(of set: Set<Requirement>) -> [Int] { set.compactMap { numbers[$0] }.sorted() }
}

/// Lists of requirements, found by what a request gives.
struct RequirementLists {
  /// Each list under the one of its requirements that the fewest lists have.
  private var byRarest: [Int: [Int]] = [:]
  /// Those that ask for nothing.
  private var unconditional: [Int] = []
  private let lists: [[Int]]

  init(_ lists: [[Int]]) {
    self.lists = lists
    var frequency: [Int: Int] = [:]
    for list in lists { for number in list { frequency[number, default: 0] += 1 } }
    for (place, list) in lists.enumerated() {
      guard let rarest = list.min(by: { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }) else {
        unconditional.append(place)
        continue
      }
      byRarest[rarest, default: []].append(place)
    }
  }

  /// The lists all of whose requirements are met, in order.
  /// - Parameter met: the requirements that are met.
  func met(_ met: Set<Int>, work: Work) throws(LimitReached) -> [Int] {
    var found = unconditional
    for number in met {
      for place in byRarest[number] ?? [] {
        try work.spend(lists[place].count, on: .steps)
        if lists[place].allSatisfy(met.contains) { found.append(place) }
      }
    }
    try work.spend(1 + met.count + found.count, on: .steps)
    return found.sorted()
  }
}

extension Requirement {
  /// Steps that it takes to name a requirement, to put it in order, to find it again and to compare it with those like it
  /// (measured, where a policy names a quarter of a million).
  static let steps = 3_000

  /// Tells it from every other.
  fileprivate var fullName: String {
    [key.category, key.id, key.type.identifier, value.text, key.issuer ?? "", ignoresCase ? "i" : ""]
      .joined(separator: "\u{1}")
  }

  /// Bytes that it takes, about.
  var size: Int { 256 + key.category.utf8.count + key.id.utf8.count + (key.issuer?.utf8.count ?? 0) + value.size }
}

extension RequirementIndex {
  /// The requirements of a set with their numbers, in the order of these.
  func numbered(_ set: Set<Requirement>) -> [(requirement: Requirement, number: Int)] {
    set.compactMap { requirement in numbers[requirement].map { (requirement, $0) } }.sorted { $0.number < $1.number }
  }

  /// All that a request meets which says no more than these.
  func met(by set: Set<Requirement>) -> Set<Int> {
    var met: Set<Int> = []
    for number in numbers(of: set) { met.formUnion(meets[number]) }
    return met
  }
}
