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
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (at, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(at) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
