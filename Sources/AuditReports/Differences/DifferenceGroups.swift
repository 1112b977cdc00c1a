import Audit

/// Differences by what caused them: facts that changed, and everything that follows from them.
///
/// Two consequences that share a fact are of one group. In the order of the first consequence of each; then the facts from which
/// nothing follows.
struct DifferenceGroups {
  /// Changed facts with what follows from them.
  struct Group {
    var facts: [FactChange] = []
    /// Places among the rights and the findings of the differences.
    var rights: [Int] = []
    var findings: [Int] = []
  }

  private(set) var groups: [Group] = []
  /// Rights and findings that no changed fact explains.
  private(set) var unexplained = Group()
  /// Facts from which nothing follows, and that are of no catalogue.
  private(set) var others: [FactChange] = []
  /// The same of catalogues, by what their change is called.
  private(set) var catalogues: [(name: String, facts: [FactChange])] = []

  /// Linear in the consequences and their causes.
  init(_ differences: Differences) {
    var sets = DisjointSets<FactChange>()
    let causes = differences.rights.map(\.causes) + differences.findings.map(\.causes)
    for list in causes {
      for fact in list { sets.join(list[0], fact) }
    }
    var places: [Int: Int] = [:]
    func group(_ list: [FactChange]) -> Int? {
      guard let first = list.first else { return nil }
      let root = sets.root(of: first)
      if let known = places[root] { return known }
      places[root] = groups.count
      groups.append(Group())
      return groups.count - 1
    }
    for (place, change) in differences.rights.enumerated() {
      if let group = group(change.causes) {
        groups[group].rights.append(place)
      } else {
        unexplained.rights.append(place)
      }
    }
    for (place, change) in differences.findings.enumerated() {
      if let group = group(change.causes) {
        groups[group].findings.append(place)
      } else {
        unexplained.findings.append(place)
      }
    }
    var seen: Set<FactChange> = []
    for list in causes {
      for fact in list where seen.insert(fact).inserted { groups[group(list)!].facts.append(fact) }
    }
    // Of what is open and decides nothing, documents say enough.
    for fact in differences.facts ?? [] where !seen.contains(fact) && fact.catalogue == nil && !fact.isHole {
      others.append(fact)
    }
    for fact in differences.facts ?? [] {
      guard let name = fact.catalogue else { continue }
      if catalogues.last?.name == name {
        catalogues[catalogues.count - 1].facts.append(fact)
      } else {
        catalogues.append((name, [fact]))
      }
    }
  }
}

/// Which of some things belong together, directly or by others.
private struct DisjointSets<Element: Hashable> {
  private var places: [Element: Int] = [:]
  private var parents: [Int] = []

  private mutating func place(of element: Element) -> Int {
    if let known = places[element] { return known }
    places[element] = parents.count
    parents.append(parents.count)
    return parents.count - 1
  }

  private mutating func top(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ one: Element, _ other: Element) {
    let (left, right) = (top(place(of: one)), top(place(of: other)))
    if left != right { parents[max(left, right)] = min(left, right) }
  }

  /// Stands for all that an element belongs to.
  mutating func root(of element: Element) -> Int { top(place(of: element)) }
}
