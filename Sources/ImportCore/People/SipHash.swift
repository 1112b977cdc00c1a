/// SipHash-2-4: a keyed 64-bit digest of short texts that nobody without the key can compute (Aumasson and Bernstein, 2012).
struct SipHash: Sendable {
  private let low: UInt64
  private let high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A key that lives as long as the process and is never written anywhere.
  static func random() -> SipHash {
    var generator = SystemRandomNumberGenerator()
    return SipHash(low: generator.next(), high: generator.next())
  }

  func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var a = low ^ 0x736f_6d65_7073_6575
    var b = high ^ 0x646f_7261_6e64_6f6d
    var c = low ^ 0x6c79_6765_6e65_7261
    var d = high ^ 0x7465_6462_7974_6573
    @inline(__always) func round() {
      a &+= b
      b = (b << 13 | b >> 51) ^ a
      a = a << 32 | a >> 32
      c &+= d
      d = (d << 16 | d >> 48) ^ c
      a &+= d
      d = (d << 21 | d >> 43) ^ a
      c &+= b
      b = (b << 17 | b >> 47) ^ c
      c = c << 32 | c >> 32
    }
    var at = 0
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while at + 8 <= bytes.count {
        // Safe: eight bytes from `at` lie within the buffer.
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        d ^= word
        round()
        round()
        a ^= word
        at += 8
      }
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for (place, byte) in bytes[at...].enumerated() { last |= UInt64(byte) << UInt64(place * 8) }
    d ^= last
    round()
    round()
    a ^= last
    c ^= 0xFF
    for _ in 0..<4 { round() }
    return a ^ b ^ c ^ d
  }

  func digest(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { digest($0) }
  }
}
