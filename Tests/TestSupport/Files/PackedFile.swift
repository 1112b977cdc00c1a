/// Packs bytes as `gzip` does, in stored blocks: no compressor is needed for that.
package enum PackedFile {
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
      let part = rest.prefix(65_535)
      rest = rest.dropFirst(part.count)
      packed.append(rest.isEmpty ? 1 : 0)
      let length = UInt16(part.count)
      for number in [length, ~length] { packed += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      packed += part
    } while !rest.isEmpty
    for number in [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in stride(from: 0, to: 32, by: 8) { packed.append(UInt8(number >> UInt32(shift) & 0xFF)) }
    }
    return packed
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
