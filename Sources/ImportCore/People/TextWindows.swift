/// A long text in parts that are looked through one after the other, so that memory does not grow with the text.
///
/// What decides about a number stands within a few hundred bytes of it: its groups, what they stand between, and the uuid or
/// digest that its digits may belong to. So each part begins ``context`` before the place that the one before it has settled, and
/// settles nothing within ``context`` of its end. A row of digits that is longer than that is looked through as rows.
struct TextWindows {
  /// Bytes that are looked at together, and on either side of what is settled.
  static let length = 256 << 10
  static let context = 4 << 10

  let bytes: UnsafeBufferPointer<UInt8>
  var length = Self.length
  var context = Self.context

  // INVARIANT: `length > 4 * context`, or all is one part: each part settles something.

  /// Whether something that is sought stands in one of the parts; `isIn` is asked until it says so.
  func contains(_ isIn: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var start = 0
    while true {
      let end = boundary(start + length)
      if isIn(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return true }
      if end == bytes.count { return false }
      start = boundary(end - 2 * context)
    }
  }

  /// The finds of each part, in order and each once, with the place up to which the text is settled by it.
  func forEach(
    _ find: (UnsafeBufferPointer<UInt8>) -> [IdentityNumbers.Found],
    _ settle: (_ found: [IdentityNumbers.Found], _ settled: Range<Int>) -> Void
  ) {
    var settled = 0
    while settled < bytes.count {
      let start = boundary(max(0, settled - context))
      let end = boundary(start + length)
      let found = find(UnsafeBufferPointer(rebasing: bytes[start..<end])).compactMap { found in
        var found = found
        found.range = max(settled, found.range.lowerBound + start)..<max(settled, found.range.upperBound + start)
        return found.range.isEmpty ? nil : found
      }
      var cut = end == bytes.count ? end : boundary(end - context)
      // A number is settled as a whole, or not at all.
      if let across = found.first(where: { $0.range.lowerBound < cut && cut < $0.range.upperBound }) {
        cut = across.range.upperBound
      }
      settle(found.filter { $0.range.lowerBound < cut }, settled..<cut)
      settled = cut
    }
  }

  /// The nearest place not behind this one at which no character is cut.
  private func boundary(_ place: Int) -> Int {
    guard place < bytes.count else { return bytes.count }
    var place = place
    while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
