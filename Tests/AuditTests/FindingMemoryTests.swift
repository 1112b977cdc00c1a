import Dispatch
import PolicyEngine
import Synchronization
import Testing

@testable import Audit

/// Findings that are kept are those that were made, and nothing is made twice while there is room.
struct FindingMemoryTests {
  /// A list that counts how often each finding, and each finding's evidence, was made.
  private final class Source: Sendable {
    let count: Int
    private let made: Mutex<(explained: [Int], keyed: [Int])>

    init(count: Int) {
      self.count = count
      let none = Array(repeating: 0, count: count)
      made = Mutex((none, none))
    }

    static func finding(_ index: Int, message: String) -> Finding {
      Finding(
        fingerprint: "\(index)", policy: "p", severity: .high, verdict: .fail, subject: [], violating: [],
        message: message)
    }

    static func evidence(_ index: Int) -> [Evidence] {
      (0..<index % 3).map { Evidence(fact: "f\(index)", path: "a", line: $0, pointer: "", isHole: false) }
    }

    var list: FindingList {
      FindingList(
        count: count,
        explained: { range in
          self.made.withLock { made in for index in range { made.explained[index] += 1 } }
          return range.map { (Self.finding($0, message: "m\($0)"), Self.evidence($0)) }
        },
        keyed: { index in
          self.made.withLock { $0.keyed[index] += 1 }
          return Self.finding(index, message: "")
        })
    }

    /// The most that one finding was explained, and looked up by its keys.
    var most: (explained: Int, keyed: Int) { made.withLock { ($0.explained.max() ?? 0, $0.keyed.max() ?? 0) } }
  }

  /// Whether several threads get what was made that walk over a list in steps of their own, which fit no shelf.
  private func walk(_ list: FindingList) -> Bool {
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      let step = 300 + 100 * thread
      for start in stride(from: 0, to: list.count, by: step) {
        let range = start..<min(start + step, list.count)
        let isRight =
          range.allSatisfy { list.keyed($0).fingerprint == "\($0)" }
          && list.evidence(range) == range.map(Source.evidence) && range.allSatisfy { list[$0].message == "m\($0)" }
        if !isRight { wrong.add(1, ordering: .relaxed) }
      }
    }
    return wrong.load(ordering: .relaxed) == 0
  }

  @Test(arguments: [0, 1, 999, 1000, 1001, 3500])
  func nothingIsMadeTwice(_ count: Int) {
    let source = Source(count: count)
    #expect(walk(source.list.remembered()))
    let expected = min(count, 1)
    #expect(source.most == (expected, expected))
  }

  @Test func whatHasNoRoomIsMadeAgain() {
    let source = Source(count: 3000)
    #expect(walk(source.list.remembered(limit: 100)))
    #expect(source.most.explained > 1)
  }

  @Test func aMessageIsNotTakenForKnown() {
    let list = Source(count: 2).list.remembered()
    #expect(list.keyed(1).message.isEmpty)
    #expect(list[1].message == "m1")
    #expect(list.keyed(1).message == "m1")
  }
}
