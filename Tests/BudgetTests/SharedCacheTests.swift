import Budget
import Dispatch
import Synchronization
import Testing

/// What is shared is what was made for its key, however many ask, and no more of it is held than was said.
struct SharedCacheTests {
  private final class Value: Sendable {
    static let alive = Atomic(0)
    let key: Int

    init(_ key: Int) {
      self.key = key
      Self.alive.add(1, ordering: .relaxed)
    }

    deinit { Self.alive.subtract(1, ordering: .relaxed) }
  }

  @Test func everyThreadGetsTheValueOfItsKey() {
    let cache = SharedCache<Int, Value>(limit: 640)
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for step in 0..<20_000 {
        let key = (step &* (thread + 3)) % 2_000
        if cache.value(key, { Value(key) }).key != key { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(Value.alive.load(ordering: .relaxed) <= 640)
  }

  @Test func aKnownValueIsNotMadeAgain() {
    let cache = SharedCache<String, Int>()
    var made = 0
    for _ in 0..<5 {
      let value = cache.value("key") {
        made += 1
        return made
      }
      #expect(value == 1)
    }
  }
}
