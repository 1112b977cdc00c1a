/// Consecutive findings with what they rest on. Many rest on the same, and that stands here once: what is made of it is made
/// once for all of them.
package struct ExplainedFindings: Sendable {
  package private(set) var findings: [Finding] = []
  /// The facts and holes that the findings rest on.
  package private(set) var items: [Evidence] = []
  /// Places among the items: those of the first finding, then those of the next.
  private var places: [Int32] = []
  /// By finding: where its places end.
  private var ends: [Int32] = []

  package init() {}

  /// Findings that came one by one. Copies of one item are one.
  package init(_ explained: [FindingList.Explained]) {
    var known: [Evidence.Identity: Int] = [:]
    for (finding, evidence) in explained {
      append(
        finding,
        restingOn: evidence.map { item in
          if let place = known[.init(item)] { return place }
          let place = add(item)
          known[.init(item)] = place
          return place
        })
    }
  }

  /// Adds what findings may rest on, and gives its place.
  mutating func add(_ item: Evidence) -> Int {
    items.append(item)
    return items.count - 1
  }

  /// Adds a finding that rests on the items of some places.
  mutating func append(_ finding: consuming Finding, restingOn places: [Int]) {
    findings.append(finding)
    for place in places { self.places.append(Int32(place)) }
    ends.append(Int32(self.places.count))
  }

  /// Calls `body` with the places of the items that a finding rests on, in their order.
  package func forEachPlace(ofFinding number: Int, _ body: (Int) -> Void) {
    let first = number == 0 ? 0 : ends[number - 1]
    for at in first..<ends[number] { body(Int(places[Int(at)])) }
  }

  /// The findings with what each rests on.
  var explained: [FindingList.Explained] {
    findings.indices.map { number in
      var evidence: [Evidence] = []
      forEachPlace(ofFinding: number) { evidence.append(items[$0]) }
      return (findings[number], evidence)
    }
  }

  /// The same with other texts.
  func mapping(_ finding: (Finding) -> Finding, _ item: (Evidence) -> Evidence) -> ExplainedFindings {
    var mapped = self
    mapped.findings = findings.map(finding)
    mapped.items = items.map(item)
    return mapped
  }
}
