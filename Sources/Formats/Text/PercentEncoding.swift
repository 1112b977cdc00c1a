/// Signs of an address that are written as `%` and two hexadecimal digits.
public enum PercentEncoding {
  /// The text with `$` for `%24`. What is no UTF-8 then is replaced; a `%` that no two digits follow stays.
  /// - Parameter plusIsBlank: as in what a form sends, `+` stands for a blank.
  public static func decoded(_ text: Substring, plusIsBlank: Bool = false) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
