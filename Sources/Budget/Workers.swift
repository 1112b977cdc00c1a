import Dispatch
import Synchronization

/// Runs jobs on a few threads.
package struct Workers: Sendable {
  package var count: Int

  package init(count: Int) { self.count = count }

  /// Does `body` for every index below `jobs`; gives the results in the order of the indices.
  package func map<Result: Sendable>(_ jobs: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: jobs))
    let next = Atomic<Int>(0)
    run {
      while true {
        let job = next.add(1, ordering: .relaxed).oldValue
        guard job < jobs else { return }
        let result = body(job)
        results.withLock { $0[job] = result }
      }
    }
    return results.withLock { $0.map { $0! } }
  }

  /// Does `body` once on each thread and waits for all.
  package func run(_ body: @Sendable () -> Void) {
    if count <= 1 { return body() }
    DispatchQueue.concurrentPerform(iterations: count) { _ in body() }
  }
}
