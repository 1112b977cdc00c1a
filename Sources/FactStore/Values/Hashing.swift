/// A 32-bit hash of bytes: 8 bytes a step, multiply and fold. Not for adversaries: a table of texts that collide on
/// purpose grows slow, never wrong.
@inlinable
public func hashBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
  var at = 0
  // An empty text may come without memory behind it: it must have the hash of any other empty text.
  if let base = bytes.baseAddress {
    let raw = UnsafeRawPointer(base)
    while at + 8 <= bytes.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
  }
  var tail: UInt64 = 0
  while at < bytes.count {
    tail = tail << 8 | UInt64(bytes[at])
    at += 1
  }
  hash = fold(hash ^ tail)
  return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
}

@inlinable @inline(__always)
func fold(_ value: UInt64) -> UInt64 {
  let wide = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return wide.high ^ wide.low
}

@inline(__always)
func equalBytes(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
  guard let right else { return count == 0 }
  let a = UnsafeRawPointer(left)
  let b = UnsafeRawPointer(right)
  var at = 0
  while at + 8 <= count {
    if a.loadUnaligned(fromByteOffset: at, as: UInt64.self) != b.loadUnaligned(fromByteOffset: at, as: UInt64.self) {
      return false
    }
    at += 8
  }
  while at < count {
    if left[at] != right[at] { return false }
    at += 1
  }
  return true
}
