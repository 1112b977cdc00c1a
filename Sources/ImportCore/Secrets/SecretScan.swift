import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells from the source of a JSON document whether it may hold secrets, without parsing it: a file of many gibibytes may hold its
/// first password in its last line. What it takes for a key may be part of a text, so that a hit is looked at again.
///
/// Cost: one look at each byte, and one at each key, and at what is called by `name`, that was not met before.
package struct SecretScan {
  /// What a key says of the value behind it.
  private enum Verdict {
    case harmless, credentials, name
  }

  private var verdicts: [UInt64: Verdict] = [:]
  /// Names that are kept: lines whose keys are values have as many as there are lines.
  private static let limit = 4096
  /// Bytes of a key that are looked at.
  private static let keyLimit = 128

  private static let colon = UInt8(ascii: ":")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  package init() {}

  /// Whether some key, text or pair of a name and a value may be one of credentials.
  package mutating func mayHold(_ bytes: UnsafeRawBufferPointer) -> Bool {
    holdsName(bytes) || SecretShape.mayStand(inSource: bytes.assumingMemoryBound(to: UInt8.self))
  }

  package mutating func mayHold(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { mayHold($0) } }

  /// The same of names alone.
  mutating func holdsName(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var at = 0
    while let next = memchr(base + at, Int32(Self.colon), bytes.count - at) {
      let colon = UnsafeRawPointer(next) - base
      at = colon + 1
      var end = colon - 1
      while end >= 0, Self.isBlank(bytes[end]) { end -= 1 }
      guard end > 0, bytes[end] == Self.quote else { continue }
      switch verdict(bytes, before: end) {
      case .harmless: continue
      case .credentials: return true
      case .name: if namesCredentials(bytes, behind: colon) { return true }
      }
    }
    return false
  }

  private mutating func verdict(_ bytes: UnsafeRawBufferPointer, before end: Int) -> Verdict {
    var start = end
    var hash: UInt64 = 14_695_981_039_346_656_037
    while start > 0, bytes[start - 1] != Self.quote {
      start -= 1
      guard end - start <= Self.keyLimit else { return .harmless }
      hash = (hash ^ UInt64(bytes[start])) &* 1_099_511_628_211
    }
    if let verdict = verdicts[hash] { return verdict }
    let verdict = Self.verdict(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    if verdicts.count < Self.limit { verdicts[hash] = verdict }
    return verdict
  }

  private static func verdict(_ name: UnsafeRawBufferPointer) -> Verdict {
    // A key that is written with escapes is looked at again, whatever it is.
    if name.contains(backslash) { return .credentials }
    let key = String(decoding: name, as: UTF8.self)
    switch SecretKey(key).role {
    case .plain, .value, .cipher: return .harmless
    case .name: return .name
    case .credentials, .keyType, .header, .secret: return .credentials
    }
  }

  /// Whether the text behind `"name":` is a name of credentials, or may be one.
  private func namesCredentials(_ bytes: UnsafeRawBufferPointer, behind colon: Int) -> Bool {
    var start = colon + 1
    while start < bytes.count, Self.isBlank(bytes[start]) { start += 1 }
    guard start < bytes.count, bytes[start] == Self.quote else { return false }
    start += 1
    var end = start
    while end < bytes.count, end - start <= Self.keyLimit, bytes[end] != Self.quote {
      if bytes[end] == Self.backslash { return true }
      end += 1
    }
    let name = UnsafeRawBufferPointer(rebasing: bytes[start..<end]).assumingMemoryBound(to: UInt8.self)
    if CredentialName.mayHold(name), CredentialName.holds(String(decoding: name, as: UTF8.self)) { return true }
    // `Authorization` and `Cookie`.
    return name.count >= 6 && name.count <= 19 && CredentialName.isOfHeader(String(decoding: name, as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 2 || byte == 0x0D }
}
