import Dispatch
import Synchronization

/// Evaluates components on a few threads, each as soon as what it reads is final.
///
/// A component is changed by one thread and read by others only when it is final, so the result is that of one thread: the
/// rows of a relation, and their order, depend on its own rules and on final relations alone.
// Safe: `evaluation` is only read, but for the relations of the component that a thread works on; `state` is locked.
final class Scheduler: @unchecked Sendable {
  private let evaluation: Evaluation
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
    /// By component: how it ended.
    var outcomes: [StratumEvaluator.Outcome?]
    /// All together passed a limit; no more components are begun.
    var isStopped = false
  }

  /// - Parameters:
  ///   - components: each after those that it reads.
  ///   - finished: told how many are done, and of how many; by one thread at a time.
  init(_ evaluation: Evaluation, _ components: [[RelationID]], finished: @escaping (Int, Int) -> Void) {
    self.evaluation = evaluation
    self.components = components
    self.finished = finished
    var owner: [RelationID: Int] = [:]
    for (number, component) in components.enumerated() { for id in component { owner[id] = number } }
    var readers: [[Int]] = Array(repeating: [], count: components.count)
    var missing: [Int] = []
    for (number, component) in components.enumerated() {
      let read = Set(evaluation.program.reads(of: component).compactMap { owner[$0] }).subtracting([number])
      for other in read.sorted() { readers[other].append(number) }
      missing.append(read.count)
    }
    self.readers = readers
    state = Mutex(
      State(
        missing: missing, ready: components.indices.filter { missing[$0] == 0 },
        outcomes: Array(repeating: nil, count: components.count)))
  }

  func run(threads: Int) {
    guard !components.isEmpty else { return }
    let before = evaluation.ledger.total
    for _ in state.withLock({ $0.ready }) { waiting.signal() }
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while let number = next() { finish(number, evaluation.derive(components[number]), threads: threads) }
    }
    settle(since: before)
  }

  private func next() -> Int? {
    waiting.wait()
    return state.withLock { $0.ready.isEmpty || $0.isStopped ? nil : $0.ready.removeFirst() }
  }

  private func finish(_ number: Int, _ outcome: StratumEvaluator.Outcome, threads: Int) {
    let signals = state.withLock { state in
      state.outcomes[number] = outcome
      if outcome.isOverdrawn {
        state.isStopped = true
        return threads
      }
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

  /// Empties what passed a limit of its own. Where all together passed one, which thread was faster must not decide who is
  /// within: the components are gone through once more in their order, each charged as if it had been alone, and those
  /// that were not done are evaluated now. What a component that does not fit had kept is free for the next.
  private func settle(since before: WorkLedger.Spent) {
    let outcomes = state.withLock { $0.outcomes }
    // Also where what was given back since has made room again: what was stopped was charged for nothing.
    let isOverdrawn = evaluation.ledger.limit != nil || outcomes.contains { $0?.isOverdrawn != false }
    if isOverdrawn { evaluation.ledger.total = before }
    for (component, outcome) in zip(components, outcomes) {
      guard let outcome, !outcome.isOverdrawn else {
        evaluation.forget(component)
        evaluation.evaluate(component)
        continue
      }
      // One that reads what is not whole any more is not begun when it is alone, and costs nothing.
      if isOverdrawn, let limit = evaluation.limit(behind: component) {
        evaluation.refuse(component, limit, .init())
        continue
      }
      let passed = isOverdrawn ? evaluation.ledger.add(outcome.spent) : nil
      if let limit = outcome.limit ?? passed { evaluation.refuse(component, limit, outcome.spent) }
    }
  }
}
