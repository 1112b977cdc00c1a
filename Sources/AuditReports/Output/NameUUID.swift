import Crypto

/// A UUID of version 5 (RFC 9562): the same name has the same one, in every run and on every machine.
enum NameUUID {
  /// The namespace of this program's names, drawn once.
  private static let namespace: [UInt8] = [
    0x6C, 0x1E, 0x0A, 0x52, 0x9B, 0x7D, 0x4F, 0x36, 0xA8, 0x15, 0x3D, 0xE2, 0x70, 0xC4, 0x91, 0x5B,
  ]

  /// - Parameter namespace: of whom the name is.
  static func of(_ name: String, in namespace: [UInt8] = namespace) -> String {
    var hash = Insecure.SHA1()
    hash.update(data: namespace)
    hash.update(data: Array(name.utf8))
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (at, byte) in hash.finalize().prefix(16).enumerated() {
      if at == 4 || at == 6 || at == 8 || at == 10 { text.append(UInt8(ascii: "-")) }
      let byte = at == 6 ? byte & 0x0F | 0x50 : at == 8 ? byte & 0x3F | 0x80 : byte
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
