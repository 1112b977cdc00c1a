import FactStore

extension NormalForm {
  /// The same as `normalise`, with a short way for addresses and uuids in plain ASCII, which nearly all are.
  func read(_ raw: String) -> String? {
    guard self == .email || self == .uuid else { return normalise(raw) }
    var raw = raw
    let quick = raw.withUTF8 { Self.quick($0, isEmail: self == .email) }
    switch quick {
    case .value(let text): return text
    case .none: return nil
    case .ask: return normalise(raw)
    }
  }

  private enum Quick {
    case value(String)
    case none
    /// Not plain enough to be sure.
    case ask
  }

  private static func quick(_ bytes: UnsafeBufferPointer<UInt8>, isEmail: Bool) -> Quick {
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
      guard ats == 1, at > 0, at < bytes.count - 1 else { return .none }
    } else {
      guard bytes.count == 36, isUUID(bytes) else { return .ask }
    }
    if !hasUpper { return .value(String(decoding: bytes, as: UTF8.self)) }
    let lower = bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 + 32 : $0 }
    return .value(String(decoding: lower, as: UTF8.self))
  }

  /// The characters that no address may hold, one bit each.
  private static let forbidden = "<>(),;:\"".utf8.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }

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
