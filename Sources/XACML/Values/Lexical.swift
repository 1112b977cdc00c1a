/// Reads the lexical forms of XML Schema: a place in a text, and what can be read from there.
struct Scanner {
  private let bytes: [UInt8]
  private(set) var at = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { at == bytes.count }

  mutating func take(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// A run of digits as a number; `nil` where there are too few or too many, or the number is too large.
  mutating func digits(_ counts: ClosedRange<Int>) -> Int64? {
    let start = at
    var value: Int64 = 0
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(Int64(bytes[at] - UInt8(ascii: "0")))
      if overflows || carries { return nil }
      value = sum
      at += 1
    }
    return counts.contains(at - start) ? value : nil
  }

  /// The digits after a decimal point as billionths of a billionth; further digits must be zeros.
  mutating func fraction() -> Int64? {
    let start = at
    var value: Int64 = 0
    var places = 0
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      let digit = Int64(bytes[at] - UInt8(ascii: "0"))
      if places < 18 {
        value = value * 10 + digit
        places += 1
      } else if digit != 0 {
        return nil
      }
      at += 1
    }
    guard at > start else { return nil }
    while places < 18 {
      value *= 10
      places += 1
    }
    return value
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Without white space of XML at either end.
  var trimmed: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }) else { return "" }
    let last = bytes.lastIndex { !isSpace($0) }!
    return String(self[first...last])
  }
}
