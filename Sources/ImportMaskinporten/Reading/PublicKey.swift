import Formats
import ImportCore

/// A public key as a document has it: what tells it from others, and nothing more. Private parts are never looked at.
struct PublicKey {
  let kid: String?
  /// A mark of the number that the key is, however it is written; `nil` where the key lacks it.
  let mark: String?

  init(_ node: JSONNode) {
    kid = node["kid"]?.string.map { TableInput.trim($0) }.flatMap { $0.isEmpty ? nil : $0 }
    mark = Self.mark(node)
  }

  private static func mark(_ node: JSONNode) -> String? {
    let names = node["n"] != nil ? ["n"] : node["y"] != nil ? ["x", "y"] : ["x"]
    var bytes: [UInt8] = []
    for name in names {
      guard let text = node[name]?.string, let number = number(text) else { return nil }
      // How long each is, so that two numbers are no other two.
      bytes += [UInt8(truncatingIfNeeded: number.count >> 8), UInt8(truncatingIfNeeded: number.count)] + number
    }
    return DocumentNames.mark(of: Digest.of(bytes))
  }

  /// The bytes of a number in base64, with either alphabet, without the zeros before it; `nil` for anything else.
  private static func number(_ text: String) -> [UInt8]? {
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in text.utf8 where byte != UInt8(ascii: "=") && byte > 0x20 {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "-"), UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "_"), UInt8(ascii: "/"): digit = 63
      default: return nil
      }
      (bits, count) = (bits << 6 | UInt32(digit), count + 6)
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= 1 << UInt32(count) - 1
    }
    let number = bytes.drop { $0 == 0 }
    return number.isEmpty ? nil : Array(number)
  }
}
