/// Where a cell stands in the text of its table.
struct CSVCell {
  // The two high bits of `packedLength` are flags.
  private static let quotedBit: UInt32 = 1 << 31
  private static let doubledBit: UInt32 = 1 << 30

  private let start: UInt32
  private let packedLength: UInt32

  init(range: Range<Int>, isQuoted: Bool, hasDoubledQuotes: Bool) {
    start = UInt32(range.lowerBound)
    packedLength =
      UInt32(range.count) | (isQuoted ? CSVCell.quotedBit : 0) | (hasDoubledQuotes ? CSVCell.doubledBit : 0)
  }

  /// The bytes between the quotes, or of the whole cell.
  var range: Range<Int> {
    Int(start)..<Int(start) + Int(packedLength & (CSVCell.doubledBit - 1))
  }

  var isQuoted: Bool { packedLength & CSVCell.quotedBit != 0 }

  /// True when two quotes stand for one.
  var hasDoubledQuotes: Bool { packedLength & CSVCell.doubledBit != 0 }

  /// Hands the text of the cell, with quotes resolved, to `body`.
  func withBytes<Result>(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let raw = UnsafeBufferPointer(rebasing: text[range])
    guard hasDoubledQuotes else { return try body(raw) }
    var resolved: [UInt8] = []
    resolved.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      resolved.append(raw[at])
      at += raw[at] == UInt8(ascii: "\"") ? 2 : 1
    }
    return try resolved.withUnsafeBufferPointer(body)
  }
}
