/// A path of a file as a reference in a URI: relative to the folder that the program ran in.
enum FileReference {
  /// What stays as it is, of RFC 3986; everything else is written as `%` and two digits.
  static func uri(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    var text = ""
    text.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      if isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
    default: false
    }
  }
}
