/// Where digits are chance: uuids, and digests of 32 hexadecimal digits and more with a letter among them. Digits alone are no
/// digest: SHA-256 has none without a letter once in ten to the thirteen.
enum ChanceDigits {
  /// In order. Linear.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard isHexadecimal(bytes[at]), at == 0 || !PlainText.isAlphanumeric(bytes[at - 1]) else {
        at += 1
        continue
      }
      if isUUID(bytes, at: at) {
        found.append(at..<at + 36)
        at += 36
        continue
      }
      let start = at
      while at < bytes.count, isHexadecimal(bytes[at]) { at += 1 }
      if at - start >= 32, !bytes[start..<at].allSatisfy(PlainText.isDigit),
        at == bytes.count || !PlainText.isAlphanumeric(bytes[at])
      {
        found.append(start..<at)
      }
      while at < bytes.count, PlainText.isAlphanumeric(bytes[at]) { at += 1 }
    }
    return found
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

  private static func isUUID(_ bytes: [UInt8], at start: Int) -> Bool {
    let end = start + 36
    guard end <= bytes.count, end == bytes.count || !PlainText.isAlphanumeric(bytes[end]) else { return false }
    return (0..<36).allSatisfy { offset in
      [8, 13, 18, 23].contains(offset)
        ? bytes[start + offset] == UInt8(ascii: "-") : isHexadecimal(bytes[start + offset])
    }
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    PlainText.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
