extension NormalForm {
  enum Plain {
    case value(String)
    case none
    /// Not plain enough to be sure.
    case ask
  }

  /// Addresses and uuids in plain ASCII, which nearly all are, read in one pass over their bytes.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>, isEmail: Bool) -> Plain {
    guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else { return .ask }
    var hasUpper = false
    var ats = 0
    var at = 0
    for (index, byte) in bytes.enumerated() {
      if byte <= 0x20 || byte >= 0x7F { return .ask }
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { hasUpper = true }
      if byte == UInt8(ascii: "@") {
        ats += 1
        at = index
      }
      if isEmail, byte < 64, forbidden & (1 << UInt64(byte)) != 0 { return .none }
    }
    if isEmail {
      guard ats == 1, at > 0, first != apostrophe else { return .none }
      switch plainDomain(UnsafeBufferPointer(rebasing: bytes[(at + 1)...])) {
      case .none: return .none
      case .ask: return .ask
      case .value: break
      }
    } else {
      guard bytes.count == 36, isUUID(bytes) else { return .ask }
    }
    if !hasUpper { return .value(String(decoding: bytes, as: UTF8.self)) }
    let lower = bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 + 32 : $0 }
    return .value(String(decoding: lower, as: UTF8.self))
  }

  /// `.value` where the domain, in lower case, is its own normal form.
  private static func plainDomain(_ bytes: UnsafeBufferPointer<UInt8>) -> Plain {
    guard let last = bytes.last else { return .none }
    if last == dot || last == hyphen || bytes.count > 253 { return .ask }
    var start = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case hyphen:
        // At the start no label has one; after two letters it may be the code of letters beyond ASCII, `xn--`.
        if index == start || index == start + 3 { return .ask }
      case dot:
        if index == start { return .none }
        if bytes[index - 1] == hyphen || index - start > 63 { return .ask }
        start = index + 1
      default: return .none
      }
    }
    if bytes.count - start > 63 { return .ask }
    return .value("")
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let dot = UInt8(ascii: ".")
  private static let hyphen = UInt8(ascii: "-")

  /// The characters that no address may hold, one bit each. A question mark stands where an encoding had no letter.
  private static let forbidden = "<>(),;:\"?".utf8.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }

  private static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return false }
      } else {
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        let lower = byte | 0x20
        guard isDigit || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f")) else { return false }
      }
    }
    return true
  }
}
