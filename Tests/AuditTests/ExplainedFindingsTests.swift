import Testing

@testable import Audit

/// What many findings rest on stands once beside them, and each has it all the same.
struct ExplainedFindingsTests {
  private static func finding(_ number: Int) -> Finding {
    Finding(
      fingerprint: "\(number)", policy: "p", severity: .high, verdict: .fail, subject: [], violating: [],
      message: "m\(number)")
  }

  private static func item(_ line: Int) -> Evidence {
    Evidence(fact: "f\(line)", path: "a", line: line, pointer: "", isHole: false)
  }

  private let items = (0..<4).map(item)

  private func explained(_ rest: [[Int]]) -> [FindingList.Explained] {
    rest.enumerated().map { (Self.finding($0.offset), $0.element.map { items[$0] }) }
  }

  @Test(arguments: [[], [[]], [[0]], [[0, 1], [], [1, 2, 0], [3]], [[2, 2]]] as [[[Int]]])
  func findingsHaveWhatTheyRestOn(_ rest: [[Int]]) {
    let together = ExplainedFindings(explained(rest))
    #expect(together.explained.map(\.evidence) == rest.map { $0.map { items[$0] } })
    #expect(together.explained.map(\.finding.message) == rest.indices.map { "m\($0)" })
    #expect(together.items.count == Set(rest.joined()).count)
    for (number, places) in rest.enumerated() {
      var found: [Evidence] = []
      together.forEachPlace(ofFinding: number) { found.append(together.items[$0]) }
      #expect(found == places.map { items[$0] })
    }
  }

  @Test func aListGivesTheSameOneByOneAndTogether() {
    let rest = [[0, 1], [], [1, 2, 0], [3]]
    let list = FindingList(explained(rest).map { ($0.finding, $0.evidence) })
    let made = FindingList(
      count: rest.count, together: { ExplainedFindings(list[$0]) }, keyed: { list.keyed($0) })
    for range in [0..<4, 1..<3, 2..<2] {
      #expect(list.together(range).explained.map(\.evidence) == list.evidence(range))
      #expect(made.evidence(range) == list.evidence(range))
      #expect(made.together(range).findings.map(\.message) == list[range].map(\.finding.message))
    }
  }

  @Test func textsAreChangedOnceForAll() {
    var asked = 0
    let changed = ExplainedFindings(explained([[0, 1], [1], [1, 0]])).mapping({
      var finding = $0
      finding.message += "!"
      return finding
    }) { item in
      asked += 1
      return Evidence(fact: item.fact + "!", path: item.path, line: item.line, pointer: "", isHole: false)
    }
    #expect(asked == 2)
    #expect(changed.explained.map { $0.evidence.map(\.fact) } == [["f0!", "f1!"], ["f1!"], ["f1!", "f0!"]])
    #expect(changed.findings.map(\.message) == ["m0!", "m1!", "m2!"])
  }
}
