import Synchronization
import Testing

@testable import ImportCore

struct OrderedMergeTests {
  private final class Merged: Sendable {
    let blocks = Mutex<[Int]>([])
    let isBusy = Atomic(false)

    func take(_ block: Int) {
      let wasBusy = isBusy.exchange(true, ordering: .sequentiallyConsistent)
      #expect(!wasBusy, "two threads merge at once")
      blocks.withLock { $0.append(block) }
      isBusy.store(false, ordering: .sequentiallyConsistent)
    }
  }

  /// Whoever brings which block when: all are merged, in order, by one thread at a time.
  @Test(arguments: [1, 2, 7])
  func blocksComeOutInOrder(_ workers: Int) async {
    let merge = OrderedMerge<Int>()
    let merged = Merged()
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask {
          // Backwards, so that most blocks wait for another thread's.
          for block in stride(from: worker, to: 500, by: workers).reversed() {
            merge.deliver(block, block * 3) { merged.take($0) }
          }
        }
      }
    }
    #expect(merged.blocks.withLock { $0 } == (0..<500).map { $0 * 3 })
  }
}
