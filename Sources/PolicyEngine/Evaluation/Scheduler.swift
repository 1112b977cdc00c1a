import Dispatch
import Synchronization

/// Evaluates components on a few threads, each as soon as what it reads is final.
///
/// A component is changed by one thread and read by others only when it is final, so the result is that of one thread: the
/// rows of a relation, and their order, depend on its own rules and on final relations alone.
// Safe: `engine` is only read, but for the relations of the component that a thread works on; `state` is locked.
final class Scheduler: @unchecked Sendable {
  private let engine: Engine
  private let components: [[RelationID]]
  /// By component: those that read it.
  private let readers: [[Int]]
  private let state: Mutex<State>
  private let waiting = DispatchSemaphore(value: 0)
  private let finished: (Int, Int) -> Void

  private struct State {
    /// By component: how many components that it reads are not final yet.
    var missing: [Int]
    var ready: [Int]
    var done = 0
  }

  /// - Parameters:
  ///   - components: each after those that it reads.
  ///   - finished: told how many are done, and of how many; by one thread at a time.
  init(_ engine: Engine, _ components: [[RelationID]], finished: @escaping (Int, Int) -> Void) {
    self.engine = engine
    self.components = components
    self.finished = finished
    var owner: [RelationID: Int] = [:]
    for (number, component) in components.enumerated() { for id in component { owner[id] = number } }
    var readers: [[Int]] = Array(repeating: [], count: components.count)
    var missing: [Int] = []
    for (number, component) in components.enumerated() {
      let read = Set(engine.reads(of: component).compactMap { owner[$0] }).subtracting([number])
      for other in read.sorted() { readers[other].append(number) }
      missing.append(read.count)
    }
    self.readers = readers
    state = Mutex(State(missing: missing, ready: components.indices.filter { missing[$0] == 0 }))
  }

  func run(threads: Int) {
    guard !components.isEmpty else { return }
    for _ in state.withLock({ $0.ready }) { waiting.signal() }
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while let number = next() {
        engine.evaluate(component: components[number])
        finish(number, threads: threads)
      }
    }
  }

  private func next() -> Int? {
    waiting.wait()
    return state.withLock { $0.ready.isEmpty ? nil : $0.ready.removeFirst() }
  }

  private func finish(_ number: Int, threads: Int) {
    let signals = state.withLock { state in
      state.done += 1
      finished(state.done, components.count)
      var freed = 0
      for reader in readers[number] {
        state.missing[reader] -= 1
        if state.missing[reader] == 0 {
          state.ready.append(reader)
          freed += 1
        }
      }
      // The last one sends everybody home.
      return state.done == components.count ? threads : freed
    }
    for _ in 0..<signals { waiting.signal() }
  }
}
