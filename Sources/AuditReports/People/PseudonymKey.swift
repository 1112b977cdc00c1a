import Crypto

/// The key of pseudonyms: who has it, and a list of people, can tell who is who; who has neither, cannot.
package struct PseudonymKey: Sendable {
  /// Fewer bytes could be guessed.
  package static let leastBytes = 16
  /// The first line of a key that this program drew.
  package static let mark = "tilsyn.pseudonym-key/1"

  private let key: SymmetricKey

  /// A key of somebody's own, without white space around it; `nil` where it is too short.
  package init?(_ bytes: [UInt8]) {
    let blanks = Array(" \t\r\n".utf8)
    let text = bytes.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
    guard text.count >= Self.leastBytes else { return nil }
    key = SymmetricKey(data: Array(text))
  }

  /// Draws a key, as the text of a file that holds it.
  package static func draw() -> String {
    let drawn = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    return "\(mark)\n\(hexadecimal(drawn))\n"
  }

  /// Twelve letters of sixteen: among a million people two share them once in 560 times. No digits, which may read as an
  /// identity number, and no vowels, which make words.
  func name(of text: String, kind: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(kind)\0\(text)".utf8), using: key)
    return Self.written(code.prefix(6), in: "bcdfghjkmnpqrstv")
  }

  /// A fingerprint that nobody can make, or try a guess on, without the key: 64 hexadecimal digits.
  package func fingerprint(of text: String) -> String {
    Self.hexadecimal(HMAC<SHA256>.authenticationCode(for: Array("fingerprint\0\(text)".utf8), using: key))
  }

  /// Tells keys apart, and says nothing of them: 16 hexadecimal digits.
  package var mark: String { String(fingerprint(of: "tilsyn.pseudonym-key").prefix(16)) }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String { written(bytes, in: "0123456789abcdef") }

  private static func written(_ bytes: some Sequence<UInt8>, in digits: StaticString) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    digits.withUTF8Buffer { digits in
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
