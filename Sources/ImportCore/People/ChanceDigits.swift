/// Where digits are chance: uuids, and digests of 32 hexadecimal digits and more with a letter among them. Digits alone are no
/// digest: SHA-256 has none without a letter once in ten to the thirteen.
enum ChanceDigits {
  /// In order. Linear.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Range<Int>] = []
      var at = 0
      while at < bytes.count {
        guard let end = end(in: bytes, from: at) else {
          at += 1
          continue
        }
        found.append(at..<end)
        at = end
      }
      return found
    }
  }

  /// Where the uuid or digest ends that begins at a place; `nil` where none does. Looks at a word once, at its beginning.
  @inline(__always)
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard isHexadecimal(bytes[start]), start == 0 || !PlainText.isAlphanumeric(bytes[start - 1]) else { return nil }
    return endOfWord(bytes, from: start)
  }

  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    var hasLetter = false
    while end < bytes.count, isHexadecimal(bytes[end]) {
      hasLetter = hasLetter || !PlainText.isDigit(bytes[end])
      end += 1
    }
    if end - start == 8, isUUID(bytes, at: start) { return start + 36 }
    guard end - start >= 32, hasLetter, end == bytes.count || !PlainText.isAlphanumeric(bytes[end]) else { return nil }
    return end
  }

  /// Whether a range has a byte in common with one of many, which are in order.
  static func overlap(_ range: Range<Int>, _ others: [Range<Int>]) -> Bool {
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low].lowerBound < range.upperBound
  }

  private static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let end = start + 36
    guard end <= bytes.count, end == bytes.count || !PlainText.isAlphanumeric(bytes[end]) else { return false }
    for offset in 0..<36 {
      let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
      guard isHyphen ? bytes[start + offset] == UInt8(ascii: "-") : isHexadecimal(bytes[start + offset]) else {
        return false
      }
    }
    return true
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    PlainText.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
