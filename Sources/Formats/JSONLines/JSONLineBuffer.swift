internal import CSimdjson

/// Memory for a block, with padding behind its capacity.
// Safe: one owner at a time writes to it: the reader until the block is made, nobody after that.
final class JSONLineBuffer: @unchecked Sendable {
  let base: UnsafeMutablePointer<UInt8>
  let capacity: Int
  /// INVARIANT: the first `count` bytes are initialised, and `count <= capacity`.
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + FormatLimits.padding)
  }

  deinit { base.deallocate() }

  /// The offset behind the last newline at or after `start`, or nil.
  func endOfLastLine(from start: Int) -> Int? {
    var at = count
    while at > start {
      if base[at - 1] == UInt8(ascii: "\n") { return at }
      at -= 1
    }
    return nil
  }

  func copy(from other: JSONLineBuffer, range: Range<Int>) {
    precondition(range.count <= capacity, "the buffer is too small")
    base.update(from: other.base + range.lowerBound, count: range.count)
    count = range.count
  }

  /// Makes the bytes behind the block readable.
  func clearPadding() { (base + count).update(repeating: 0, count: FormatLimits.padding) }
}
