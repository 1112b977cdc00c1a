#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Looks for names of credentials among the keys of JSON lines, without parsing them: a file of many gibibytes may hold its first
/// password in its last line. What it takes for a key may be part of a text, so that a hit is looked at again.
///
/// Cost: one look at each byte, and one at each key of a name that was not met before.
struct CredentialScan {
  private var verdicts: [UInt64: Bool] = [:]
  /// Names that are kept: lines whose keys are values have as many as there are lines.
  private static let limit = 4096
  /// Bytes of a key that are looked at.
  private static let keyLimit = 128

  private static let colon = UInt8(ascii: ":")
  private static let quote = UInt8(ascii: "\"")

  /// Whether a key may be one of credentials.
  mutating func finds(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var at = 0
    while let next = memchr(base + at, Int32(Self.colon), bytes.count - at) {
      let colon = UnsafeRawPointer(next) - base
      at = colon + 1
      var end = colon - 1
      while end >= 0, bytes[end] == 0x20 || bytes[end] == 0x09 { end -= 1 }
      guard end > 0, bytes[end] == Self.quote else { continue }
      if holds(bytes, before: end) { return true }
    }
    return false
  }

  private mutating func holds(_ bytes: UnsafeRawBufferPointer, before end: Int) -> Bool {
    var start = end
    var hash: UInt64 = 14_695_981_039_346_656_037
    while start > 0, bytes[start - 1] != Self.quote {
      start -= 1
      guard end - start <= Self.keyLimit else { return false }
      hash = (hash ^ UInt64(bytes[start])) &* 1_099_511_628_211
    }
    if let verdict = verdicts[hash] { return verdict }
    // A key that is written with escapes is looked at again, whatever it is.
    let key = String(decoding: bytes[start..<end], as: UTF8.self)
    let verdict = key.utf8.contains(UInt8(ascii: "\\")) || CredentialName.holds(key)
    if verdicts.count < Self.limit { verdicts[hash] = verdict }
    return verdict
  }
}
