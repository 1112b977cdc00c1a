import Crypto
import PolicyEngine

/// The identity of a violation: SHA-256 over length-prefixed fields, never over text, names, files or parameters.
///
/// Fields, each a 4-byte big-endian length and its UTF-8: `tilsyn.fp/1`, policy id, verdict class, the number of subject
/// keys, then type and canonical value of each subject key and of each violating key. Source: language.md, statement 11.
struct Fingerprint {
  private var bytes: [UInt8] = []

  init(policy: String, verdict: Finding.Verdict, subjectKeys: Int) {
    bytes.reserveCapacity(256)
    append("tilsyn.fp/1")
    append(policy)
    append(verdict.rawValue)
    append(String(subjectKeys))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    withUnsafeBytes(of: UInt32(field.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: field)
  }

  /// 64 hexadecimal digits.
  var hexadecimal: String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 64) { out in
      var at = 0
      for byte in SHA256.hash(data: bytes) {
        out[at] = digits.utf8Start[Int(byte >> 4)]
        out[at + 1] = digits.utf8Start[Int(byte & 15)]
        at += 2
      }
      return 64
    }
  }

  /// The first 16 hexadecimal digits of a fingerprint in letters: a run of digits could be read as an identity number.
  static func short(_ hexadecimal: String) -> String { letters(hexadecimal.prefix(16)) }

  /// Hexadecimal digits in letters.
  static func letters(_ hexadecimal: some StringProtocol) -> String {
    String(
      decoding: hexadecimal.utf8.map { digit in
        digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") + UInt8(ascii: "k") : digit
      }, as: UTF8.self)
  }
}
