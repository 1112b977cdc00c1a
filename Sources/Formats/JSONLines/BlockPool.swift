import Synchronization

/// Buffers that no block uses at the moment.
final class BlockPool: Sendable {
  /// More are freed: a reader and a few workers need no more.
  private static let maximalCount = 8
  /// So are larger ones, which one long record needed.
  private static let maximalCapacity = FormatLimits.blockSize
  private let free = Mutex<[JSONLineBuffer]>([])

  /// An empty buffer of at least this capacity.
  func take(atLeast capacity: Int) -> JSONLineBuffer {
    let found = free.withLock { buffers -> JSONLineBuffer? in
      guard let index = buffers.lastIndex(where: { $0.capacity >= capacity }) else { return nil }
      return buffers.remove(at: index)
    }
    found?.count = 0
    return found ?? JSONLineBuffer(capacity: capacity)
  }

  func give(_ buffer: JSONLineBuffer) {
    guard buffer.capacity <= Self.maximalCapacity else { return }
    free.withLock { buffers in
      if buffers.count < BlockPool.maximalCount { buffers.append(buffer) }
    }
  }

  /// A buffer of twice the capacity with the same bytes.
  func grown(_ buffer: JSONLineBuffer) -> JSONLineBuffer {
    let larger = take(atLeast: min(buffer.capacity * 2, max(FormatLimits.jsonLineLength, buffer.capacity)))
    larger.copy(from: buffer, range: 0..<buffer.count)
    give(buffer)
    return larger
  }
}
