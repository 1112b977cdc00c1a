import Dispatch
import Synchronization
import Testing

@testable import Audit

/// What a finding says and rests on does not hang on who asks, together with which others, or who else asks meanwhile.
struct ExplainedByThreadsTests {
  /// Chains of nodes, each of which leads to all behind it, with gaps: findings that rest on many facts, and such as rest on
  /// holes.
  private static func audit() throws -> SmallAudit {
    let steps = (0..<4).flatMap { chain in (0..<20).map { (from: "c\(chain)-\($0)", to: "c\(chain)-\($0 + 1)") } }
    let given = steps.map { "src.edge(a: \"\($0.from)\", b: \"\($0.to)\") src.node(a: \"\($0.from)\")" }
    return try SmallAudit(
      """
      relation src.edge(a: node, b: node)
      relation src.node(a: node)
      relation d.reach(a: node, b: node)
      d.reach(a, b) if src.edge(a, b)
      d.reach(a, b) if d.reach(a, b: c), src.edge(a: c, b)
      policy src.reaches {
        title "t" severity high
        for a in src.node(a)
        fail "{a} leads to {b}" per b if d.reach(a, b)
        unverified "{a} leads somewhere" if d.reach(a, b: "x")
        example "given" { \(given.joined(separator: " ")) src.node(a: "end") partial src.edge expect pass a: "end" }
      }
      """)
  }

  @Test func manyAskAndGetTheSame() throws {
    let findings = try Self.audit().result.findings
    #expect(findings.count > 500)
    let alone = (0..<findings.count).map { findings[$0..<$0 + 1][0] }
    @Sendable func isSame(_ found: [FindingList.Explained], _ range: Range<Int>) -> Bool {
      zip(found, alone[range]).allSatisfy { left, right in
        left.finding.fingerprint == right.finding.fingerprint && left.finding.message == right.finding.message
          && left.evidence == right.evidence
      }
    }
    #expect(isSame(findings[0..<findings.count], 0..<findings.count))
    #expect(alone.contains { $0.evidence.count > 10 && !$0.evidence.contains(where: \.isHole) })
    #expect(alone.contains { $0.evidence.contains(where: \.isHole) })
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for start in stride(from: thread * 7, to: findings.count, by: 40 + thread) {
        let range = start..<min(start + 60, findings.count)
        if !isSame(findings[range], range) { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
