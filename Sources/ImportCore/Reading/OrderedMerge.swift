import Synchronization

/// Puts the blocks of a file together in the order of the file, whichever thread brings them: who brings the next one in order
/// merges it, and whatever has been waiting behind it. Nobody waits.
package final class OrderedMerge<Block: Sendable>: Sendable {
  private struct Turn {
    var pending: [Int: Block] = [:]
    var next = 0
    var isMerging = false
  }

  private let turn = Mutex(Turn())

  package init() {}

  /// Takes the block that is `index` in the file, from 0. `merge` runs on one thread at a time.
  package func deliver(_ index: Int, _ block: Block, merge: (Block) -> Void) {
    let isMine = turn.withLock { turn in
      turn.pending[index] = block
      guard !turn.isMerging else { return false }
      turn.isMerging = true
      return true
    }
    guard isMine else { return }
    while let ready = takeNext() { merge(ready) }
  }

  private func takeNext() -> Block? {
    turn.withLock { turn in
      guard let ready = turn.pending.removeValue(forKey: turn.next) else {
        turn.isMerging = false
        return nil
      }
      turn.next += 1
      return ready
    }
  }
}
