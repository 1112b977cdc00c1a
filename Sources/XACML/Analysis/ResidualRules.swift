import Budget

/// The rules of a policy, specialised step by step: first to a resource, then to an action, then to a subject. At each step
/// only those are looked at that what is given can meet.
struct ResidualRules {
  private let rules: [Rule]
  private let index: RequirementIndex
  /// For each alternative its rule, and what it asks of the resource, the action and the rest.
  private var owners: [Int] = []
  private var actions: [[Int]] = []
  private var frees: [[Int]] = []
  private let byResource: RequirementLists
  /// The alternatives that the resource meets; with the action; each as places in `owners`.
  private var ofResource: [Int] = []
  private var left: [Int] = []
  private var leftFrees = RequirementLists([])
  private let work: Work

  /// - Parameter effect: the rules that count; all where it is `nil`.
  init(_ shape: PolicyShape, effect: Effect?, work: Work) throws(LimitReached) {
    let counted = shape.rules.filter { effect == nil || $0.rule.effect == effect }
    rules = counted.map(\.rule)
    self.work = work
    // All that is named, also by rules that do not count: what is given may be of any of them.
    index = try RequirementIndex(shape.mentioned, work: work)
    var resources: [[Int]] = []
    for (rule, shape) in counted.enumerated() {
      for set in shape.alternatives {
        var (resource, action, free): ([Int], [Int], [Int]) = ([], [], [])
        try work.spend(set.count, on: .steps)
        for (requirement, number) in index.numbered(set) {
          switch requirement.key.category {
          case Names.resource: resource.append(number)
          case Names.action: action.append(number)
          default: free.append(number)
          }
        }
        owners.append(rule)
        resources.append(resource)
        actions.append(action)
        frees.append(free)
      }
    }
    byResource = RequirementLists(resources)
  }

  var isEmpty: Bool { left.isEmpty }

  /// Keeps the alternatives that a resource meets.
  mutating func fix(resource: Set<Requirement>) throws(LimitReached) {
    ofResource = try byResource.met(index.met(by: resource), work: work)
    left = []
  }

  /// Of those the alternatives that an action meets as well.
  mutating func fix(action: Set<Requirement>) throws(LimitReached) {
    let met = index.met(by: action)
    try work.spend(ofResource.count, on: .steps)
    left = ofResource.filter { actions[$0].allSatisfy(met.contains) }
    try work.spend(4 * left.count, on: .steps)
    leftFrees = RequirementLists(left.map { frees[$0] })
  }

  /// The first rule that a subject meets as well.
  func first(metBy subject: Set<Requirement>) throws(LimitReached) -> Rule? {
    guard !left.isEmpty else { return nil }
    return try leftFrees.met(index.met(by: subject), work: work).first.map { rules[owners[left[$0]]] }
  }

  // MARK: What can be met

  /// The places among sets of the actions, or of the subjects, that some alternative that is left can be met by, in order.
  /// - Parameter offers: the sets, by the requirements that they meet.
  func candidates(among offers: Offers, of kind: Kind) throws(LimitReached) -> [Int] {
    var found: Set<Int> = []
    var asked: Set<Int> = []
    for place in kind == .action ? ofResource : left {
      let list = kind == .action ? actions[place] : frees[place]
      guard let first = list.first else { return offers.all }
      guard asked.insert(first).inserted else { continue }
      let places = offers.byRequirement[first] ?? []
      try work.spend(1 + places.count, on: .steps)
      found.formUnion(places)
    }
    return found.sorted()
  }

  enum Kind { case action, subject }

  /// Sets of requirements, by what they meet.
  struct Offers {
    let all: [Int]
    var byRequirement: [Int: [Int]] = [:]
  }

  func offers(_ sets: [Set<Requirement>]) throws(LimitReached) -> Offers {
    var offers = Offers(all: Array(sets.indices))
    for (place, set) in sets.enumerated() {
      let met = index.met(by: set)
      try work.spend(1 + met.count, on: .steps)
      for number in met { offers.byRequirement[number, default: []].append(place) }
    }
    return offers
  }
}
